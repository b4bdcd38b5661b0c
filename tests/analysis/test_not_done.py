"""A recording in which another exercise is done than the one that was asked for."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judging.done_instead import guessed_told, instead_of, too_far_told
from formcheck.analysis.judging.set_plan import PlannedSet, plan_given
from formcheck.exercises.load import library
from formcheck.form.checker import checker_for
from formcheck.recognition.answer import Answer, Likeness
from formcheck.recognition.lone_repetition import SeenOf
from formcheck.recognition.sets import FoundSet
from formcheck.recognition.unnamed import Span
from formcheck.results.instead import MAYBE, NOT_DONE, UNSURE
from formcheck.results.wording.result_wording import headline, why_unknown
from tests.analysis.test_sets import BRIDGES, judge
from tests.recognition import movements
from tests.recognition.movements import repeated
from tests.texts.english import ENGLISH

BRIDGE, BIRD_DOG = library()["bridge"], library()["bird-dog"]


def found(likeness: float, *, end_s: float = 20.0, score: float = 0.9) -> FoundSet:
    """A bridge from the first moment on that looks somewhat like a bird dog, too."""
    answer = Answer(BRIDGE, score, likeness={BIRD_DOG.id: Likeness(likeness, 0.0)})
    return FoundSet(BRIDGE, answer, 0.0, end_s, 0.0, 60.0, 0.0, end_s + 5.0)


def nothing_else(_: Sequence[Span]) -> Sequence[Span]:
    return ()


def rest_until_60(taken: Sequence[Span]) -> Sequence[Span]:
    return [(taken[-1][1], 60.0)]


@pytest.fixture(scope="module")
def bird_dog(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    return judge(tmp_path_factory.mktemp("not_done"), BRIDGES, BIRD_DOG)


def test_nothing_is_counted_or_judged(bird_dog: Analysis) -> None:
    document = bird_dog.document
    assert document.exercise.id == BIRD_DOG.id
    assert (document.summary.reps, document.summary.verdict) == (0, "unknown")
    assert {one.verdict for one in document.criteria} == {"unknown"}
    assert document.sets == ()


def test_what_it_looks_like_is_told_first(bird_dog: Analysis) -> None:
    document = bird_dog.document
    assert document.warning_ids[0] == NOT_DONE
    assert "Bridge" in document.warnings[0]
    assert document.exercise.runner_up == "bridge"
    assert headline(document, ENGLISH) == "This looks like another exercise: Bridge."
    assert "Bridge" in why_unknown(document, BIRD_DOG, ENGLISH)
    assert bird_dog.folder is not None
    page = (bird_dog.folder / "report.html").read_text("utf-8")
    assert headline(document, ENGLISH) in page
    assert "What could not be judged, and why" not in page


def test_what_was_done_is_judged_and_nothing_else_is_told(tmp_path: Path) -> None:
    document = judge(tmp_path, BRIDGES, BRIDGE).document
    assert document.summary.reps == 3
    assert not {NOT_DONE, MAYBE} & set(document.warning_ids)
    assert document.exercise.runner_up is None


def test_what_may_be_the_asked_one_done_badly_is_judged_and_told_of() -> None:
    sets = [found(0.3)]
    plan, others = plan_given(BIRD_DOG, sets, nothing_else)
    assert plan[0].is_whole
    assert others == ()
    instead = instead_of(BIRD_DOG, sets, surely=plan[0].is_nothing)
    assert instead is not None
    (told,) = instead.told(checker_for(BIRD_DOG).finish(), ENGLISH)
    assert told.id == MAYBE


def test_getting_down_and_up_is_not_judged_but_most_of_a_recording_is() -> None:
    plan, others = plan_given(BIRD_DOG, [found(0.0, end_s=50.0)], rest_until_60)
    assert plan[0].is_nothing
    assert len(others) == 1
    plan, others = plan_given(BIRD_DOG, [found(0.0, end_s=20.0)], rest_until_60)
    assert [(one.begin_s, one.end_s) for one in plan] == [(20.0, 60.0)]
    assert len(others) == 1


def test_where_it_was_found_it_was_done() -> None:
    own = replace(found(0.9), exercise=BIRD_DOG)
    assert plan_given(BIRD_DOG, [own], nothing_else)[0][0].is_whole
    assert instead_of(BIRD_DOG, [own], surely=False) is None


def test_where_nothing_is_recognised_it_is_judged_and_told_that_nobody_knows(
    tmp_path: Path,
) -> None:
    document = judge(tmp_path, repeated(movements.heel_touch), library()["partial-sit-up"]).document
    assert document.exercise.runner_up is None
    told = bool(document.summary.reps) or any(one.verdict != "unknown" for one in document.criteria)
    assert (UNSURE in document.warning_ids) == told


def test_that_nobody_knows_is_not_told_where_nothing_else_is() -> None:
    instead = instead_of(BIRD_DOG, [], surely=False)
    assert instead is not None
    assert instead.told(checker_for(BIRD_DOG).finish(), ENGLISH) == ()


def test_of_two_that_look_alike_both_are_told() -> None:
    answer = Answer(BRIDGE, 1.0, likeness={"pelvic-tilt": Likeness(0.04, 1.0)})
    (told,) = too_far_told((PlannedSet(BRIDGE, answer),), library().values())
    assert told.id == "result.too_far"
    assert dict(told.values)["id"] == "pelvic-tilt"
    full = replace(answer, likeness={"pelvic-tilt": Likeness(0.002, 1.0)})
    assert too_far_told((PlannedSet(BRIDGE, full),), library().values()) == ()


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        (SeenOf.HALF, ["result.half_seen"]),
        (SeenOf.ONE, ["result.seen_once"]),
        (SeenOf.BARELY, ["result.fits_barely"]),
        (SeenOf.ENOUGH, []),
    ],
)
def test_what_is_named_by_little_is_told_to_be_a_guess(seen: SeenOf, told: list[str]) -> None:
    answer = Answer(BRIDGE, 0.6, seen=seen)
    assert [one.id for one in guessed_told((PlannedSet(BRIDGE, answer),))] == told
    assert guessed_told((PlannedSet(BRIDGE),)) == ()


def test_what_is_left_out_is_not_what_the_rest_may_be() -> None:
    aside = found(0.0)
    instead = instead_of(BIRD_DOG, [aside], surely=False)
    assert instead is not None
    assert instead.exercise is None
    maybe = instead_of(BIRD_DOG, [aside, replace(found(0.3), begin_s=50.0)], surely=False)
    assert maybe is not None
    assert maybe.score == 0.9
    assert maybe.exercise is BRIDGE
