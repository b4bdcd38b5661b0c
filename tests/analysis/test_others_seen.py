"""How many others are told: not those of another scene, over which the first one dissolves."""

from dataclasses import replace

import pytest

from formcheck.analysis.poses.others_seen import OthersSeen
from tests.pose.poses import standing


def seen(*others: int, cut: int | None = None) -> int:
    """The largest number that is told, of these in each half second. cut: where a take begins."""
    watch = OthersSeen()
    for number, count in enumerate(others):
        take = 0 if cut is None or number < cut else 1
        watch.update(replace(standing(0.5 * number), others=count, take=take))
    return watch.most


def test_the_most_at_once_are_told() -> None:
    assert seen(0, 1, 2, 1, 0, 0, 0, 0, 0, 0, 0) == 2


def test_whoever_comes_at_the_end_is_told() -> None:
    assert seen(0, 0, 0, 0, 0, 0, 0, 1, 1) == 1


@pytest.mark.parametrize("dissolves", [1, 2, 4])
def test_the_body_of_the_next_scene_is_nobody_else(dissolves: int) -> None:
    scene = [0] * 10 + [1] * dissolves
    assert seen(*scene, *[0] * 8, cut=len(scene)) == 0


def test_two_people_before_a_cut_are_two() -> None:
    assert seen(*[1] * 12, *[0] * 8, cut=12) == 1


def test_so_they_are_in_takes_as_short_as_a_dissolve() -> None:
    assert seen(1, 1, 1, 0, 0, cut=3) == 1
