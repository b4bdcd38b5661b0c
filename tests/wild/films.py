"""Films as people make them, out of sample clips."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from formcheck.video.frame import Frame, Image
from formcheck.video.open import open_recording
from tests.pose.composites import lay, step
from tests.video import moving_camera
from tests.video.clips import write_clip

CLIPS = Path(__file__).parents[2] / "samples" / "clips"

Maker = Callable[[Path], Path]
"""Writes a film into a folder and says where it is."""

Change = Callable[[Image, float], Image]
"""What becomes of a picture at a second; the picture may be drawn on."""


def clip(name: str, seconds: float = 60.0, begin_s: float = 0.0) -> list[Frame]:
    """A part of a sample clip."""
    with open_recording(CLIPS / f"{name}.mp4") as recording:
        return [one for one in recording if begin_s <= one.time_s < begin_s + seconds]


def written(path: Path, images: Iterable[Image], **how: Any) -> Path:
    """Pictures as a film of fifteen a second, as the sample clips are; of even sides."""
    even = (image[: len(image) // 2 * 2, : len(image[0]) // 2 * 2] for image in images)
    images = [np.ascontiguousarray(image) for image in even]
    times_ms = [round(1000 * number / 15) for number in range(len(images))]
    return write_clip(path, images, times_ms, **{"options": {"crf": "20"}, **how})


def changed(name: str, change: Change, seconds: float = 60.0, **how: Any) -> Maker:
    """A sample clip, of which every picture is changed."""

    def make(folder: Path) -> Path:
        frames = clip(name, seconds)
        images = [change(one.image.copy(), one.time_s) for one in frames]
        return written(folder / "film.mp4", images, **how)

    return make


def one_after_the_other(*parts: tuple[str, float]) -> Maker:
    """So many seconds of each clip, with hard cuts between."""

    def make(folder: Path) -> Path:
        frames = [frame for name, seconds in parts for frame in clip(name, seconds)]
        return written(folder / "film.mp4", [frame.image for frame in frames])

    return make


def repeated(name: str, begin_s: float, seconds: float, times: int, suffix: str = ".mp4") -> Maker:
    """A loop: the same seconds again and again."""

    def make(folder: Path) -> Path:
        images = [frame.image for frame in clip(name, seconds, begin_s)]
        if suffix == ".gif":
            small = [np.asarray(cv2.resize(one, None, fx=0.6, fy=0.6), np.uint8) for one in images]
            how: dict[str, Any] = {"codec": "gif", "pixels": "rgb8", "options": {}}
            return written(folder / "film.gif", times * small, **how)
        return written(folder / f"film{suffix}", times * images)

    return make


def side_by_side(left: str, right: str, seconds: float) -> Maker:
    """Two people at once, each in one half of a wide picture."""

    def make(folder: Path) -> Path:
        both = zip(clip(left, seconds), clip(right, seconds), strict=False)
        images = [np.hstack([one.image, other.image]) for one, other in both]
        return written(folder / "film.mp4", images)

    return make


def by_camera(name: str, path: moving_camera.Path, seconds: float = 60.0) -> Maker:
    """A sample clip as a camera that moves would have taken it."""

    def make(folder: Path) -> Path:
        frames = moving_camera.filmed(clip(name, seconds), path)
        return written(folder / "film.mp4", [frame.image for frame in frames])

    return make


def passed_by(size: float, begin_s: float, pixels_a_second: float, bottom: float) -> Change:
    """Somebody walks through the picture from the left."""

    def change(image: Image, time_s: float) -> Image:
        way = pixels_a_second * (time_s - begin_s) - 80
        lay(image, step(time_s).scaled(size), way, bottom)
        return image

    return change


def captioned(words: str, place: tuple[int, int], size: float, until_s: float = 60.0) -> Change:
    """Writing with a dark rim, as it is burnt into films."""

    def change(image: Image, time_s: float) -> Image:
        if time_s < until_s:
            for colour, thick in (((0, 0, 0), 12), ((255, 255, 255), 4)):
                font = cv2.FONT_HERSHEY_DUPLEX
                cv2.putText(image, words, place, font, size, colour, thick, cv2.LINE_AA)
        return image

    return change


def plated(words: str, rows: tuple[int, int], begin_s: float, end_s: float) -> Change:
    """Writing on a white plate across the picture."""

    def change(image: Image, time_s: float) -> Image:
        if begin_s <= time_s < end_s:
            image[slice(*rows)] = 255
            place = (20, rows[1] - 14)
            cv2.putText(image, words, place, cv2.FONT_HERSHEY_DUPLEX, 1.1, (0, 0, 0), 3)
        return image

    return change


def counted(image: Image, time_s: float) -> Image:
    """A counter, a clock and a bar that grows."""
    for words, place in ((f"{int(time_s / 3)}", (20, 110)), (f"00:{time_s:04.1f}", (430, 60))):
        cv2.putText(image, words, place, cv2.FONT_HERSHEY_DUPLEX, 2.0, (255, 255, 255), 5)
    cv2.rectangle(image, (0, 465), (int(30 * time_s), 480), (60, 220, 60), cv2.FILLED)
    return image


def without_top(rows: int) -> Change:
    """The picture ends higher up."""
    return lambda image, _: image[rows:]


def turned(quarters: int) -> Change:
    """The film lies on its side or stands on its head, with no mark."""
    return lambda image, _: np.rot90(image, quarters)


def rolled(degrees: float) -> Change:
    """The camera was held at a slant."""
    return lambda image, _: moving_camera.seen(image, moving_camera.Aim(roll=degrees))


def lit(contrast: float, brightness: float, noise: float = 0.0) -> Change:
    """Lighter, darker or flatter than it was, with the noise of a camera in the dark."""
    generator = np.random.default_rng(3)

    def change(image: Image, _: float) -> Image:
        grain = generator.normal(0, noise, image.shape) if noise else 0.0
        lit_so = contrast * image.astype(np.float32) + brightness + grain
        return np.asarray(np.clip(lit_so, 0, 255), np.uint8)

    return change


def shown_in_a_corner(other: str) -> Change:
    """Another film, small, in the upper right corner."""
    inset = [cv2.resize(frame.image, (176, 132)) for frame in clip(other)]

    def change(image: Image, time_s: float) -> Image:
        image[8:140, -184:-8] = inset[int(15 * time_s) % len(inset)]
        return image

    return change
