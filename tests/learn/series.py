"""Made-up demonstrations: what every frame measures, without any picture."""

import math
from collections.abc import Callable, Mapping, Sequence

from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.learn.shown import ShownFrame, measured_names
from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.unit import DEGREES

FRAME_S = 1 / 15

RESTING: Mapping[str, float] = {
    "knee": 175.0,
    "elbow": 170.0,
    "hip": 172.0,
    "neck": 165.0,
    "arm_elevation": -85.0,
    "leg_elevation": -88.0,
    "thigh_elevation": -87.0,
    "trunk_inclination": 5.0,
    "hip_height": 3.0,
    "shoulder_height": 5.0,
    "back_rounding": 0.03,
}
"""Someone who stands still."""

Share = Callable[[int], float]
"""How far out the movement is in each frame, from 0 to 1."""


def ease(share: float) -> float:
    return (1 - math.cos(math.pi * min(max(share, 0.0), 1.0))) / 2


def repeated(
    times: int, rest_s: float = 1.0, way_s: float = 1.2, hold_s: float = 0.0
) -> list[float]:
    """Shares of the way out, frame by frame, over some repetitions and a last rest."""
    rest = [0.0] * round(rest_s / FRAME_S)
    out = [ease(i * FRAME_S / way_s) for i in range(round(way_s / FRAME_S))]
    one = [*rest, *out, *[1.0] * round(hold_s / FRAME_S), *reversed(out)]
    return [*one * times, *rest]


def wobble(frame: int, size: float) -> float:
    """A tremble that is the same in every run, within `size` of nothing."""
    return size * math.sin(12.9898 * frame) * math.cos(4.1414 * frame)


def frames(
    shares: Sequence[float],
    travels: Mapping[str, float],
    *,
    resting: Mapping[str, float] = RESTING,
    noise: float = 0.5,
) -> list[ShownFrame]:
    """Someone who goes from rest by `travels` (by full name, or by name for both sides)."""
    return [_frame(i, share, travels, resting, noise) for i, share in enumerate(shares)]


def _frame(
    index: int,
    share: float,
    travels: Mapping[str, float],
    resting: Mapping[str, float],
    noise: float,
) -> ShownFrame:
    measures = {}
    for number, name in enumerate(measured_names(ExerciseLibrary.built_in().start_positions)):
        definition = CATALOGUE[name]
        scale = 1.0 if definition.unit == DEGREES else 0.002
        for side in ("left", "right") if definition.sided else ("",):
            full = f"{name}.{side}" if side else name
            travel = travels.get(full, travels.get(name, 0.0))
            trembles = wobble(index + 7 * number, noise * scale)
            measures[full] = resting.get(name, 0.0) + share * travel + trembles
    return ShownFrame(
        time_s=index * FRAME_S,
        view="side",
        near="left",
        measures=measures,
        joints=frozenset(),
    )
