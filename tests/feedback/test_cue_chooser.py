"""Which cue is given when: one at a time, the most important first, never nagging."""

from dataclasses import replace
from itertools import pairwise
from math import nan

from hypothesis import given
from hypothesis import strategies as st

from formcheck.feedback.cue_chooser import CueChooser, CueSettings
from formcheck.feedback.cues import Cue, CueKind
from formcheck.form.state import FormState, SetUpProblem, Verdict
from formcheck.texts.texts import load_texts
from tests.feedback.builders import criterion, exercise, repetition, state

FAULT, GOOD, UNKNOWN = Verdict.FAULT, Verdict.GOOD, Verdict.UNKNOWN
STEP_S = 0.1
TIMES = CueSettings()
READY = load_texts().text("cues.ready")
GOOD_REPETITION = load_texts().text("cues.good_repetition")
NO_FOOT = SetUpProblem("out-of-view", "I can't see your left foot.")
TURN = SetUpProblem("wrong-view", "Turn your side to the camera.")


def begun(time_s: float, *args: object, **options: object) -> FormState:
    """A state after the first repetition, so that nobody is told to begin."""
    return state(time_s, *args, **{"repetitions": 1, **options})  # type: ignore[arg-type]


def follow(chooser: CueChooser, states: list[FormState]) -> list[tuple[float, Cue | None]]:
    return [(each.time_s, chooser.update(each)) for each in states]


def times(start_s: float, end_s: float) -> list[float]:
    return [round(start_s + STEP_S * n, 3) for n in range(round((end_s - start_s) / STEP_S))]


def given_cues(shown: list[tuple[float, Cue | None]]) -> list[tuple[float, str]]:
    """When each new cue began, and its words."""
    began: list[tuple[float, str]] = []
    before: Cue | None = None
    for time_s, cue in shown:
        if cue is not None and cue is not before:
            began.append((time_s, cue.text))
        before = cue
    return began


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

    states = [state(t, problems=[NO_FOOT] if t < 2.0 else []) for t in times(0.0, 12.0)]

    assert [text for _, text in given_cues(follow(chooser, states))] == [NO_FOOT.text, READY]


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


verdicts = st.sampled_from([FAULT, GOOD, UNKNOWN])
moments = st.lists(
    st.tuples(
        st.floats(0.02, 1.5),
        verdicts,
        verdicts,
        st.booleans(),
        st.sampled_from([(), (NO_FOOT,), (TURN,), (TURN, NO_FOOT)]),
        st.booleans(),
        st.sampled_from(["", "", "Kindly"]),
    ),
    max_size=80,
)


def any_set(
    drawn: list[tuple[float, Verdict, Verdict, bool, tuple[SetUpProblem, ...], bool, str]],
) -> list[FormState]:
    """A set in which anything may happen at any time."""
    states, now, done = [], 0.0, 0
    for step, knee, elbow, active, problems, ends, advice in drawn:
        now += step
        done += ends
        faults = [name for name, verdict in (("knee", knee), ("elbow", elbow)) if verdict is FAULT]
        states.append(
            state(
                now,
                criterion("knee", knee, active=active),
                criterion("elbow", elbow, active=active),
                problems=problems,
                advice=advice,
                repetitions=done,
                finished=repetition(done, *faults, start_s=now - 2, end_s=now) if ends else None,
            )
        )
    return states


@given(moments)
def test_there_are_never_two_new_cues_within_four_seconds(drawn: list[object]) -> None:
    shown = follow(CueChooser(exercise("knee", "elbow")), any_set(drawn))  # type: ignore[arg-type]

    began = [time_s for time_s, _ in given_cues(shown)]
    assert all(later - earlier >= TIMES.between_s for earlier, later in pairwise(began))


@given(moments)
def test_no_cue_goes_before_it_can_be_read(drawn: list[object]) -> None:
    shown = follow(CueChooser(exercise("knee", "elbow")), any_set(drawn))  # type: ignore[arg-type]

    for time_s, cue in shown:
        if cue is not None:
            still = [other for t, other in shown if time_s <= t < cue.since_s + TIMES.least_shown_s]
            assert all(other is cue for other in still)


@given(moments)
def test_no_fault_is_begun_while_a_more_important_one_is_there(drawn: list[object]) -> None:
    states = any_set(drawn)  # type: ignore[arg-type]
    shown = follow(CueChooser(exercise("knee", "elbow")), states)

    for now, (_, cue) in zip(states, shown, strict=True):
        new = cue is not None and cue.since_s == now.time_s
        if new and cue is not None and cue.criterion_id == "elbow" and cue.kind is CueKind.FAULT:
            assert not any(c.id == "knee" and c.active and c.verdict is FAULT for c in now.criteria)


@given(moments)
def test_nothing_is_told_that_did_not_happen(drawn: list[object]) -> None:
    states = any_set(drawn)  # type: ignore[arg-type]
    shown = follow(CueChooser(exercise("knee", "elbow")), states)

    for time_s, cue in shown:
        if cue is not None and cue.kind is CueKind.FAULT:
            past = [each for each in states if each.time_s <= time_s]
            assert any(
                c.id == cue.criterion_id and c.verdict is FAULT
                for each in past
                for c in each.criteria
            )
