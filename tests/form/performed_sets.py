"""Whole sets of stick figures, whose angles and times are known, and what the checker says."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from formcheck.exercises.load import library
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState
from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose
from tests.stick_figure import StickFigure

FRAME_S = 1 / 15


def ease(share: float) -> float:
    """With the least jerk, as people move (Flash and Hogan 1985)."""
    done = min(max(share, 0.0), 1.0)
    return done**3 * (done * (6 * done - 15) + 10)


def repetition(
    rest_s: float = 0.8, out_s: float = 1.2, hold_s: float = 1.0, back_s: float = 1.5
) -> Iterator[float]:
    """Shares of the way out, frame by frame, over one repetition."""
    for _ in range(round(rest_s / FRAME_S)):
        yield 0.0
    for i in range(round(out_s / FRAME_S)):
        yield ease(i * FRAME_S / out_s)
    for _ in range(round(hold_s / FRAME_S)):
        yield 1.0
    for i in range(round(back_s / FRAME_S)):
        yield ease(1 - i * FRAME_S / back_s)


def film(figures: list[StickFigure]) -> list[Pose]:
    return [figure.pose(i * FRAME_S) for i, figure in enumerate(figures)]


def run(exercise: str, poses: list[Pose]) -> tuple[SetSummary, list[FormState]]:
    checker = checker_for(library()[exercise])
    states = [checker.update(pose) for pose in poses]
    return checker.finish(), states


def push_up(
    share: float, *, bottom: float = 80.0, top: float = 175.0, hips: float = 0.0
) -> StickFigure:
    """Hands under the shoulders; the elbow goes from `top` to `bottom`; hips above the line."""
    elbow = top + (bottom - top) * share
    half = (180 - elbow) / 2
    return StickFigure(
        trunk=8 - hips / 2,
        thigh=188 - hips / 2 + hips,
        shin=188 - hips / 2 + hips,
        upper_arm=270 - half,
        forearm=270 + half,
        near="right",
    )


def wall_squat(
    share: float, *, flexion: float = 60.0, trunk: float = 90.0, shin: float = 0.0
) -> StickFigure:
    bend = flexion * share
    lean = shin * share
    return StickFigure(
        trunk=90 + (trunk - 90) * share,
        thigh=270 + bend - lean,
        shin=270 - lean,
        upper_arm=275,
        forearm=280,
        near="right",
    )


def partial_sit_up(share: float, *, top: float = 28.0, knee: float = 90.0) -> StickFigure:
    return StickFigure(
        trunk=180 - top * share,
        head=180 - top * share,
        thigh=knee / 2,
        shin=360 - knee / 2,
        upper_arm=0,
        forearm=0,
        near="right",
    )


def bird_dog(
    share: float,
    *,
    leg: Side = "left",
    arm: Side = "right",
    knee: float = 180.0,
    lift: float = 0.0,
    elbow: float = 180.0,
) -> StickFigure:
    other: dict[Side, Side] = {"left": "right", "right": "left"}
    thigh = 270 - (90 + lift) * share
    shin = 180 + (180 - knee - lift) * share
    return StickFigure(
        trunk=0,
        thigh={leg: thigh, other[leg]: 270},
        shin={leg: shin, other[leg]: 180},
        upper_arm={arm: 270 + 90 * share, other[arm]: 270},
        forearm={arm: 270 + 90 * share + (180 - elbow) * share, other[arm]: 270},
        near="right",
    )


FIGURES: Mapping[str, Callable[[float], StickFigure]] = {
    "push-up": push_up,
    "wall-squat": wall_squat,
}
"""Of two exercises, by their names."""


def whole_set(
    figure: Callable[..., StickFigure],
    number: int = 3,
    pace: Mapping[str, float] | None = None,
    **form: Any,
) -> list[Pose]:
    shares = [0.0] * 12
    for _ in range(number):
        shares += repetition(**(pace or {}))
    shares += [0.0] * 12
    return film([figure(share, **form) for share in shares])
