"""What was once right on real people's movements stays right; see `python -m tests.people`."""

from pathlib import Path

import pytest

from tests.people.judged import JudgedTrack, judge_track
from tests.people.labels import read_labels

TRACKS = Path(__file__).parents[3] / "shared" / "wild" / "tracks"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not TRACKS.is_dir(), reason="the tracks of real people are not here"),
]


@pytest.fixture(scope="module")
def tracks() -> list[JudgedTrack]:
    return [judge_track(label) for label in read_labels(TRACKS)]


def test_repetitions_are_counted_as_labelled(tracks: list[JudgedTrack]) -> None:
    ours = [track for track in tracks if track.label.exercise is not None]
    assert sum(track.counted_right for track in ours) >= 77


def test_holds_are_as_long_as_one_sees(tracks: list[JudgedTrack]) -> None:
    assert sum(track.held_right is True for track in tracks) >= 16


def test_exercises_are_recognised(tracks: list[JudgedTrack]) -> None:
    assert sum(track.recognised_right for track in tracks) >= 97


def test_nothing_is_taken_for_another_exercise(tracks: list[JudgedTrack]) -> None:
    wrong = [one for one in tracks if one.recognised not in (None, one.label.exercise)]
    assert [one.line for one in wrong] == []
