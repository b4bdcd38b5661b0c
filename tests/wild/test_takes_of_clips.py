"""Sample clips as a hand films them and as programs for cutting hand them on: each is one take."""

import cv2
import numpy as np
import pytest

from formcheck.video.cuts.takes import in_takes
from formcheck.video.frame import Frame
from tests.video.moving_camera import filmed, sway
from tests.wild import films

SIZE = (480, 360)


def out_of_the_dark(name: str, seconds: float, fades_s: float = 0.5) -> list[Frame]:
    return [
        Frame((one.image * min(1.0, one.time_s / fades_s)).astype(np.uint8), one.time_s, one.index)
        for one in films.clip(name, seconds)
    ]


def test_a_hand_that_sways_far_before_somebody_who_moves_cuts_nothing() -> None:
    small = [
        Frame(np.asarray(cv2.resize(one.image, SIZE), np.uint8), one.time_s, one.index)
        for one in filmed(films.clip("bird-dog-good-2", 5.0, 4.0), sway(0.052, 0.55))
    ]
    assert {one.take for one in in_takes(small)} == {0}


@pytest.mark.parametrize("name", ["bridge-good", "side-leg-lift-good"])
def test_a_scene_that_comes_out_of_the_dark_while_somebody_moves_is_cut_once(name: str) -> None:
    """Where the darkness ends, and not again where the light stays as it is."""
    found = [one.take for one in in_takes(out_of_the_dark(name, 5.0))]
    assert found[-1] <= 1
    assert found.index(found[-1]) < 8
