"""What holds of the cues of a set in which anything may happen at any time."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from formcheck.feedback.cue_chooser import CueChooser
from formcheck.feedback.cues import CueKind
from formcheck.form.state import FormState, SetUpProblem, Verdict
from tests.feedback.builders import criterion, exercise, repetition, state
from tests.feedback.chosen_cues import (
    FAULT,
    GOOD,
    NO_FOOT,
    TIMES,
    TURN,
    UNKNOWN,
    follow,
    given_cues,
)

Moment = tuple[float, Verdict, Verdict, bool, tuple[SetUpProblem, ...], bool, str]
"""Seconds since the one before, the verdicts on knee and elbow, whether they are judged now, what
is wrong with the set-up, whether a repetition ends, and an advice.
"""

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


def any_set(drawn: list[Moment]) -> list[FormState]:
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
def test_there_are_never_two_new_cues_within_four_seconds(drawn: list[Moment]) -> None:
    shown = follow(CueChooser(exercise("knee", "elbow")), any_set(drawn))

    began = [time_s for time_s, _ in given_cues(shown)]
    assert all(later - earlier >= TIMES.between_s for earlier, later in pairwise(began))


@given(moments)
def test_no_cue_goes_before_it_can_be_read(drawn: list[Moment]) -> None:
    shown = follow(CueChooser(exercise("knee", "elbow")), any_set(drawn))

    for time_s, cue in shown:
        if cue is not None:
            still = [other for t, other in shown if time_s <= t < cue.since_s + TIMES.least_shown_s]
            assert all(other is cue for other in still)


@given(moments)
def test_no_fault_is_begun_while_a_more_important_one_is_there(drawn: list[Moment]) -> None:
    states = any_set(drawn)
    shown = follow(CueChooser(exercise("knee", "elbow")), states)

    for now, (_, cue) in zip(states, shown, strict=True):
        new = cue is not None and cue.since_s == now.time_s
        if new and cue is not None and cue.criterion_id == "elbow" and cue.kind is CueKind.FAULT:
            assert not any(c.id == "knee" and c.active and c.verdict is FAULT for c in now.criteria)


@given(moments)
def test_nothing_is_told_that_did_not_happen(drawn: list[Moment]) -> None:
    states = any_set(drawn)
    shown = follow(CueChooser(exercise("knee", "elbow")), states)

    for time_s, cue in shown:
        if cue is not None and cue.kind is CueKind.FAULT:
            past = [each for each in states if each.time_s <= time_s]
            assert any(
                c.id == cue.criterion_id and c.verdict is FAULT
                for each in past
                for c in each.criteria
            )
