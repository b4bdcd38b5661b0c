"""How large the pictures are that are read for their poses alone."""

from pathlib import Path

import pytest

from formcheck.analysis.poses.source_settings import DEFAULTS
from formcheck.video.recordings.reading import Reading


@pytest.mark.parametrize(
    ("longer_side", "read"), [(640, None), (1024, None), (1280, 640), (1920, 960), (4096, 1024)]
)
def test_they_are_halved_until_they_are_no_larger_than_needed(
    longer_side: int, read: int | None
) -> None:
    reading = DEFAULTS.reading_for_poses(Reading(Path("film.mp4")), longer_side)
    assert reading.longest_side == read


def test_all_else_of_the_reading_stays() -> None:
    reading = Reading(Path("film.mp4"), longest_side=1920, turned=90, apart_s=0.03, threads=1)
    smaller = DEFAULTS.reading_for_poses(reading, 1920)
    assert smaller == Reading(Path("film.mp4"), 960, 90, 0.03, 1)
