"""A recording as poses: what was missing in it is told, and how it was turned is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from formcheck.analysis.poses.pose_source import PosedFrame, SourceFacts
from formcheck.errors import FormcheckError
from formcheck.learn import recording
from formcheck.learn.recording import recorded_poses
from formcheck.texts.message import in_words
from formcheck.video.timing import GUESSED
from tests.learn.films import squats
from tests.texts.english import ENGLISH


class BrokenOff:
    """A turned video without times, which can't be read on after ten pictures."""

    facts = SourceFacts("video", 640, 480, rotation=90, frames=40)
    model, timing = "full", GUESSED
    warnings = ("clip.mp4 has no times",)

    def __iter__(self) -> Iterator[PosedFrame]:
        for index, pose in enumerate(squats(1)[:10]):
            yield PosedFrame(index, None, pose)
        raise FormcheckError("clip.mp4 breaks off at 0.7 s")


def test_what_breaks_off_is_told_and_the_turn_and_times_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def opened(_path: Path, _prepare: Any) -> Iterator[BrokenOff]:
        yield BrokenOff()

    monkeypatch.setattr(recording, "open_pose_source", opened)
    with recorded_poses(tmp_path / "clip.mp4") as found:
        assert len(list(found.poses)) == 10
        assert found.poses.rotation == 90
        assert found.poses.timing == GUESSED
        told = [in_words(one, ENGLISH.entries) for one in found.warnings]
        assert told == ["clip.mp4 has no times", "clip.mp4 breaks off at 0.7 s"]
