"""Draws how somebody moves: as the textbook has it, or as people do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samples.studio.motion import Ease


class Way(StrEnum):
    """A way of moving; least jerk is the calm one."""

    LEAST_JERK = "least jerk"
    HURRIED = "hurried"
    HESITATING = "hesitating"
    TREMBLING = "trembling"
    OVERSHOOTING = "overshooting"
    INTERRUPTED = "interrupted"
    UNEVEN = "uneven sides"


_SHARES = (0.34, 0.12, 0.12, 0.12, 0.1, 0.08, 0.12)


@dataclass(frozen=True)
class Manner:
    """How one film's repetitions are done.

    way: in a word.
    pace: seconds that a move takes over the motion's own.
    ease: of its moves; None leaves the motion's own.
    sway: amplitude in degrees of what doesn't hold still; fast where they are `trembling`.
    uneven: degrees between left and right.
    half: share of the way that a repetition goes; 1 for whole ones.
    pause: seconds of extra rest between repetitions.
    prepares: whether the film begins with somebody who gets ready.
    """

    way: Way
    pace: float
    ease: Ease | None
    sway: float
    trembling: bool
    uneven: float
    half: float
    pause: float
    prepares: bool


def draw_manner(random: np.random.Generator) -> Manner:
    """A manner of moving."""
    way = Way(str(random.choice([str(way) for way in Way], p=_SHARES)))
    trembling = way is Way.TREMBLING
    eases: dict[Way, Ease] = {
        Way.HESITATING: "hesitating",
        Way.OVERSHOOTING: "overshooting",
        Way.INTERRUPTED: "interrupted",
    }
    stops = way in (Way.HESITATING, Way.INTERRUPTED)
    return Manner(
        way=way,
        pace=float(random.uniform(0.4, 0.6) if way is Way.HURRIED else random.uniform(0.8, 1.3))
        * (1.5 if stops else 1.0),
        ease=eases.get(way),
        sway=float(random.uniform(0.6, 1.6) if trembling else random.uniform(0.1, 0.6)),
        trembling=trembling,
        uneven=float(random.choice([-1, 1]) * random.uniform(4, 14)) if way is Way.UNEVEN else 0.0,
        half=float(random.uniform(0.3, 0.7)) if random.random() < 0.15 else 1.0,
        pause=float(random.uniform(0.5, 2.0)) if random.random() < 0.2 else 0.0,
        prepares=bool(random.random() < 0.15),
    )
