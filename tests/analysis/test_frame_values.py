"""What was measured on every frame, as arrays."""

import sys
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from formcheck.analysis.frame_values import FrameRecorder, FrameValues, PandasMissingError
from tests.results import sessions


def recorded() -> FrameValues:
    """Three frames; how sure the elbow is was known in the second alone."""
    recorder = FrameRecorder()
    states = [moment.state for moment in sessions.moments(sessions.push_ups(1)[:3])]
    errors: list[dict[str, float]] = [{}, {"elbow.right": 2.5}, {}]
    for state, known in zip(states, errors, strict=True):
        recorder.update(replace(state, errors=known))
    return recorder.frames


def test_an_error_stands_under_its_value_s_name_where_it_was_ever_known() -> None:
    frames = recorded()
    assert frames.errors.keys() == {"elbow.right"}
    assert frames.errors["elbow.right"] == pytest.approx([np.nan, 2.5, np.nan], nan_ok=True)
    assert frames.values["elbow.right"].shape == (3,)


def test_the_near_side_is_picked_frame_by_frame() -> None:
    values = {"knee.left": [1, 2, 3], "knee.right": [11, 12, 13]}
    frames = FrameValues(
        time_s=np.arange(3.0),
        near_side=np.array(["", "left", "right"]),
        values={name: np.array(each, np.float32) for name, each in values.items()},
    )
    assert frames.near("knee") == pytest.approx([np.nan, 2, 13], nan_ok=True)
    with pytest.raises(KeyError):
        frames.near("elbow")


def test_a_table_has_a_row_for_each_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", SimpleNamespace(DataFrame=dict))
    table = recorded().to_pandas()
    assert [*table][:3] == ["time_s", "phase", "near_side"]
    assert {"elbow.right", "elbow.right error", "elbow.left"} <= set(table)
    assert {len(column) for column in table.values()} == {3}


def test_a_table_without_pandas_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(PandasMissingError, match="pip install pandas"):
        recorded().to_pandas()
