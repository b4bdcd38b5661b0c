"""Every measure by name: the words in which exercise files speak of the body.

A sided measure is asked for with its side, `knee.left`; exercise files may also say `knee.near`,
`knee.working` and so on, which `sides` turns into left or right.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np
from numpy.typing import NDArray

from formcheck.errors import FormcheckError
from formcheck.measure import limbs, trunk
from formcheck.measure.body import Body
from formcheck.measure.orientation import Orientation
from formcheck.measure.spine import BackCurve, back_rounding
from formcheck.pose.landmarks import SIDES

DEGREES, TRUNK_LENGTHS, CHORD_LENGTHS = "degrees", "trunk lengths", "chord lengths"


class UnknownMeasureError(FormcheckError):
    """A measure that the catalogue doesn't have."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """All that is known of one frame: what measures are computed from."""

    body: Body
    orientation: Orientation
    back: BackCurve | None


@dataclass(frozen=True)
class MeasureDefinition:
    """One entry of the catalogue.

    unit: degrees, trunk lengths or chord lengths. about: what the number means, for people.
    joints: what to draw it at, without side; three joints are an interior angle at the middle
        one, two are a line whose direction is measured, none is nothing to draw.
    sided: whether it has a left and a right.
    """

    name: str
    unit: str
    about: str
    joints: tuple[str, ...]
    sided: bool
    compute: Callable[[Evidence], NDArray[np.floating] | float]

    @property
    def needs_silhouette(self) -> bool:
        """Whether it can only be had from the person's outline."""
        return self.name == "back_rounding"


def _limb(
    function: Callable[[Body], NDArray[np.floating]], unit: str, *joints: str
) -> MeasureDefinition:
    return MeasureDefinition(
        name=function.__name__,
        unit=unit,
        about=_first_sentence(function),
        joints=joints,
        sided=True,
        compute=lambda evidence: function(evidence.body),
    )


def _whole(
    function: Callable[..., float],
    unit: str,
    of: Callable[[Evidence], object],
    *joints: str,
) -> MeasureDefinition:
    return MeasureDefinition(
        name=function.__name__,
        unit=unit,
        about=_first_sentence(function),
        joints=joints,
        sided=False,
        compute=lambda evidence: function(of(evidence)),
    )


def _first_sentence(function: Callable[..., object]) -> str:
    return (function.__doc__ or "").strip().split("\n")[0]


CATALOGUE: Mapping[str, MeasureDefinition] = {
    definition.name: definition
    for definition in (
        _limb(limbs.knee, DEGREES, "hip", "knee", "ankle"),
        _limb(limbs.knee_flexion, DEGREES, "hip", "knee", "ankle"),
        _limb(limbs.hip, DEGREES, "shoulder", "hip", "knee"),
        _limb(limbs.elbow, DEGREES, "shoulder", "elbow", "wrist"),
        _limb(limbs.elbow_from_reach, DEGREES, "shoulder", "elbow", "wrist"),
        _limb(limbs.shoulder, DEGREES, "elbow", "shoulder", "hip"),
        _limb(limbs.neck, DEGREES, "ear", "shoulder", "hip"),
        _limb(limbs.hip_extension, DEGREES, "shoulder", "hip", "knee"),
        _limb(limbs.body_line, DEGREES, "shoulder", "hip", "ankle"),
        _limb(limbs.head_elevation, DEGREES, "hip", "ear"),
        _limb(limbs.thigh_elevation, DEGREES, "hip", "knee"),
        _limb(limbs.leg_elevation, DEGREES, "hip", "ankle"),
        _limb(limbs.thigh_inclination, DEGREES, "knee", "hip"),
        _limb(limbs.shin_inclination, DEGREES, "ankle", "knee"),
        _limb(limbs.arm_inclination, DEGREES, "wrist", "shoulder"),
        _limb(limbs.upper_arm_inclination, DEGREES, "elbow", "shoulder"),
        _limb(limbs.arm_elevation, DEGREES, "shoulder", "wrist"),
        _limb(limbs.other_arm_lead, DEGREES),
        _limb(limbs.leg_to_trunk, DEGREES, "shoulder", "hip", "knee"),
        _limb(limbs.arm_to_trunk, DEGREES, "hip", "shoulder", "elbow"),
        _limb(limbs.head_inclination, DEGREES, "shoulder", "ear"),
        _limb(limbs.wrist_to_trunk, TRUNK_LENGTHS),
        _limb(limbs.foot_crossed, TRUNK_LENGTHS),
        _whole(limbs.hips_over_ankles, TRUNK_LENGTHS, lambda evidence: evidence.body),
        _limb(limbs.toe_over_heel, TRUNK_LENGTHS, "heel", "foot_index"),
        _limb(limbs.ear_over_shoulder, TRUNK_LENGTHS, "shoulder", "ear"),
        _limb(limbs.hip_height, TRUNK_LENGTHS),
        _limb(limbs.ankle_height, TRUNK_LENGTHS),
        _limb(limbs.shoulder_height, TRUNK_LENGTHS),
        _whole(limbs.both_knees_flexion, DEGREES, lambda evidence: evidence.body),
        _whole(trunk.trunk_inclination, DEGREES, lambda evidence: evidence.body, "hip", "shoulder"),
        _whole(trunk.trunk_elevation, DEGREES, lambda evidence: evidence.body, "hip", "shoulder"),
        _whole(trunk.hips_across, TRUNK_LENGTHS, lambda evidence: evidence.body),
        _whole(trunk.chest_to_camera, DEGREES, lambda evidence: evidence.orientation),
        MeasureDefinition(
            name="trunk_twist",
            unit=DEGREES,
            about=_first_sentence(trunk.trunk_twist),
            joints=(),
            sided=True,
            compute=lambda evidence: trunk.trunk_twist(evidence.body.pose),
        ),
        _whole(trunk.chest_elevation, DEGREES, lambda evidence: evidence.orientation),
        _whole(back_rounding, CHORD_LENGTHS, lambda evidence: evidence.back),
    )
}


def find(name: str) -> MeasureDefinition:
    """The measure of this name, with or without a side.

    Raises UnknownMeasureError, which names the nearest one.
    """
    plain = name.partition(".")[0]
    if plain in CATALOGUE:
        return CATALOGUE[plain]
    near = get_close_matches(plain, CATALOGUE, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(CATALOGUE)}"
    raise UnknownMeasureError(f"there is no measure {plain!r}; {hint}")


def compute(names: Iterable[str], evidence: Evidence) -> dict[str, float]:
    """The named measures (without side) of one frame, by full name: `knee.left`, `knee.right`."""
    values: dict[str, float] = {}
    for name in names:
        definition = CATALOGUE[name]
        result = definition.compute(evidence)
        if definition.sided:
            left, right = np.asarray(result)
            for side, value in zip(SIDES, (left, right), strict=True):
                values[f"{name}.{side}"] = float(value)
        else:
            values[name] = float(np.asarray(result))
    return values
