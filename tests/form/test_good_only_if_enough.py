"""A piece of a movement is never called good."""

from dataclasses import replace

import pytest

from formcheck.exercises.load import library
from formcheck.form.sets.merged_sets import merged
from formcheck.form.sets.set_summary import SetSummary, good_only_if_enough
from formcheck.form.sets.with_unknown import with_unknown
from formcheck.form.state import Verdict
from tests.form.performed_sets import film, push_up, repetition, run

WHOLE = run("push-up", film([push_up(share) for share in (*repetition(), *[0.0] * 10)]))[0]


def nothing_counted(exercise: str, hold_s: float) -> SetSummary:
    """A set that is good by its criteria, without a repetition."""
    return replace(WHOLE, exercise=library()[exercise], repetitions=(), hold_s=hold_s)


@pytest.mark.parametrize(
    ("exercise", "hold_s", "verdict"),
    [
        ("bird-dog", 0.0, Verdict.UNKNOWN),
        ("push-up", 0.6, Verdict.UNKNOWN),  # a stop on the way
        ("safe-lift", 0.0, Verdict.UNKNOWN),
        ("plank", 5.0, Verdict.GOOD),
        ("desk-sitting", 0.0, Verdict.GOOD),
    ],
)
def test_good_takes_a_repetition_a_hold_or_a_posture(
    exercise: str, hold_s: float, verdict: Verdict
) -> None:
    assert good_only_if_enough(nothing_counted(exercise, hold_s)).verdict is verdict


def test_a_fault_that_was_seen_stays_one() -> None:
    broken = replace(nothing_counted("bird-dog", 0.0), verdict=Verdict.FAULT)
    assert good_only_if_enough(broken).verdict is Verdict.FAULT


def test_pieces_are_not_good_together_either() -> None:
    piece = nothing_counted("push-up", 0.0)
    assert WHOLE.verdict is Verdict.GOOD
    assert merged([piece, piece]).verdict is Verdict.UNKNOWN
    assert merged([piece, WHOLE]).verdict is Verdict.GOOD


def test_nor_is_a_piece_of_which_less_is_known_in_the_end() -> None:
    left = with_unknown(replace(nothing_counted("push-up", 0.0), verdict=Verdict.UNKNOWN), set())
    assert left.verdict is Verdict.UNKNOWN
