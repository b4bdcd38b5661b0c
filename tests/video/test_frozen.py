"""Films that hang: when a picture that is shown again is none."""

import numpy as np

from formcheck.video.cuts.frozen import FrozenWatch
from formcheck.video.cuts.takes import in_takes
from formcheck.video.frame import Frame, Image

RATE = 10


def noisy(seed: int, size: tuple[int, int] = (240, 320)) -> Image:
    """A picture of a still scene, with a camera's noise."""
    scene = np.linspace(40, 200, size[1])[None, :, None].repeat(size[0], 0).repeat(3, 2)
    noise = np.random.default_rng(seed).normal(0, 3, (*size, 3))
    return np.clip(scene + noise, 0, 255).astype(np.uint8)


def film(seeds: list[int]) -> list[Frame]:
    return [Frame(noisy(seed), i / RATE, i) for i, seed in enumerate(seeds)]


def test_a_still_scene_before_a_camera_goes_on() -> None:
    watch = FrozenWatch()
    assert not any(watch.update(noisy(i), i / RATE) for i in range(40))


def test_the_same_picture_stands_still_after_half_a_second_and_until_the_next_one() -> None:
    frames = in_takes(film([*range(5), *[5] * 20, *range(6, 12)]))
    assert [frame.index for frame in frames if frame.frozen] == list(range(11, 25))


def test_what_compression_changes_in_it_is_nothing_new() -> None:
    watch = FrozenWatch()
    picture = noisy(0)
    told = [watch.update(picture + np.uint8(i % 2), i / RATE) for i in range(20)]
    assert told[-1]


def test_pictures_that_a_camera_gives_several_times_go_on() -> None:
    frames = in_takes(film([i // 4 for i in range(60)]))
    assert not any(frame.frozen for frame in frames)
