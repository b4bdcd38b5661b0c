"""Stick figures on the move, ten poses a second."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose
from tests.stick_figure import Angles, StickFigure

RATE = 10

Figure = Callable[[float], StickFigure]
"""A figure by how far it is out: 0 at rest, 1 at the furthest point."""


def repeated(figure: Figure, times: int = 3, hold_s: float = 1.0) -> list[Pose]:
    """Two seconds at rest, then so many repetitions of two seconds and a hold."""
    shares = [0.0] * (2 * RATE)
    for _ in range(times):
        out = [(1 - math.cos(math.pi * i / RATE)) / 2 for i in range(RATE)]
        shares += [*out, *[1.0] * round(hold_s * RATE), *reversed(out), *[0.0] * RATE]
    return [figure(share).pose(i / RATE) for i, share in enumerate(shares)]


def joined(*parts: Sequence[Pose]) -> list[Pose]:
    """One movement after the other."""
    poses: list[Pose] = []
    for part in parts:
        since_s = poses[-1].time_s + 1 / RATE if poses else 0.0
        poses += [replace(pose, time_s=pose.time_s + since_s) for pose in part]
    return poses


def kept(figure: StickFigure, seconds: float = 12.0) -> list[Pose]:
    """Somebody who doesn't move."""
    return [figure.pose(i / RATE) for i in range(round(seconds * RATE))]


def push_up(share: float) -> StickFigure:
    half = (180 - (175 - 90 * share)) / 2
    return StickFigure(
        trunk=15 - 6 * share,
        thigh=195 - 6 * share,
        shin=195 - 6 * share,
        upper_arm=270 - half,
        forearm=270 + half,
        near="right",
    )


def knee_push_up(share: float) -> StickFigure:
    """On the knees, the shins up; the body is straight to the knee."""
    return replace(push_up(share), shin={"left": 120.0, "right": 120.0})


def donkey_kick(share: float) -> StickFigure:
    """On all fours, one leg goes up and back; both hands stay on the floor."""
    return replace(
        bird_dog(share),
        upper_arm={"right": 270, "left": 270},
        forearm={"right": 270, "left": 270},
    )


def good_morning(share: float) -> StickFigure:
    """Bent over with straight knees, as a toe touch, but with the hands behind the head."""
    trunk = 90 - 75 * share
    return replace(toe_touch(0.0), trunk=trunk, upper_arm=trunk + 40, forearm=trunk - 120)


def plank() -> StickFigure:
    return StickFigure(trunk=8, thigh=188, shin=188, upper_arm=270, forearm=0, near="right")


def onto_the_forearms(share: float) -> StickFigure:
    """From the start of a push-up down into a plank, one arm's length lower."""
    high, low = push_up(0.0), plank()
    ways = {"trunk": -7, "thigh": -7, "shin": -7, "upper_arm": 2.5, "forearm": 87.5}
    moved = {name: getattr(high, name) + share * way for name, way in ways.items()}
    return replace(low, **moved)


def sagging_push_up(share: float) -> StickFigure:
    """The hips hang so low that the trunk leans back by fifty degrees."""
    half = (180 - (175 - 90 * share)) / 2
    return StickFigure(
        trunk=50 - 9 * share,
        thigh=183 - 3 * share,
        shin=183 - 3 * share,
        upper_arm=270 - half,
        forearm=270 + half,
        near="right",
    )


def sit_up(top: float) -> Figure:
    """The trunk comes up to so many degrees, the feet stay on the floor."""
    return lambda share: lying(trunk=top * share, thigh=130.0, shin=235.0)


def bird_dog(share: float) -> StickFigure:
    """The near leg and the far arm."""
    return StickFigure(
        trunk=12,
        thigh={"right": 270 - 85 * share, "left": 270},
        shin={"right": 180 + 5 * share, "left": 180},
        upper_arm={"right": 270, "left": 270 + 95 * share},
        forearm={"right": 270, "left": 270 + 95 * share},
        near="right",
    )


def bridge(share: float) -> StickFigure:
    """On the back, head to the right: the chest points up."""
    return replace(
        lying(trunk=-25 * share, thigh=130 + 30 * share, shin=235 + 20 * share),
        hip=(320, 240 - 45 * share),
    )


def leg_raise(share: float) -> StickFigure:
    """The far leg, straight; the near knee is bent."""
    return lying(
        thigh={"left": 130.0, "right": 180 - 40 * share},
        shin={"left": 235.0, "right": 180 - 40 * share},
    )


def double_leg_lift(share: float) -> StickFigure:
    return lying(thigh=180 - 50 * share, shin=180 - 50 * share)


def toe_touch(share: float) -> StickFigure:
    return StickFigure(
        trunk=90 - 110 * share,
        thigh=270,
        shin=270,
        upper_arm=270,
        forearm=270,
        near="right",
    )


def lift(share: float) -> StickFigure:
    """Down to a box by the knees, the back inclined by 45 degrees, and up again."""
    return replace(
        standing(),
        trunk=90 - 45 * share,
        thigh=270 + 65 * share,
        shin=270 - 20 * share,
        hip=(320, 160 + 95 * share),
        upper_arm=270,
        forearm=270,
    )


def sitting(lean: float = 0.0) -> StickFigure:
    return StickFigure(trunk=90 - lean, thigh=0, shin=270, upper_arm=290, forearm=350, near="right")


def wall_sit(shin: float = 270.0) -> StickFigure:
    """Facing right, half-way down a wall. shin: where it points, which is down."""
    return StickFigure(trunk=90, thigh=320, shin=shin, upper_arm=270, forearm=270, near="right")


def standing() -> StickFigure:
    return toe_touch(0.0)


def lying(
    trunk: float = 0.0,
    thigh: float | Mapping[Side, float] = 180.0,
    shin: float | Mapping[Side, float] = 180.0,
) -> StickFigure:
    """On the back; the head to the right, the feet to the left."""
    return StickFigure(
        trunk=trunk,
        thigh=thigh,
        shin=shin,
        upper_arm=180,
        forearm=180,
        near="left",
    )


def walking(seconds: float = 10.0) -> Iterator[Pose]:
    """Across the picture and back again."""
    for i in range(round(seconds * RATE)):
        swing = 25 * math.sin(2 * math.pi * i / RATE)
        far = 250 * math.sin(2 * math.pi * i / (seconds * RATE))
        yield StickFigure(
            trunk=88,
            thigh={"left": 270 + swing, "right": 270 - swing},
            shin={"left": 260 + min(0, swing), "right": 260 - max(0, swing)},
            upper_arm={"left": 270 - swing, "right": 270 + swing},
            forearm={"left": 280 - swing, "right": 280 + swing},
            hip=(320 + far, 240),
            near="right",
        ).pose(i / RATE)


def one_leg_bridge(share: float) -> StickFigure:
    """The near leg is stretched all along, in line with the thigh of the other."""
    both = bridge(share)
    thigh = 130 + 30 * share
    return replace(both, thigh=thigh, shin={"left": thigh, "right": 235 + 20 * share})


def heel_touch(share: float) -> StickFigure:
    """A sit-up in which the hands reach for the heels."""
    return replace(
        sit_up(30)(share), thigh=120.0, shin=265.0, upper_arm=190.0, forearm=190.0, hip=(320, 300)
    )


def seated_forward_bend() -> StickFigure:
    """On the floor with straight legs, bent down over them."""
    return StickFigure(trunk=35, thigh=0, shin=0, upper_arm=350, forearm=350, near="right")


def cobra() -> StickFigure:
    """Face down, the chest held up on straight arms."""
    return StickFigure(trunk=50, thigh=180, shin=180, upper_arm=270, forearm=270, near="right")


def flutter(times: int = 4) -> list[Pose]:
    """On the back: both straight legs go up, take turns there, and come down."""
    rest = [(0.0, 0.0)] * RATE
    turns = [
        (30 + 25 * math.sin(math.pi * i / RATE), 30 - 25 * math.sin(math.pi * i / RATE))
        for i in range(2 * RATE * times)
    ]
    up = [(3.0 * i, 3.0 * i) for i in range(RATE)]
    raised = [*rest, *up, *turns, *reversed(up), *rest]
    legs: list[Angles] = [{"left": 180 - near, "right": 180 - far} for near, far in raised]
    return [lying(thigh=leg, shin=leg).pose(i / RATE) for i, leg in enumerate(legs)]
