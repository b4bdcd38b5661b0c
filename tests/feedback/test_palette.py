"""Colours that stay apart for every kind of sight, and text that can be read on any picture."""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from formcheck.feedback.drawing.banner import NOTICE, OPACITY, STYLES, WAITING, BannerStyle
from formcheck.feedback.drawing.palette import (
    BLUE,
    INK,
    LIMB_STYLES,
    ORANGE,
    PAPER,
    PLATE,
    QUIET,
    Colour,
)
from formcheck.feedback.drawing.panels import DIMMED

Floats = NDArray[np.float64]

LEAST_DIFFERENCE = 15.0
"""CIE 1976 colour difference; about 2.3 is just noticeable side by side, and lines on a moving
picture seen from across the room need several times that."""

LEAST_VERDICT_DIFFERENCE = 60.0
"""Good and fault must never be taken for each other, and no verdict stand on a fine shade."""

TEXT, LARGE_TEXT = 7.0, 4.5
"""Contrast ratios of WCAG 2.2, AAA: for running text, and for large letters."""

SIGHT = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
"""What is left of linear RGB, severity 1.0 (Machado, Oliveira and Fernandes, "A Physiologically-
based Model for Simulation of Color Vision Deficiency", 2009)."""


def linear(colour: Colour) -> Floats:
    """The light of an sRGB colour (IEC 61966-2-1), 0 to 1."""
    share = np.asarray(colour) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def lab(light: Floats) -> Floats:
    """CIELAB of linear RGB under D65."""
    to_xyz = np.array(
        [
            [0.4124, 0.3576, 0.1805],
            [0.2126, 0.7152, 0.0722],
            [0.0193, 0.1192, 0.9505],
        ]
    )
    relative = to_xyz @ np.clip(light, 0, 1) / to_xyz.sum(axis=1)
    x, y, z = np.where(relative > 0.008856, np.cbrt(relative), 7.787 * relative + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def difference(one: Colour, other: Colour, sight: str) -> float:
    """How different two colours look to someone, in CIELAB."""
    seen = [lab(SIGHT[sight] @ linear(colour)) for colour in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of WCAG 2.2, 1 to 21."""
    light = sorted(linear(colour) @ [0.2126, 0.7152, 0.0722] for colour in (one, other))
    return float((light[1] + 0.05) / (light[0] + 0.05))


def over(plate: Colour, opacity: float, behind: Colour) -> Colour:
    """What a plate looks like over a colour of the picture."""
    mixed = np.asarray(plate) * opacity + np.asarray(behind) * (1 - opacity)
    red, green, blue = mixed.round().astype(int).tolist()
    return red, green, blue


BEHIND: list[Colour] = [(0, 0, 0), (255, 255, 255), (128, 128, 128), (255, 0, 0), (0, 90, 255)]


@pytest.mark.parametrize("sight", SIGHT)
def test_good_and_fault_look_different_to_everyone(sight: str) -> None:
    assert difference(BLUE, ORANGE, sight) > LEAST_VERDICT_DIFFERENCE


@pytest.mark.parametrize("sight", SIGHT)
def test_every_two_verdicts_look_different_to_everyone(sight: str) -> None:
    colours = [style.colour for style in LIMB_STYLES.values()]

    for one, other in combinations(colours, 2):
        assert difference(one, other, sight) > LEAST_DIFFERENCE


def test_the_simulation_finds_colours_that_are_confused() -> None:
    """Traffic-light red and green, which most exercise programs use, are not apart for all."""
    red, green = (213, 62, 50), (122, 130, 40)

    assert difference(red, green, "usual") > LEAST_VERDICT_DIFFERENCE
    assert difference(red, green, "deuteranopia") < LEAST_VERDICT_DIFFERENCE / 2


@pytest.mark.parametrize("behind", BEHIND)
def test_text_on_a_dark_plate_can_be_read_over_any_picture(behind: Colour) -> None:
    ground = over(INK, PLATE, behind)

    assert contrast(PAPER, ground) >= TEXT
    assert contrast(QUIET, ground) >= LARGE_TEXT
    assert contrast(BLUE, ground) >= LARGE_TEXT
    assert contrast(ORANGE, ground) >= LARGE_TEXT


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("style", [*STYLES.values(), NOTICE, WAITING])
def test_a_message_can_be_read_over_any_picture(style: BannerStyle, behind: Colour) -> None:
    ground = over(style.plate, OPACITY, behind)

    assert contrast(style.letters, ground) >= TEXT


@pytest.mark.parametrize("behind", BEHIND)
def test_what_stands_on_the_dimmed_picture_can_be_read(behind: Colour) -> None:
    assert contrast(PAPER, over(INK, DIMMED, behind)) >= TEXT
    assert contrast(QUIET, over(INK, DIMMED, behind)) >= LARGE_TEXT
