"""A limb that something hides during a repetition: the model invents one that flits about.

Between two jumps the invented limb holds still for a moment and is no truer then.
"""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, replace
from math import nan

from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.verdicts.measured_frame import PhaseSegment
from formcheck.measure.measure_name import plain_name


@dataclass(frozen=True)
class UnseenLimbSettings:
    """When a measure says nothing about a whole repetition.

    most_doubted: share of its frames in which the measure is doubted. A single jump, as the model
        makes one now and then, costs 0.7 s, a tenth of most repetitions; on the sample clips 0.23
        of a repetition at most where a criterion rests on it. Under a caption 0.4 to 0.7.
    least_s: seconds doubted, more than follow a single jump.
    """

    most_doubted: float = 0.25
    least_s: float = 1.0


DEFAULTS = UnseenLimbSettings()


def without_unseen_limbs(
    phases: PhaseCut, counted_on: str, settings: UnseenLimbSettings = DEFAULTS
) -> PhaseCut:
    """The phases without the measures of limbs that flitted about during the repetition.

    counted_on: the measure that it was counted on. Without it the repetition was not followed.
    """
    going = [frame for frame in phases.whole.frames if frame.time_s >= phases.start_s]
    doubted = Counter(name for frame in going for name in frame.doubted)
    frame_s = (phases.end_s - phases.start_s) / len(going)
    least = max(settings.most_doubted * len(going), settings.least_s / max(frame_s, 1e-6))
    unseen = {name for name, times in doubted.items() if times > least}
    if not unseen:
        return phases
    counted = plain_name(counted_on)
    return replace(
        phases,
        followed=all(plain_name(name) != counted for name in unseen),
        rest=_without(phases.rest, unseen),
        out=_without(phases.out, unseen),
        peak=_without(phases.peak, unseen),
        back=_without(phases.back, unseen),
        landing=_without(phases.landing, unseen),
        whole=_without(phases.whole, unseen),
    )


def _without(segment: PhaseSegment, names: Set[str]) -> PhaseSegment:
    gone = dict.fromkeys(names, nan)
    frames = [replace(frame, measures={**frame.measures, **gone}) for frame in segment.frames]
    return replace(segment, frames=frames)
