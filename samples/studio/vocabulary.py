"""The words a motion file may use, with what they mean, their default and their limits.

Angles are in degrees and interior (a straight knee is 180) unless the meaning
says otherwise; lengths are in metres. A term that exists once for each side is
written `knee` for both sides, `knee_left`, `knee_right`, or `knee_working` and
`knee_opposite`, which follow the side that a repetition works.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from samples.studio.errors import MotionDataError
from samples.studio.skeleton import SIDES


@dataclass(frozen=True)
class Term:
    """One word: its default, the range it may take, and its meaning."""

    default: float
    low: float
    high: float
    meaning: str


BODY_TERMS: Mapping[str, Term] = {
    "trunk": Term(0, -200, 200, "shoulder over hip, from upright; forward is positive"),
    "turn": Term(0, -180, 180, "whole body turned to its left"),
    "roll": Term(0, -100, 100, "whole body rolled about its long axis, to its left"),
    "lean": Term(0, -60, 60, "whole body tipped sideways, to its right"),
    "lumbar": Term(0, -70, 90, "low back bent forward (rounded); arched is negative"),
    "thoracic": Term(0, -60, 90, "upper back bent forward (rounded)"),
    "twist": Term(0, -70, 70, "shoulders turned to the left over the hips"),
    "side_bend": Term(0, -45, 45, "shoulders bent to the right over the hips"),
    "neck": Term(0, -60, 70, "neck bent forward on the chest"),
    "head": Term(0, -60, 50, "head nodded forward on the neck"),
    "head_turn": Term(0, -80, 80, "head turned to the left"),
    "head_tilt": Term(0, -45, 45, "head tipped to the right"),
    "seat": Term(0, 0, 0.8, "metres of a seat that the hips rest on; 0: none"),
    "hip_height": Term(0, 0, 1.1, "hip over ankle in leg lengths; 0: the support decides"),
    "kneel": Term(90, 25, 130, "knee angle of legs that kneel"),
    "carry": Term(0, 0, 1, "share of the load's way from its place to the hands"),
    "ahead": Term(0, -9, 9, "metres walked ahead of the start"),
}

SIDE_TERMS: Mapping[str, Term] = {
    "hip": Term(178, 30, 240, "shoulder–hip–knee; more than 180 is behind the body"),
    "abduction": Term(2, -40, 80, "thigh away from the body's middle"),
    "hip_turn": Term(4, -60, 80, "kneecap turned outward"),
    "knee": Term(176, 25, 182, "hip–knee–ankle"),
    "ankle": Term(100, 60, 175, "knee–ankle–toe; 90 is a foot square to the shin"),
    "knee_out": Term(3, -40, 80, "where the knee points when the foot is planted: 0 ahead"),
    "shoulder": Term(6, -60, 200, "upper arm from the side of the body, raised forward"),
    "arm_out": Term(8, -60, 120, "upper arm away from the body"),
    "elbow": Term(165, 25, 182, "shoulder–elbow–wrist"),
    "arm_turn": Term(0, -100, 110, "forearm turned inward about the upper arm"),
    "palm": Term(0, -120, 120, "forearm rolled, palm inward"),
    "elbow_out": Term(
        20, -90, 120, "where the elbow points when the hand is planted: 0 to the feet"
    ),
    "shrug": Term(0, -15, 30, "shoulder lifted towards the ear"),
    "protraction": Term(0, -25, 35, "shoulder pushed forward round the ribs"),
}

MIRRORED = ("turn", "roll", "lean", "twist", "side_bend", "head_turn", "head_tilt")
"""Sideways terms: written for a left working side, turned round for a right one."""

FOOT_PLACES = ("free", "flat", "floor", "toes", "kneel")
"""free: by the angles alone; flat: by the angles, sole level; floor: planted; toes; kneel."""

ANCHORS = ("feet", "toes", "knees", "hips", "shoulders")

_SIDE_WORDS = (*SIDES, "working", "opposite")


def default_values() -> dict[str, float]:
    """Every term at its default, one entry a side where it has sides."""
    values = {name: term.default for name, term in BODY_TERMS.items()}
    for name, term in SIDE_TERMS.items():
        values |= {f"{name}_{side}": term.default for side in SIDES}
    return values


def check_name(name: str, where: str) -> Term:
    """The term of a written word; raises MotionDataError for an unknown one."""
    base, _, side = name.rpartition("_")
    term = BODY_TERMS.get(name) or SIDE_TERMS.get(name)
    if term is None and side in _SIDE_WORDS:
        term = SIDE_TERMS.get(base)
    if term is None:
        close = difflib.get_close_matches(name, [*BODY_TERMS, *SIDE_TERMS], n=1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise MotionDataError(f"{where}: unknown term {name!r}{hint}")
    return term


def check_term(name: str, value: float, where: str) -> None:
    """Raise MotionDataError for an unknown word or a value outside its limits."""
    term = check_name(name, where)
    if not term.low <= value <= term.high:
        raise MotionDataError(
            f"{where}: {name} = {value:g} is outside {term.low:g} to {term.high:g}"
        )


def for_sides(name: str, working: str) -> tuple[str, ...]:
    """The concrete terms that a written term stands for: `knee` → both sides' knees."""
    if name in SIDE_TERMS:
        return tuple(f"{name}_{side}" for side in SIDES)
    base, _, side = name.rpartition("_")
    if side == "working":
        return (f"{base}_{working}",)
    if side == "opposite":
        return (f"{base}_{SIDES[1 - SIDES.index(working)]}",)
    return (name,)
