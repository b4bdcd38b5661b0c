"""Real pose estimation on a handful of sample clips: each is taken for what is done in it."""

from pathlib import Path

import pytest

import formcheck
from tests.wild import films

CLIPS = Path(__file__).parents[2] / "samples" / "clips"

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("clip", "expected"),
    [
        ("bird-dog-good", "bird-dog"),
        ("cat-stretch-good", "cat-stretch"),
        ("pelvic-tilt-good", "pelvic-tilt"),
        ("desk-sitting-good", "desk-sitting"),
        ("full-sit-up", "full-sit-up"),
        ("no-person", None),
        ("leg-raise-end-on", None),
    ],
)
def test_each_is_taken_for_what_is_done_in_it(clip: str, expected: str | None) -> None:
    path = CLIPS / f"{clip}.mp4"
    if not path.exists():
        pytest.skip(f"the sample clip {clip} is not rendered")
    document = formcheck.analyse(path).document
    assert document.exercise.id == expected
    if expected == "full-sit-up":
        assert document.summary.good_reps == 0
        assert document.warnings


@pytest.mark.parametrize(
    ("clip", "seconds"), [("cat-stretch-good", 12.9), ("cat-stretch-good-2", 9.4)]
)
def test_a_back_that_is_rounded_and_then_arched_once_is_no_half_movement(
    clip: str, seconds: float, tmp_path: Path
) -> None:
    """It goes back beyond where it began, so that the way out is the shorter one."""
    film = films.changed(clip, lambda image, _: image, seconds)(tmp_path)
    document = formcheck.analyse(film, video=False).document
    assert document.exercise.id == "cat-stretch"
    assert document.summary.reps == 1
    assert "result.half_seen" not in document.warning_ids
