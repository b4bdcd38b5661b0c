"""What lies between the sets of a recording is told, where somebody was seen for a while."""

import numpy as np
import pytest

from formcheck.measure.orientation import View
from formcheck.recognition.feature_sampler import FeatureRow
from formcheck.recognition.feature_table import FeatureTable, table_of
from formcheck.recognition.unnamed import unnamed_stretches
from formcheck.results.wording.sets_wording import unnamed_told
from tests.texts.english import told


def minute(unseen: tuple[float, float] = (0.0, 0.0)) -> FeatureTable:
    """Ten samples a second in which somebody is seen, but for a while."""
    return table_of(
        FeatureRow(
            time_s=number / 10,
            view=View.SIDE,
            near_side="left",
            trunk=100.0,
            values={} if unseen[0] <= number / 10 < unseen[1] else {"knee.left": 90.0},
        )
        for number in range(600)
    )


def test_before_between_and_after_the_sets() -> None:
    found = unnamed_stretches(minute(), [(40.0, 50.0), (10.0, 25.0)])
    assert np.array(found) == pytest.approx(np.array([(0.0, 9.9), (25.1, 39.9), (50.1, 59.9)]))


def test_a_moment_between_two_sets_is_nothing() -> None:
    assert unnamed_stretches(minute(), [(0.0, 30.0), (33.0, 60.0)]) == ()


def test_time_in_which_nobody_was_seen_is_nothing() -> None:
    (only,) = unnamed_stretches(minute(unseen=(10.0, 45.0)), [(0.0, 9.0)])
    assert only[1] == pytest.approx(59.9)
    assert unnamed_stretches(minute(unseen=(0.0, 60.0)), []) == ()


def test_they_are_told_with_their_times() -> None:
    (line,) = told(unnamed_told([(12.2, 30.0), (61.0, 75.4)]))
    assert line.startswith("I recognised no exercise from 12 s to 30 s and 1:01 to 1:15:")
    assert list(told(unnamed_told([]))) == []


def test_of_many_the_first_are_told_and_how_many_more_there_are() -> None:
    times = [(10.0 * number, 10.0 * number + 7) for number in range(9)]
    (line,) = told(unnamed_told(times))
    assert "50 s to 57 s, nor in 3 more stretches" in line
