"""What is said at the end."""

from dataclasses import replace

import pytest

from formcheck.form.sets.set_summary import CriterionTotal
from formcheck.form.state import Repetition, Verdict
from formcheck.form.verdicts.judgement import NOTHING
from formcheck.live.live_contract import SetDone
from formcheck.live.scenes.last_page import Word, rows_of, to_work_on, word_for
from formcheck.programmes.steps import Goal, StepSide
from formcheck.texts.texts import load_texts
from tests.feedback.builders import exercise, repetition
from tests.live.doubles import Checker, resting, step


def done(*repetitions: Repetition, hold_s: float = 0.0, name: str = "one") -> SetDone:
    one = exercise("knee").model_copy(update={"id": name, "title": name.title()})
    summary = replace(Checker(resting, one).finish(), repetitions=repetitions, hold_s=hold_s)
    return SetDone(step(side=StepSide.ONLY, one=one), summary, skipped=False)


GOOD, BAD = repetition(1), repetition(2, "knee")


@pytest.mark.parametrize(
    ("sets", "before", "after", "expected"),
    [
        ([done(GOOD, BAD)], None, None, Word.GOOD),
        ([done(GOOD, BAD, BAD)], None, None, Word.DONE),
        ([done()], None, None, Word.NOTHING),
        ([done(hold_s=12.0)], None, None, Word.DONE),
        ([done(GOOD)], 5, 3, Word.BETTER),
        ([done()], 5, 3, Word.NOTHING),
        ([done(GOOD)], 5, 6, Word.GOOD),
        ([done(GOOD)], 5, 7, Word.WORSE),
        ([done()], 2, 8, Word.WORSE),
    ],
)
def test_the_sentence_fits_the_session(
    sets: list[SetDone], before: int | None, after: int | None, expected: Word
) -> None:
    assert word_for(sets, before, after) is expected


def test_all_sets_of_an_exercise_stand_in_one_row() -> None:
    sets = [done(GOOD, BAD), done(GOOD), done(hold_s=20.4, name="two"), done(name="three")]

    assert rows_of(sets, load_texts()) == [
        ("One", "2 of 3 good"),
        ("Two", "held for 20 s"),
        ("Three", "tried"),
    ]


def test_what_nobody_can_tell_is_not_told_as_wrong() -> None:
    unclear = replace(GOOD, verdict=Verdict.UNKNOWN)
    sets = [
        done(unclear, unclear),
        done(unclear, name="two"),
        done(unclear, GOOD, name="three"),
        done(unclear, BAD, name="four"),
    ]

    assert [words for _, words in rows_of(sets, load_texts())] == [
        "2 done, form unclear",
        "1 done, form unclear",
        "1 of 2 good, 1 unclear",
        "0 of 2 good, 1 unclear",
    ]


def test_a_hold_that_nobody_saw_is_no_number_of_seconds() -> None:
    unseen = replace(GOOD, hold_s=float("nan"))
    nowhere = done(unseen, hold_s=float("nan"))
    partly = done(replace(GOOD, hold_s=12.0), unseen, hold_s=float("nan"), name="two")

    assert [words for _, words in rows_of([nowhere, partly], load_texts())] == [
        "1 of 1 good",
        "2 of 2 good",
    ]
    assert nowhere.summary.seen_hold_s is None
    assert partly.summary.seen_hold_s == 12.0
    assert word_for([nowhere], None, None) is Word.GOOD


def test_what_most_repetitions_missed_is_the_one_thing_to_work_on() -> None:
    def missed(name: str, times: int) -> SetDone:
        one = done(*[repetition(n, name) for n in range(1, times + 1)], name=name)
        (criterion,) = [c for c in exercise("knee", "back").criteria if c.id == name]
        fault = replace(
            NOTHING,
            verdict=Verdict.FAULT,
            found=9.0,
            inside=-9.0,
            too_low=True,
            condition=criterion,
        )
        total = CriterionTotal(criterion, fault, judged_s=1, fault_s=1)
        return replace(one, summary=replace(one.summary, criteria=(total,)))

    def let_go(times: int) -> SetDone:
        one = done(*[replace(GOOD, hold_s=4.0)] * times, name="plank")
        return replace(one, step=replace(one.step, goal=Goal(1, 1, 20.0, long_hold=True)))

    texts = load_texts()
    assert to_work_on([missed("knee", 1), missed("back", 3)], texts)[1] == "Mend the back"
    assert to_work_on([missed("knee", 2), let_go(1)], texts)[1] == "Mend the knee"
    assert to_work_on([missed("knee", 2), let_go(3)], texts) == ("Plank", "Hold a little longer")
    assert to_work_on([done(GOOD)], texts) == ("", "")
