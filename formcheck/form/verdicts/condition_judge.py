"""Is one condition met in one phase? Pure functions over the frames of that phase.

The readings of the frames are ordered by how many standard errors they are inside the range. The
verdict rests on the one that is furthest out of those that lasted; see evidence.py for the rule.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from formcheck.exercises.criterion import Condition
from formcheck.form.sides import SideChoice
from formcheck.form.state import Verdict
from formcheck.form.verdicts.judgement import NOTHING, Judgement
from formcheck.form.verdicts.limits import Limits
from formcheck.form.verdicts.measured_frame import PhaseSegment
from formcheck.form.verdicts.need import Need, needed
from formcheck.form.verdicts.reading import Reading, can_be_read, read
from formcheck.form.vocabulary import SECONDS
from formcheck.measure.orientation import View


@dataclass(frozen=True)
class ConditionSettings:
    """How much must be seen for a verdict, and how long a slip is forgiven.

    Where nothing else is said they are engineering values, with what they weigh against each other.
    """

    least_seen_share: float = 0.5
    """Share of a phase that must be visible for a verdict: of less than half of it nobody can say
    how most of it was."""

    least_reached: int = 3
    """Frames from which on, of however little of a phase, it was seen that something was reached,
    or wasn't kept: as many as the median is over that a wild one must not pass."""

    slip_share: float = 0.25
    """A slip within a hold is forgiven up to this share of it, and up to `longest_slip_s`: who is
    right for three quarters of the time holds."""

    longest_slip_s: float = 1.0
    """Seconds: what lasts longer was seen by anybody who watches."""

    short_phase: float = 2.0
    """A phase shorter than so many times what a fault must last can't show it so long: there the
    middle one of its frames decides, too."""


DEFAULTS = ConditionSettings()


def judge(
    condition: Condition,
    segment: PhaseSegment,
    sides: SideChoice,
    bounds: Limits,
    views: Sequence[str],
    settings: ConditionSettings = DEFAULTS,
) -> Judgement:
    """Judge one condition over one phase. views: those that it can be judged from."""
    in_view = PhaseSegment(
        [frame for frame in segment.frames if can_be_read(condition, frame, sides, views)],
        segment.start_s,
        segment.end_s,
    )
    judgement = _judge(condition, in_view, segment, sides, bounds, settings)
    need = None
    if judgement.verdict is Verdict.UNKNOWN:
        timed = condition.measure == SECONDS and judgement.seen
        # How large somebody is and how they are turned has no part in how long something lasted.
        need = Need.CLEARER if timed else needed(segment.frames, views, seen=judgement.seen)
    return replace(judgement, condition=condition, need=need)


def _judge(
    condition: Condition,
    in_view: PhaseSegment,
    segment: PhaseSegment,
    sides: SideChoice,
    bounds: Limits,
    settings: ConditionSettings,
) -> Judgement:
    """in_view: what of the segment can be read."""
    enough_in_view = len(in_view.frames) >= settings.least_seen_share * len(segment.frames)
    if condition.measure == SECONDS:
        return _judge_seconds(in_view, bounds) if enough_in_view else NOTHING
    read_ones = (read(condition, frame, sides, bounds) for frame in in_view.frames)
    readings = [one for one in read_ones if one is not None]
    if not readings:
        return NOTHING
    enough = enough_in_view and len(readings) >= settings.least_seen_share * len(in_view.frames)
    shown = len(readings) >= settings.least_reached
    if condition.judge == "reached":
        judgement = _judge_reached(condition, readings, bounds, settings)
        # What wasn't seen can take nothing away from what was reached.
        told = enough or (shown and judgement.verdict is Verdict.GOOD)
    else:
        judgement = _judge_kept(condition, readings, segment, bounds, settings)
        # Nor from what wasn't kept, where it wasn't mostly seen from a view that shows it wrongly.
        found = sum(frame.view != View.UNKNOWN for frame in segment.frames)
        shown &= len(in_view.frames) >= settings.least_seen_share * found
        told = enough or (shown and judgement.verdict is Verdict.FAULT)
    return judgement if told else NOTHING


def _judge_seconds(segment: PhaseSegment, bounds: Limits) -> Judgement:
    seconds = segment.seconds
    if not segment.frames or seconds <= 0:
        return NOTHING
    # Either end may be anywhere between two pictures.
    between = seconds / len(segment.frames)
    error = bounds.error(between)
    evidence = bounds.evidence(seconds, error, between)
    lasted = Reading(segment.start_s, seconds, error, evidence, bounds.is_below(seconds))
    judgement = _judgement(lasted, lasted, bounds)
    out = judgement.verdict is Verdict.FAULT
    return replace(judgement, judged_s=seconds, fault_s=seconds if out else 0.0)


def _judge_reached(
    condition: Condition,
    readings: Sequence[Reading],
    bounds: Limits,
    settings: ConditionSettings,
) -> Judgement:
    """Where they were for about as long as a slip would have to last to count."""
    lasted = readings[-1].time_s - readings[0].time_s
    needed_s = _needed_s(condition, lasted, settings)
    if lasted < settings.short_phase * condition.lasting_s:
        needed_s = 0.0
    steady = [
        _middle(condition, around, bounds) for around in _windows(readings, needed_s, settings)
    ]
    best = max(steady, key=_room)
    judgement = _judgement(best, best, bounds)
    out = judgement.verdict is Verdict.FAULT
    return replace(judgement, judged_s=lasted, fault_s=lasted if out else 0.0)


def _windows(
    readings: Sequence[Reading], needed_s: float, settings: ConditionSettings
) -> Iterator[Sequence[Reading]]:
    """The readings about each one, for so long and three at least, where there are so many.

    The furthest of many that tremble is further than anybody was: of a hold of ten seconds, half
    turned, a twist of 9 degrees was told as 14.
    """
    first = last = 0
    for i, one in enumerate(readings):
        while readings[first].time_s < one.time_s - needed_s / 2:
            first += 1
        while last < len(readings) and readings[last].time_s <= one.time_s + needed_s / 2:
            last += 1
        side = settings.least_reached // 2
        yield readings[max(0, min(first, i - side)) : max(last, i + side + 1)]


def _judge_kept(
    condition: Condition,
    readings: Sequence[Reading],
    segment: PhaseSegment,
    bounds: Limits,
    settings: ConditionSettings,
) -> Judgement:
    """segment: the whole phase, of which some may not have been seen."""
    seen_s = _seen_s(readings, segment)
    duration = readings[-1].time_s - readings[0].time_s
    needed_s = _needed_s(condition, duration, settings)
    lasted = _lasting(readings, seen_s, needed_s)
    if duration < settings.short_phase * condition.lasting_s:
        middle = sorted(readings, key=_inside)[len(readings) // 2]
        lasted = min(lasted, middle, key=_inside)
    outs = [one.evidence.verdict() is Verdict.FAULT for one in readings]
    judgement = _judgement(lasted, min(readings, key=_inside), bounds)
    return replace(
        judgement,
        judged_s=duration,
        fault_s=_time_out(seen_s, outs)[1],
        excused=all(one.excused for one in readings),
    )


def _needed_s(condition: Condition, duration: float, settings: ConditionSettings) -> float:
    """For how long somebody must be somewhere in a phase, so that it counts."""
    most_s = min(settings.longest_slip_s, settings.slip_share * duration)
    return max(condition.lasting_s, most_s)


def _judgement(found: Reading, worst: Reading, bounds: Limits) -> Judgement:
    """What follows from the reading that a verdict rests on."""
    verdict = found.evidence.verdict()
    return Judgement(
        verdict=verdict,
        found=found.value - bounds.baseline,
        error=found.error,
        worst=worst.value - bounds.baseline,
        inside=found.inside,
        judged_s=0.0,
        fault_s=0.0,
        too_low=found.too_low,
        excused=found.excused,
        excuse=found.excuse if verdict is Verdict.UNKNOWN else None,
    )


def _inside(reading: Reading) -> float:
    return reading.inside


def _room(reading: Reading) -> float:
    """How far inside the range in the measure's unit: what was reached is the value that came
    furthest, not the one that is told least surely."""
    return float("inf") if reading.excused else reading.evidence.nearer * reading.error


def _middle(condition: Condition, readings: Sequence[Reading], bounds: Limits) -> Reading:
    """The middle one by how far inside it is; of two what lies between."""
    ordered = sorted(readings, key=_inside)
    lower, upper = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    if lower is upper or condition.unless is not None:
        return lower
    value, error = (lower.value + upper.value) / 2, (lower.error + upper.error) / 2
    evidence = bounds.evidence(value, error, (lower.excess + upper.excess) / 2)
    return Reading(lower.time_s, value, error, evidence, bounds.is_below(value))


def _lasting(readings: Sequence[Reading], seen_s: Sequence[float], needed_s: float) -> Reading:
    """The reading furthest out that was kept, or gone beyond, for long enough."""
    ordered = sorted(readings, key=_inside)
    first, last = 0, len(ordered) - 1
    while first < last:
        middle = (first + last) // 2
        level = ordered[middle].inside
        longest, _ = _time_out(seen_s, [one.inside <= level for one in readings])
        first, last = (first, middle) if longest >= needed_s else (middle + 1, last)
    return ordered[first]


def _seen_s(readings: Sequence[Reading], segment: PhaseSegment) -> list[float]:
    """How long each lasted: until the next frame, whether that could be read or not. What wasn't
    seen is no fault.
    """
    until = {one.time_s: after.time_s for one, after in pairwise(segment.frames)}
    return [until.get(one.time_s, one.time_s) - one.time_s for one in readings]


def _time_out(seen_s: Sequence[float], outs: Sequence[bool]) -> tuple[float, float]:
    """Longest unbroken time out of range, and all of it.

    One frame by itself is no time, however few there are a second: it may be a mistake.
    """
    longest = total = run = 0.0
    for i, out in enumerate(outs):
        run = run + seen_s[i] if out else 0.0
        total += seen_s[i] if out else 0.0
        if i and outs[i - 1]:
            longest = max(longest, run)
    return longest, total
