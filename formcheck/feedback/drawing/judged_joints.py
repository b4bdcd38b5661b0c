"""Which joints and bones a criterion speaks of, and how each bone stands now."""

from collections import deque
from functools import lru_cache
from itertools import pairwise
from typing import Any

from formcheck.form.state import CriterionState, FormState, Verdict
from formcheck.measure.catalogue import UnknownMeasureError, find
from formcheck.measure.definition import DrawnAs, MeasureDefinition
from formcheck.measure.measure_name import role_of
from formcheck.pose.landmarks import BONES, PAIRED, SIDES, Side, other

Bone = tuple[str, str]

WEIGHT = {Verdict.UNKNOWN: 0, Verdict.GOOD: 1, Verdict.FAULT: 2}
"""Where two criteria judge one bone, the graver verdict is shown."""


def judged_side(criterion: CriterionState, near_side: Side | None) -> Side | None:
    """The side in the measure's full name, else the side that the camera sees; None if unknown."""
    named = role_of(criterion.measure)
    return next((side for side in SIDES if side == named), near_side)


def drawn_as(criterion: CriterionState) -> DrawnAs:
    """How the criterion's measure is shown in the picture."""
    measure = _measure_of(criterion)
    return DrawnAs.NOTHING if measure is None else measure.drawn_as


def _measure_of(criterion: CriterionState) -> MeasureDefinition[Any, Any] | None:
    """None for a duration, which has no place on the body."""
    try:
        return find(criterion.measure)
    except UnknownMeasureError:
        return None


def judged_joints(criterion: CriterionState, near_side: Side | None) -> tuple[str, ...]:
    """Full names of the landmarks at which a criterion is drawn; empty where there are none.

    Three joints are an angle at the middle one, two are a line from the first to the second.
    """
    side, measure = judged_side(criterion, near_side), _measure_of(criterion)
    if side is None or measure is None:
        return ()
    return tuple(f"{side}_{joint}" if joint in PAIRED else joint for joint in measure.joints)


def bone_verdicts(state: FormState) -> dict[Bone, Verdict]:
    """Every bone of the skeleton and its verdict; `unknown` where nothing judges it now."""
    verdicts = dict.fromkeys(BONES, Verdict.UNKNOWN)
    for criterion in state.criteria:
        if not criterion.active:
            continue
        joints = judged_joints(criterion, state.near_side)
        for start, end in pairwise(joints):
            for bone in bones_between(start, end):
                verdicts[bone] = max(verdicts[bone], criterion.verdict, key=WEIGHT.__getitem__)
    return verdicts


@lru_cache(maxsize=256)
def bones_between(start: str, end: str) -> tuple[Bone, ...]:
    """The bones on the shortest way between two landmarks of one side, e.g. hip to ankle."""
    side: Side = "left" if start.startswith("left") else "right"
    bones = [bone for bone in BONES if not any(name.startswith(other(side)) for name in bone)]
    ways: deque[tuple[str, tuple[Bone, ...]]] = deque([(start, ())])
    seen = {start}
    while ways:
        joint, way = ways.popleft()
        if joint == end:
            return way
        for bone in bones:
            if joint in bone:
                following = bone[1] if bone[0] == joint else bone[0]
                if following not in seen:
                    seen.add(following)
                    ways.append((following, (*way, bone)))
    return ()
