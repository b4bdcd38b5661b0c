"""Which joints and bones a criterion speaks of, and how each bone stands now."""

from collections import deque
from functools import lru_cache
from itertools import pairwise

from formcheck.form.state import CriterionState, FormState, Verdict
from formcheck.measure.catalogue import UnknownMeasureError, find
from formcheck.pose.landmarks import BONES, PAIRED, SIDES, Side, other

Bone = tuple[str, str]

WEIGHT = {Verdict.UNKNOWN: 0, Verdict.GOOD: 1, Verdict.FAULT: 2}
"""Where two criteria judge one bone, the graver verdict is shown."""


def judged_side(criterion: CriterionState, near_side: Side | None) -> Side | None:
    """The side in the measure's full name, else the side that the camera sees; None if unknown."""
    _, _, named = criterion.measure.partition(".")
    return next((side for side in SIDES if side == named), near_side)


def judged_joints(criterion: CriterionState, near_side: Side | None) -> tuple[str, ...]:
    """Full names of the landmarks at which a criterion is drawn; empty where there are none.

    Three joints are an angle at the middle one, two are a line from the first to the second.
    """
    side = judged_side(criterion, near_side)
    try:
        joints = find(criterion.measure).joints
    except UnknownMeasureError:  # A duration has no place on the body.
        return ()
    if side is None:
        return ()
    return tuple(f"{side}_{joint}" if joint in PAIRED else joint for joint in joints)


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
