"""A trunk whose head is above the picture is found head over heels, and is nobody who slouches."""

from dataclasses import replace

import numpy as np

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.glance import DeskObserver, Glance
from formcheck.desk.posture import Who
from formcheck.desk.sitting_posture import PostureJudge
from formcheck.pose.pose import Pose, Silhouette
from formcheck.texts.texts import load_texts
from tests.desk.sitters import UPRIGHT, glances

FOUND = replace(UPRIGHT, trunk=262, head=250, hip=(300.0, 130.0))
"""The hips of somebody who stands are taken for the shoulders."""

WIDTH, HEIGHT = 640, 480


def look(pose: Pose) -> Glance:
    return DeskObserver(desk_exercise(load_texts())).update(pose)


def outlined(pose: Pose, top: int) -> Pose:
    """With the outline of a trunk that begins so many pixels below the upper edge."""
    mask = np.zeros((HEIGHT, WIDTH), np.bool_)
    mask[top:300, 250:350] = True
    return replace(pose, silhouette=Silhouette(mask, 1.0))


def test_a_trunk_that_the_upper_edge_cuts_off_is_of_nobody_who_sits() -> None:
    found = look(outlined(FOUND.pose(), top=0))
    assert not found.sitting
    assert found.unlikely is None


def test_where_no_outline_tells_nobody_knows() -> None:
    judge = PostureJudge(desk_exercise(load_texts()), glances(UPRIGHT, range(5)))
    for pose in (FOUND.pose(), outlined(FOUND.pose(), top=40)):
        found = look(pose)
        assert not found.sitting
        assert judge.who(found) is Who.UNSURE


def test_who_sits_below_the_edge_and_whose_crown_is_cut_off_sits() -> None:
    assert look(UPRIGHT.pose()).sitting
    assert look(outlined(UPRIGHT.pose(), top=0)).sitting
