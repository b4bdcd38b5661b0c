"""Which cue is given when: one at a time, the most important first, never nagging."""

from dataclasses import replace
from math import nan

from formcheck.feedback.cue_chooser import CueChooser
from formcheck.feedback.cues import Cue, CueKind
from formcheck.form.start.set_up import START_POSITION
from formcheck.form.state import FormState, SetUpProblem
from formcheck.texts.texts import load_texts
from tests.feedback.builders import criterion, exercise, repetition, state
from tests.feedback.chosen_cues import (
    FAULT,
    GOOD,
    NO_FOOT,
    STEP_S,
    TIMES,
    TURN,
    UNKNOWN,
    follow,
    given_cues,
    times,
)

READY = load_texts().text("cues.ready")
GOOD_REPETITION = load_texts().text("cues.good_repetition")


def begun(time_s: float, *args: object, **options: object) -> FormState:
    """A state after the first repetition, so that nobody is told to begin."""
    return state(time_s, *args, **{"repetitions": 1, **options})  # type: ignore[arg-type]


def test_a_fault_is_told_in_its_own_words() -> None:
    cue = CueChooser(exercise("knee")).update(begun(1.0, criterion("knee", FAULT)))

    assert cue == Cue("Mend the knee", CueKind.FAULT, "knee", since_s=1.0)


def test_of_two_faults_the_one_listed_first_in_the_exercise_is_told() -> None:
    chooser = CueChooser(exercise("knee", "elbow"))

    cue = chooser.update(begun(0.0, criterion("elbow", FAULT), criterion("knee", FAULT)))

    assert cue is not None
    assert cue.criterion_id == "knee"


def test_nothing_is_said_about_what_is_not_judged_now_or_cannot_be_seen() -> None:
    chooser = CueChooser(exercise("knee", "elbow"))

    cue = chooser.update(
        begun(0.0, criterion("knee", FAULT, active=False), criterion("elbow", UNKNOWN))
    )

    assert cue is None


def test_a_set_up_problem_comes_before_every_fault() -> None:
    chooser = CueChooser(exercise("knee"))

    shown = follow(
        chooser,
        [begun(t, criterion("knee", FAULT), problems=[NO_FOOT, TURN]) for t in times(0.0, 6.0)],
    )

    # The fault is told while it isn't yet clear that the problem lasts.
    assert given_cues(shown) == [(0.0, "Mend the knee"), (4.0, NO_FOOT.text)]


def test_one_bad_frame_is_no_set_up_problem() -> None:
    chooser = CueChooser(exercise("knee"))

    shown = follow(
        chooser, [begun(t, problems=[NO_FOOT] if t == 1.0 else []) for t in times(0.0, 3.0)]
    )

    assert given_cues(shown) == []


def test_a_set_up_problem_that_flickers_is_told_once() -> None:
    chooser = CueChooser(exercise("knee"))

    shown = follow(
        chooser,
        [
            begun(t, problems=[] if n % 3 == 2 else [NO_FOOT])
            for n, t in enumerate(times(0.0, 10.0))
        ],
    )

    assert [text for _, text in given_cues(shown)] == [NO_FOOT.text]


def test_a_cue_stays_readable_after_its_fault_has_gone() -> None:
    chooser = CueChooser(exercise("knee"))

    states = [begun(t, criterion("knee", FAULT if t < 0.5 else UNKNOWN)) for t in times(0.0, 4.0)]
    seen = [time_s for time_s, cue in follow(chooser, states) if cue is not None]

    assert max(seen) < TIMES.least_shown_s <= max(seen) + 2 * STEP_S


def test_a_cue_stays_for_as_long_as_its_fault_and_is_then_given_again() -> None:
    chooser = CueChooser(exercise("knee"))

    shown = follow(chooser, [begun(t, criterion("knee", FAULT)) for t in times(0.0, 13.0)])

    assert all(cue is not None for _, cue in shown)
    assert [time_s for time_s, _ in given_cues(shown)] == [0.0, TIMES.remind_after_s]


def test_a_more_important_fault_takes_over_when_its_turn_comes() -> None:
    chooser = CueChooser(exercise("knee", "elbow"))

    states = [
        begun(t, criterion("knee", FAULT if t >= 1.0 else GOOD), criterion("elbow", FAULT))
        for t in times(0.0, 6.0)
    ]

    assert given_cues(follow(chooser, states)) == [(0.0, "Mend the elbow"), (4.0, "Mend the knee")]


def test_a_fault_that_was_over_before_its_turn_is_told_a_little_later() -> None:
    chooser = CueChooser(exercise("knee", "elbow"))

    states = [
        begun(
            t,
            criterion("knee", FAULT if t < 1.0 else UNKNOWN),
            criterion("elbow", FAULT if 1.0 <= t < 2.0 else UNKNOWN),
        )
        for t in times(0.0, 8.0)
    ]

    assert given_cues(follow(chooser, states)) == [(0.0, "Mend the knee"), (4.0, "Mend the elbow")]


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


def test_a_fault_that_only_the_whole_repetition_shows_is_told_at_its_end() -> None:
    chooser = CueChooser(exercise("deep-enough"))
    finished = repetition(1, "deep-enough", start_s=0.0, end_s=3.0)
    settled = criterion("deep-enough", FAULT, active=False, cue="Go lower")

    shown = [chooser.update(begun(2.9)), chooser.update(begun(3.0, settled, finished=finished))]

    assert shown == [None, Cue("Go lower", CueKind.FAULT, "deep-enough", since_s=3.0)]


def test_a_fault_told_during_the_repetition_is_not_told_again_at_its_end() -> None:
    chooser = CueChooser(exercise("knee"))
    finished = repetition(1, "knee", start_s=0.0, end_s=5.0)

    states = [begun(t, criterion("knee", FAULT if t < 1.0 else UNKNOWN)) for t in times(0.5, 5.0)]
    states.append(begun(5.0, criterion("knee", FAULT, active=False), finished=finished))

    assert given_cues(follow(chooser, states)) == [(0.5, "Mend the knee")]


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


def test_who_stands_right_is_told_to_begin_once() -> None:
    chooser = CueChooser(exercise("knee"))

    states = [
        state(t, problems=[NO_FOOT] if t < 2.0 else [], phase="start") for t in times(0.0, 12.0)
    ]

    assert [text for _, text in given_cues(follow(chooser, states))] == [NO_FOOT.text, READY]


def test_a_repetition_that_begins_is_no_wrong_start_position() -> None:
    """Who bends to a load has bent the knees before they are seen to be on their way."""
    bent = SetUpProblem(START_POSITION, "Stand with your legs straight.")

    def told(bent_s: float) -> list[str]:
        states = [
            state(t, problems=[bent] if t < bent_s else [], phase="start", repetitions=1)
            for t in times(0.0, 8.0)
        ]
        return [text for _, text in given_cues(follow(CueChooser(exercise("knee")), states))]

    assert told(1.2) == []
    assert told(3.0) == [bent.text]


def test_who_has_begun_meanwhile_is_not_told_to_begin_either() -> None:
    """Another cue was in the way when it could have been said."""
    chooser = CueChooser(exercise("knee"))

    states = [
        state(
            t,
            problems=[NO_FOOT] if t < 2.0 else [],
            phase="out" if 3.0 < t < 4.0 else "start",
        )
        for t in times(0.0, 12.0)
    ]

    assert [text for _, text in given_cues(follow(chooser, states))] == [NO_FOOT.text]


def test_who_has_begun_is_not_told_to_begin() -> None:
    chooser = CueChooser(exercise("knee"))

    states = [
        state(t, problems=[NO_FOOT] if t < 2.0 else [], phase="out") for t in times(0.0, 12.0)
    ]

    assert [text for _, text in given_cues(follow(chooser, states))] == [NO_FOOT.text]


def test_advice_about_a_movement_to_avoid_comes_first_and_once() -> None:
    chooser = CueChooser(exercise("knee"))
    advice = "Better bend your knees than your back."

    shown = follow(
        chooser,
        [
            begun(
                t,
                criterion("knee", FAULT),
                problems=[TURN],
                advice=advice if 1.0 <= t < 5.0 else "",
            )
            for t in times(0.0, 10.0)
        ],
    )

    assert given_cues(shown) == [(0.0, "Mend the knee"), (4.0, advice), (8.0, TURN.text)]


def test_advice_that_was_over_before_its_turn_is_told_a_little_later() -> None:
    chooser = CueChooser(exercise("knee"))

    states = [
        begun(t, criterion("knee", FAULT), advice="Kindly" if 1.0 <= t < 2.0 else "")
        for t in times(0.0, 6.0)
    ]

    assert (4.0, "Kindly") in given_cues(follow(chooser, states))
