"""Whether it is sure which side works, and what can be said where it isn't.

From half-way to the front, or where the body hides the farther leg, the model takes one leg for the
other. Then a criterion of the raised leg would be judged on the one that stands. So it is judged
with either side as the working one, and only what both say is said: two legs that are raised are
two whichever of them was meant.
"""

from dataclasses import dataclass, replace
from math import hypot, inf

from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.state import Verdict
from formcheck.form.verdicts.judgement import Judgement
from formcheck.form.verdicts.known_median import known_median
from formcheck.form.verdicts.measured_frame import MeasuredFrame
from formcheck.form.verdicts.need import Need
from formcheck.measure.measure_name import name_and_role
from formcheck.pose.landmarks import Side, other


@dataclass(frozen=True)
class SideDoubtSettings:
    """When it is sure which side works."""

    least_lead: float = 1.28
    """Standard errors of their difference by which the working side leads the other, in the median:
    with less there is a chance of one in ten that it was the other. On films for learning and
    choosing it was the other one in 6 of 9 repetitions with less, and in 2 of 34 with more. Where
    it led by so much on the way out it was none of three."""


DEFAULTS = SideDoubtSettings()


def side_is_sure(
    counted_on: str,
    phases: PhaseCut,
    working: Side | None,
    settings: SideDoubtSettings = DEFAULTS,
) -> bool:
    """Whether the working side surely leads the other one; so it is where no side works.

    Nobody changes legs on the way: what showed in the second half of the way out holds at the
    furthest point, where an arm beside the leg may hide it.

    counted_on: the measure of the exercise's repetitions, with its role.
    """
    measure, role = name_and_role(counted_on)
    if role != "working" or working is None:
        return True
    names = f"{measure}.{working}", f"{measure}.{other(working)}"
    on_the_way = phases.out.frames[len(phases.out.frames) // 2 :]
    led = known_median(_lead(frame, *names) for frame in on_the_way)
    lead = known_median(_lead(frame, *names) for frame in phases.peak.frames)
    return led >= settings.least_lead or not abs(lead) < settings.least_lead


def agreed(judgement: Judgement, otherwise: Judgement, need: Need | None) -> Judgement:
    """What two judgements of a criterion, each with another working side, both say.

    need: what would settle it where they differ.
    """
    if judgement.verdict is otherwise.verdict:
        return judgement
    return replace(judgement, verdict=Verdict.UNKNOWN, fault_s=0.0, need=need)


def _lead(frame: MeasuredFrame, working: str, standing: str) -> float:
    """By how many standard errors the working side leads; not finite where nobody knows these."""
    nan = float("nan")
    lead = frame.measures.get(working, nan) - frame.measures.get(standing, nan)
    error = hypot(frame.error(working), frame.error(standing))
    return lead / error if error > 0 else lead * inf
