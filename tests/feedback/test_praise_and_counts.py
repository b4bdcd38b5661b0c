"""When a person is praised, and when a repetition is counted aloud."""

from dataclasses import replace
from math import nan

from formcheck.feedback.cue_chooser import CueChooser
from formcheck.feedback.cues import CueKind
from formcheck.form.state import FormState
from formcheck.texts.texts import load_texts
from tests.feedback.builders import criterion, exercise, repetition
from tests.feedback.chosen_cues import (
    FAULT,
    GOOD,
    UNKNOWN,
    begun,
    follow,
    given_cues,
    times,
)

GOOD_REPETITION = load_texts().text("cues.good_repetition")


def test_a_fault_put_right_is_praised() -> None:
    chooser = CueChooser(exercise("knee"))

    states = [begun(t, criterion("knee", FAULT if t < 2.0 else GOOD)) for t in times(0.0, 8.0)]

    assert given_cues(follow(chooser, states)) == [
        (0.0, "Mend the knee"),
        (4.0, "Well done: The knee right"),
    ]


def test_a_criterion_is_not_praised_for_another_of_its_measures() -> None:
    chooser = CueChooser(exercise("back"))
    sags = criterion("back", FAULT, measure="back_rounding", value=-0.2, low=-0.08, high=0.08)
    level = criterion("back", GOOD, measure="trunk_inclination", value=90.0, low=70.0, high=110.0)

    def seen(time_s: float, rounding: float) -> FormState:
        wrong = time_s < 2.0
        shown = begun(time_s, sags if wrong else level)
        return replace(shown, measures={"back_rounding": rounding})

    unseen = [seen(t, nan) for t in times(0.0, 6.0)]
    sagging = [seen(t, -0.2) for t in times(6.0, 10.0)]
    right = [seen(t, 0.02) for t in times(10.0, 14.0)]

    assert given_cues(follow(chooser, [*unseen, *sagging, *right])) == [
        (0.0, "Mend the back"),
        (10.0, "Well done: The back right"),
    ]


def test_what_was_right_all_along_is_not_praised() -> None:
    chooser = CueChooser(exercise("knee"))

    states = [begun(t, criterion("knee", GOOD)) for t in times(0.0, 8.0)]

    assert given_cues(follow(chooser, states)) == []


def test_no_praise_for_what_is_wrong_again() -> None:
    chooser = CueChooser(exercise("knee"))

    states = [
        begun(t, criterion("knee", GOOD if 2.0 <= t < 3.0 else FAULT)) for t in times(0.0, 8.0)
    ]

    assert {text for _, text in given_cues(follow(chooser, states))} == {"Mend the knee"}


def test_faultless_repetitions_are_praised_seldom_and_counted_otherwise() -> None:
    chooser = CueChooser(exercise("knee"))

    states = [
        begun(5.0 * n, repetitions=n, finished=repetition(n, start_s=5.0 * n - 4, end_s=5.0 * n))
        for n in range(1, 7)
    ]

    assert [text for _, text in given_cues(follow(chooser, states))] == [
        GOOD_REPETITION,
        "2",
        "3",
        "4",
        GOOD_REPETITION,
        "6",
    ]


def test_a_repetition_with_a_fault_is_not_counted_aloud() -> None:
    chooser = CueChooser(exercise("knee"))
    finished = repetition(2, "knee")

    cue = chooser.update(begun(5.0, criterion("knee", FAULT, active=False), finished=finished))

    assert cue is not None
    assert cue.kind is CueKind.FAULT


def test_a_late_count_is_left_out() -> None:
    chooser = CueChooser(exercise("knee"))
    states = [
        begun(
            t,
            criterion("knee", FAULT if t < 0.3 else UNKNOWN),
            finished=repetition(2) if t == 2.0 else None,
        )
        for t in times(0.0, 6.0)
    ]

    assert "2" not in {text for _, text in given_cues(follow(chooser, states))}
