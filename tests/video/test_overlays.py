"""A caption that comes or goes is no cut; another scene and a person who jumps are."""

import cv2
import numpy as np
import pytest

from formcheck.video.cuts.overlays import is_overlay
from formcheck.video.cuts.takes import in_takes
from formcheck.video.frame import Frame, Image

WIDTH, HEIGHT = 640, 480


def scene(seed: int = 1, across: int = 320, shirt: tuple[int, int, int] = (90, 60, 160)) -> Image:
    """A room with a body in it, at some place across the picture."""
    generator = np.random.default_rng(seed)
    image = np.full((HEIGHT, WIDTH, 3), generator.integers(120, 200, 3), np.uint8)
    image[300:] = generator.integers(60, 140, 3)
    for _ in range(6):
        left, top = generator.integers(0, WIDTH - 80), generator.integers(0, 250)
        colour = [int(one) for one in generator.integers(40, 220, 3)]
        cv2.rectangle(image, (int(left), int(top)), (int(left) + 70, int(top) + 50), colour, -1)
    cv2.ellipse(image, (across, 280), (90, 40), 0, 0, 360, shirt, -1)
    cv2.ellipse(image, (across + 120, 300), (80, 22), 0, 0, 360, (120, 80, 40), -1)
    cv2.circle(image, (across - 110, 270), 30, (130, 160, 210), -1)
    noise = generator.normal(0, 3, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


def captioned(image: Image, text: str, size: float, banner: bool = False) -> Image:
    """The picture with a caption over the body: white with a black rim, or on a dark ground."""
    image = image.copy()
    if banner:
        cv2.rectangle(image, (60, 250), (580, 320), (40, 40, 40), -1)
    for colour, thick in (((0, 0, 0), 10), ((255, 255, 255), 3)):
        cv2.putText(image, text, (80, 300), cv2.FONT_HERSHEY_DUPLEX, size, colour, thick)
    return image


@pytest.mark.parametrize(("text", "size"), [("SQUEEZE", 1.8), ("Slow down now", 1.2), ("10", 2.5)])
@pytest.mark.parametrize("banner", [False, True])
def test_a_caption_that_comes_or_goes_lies_over_the_scene(
    text: str, size: float, banner: bool
) -> None:
    plain, told = scene(), captioned(scene(), text, size, banner)
    assert is_overlay(plain, told)
    assert is_overlay(told, plain)


def test_a_chair_of_one_colour_that_is_drawn_in_does_too() -> None:
    image = scene()
    cv2.rectangle(image, (300, 220), (420, 330), (40, 70, 110), -1)
    assert is_overlay(scene(), image)


def test_so_does_a_bar_with_writing_that_changes_its_colour() -> None:
    """It stands beside the body, as apps show how well an exercise is done."""
    shown = []
    for colour in ((0, 220, 0), (240, 230, 0)):
        image = scene()
        cv2.rectangle(image, (10, 20), (260, 50), colour, -1)
        cv2.putText(image, "angle: 19", (10, 100), cv2.FONT_HERSHEY_DUPLEX, 1.2, colour, 4)
        shown.append(image)
    assert is_overlay(shown[0], shown[1])


@pytest.mark.parametrize("across", [200, 260, 380, 450])
def test_a_person_who_is_suddenly_elsewhere_does_not(across: int) -> None:
    assert not is_overlay(scene(), scene(across=across))


def test_nor_does_somebody_else_in_the_same_place() -> None:
    assert not is_overlay(scene(), scene(across=330, shirt=(200, 200, 60)))


def test_nor_does_another_scene_or_a_black_picture() -> None:
    assert not is_overlay(scene(1), scene(2))
    assert not is_overlay(scene(1), np.zeros_like(scene(1)))
    assert not is_overlay(scene(1), scene(1)[:240])


def test_the_same_picture_with_a_little_noise_has_nothing_over_it() -> None:
    assert not is_overlay(scene(), np.clip(scene().astype(int) + 4, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("dark", [0.6, 0.85])
def test_a_plate_lies_over_the_scene_though_somebody_moves_under_it(dark: float) -> None:
    """It is as dark as the clothes, and fades in while they move: half of its rim shows no edge."""
    told = scene(across=300).astype(float)
    told[255:320] *= 1 - dark
    image = told.astype(np.uint8)
    cv2.putText(image, "Slow down now", (80, 300), cv2.FONT_HERSHEY_DUPLEX, 1.2, (255,) * 3, 3)
    assert is_overlay(scene(across=320), image)
    assert is_overlay(image, scene(across=320))


def test_so_it_does_though_a_limb_moves_beyond_it() -> None:
    """What it hides is as dark as it is, so that its rim has holes."""
    plain = scene()
    plain[255:320, 200:330] = (45, 40, 40)
    told = plain.copy()
    told[255:320] = (40, 40, 40)
    cv2.putText(told, "HOLD", (420, 305), cv2.FONT_HERSHEY_DUPLEX, 1.4, (255,) * 3, 3)
    cv2.line(told, (330, 255), (470, 120), (120, 80, 40), 24)
    assert is_overlay(plain, told)
    assert is_overlay(told, plain)


def test_a_body_that_lies_along_the_picture_is_no_plate() -> None:
    lying = scene()
    cv2.ellipse(lying, (330, 290), (260, 48), 0, 0, 360, (90, 60, 160), -1)
    cv2.ellipse(lying, (500, 250), (80, 30), 40, 0, 360, (120, 80, 40), -1)
    assert not is_overlay(scene(across=200), lying)


def takes(images: list[Image]) -> list[int]:
    frames = (Frame(image, number / 15, number) for number, image in enumerate(images))
    return [frame.take for frame in in_takes(frames)]


def test_a_caption_for_a_second_leaves_one_take() -> None:
    plain, told = scene(), captioned(scene(), "SQUEEZE YOUR GLUTES", 1.4)
    assert set(takes([plain] * 20 + [told] * 15 + [plain] * 20)) == {0}


def test_a_cut_under_a_caption_that_stays_is_still_one() -> None:
    before, after = (captioned(scene(seed), "REST", 2.0) for seed in (1, 2))
    assert takes([before] * 20 + [after] * 20) == [0] * 20 + [1] * 20
