"""Which cue is given when: one at a time, the most important first, never nagging."""

from formcheck.feedback.cue_chooser import CueChooser
from formcheck.feedback.cues import Cue, CueKind
from formcheck.form.start.set_up import START_POSITION
from formcheck.form.state import SetUpProblem
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
    begun,
    follow,
    given_cues,
    times,
)

READY = load_texts().text("cues.ready")


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
