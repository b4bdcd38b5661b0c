"""What the measures truly are, by the joints in space that the studio knows.

The names are those of `formcheck.measure.catalogue`. A joint that the skeleton doesn't have (ear,
heel) gives no truth; of the head it has the point between the eyes.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.back import BACK
from formcheck.measure.legs import ONE_KNEE_ALONE
from formcheck.measure.vectors import dot, turned_about, unit
from formcheck.pose.landmarks import SIDES, Side, other
from samples.studio.random_films.records import Films
from samples.studio.truth import JOINT_NAMES

Array = NDArray[np.float64]

UP = np.array([0.0, 1.0, 0.0])

TOES_BEYOND_BALL = 1.6
HEEL_OVER_ANKLE = 0.08
"""The skeleton's foot goes from the ankle to the ball. Toes over the heel are so many times as far
across the leg, and the heel, in trunk lengths, so much nearer to the side that points up: by those
who lie on their side within 20 degrees of the front, 489 pictures for learning and choosing."""

STEEP = 60.0
"""Degrees of the leg over or under the horizontal from which on up is along the leg, not across."""

EAR_BEHIND_EYES = 21.7
"""Degrees by which the neck's angle is wider to the ear than to the point between the eyes: the
median over films for choosing, of the near side within 15 degrees of the plane."""


def true_measures(films: Films) -> Mapping[str, Array]:
    """Each measure by full name, a value a frame (N); lengths in the person's trunk lengths."""
    return {
        **true_limbs(films),
        **_turned(films, _joints(films)),
        BACK: films["rounding"],
    }


def true_limbs(films: Films) -> Mapping[str, Array]:
    """Likewise, but without how the trunk is turned to the camera, and bent."""
    at = _joints(films)
    trunk = films_median(films, _length(_middle(at, "shoulder") - _middle(at, "hip")))
    found: dict[str, Array] = {}
    for side in SIDES:
        found |= {f"{name}.{side}": value for name, value in _sided(at, side, trunk).items()}
    for side, opposite in zip(SIDES, reversed(SIDES), strict=True):
        found[f"arm_lead.{side}"] = (
            found[f"arm_elevation.{side}"] - (found[f"arm_elevation.{opposite}"])
        )
    return {**found, **_whole(at, trunk, found), **_twisted(at)}


def _joints(films: Films) -> Mapping[str, Array]:
    return {name: films["joints"][:, number] for number, name in enumerate(JOINT_NAMES)}


def films_median(films: Films, values: Array) -> Array:
    """For each frame the median over its film."""
    medians = np.full(len(films.films), np.nan)
    for number in np.unique(films.film):
        own = values[films.film == number]
        medians[number] = np.nanmedian(own) if np.isfinite(own).any() else np.nan
    return np.asarray(medians[films.film])


def _sided(at: Mapping[str, Array], side: Side, trunk: Array) -> dict[str, Array]:
    shoulder, elbow, wrist, hip, knee, ankle = (
        at[f"{name}_{side}"] for name in ("shoulder", "elbow", "wrist", "hip", "knee", "ankle")
    )
    hips, shoulders = _middle(at, "hip"), _middle(at, "shoulder")
    along = shoulders - hips
    share = np.clip(dot(wrist - hips, along) / dot(along, along), 0, 1)[:, None]
    other_hip, other_knee = (at[f"{name}_{other(side)}"] for name in ("hip", "knee"))
    bent = _interior(hip, knee, ankle)
    at_elbow = _interior(shoulder, elbow, wrist)
    return {
        "knee": bent,
        "knee_flexion": 180 - bent,
        "hip": _interior(shoulder, hip, knee),
        "hip_extension": _over_the_floor(shoulder, hip, knee),
        "body_line": _over_the_floor(shoulder, hip, ankle),
        "elbow": at_elbow,
        "elbow_from_reach": at_elbow,
        "shoulder": _interior(elbow, shoulder, hip),
        "neck": _interior(at["head"], shoulder, hip) + EAR_BEHIND_EYES,
        "thigh_elevation": _elevation(knee - hip),
        "leg_elevation": _elevation(ankle - hip),
        "arm_elevation": _elevation(wrist - shoulder),
        "head_elevation": _elevation(at["head"] - hip),
        "thigh_inclination": _inclination(hip - knee),
        "shin_inclination": _inclination(knee - ankle),
        "arm_inclination": _inclination(shoulder - wrist),
        "upper_arm_inclination": _inclination(shoulder - elbow),
        "leg_to_trunk": _over_the_line(-along, knee - hip),
        "arm_to_trunk": _over_the_line(along, elbow - shoulder),
        "arm_reach": _length(wrist - shoulder) / trunk,
        "wrist_to_trunk": _length(wrist - hips - share * along) / trunk,
        "toe_over_heel": _toes_up(ankle - hip, at[f"toe_{side}"] - ankle, trunk),
        "foot_crossed": _across(ankle - other_knee, other_hip - hip) / trunk,
        "hip_height": hip @ UP / trunk,
        "shoulder_height": shoulder @ UP / trunk,
        "ankle_height": ankle @ UP / trunk,
    }


def _whole(at: Mapping[str, Array], trunk: Array, sided: Mapping[str, Array]) -> dict[str, Array]:
    hips = _middle(at, "hip")
    line = _middle(at, "shoulder") - hips
    left, right = (sided[f"knee_flexion.{side}"] for side in SIDES)
    alone = np.abs(left - right) > ONE_KNEE_ALONE
    return {
        "trunk_inclination": _inclination(line),
        "trunk_elevation": _elevation(line),
        "both_knees_flexion": np.where(alone, np.minimum(left, right), (left + right) / 2),
        "more_bent_knee": 180 - np.maximum(left, right),
        "hips_over_ankles": (hips - _middle(at, "ankle")) @ UP / trunk,
    }


def _twisted(at: Mapping[str, Array]) -> dict[str, Array]:
    shoulders, hips = (at[f"{joint}_left"] - at[f"{joint}_right"] for joint in ("shoulder", "hip"))
    twist = turned_about(unit(_middle(at, "shoulder") - _middle(at, "hip")), hips, shoulders)
    return {"trunk_twist.left": twist, "trunk_twist.right": -twist}


def _turned(films: Films, at: Mapping[str, Array]) -> dict[str, Array]:
    lines = [at[f"{joint}_left"] - at[f"{joint}_right"] for joint in ("shoulder", "hip")]
    trunk = _middle(at, "shoulder") - _middle(at, "hip")
    chest = unit(np.cross(sum(unit(line) for line in lines), trunk))
    away = unit(films.of_film("eye") - films.of_film("target"))
    return {
        "chest_elevation": _elevation(chest),
        "chest_to_camera": np.degrees(np.arccos(np.clip(dot(chest, away), -1, 1))),
    }


def _middle(at: Mapping[str, Array], joint: str) -> Array:
    return (at[f"{joint}_left"] + at[f"{joint}_right"]) / 2


def _length(line: Array) -> Array:
    return np.asarray(np.linalg.norm(line, axis=-1))


def _between(a: Array, b: Array) -> Array:
    return np.asarray(np.degrees(np.arccos(np.clip(dot(unit(a), unit(b)), -1, 1))))


def _interior(first: Array, vertex: Array, last: Array) -> Array:
    return _between(first - vertex, last - vertex)


def _inclination(line: Array) -> Array:
    return _between(line, np.broadcast_to(UP, line.shape))


def _elevation(line: Array) -> Array:
    return 90 - _inclination(line)


def _over_the_floor(first: Array, vertex: Array, last: Array) -> Array:
    """Below 180 where the vertex is under the line between the others."""
    bend = 180 - _interior(first, vertex, last)
    level = (last - first) * [1, 0, 1]
    share = dot(vertex - first, level) / dot(level, level)
    straight = first @ UP + share * ((last - first) @ UP)
    return np.where(vertex @ UP < straight, 180 - bend, 180 + bend)


def _toes_up(leg: Array, foot: Array, trunk: Array) -> Array:
    """How far the toes are over the heel, across the leg; NaN where the leg is steep."""
    along = unit(leg)
    up = unit(UP - dot(along, UP)[:, None] * along)
    over = TOES_BEYOND_BALL * dot(foot, up) / trunk - HEEL_OVER_ANKLE
    return np.where(np.abs(_elevation(leg)) < STEEP, over, np.nan)


def _across(line: Array, hips: Array) -> Array:
    """How far a line goes in the level direction in which the hips' does."""
    return dot(line, unit(hips * [1, 0, 1]))


def _over_the_line(line: Array, limb: Array) -> Array:
    """How far a limb is over (positive) or under a line drawn on."""
    along = unit(line)
    across = limb - dot(limb, along)[:, None] * along
    return np.where(across @ UP > 0, 1, -1) * _between(line, limb)
