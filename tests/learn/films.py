"""Demonstrations by stick figures, as the pose model would give them."""

from collections.abc import Callable

from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose
from tests.learn.series import FRAME_S, repeated
from tests.stick_figure import StickFigure

Figure = Callable[[float], StickFigure]


def film(figure: Figure, shares: list[float]) -> list[Pose]:
    return [figure(share).pose(i * FRAME_S) for i, share in enumerate(shares)]


def squat(share: float, *, bend: float = 80.0, lean: float = 0.0, yaw: float = 0.0) -> StickFigure:
    """Standing with the arms hanging; the thighs go up to the level, the trunk stays upright."""
    return StickFigure(
        trunk=90 - lean * share,
        thigh=270 + bend * share,
        shin=270,
        upper_arm=272,
        forearm=275,
        near="right",
        yaw=yaw,
    )


def leg_lift(share: float, *, side: Side = "left", height: float = 40.0) -> StickFigure:
    """On the back with the left knee straight and the right one bent; one leg goes up."""
    up = {side: height * share}
    return StickFigure(
        trunk=180,
        head=180,
        thigh={"left": up.get("left", 0.0), "right": 50 + up.get("right", 0.0)},
        shin={"left": up.get("left", 0.0), "right": 310},
        upper_arm=0,
        forearm=0,
        near="right",
    )


def squats(times: int = 3, **how: float) -> list[Pose]:
    return film(lambda share: squat(share, **how), repeated(times, hold_s=2.0))


def leg_lifts(times: int = 3, *, side: Side = "left") -> list[Pose]:
    return film(lambda share: leg_lift(share, side=side), repeated(times))
