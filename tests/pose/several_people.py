"""People at several places of one picture."""

from formcheck.pose.pose import Pose
from tests.pose.poses import moved, standing
from tests.stick_figure import StickFigure

WIDTH, HEIGHT = 1280, 720


def person(right: float = 0.0, times: float = 1.0, time_s: float = 0.0) -> Pose:
    """Somebody so many pixels right of the middle; twice the times is half as far away."""
    return moved(standing(time_s, WIDTH, HEIGHT), right, 0.0, times)


def lying_person() -> Pose:
    figure = StickFigure(
        trunk=0, thigh=180, shin=180, upper_arm=180, forearm=180, hip=(WIDTH / 2, HEIGHT * 0.8)
    )
    return figure.pose(0.0, WIDTH, HEIGHT)


NEAR, FAR = person(100, 1.2), person(-300, 0.7)
