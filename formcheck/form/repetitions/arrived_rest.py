"""Rest that was seen, and not the way back to it: people may be out there when they come in sight.

A camera that is switched on late, a cut and a wiped lens all show people in the middle of a
movement. What they do until they are back in the start position says nothing about how they start.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.phases import DEFAULTS as PHASES
from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.verdicts.measured_frame import MeasuredFrame, PhaseSegment


@dataclass(frozen=True)
class ArrivedSettings:
    """When somebody is at rest. Shares are of the way out.

    out_share: from here on they are out there, nearer to the furthest point than to rest.
    rest_share: having been out there, they are at rest again up to here above the lowest that they
        reach: where a repetition's way back ends too.
    """

    out_share: float = 0.5
    rest_share: float = PHASES.left_rest_share


DEFAULTS = ArrivedSettings()


def with_arrived_rest(
    phases: PhaseCut,
    cycle: RepetitionCycle,
    rule: RepetitionRule,
    settings: ArrivedSettings = DEFAULTS,
) -> PhaseCut:
    """A repetition whose rest before it begins where they had come back to it.

    A movement both ways has its rest between the two, so that it says nothing there.
    """
    if rule.both_ways:
        return phases
    rest = phases.rest
    # Of a small movement half is what rest itself trembles by.
    travel = max(cycle.travel, rule.usual_travel)
    frames = _arrived(rest.frames, cycle.low, travel, settings)
    if len(frames) == len(rest.frames):
        return phases
    start_s = frames[0].time_s if frames else rest.end_s
    return replace(phases, rest=PhaseSegment(frames, start_s, rest.end_s))


def arrived_rest(
    frames: Sequence[MeasuredFrame], rule: RepetitionRule, settings: ArrivedSettings = DEFAULTS
) -> Sequence[MeasuredFrame]:
    """Of frames without a repetition those at rest, by where the exercise usually has it."""
    if rule.both_ways:
        return frames
    rest, _ = rule.usual_ends
    return _arrived(frames, rest, rule.usual_travel, settings)


def _arrived(
    frames: Sequence[MeasuredFrame], low: float, travel: float, settings: ArrivedSettings
) -> Sequence[MeasuredFrame]:
    out = low + settings.out_share * travel
    last = max((i for i, frame in enumerate(frames) if frame.signal >= out), default=-1)
    back = frames[last + 1 :]
    if last < 0 or not back:
        return back
    lowest = min((frame.signal for frame in back if frame.signal == frame.signal), default=out)
    level = lowest + settings.rest_share * travel
    first = next((i for i, frame in enumerate(back) if frame.signal <= level), len(back))
    return back[first:]
