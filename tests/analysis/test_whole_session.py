"""A session filmed without a cut: getting down, up and over, looking round and fidgeting between.

`whole_session.npz` holds what the pose model made of somebody who was rendered doing it, without
outlines, at six pictures a second.
"""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from formcheck.analysis.analysis import Analysis
from formcheck.exercises.load import library
from formcheck.pose.pose import Pose
from formcheck.recognition.auto import Auto
from formcheck.results.document.advice import ADVICE
from tests.analysis.test_sets import judge
from tests.recognition.saved_sets import FINENESS

TRACK = Path(__file__).with_name("whole_session.npz")

DONE = {
    "bridge": ((18, 22), (23, 27), (28, 32)),
    "bird-dog": ((44, 51), (51, 58)),
    "plank": ((66, 78),),
    "side-leg-lift": ((93, 96), (97, 100), (101, 104)),
    "wall-squat": ((126, 135),),
}
"""Exercise → from when to when each of its repetitions lasted, in seconds."""


@cache
def filmed() -> list[Pose]:
    """The poses in turn."""
    with np.load(TRACK) as kept:
        times, found = kept["time_s"], kept["found"]
        width, height = (int(side) for side in kept["size"])
        fields = {
            name: kept[name].astype(np.float32) / np.float32(steps)
            for name, steps in FINENESS.items()
        }
    return [
        Pose(
            time_s=float(time_s),
            width=width,
            height=height,
            **{name: values[row] for name, values in fields.items()},
        )
        if found[row]
        else Pose.missing(float(time_s), width, height)
        for row, time_s in enumerate(times)
    ]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    return judge(tmp_path_factory.mktemp("whole_session"), filmed(), Auto.among())


def test_each_exercise_is_a_set_with_its_repetitions_and_nothing_else_is(
    session: Analysis,
) -> None:
    sets = session.document.sets
    assert [one.exercise.id for one in sets] == list(DONE)
    for one in sets:
        done = DONE[one.exercise.id or ""]
        assert len(one.reps) == len(done)
        for repetition, (start_s, end_s) in zip(one.reps, done, strict=True):
            assert repetition.start_s == pytest.approx(start_s, abs=1.5)
            assert repetition.end_s == pytest.approx(end_s, abs=1.5)


def test_it_was_done_well_and_nothing_is_called_a_fault(session: Analysis) -> None:
    faults = {
        criterion.id
        for one in session.document.sets
        for criterion in one.criteria
        if criterion.verdict == "fault"
    }
    assert faults == set()


def test_no_movement_to_avoid_is_seen_in_getting_down_and_up(session: Analysis) -> None:
    assert not any(one.startswith(ADVICE) for one in session.document.warning_ids)


@pytest.mark.parametrize("name", ["wall-squat", "bridge"])
def test_a_named_exercise_counts_its_own_repetitions_alone(tmp_path: Path, name: str) -> None:
    document = judge(tmp_path, filmed(), library()[name]).document
    assert document.summary.reps == len(DONE[name])
    assert document.summary.verdict == "good"
