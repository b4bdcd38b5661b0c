"""People at a desk as plain poses: upright, leaning, poking the head, sunk, standing, gone."""

from collections.abc import Iterable
from dataclasses import replace

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.glance import DeskObserver, Glance
from formcheck.pose.pose import Pose
from formcheck.texts.texts import load_texts
from tests.stick_figure import StickFigure

HIPS = ("left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle")

UPRIGHT = StickFigure(
    trunk=88, head=75, thigh=0, shin=270, upper_arm=280, forearm=0, hip=(300.0, 330.0)
)
"""Sits facing right, seen from the left."""

LEANING = replace(UPRIGHT, trunk=55, head=45)
HEAD_POKING = replace(UPRIGHT, head=40)
SUNK = replace(UPRIGHT, hip=(300.0, 350.0))
"""What a slump looks like where the hips are hidden: the shoulders are lower."""

STANDING = replace(UPRIGHT, thigh=268, hip=(300.0, 230.0))


def behind_a_desk(figure: StickFigure) -> StickFigure:
    """The same person with hips and legs hidden."""
    return replace(figure, hidden=HIPS)


def nobody(time_s: float) -> Pose:
    return Pose.missing(time_s, 640, 480)


def glances(figure: StickFigure, times_s: Iterable[float]) -> list[Glance]:
    """Looks at the same posture again and again."""
    observer = DeskObserver(desk_exercise(load_texts()))
    return [observer.update(figure.pose(time_s)) for time_s in times_s]
