"""How someone sits, and whether it is who sat there before."""

from dataclasses import dataclass
from enum import StrEnum

from formcheck.form.state import CriterionState


class Posture(StrEnum):
    """How someone sits, or that nobody does."""

    UPRIGHT = "upright"
    SLOUCHED = "slouched"
    UNKNOWN = "unknown"
    AWAY = "away"


class Who(StrEnum):
    """Whether someone in the picture is who sat there at the baseline."""

    SAME = "same"
    ELSEWHERE = "elsewhere"  # as large, but not there: perhaps the camera or the chair was moved
    UNSURE = "unsure"  # somebody is there, and how they sit can't be told
    STANDING = "standing"
    OTHER = "other"  # or nobody


@dataclass(frozen=True)
class PostureState:
    """The posture of one moment.

    faults: the criteria at fault, most important first, with their cues.
    out_now: whether a limit is passed right now, however short a time.
    """

    posture: Posture
    faults: tuple[CriterionState, ...] = ()
    out_now: bool = False
