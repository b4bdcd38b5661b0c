"""Counting what was told of criteria and repetitions."""

from math import isnan

import pytest

from formcheck.form.state import Repetition, Verdict
from formcheck.validation.label import LabelledRepetition
from tests.accuracy.verdicts import Confusion, match


def confusion(*told: tuple[bool, Verdict]) -> Confusion:
    counted = Confusion()
    for broken, verdict in told:
        counted.add(broken=broken, verdict=verdict)
    return counted


def test_precision_recall_f1_and_unknown() -> None:
    counted = confusion(
        (True, Verdict.FAULT),
        (True, Verdict.FAULT),
        (True, Verdict.GOOD),
        (True, Verdict.UNKNOWN),
        (False, Verdict.FAULT),
        (False, Verdict.GOOD),
        (False, Verdict.GOOD),
        (False, Verdict.UNKNOWN),
    )
    assert counted.precision == pytest.approx(2 / 3)
    assert counted.recall == pytest.approx(2 / 4)
    assert counted.f1 == pytest.approx(2 * (2 / 3) * 0.5 / (2 / 3 + 0.5))
    assert counted.unknown == pytest.approx(2 / 8)
    assert (counted.broken, counted.total) == (4, 8)


def test_a_fault_that_stays_unknown_is_not_found() -> None:
    assert confusion((True, Verdict.UNKNOWN)).recall == 0


def test_a_fault_that_one_camera_cannot_see_is_neither_found_nor_missed() -> None:
    counted = Confusion()
    counted.add(broken=True, verdict=Verdict.UNKNOWN, unseen=True)
    assert (counted.broken, counted.unseen) == (0, 1)
    counted.add(broken=True, verdict=Verdict.GOOD, unseen=True)
    assert (counted.broken, counted.missed) == (1, 1)


def test_without_a_fault_shown_or_told_there_is_no_precision_and_no_recall() -> None:
    counted = confusion((False, Verdict.GOOD))
    assert isnan(counted.precision)
    assert isnan(counted.recall)
    assert isnan(counted.f1)


def shown(start_s: float, end_s: float) -> LabelledRepetition:
    return LabelledRepetition(side="both", start_s=start_s, end_s=end_s, hold_s=0, faults=())


def found(start_s: float, end_s: float) -> Repetition:
    return Repetition(1, None, start_s, end_s, 0.0, "knee.near", {}, Verdict.GOOD, {}, ())


def test_repetitions_are_matched_by_their_time() -> None:
    first, second = found(1.2, 2.9), found(7.1, 8.8)
    matched = match([shown(1, 3), shown(4, 6), shown(7, 9)], [first, second])
    assert matched == [first, None, second]


def test_one_found_repetition_is_never_counted_for_two() -> None:
    long = found(1, 6)
    assert match([shown(1, 3), shown(4, 6)], [long]) == [long, None]
