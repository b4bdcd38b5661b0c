"""Is one criterion met in one phase? Pure functions over the frames of that phase.

A criterion is one condition or several; each is judged alone, then they are combined.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from formcheck.exercises.criterion import Condition
from formcheck.form.limits import Limits
from formcheck.form.measured_frame import PhaseSegment
from formcheck.form.sides import SideChoice
from formcheck.form.state import Verdict
from formcheck.form.vocabulary import SECONDS


@dataclass(frozen=True)
class JudgementSettings:
    """How much must be seen for a verdict, and how long a slip is forgiven.

    Where nothing else is said they are engineering values, with what they weigh against each other.
    """

    least_seen_share: float = 0.5
    """Share of a phase that must be visible for a verdict: of less than half of it nobody can say
    how most of it was."""

    slip_share: float = 0.25
    """A slip within a hold is forgiven up to this share of it, and up to `longest_slip_s`: who is
    right for three quarters of the time holds."""

    longest_slip_s: float = 1.0
    """Seconds: what lasts longer was seen by anybody who watches."""

    short_phase: float = 2.0
    """A phase shorter than so many times what a fault must last can't show it so long:"""

    short_phase_share: float = 0.5
    """there it is one where it takes more than this share of the frames."""


DEFAULTS = JudgementSettings()


@dataclass(frozen=True)
class Judgement:
    """What a phase says about one criterion.

    found: the value that the verdict rests on: what was reached, how long it lasted, or what was
        kept for as long as a fault must last. The baseline is taken off again, so that it compares
        with the criterion's own numbers; NaN where nothing was seen.
    worst: the value furthest out of the range, or nearest to its edge, as a single frame had it.
    room: how far inside the range the found value is; negative outside.
    judged_s, fault_s: time that could be judged, and time out of the range.
    too_low: whether the fault is below the range; None without a fault.
    condition: the condition of the criterion that this is about; None where nothing was judged.
    excused: whether its `unless` held all the time, so that the value says nothing.
    """

    verdict: Verdict
    found: float
    worst: float
    room: float
    judged_s: float
    fault_s: float
    too_low: bool | None
    condition: Condition | None = None
    excused: bool = False


NOTHING = Judgement(Verdict.UNKNOWN, float("nan"), float("nan"), float("nan"), 0.0, 0.0, None)


def judge(
    condition: Condition,
    segment: PhaseSegment,
    sides: SideChoice,
    bounds: Limits,
    views: Sequence[str],
    settings: JudgementSettings = DEFAULTS,
) -> Judgement:
    """Judge one condition over one phase. views: those that it can be judged from."""
    in_view = PhaseSegment(
        [frame for frame in segment.frames if frame.seen_from(views)],
        segment.start_s,
        segment.end_s,
    )
    if len(in_view.frames) < settings.least_seen_share * len(segment.frames) or not in_view.frames:
        return replace(NOTHING, condition=condition)
    judgement = _judge(condition, in_view, sides, bounds, settings)
    excused = all(is_excused(condition, frame.measures, sides) for frame in in_view.frames)
    return replace(judgement, condition=condition, excused=excused)


def value_of(
    condition: Condition, measures: Mapping[str, float], sides: SideChoice, bounds: Limits
) -> float:
    """The measure that a condition looks at; NaN where it can't be seen.

    While the range of `unless` holds, the value is brought into the limits: all is well then.
    """
    value = sides.value(condition.measure, measures)
    if condition.unless is None or value != value:
        return value
    other = sides.value(condition.unless.measure, measures)
    if other != other:
        return float("nan")
    return bounds.nearest(value) if is_excused(condition, measures, sides) else value


def is_excused(condition: Condition, measures: Mapping[str, float], sides: SideChoice) -> bool:
    """Whether the range of `unless` holds, so that the condition asks for nothing."""
    unless = condition.unless
    if unless is None:
        return False
    value = sides.value(unless.measure, measures)
    return value == value and unless.contains(value)


def combine(judgements: Sequence[Judgement]) -> Judgement:
    """The judgement of a criterion from those of its conditions.

    A fault wins; of good ones the first that had something to ask for. What could not be seen
    leaves the criterion unknown, unless it may be unseen and another condition was seen.
    """
    for verdict in (Verdict.FAULT, Verdict.GOOD):
        found = [j for j in judgements if j.verdict is verdict]
        if verdict is Verdict.GOOD and not all(_seen_if_needed(j) for j in judgements):
            return NOTHING
        if found:
            return next((one for one in found if not one.excused), found[0])
    return NOTHING


def _seen_if_needed(judgement: Judgement) -> bool:
    if judgement.verdict is not Verdict.UNKNOWN:
        return True
    return judgement.condition is not None and judgement.condition.may_be_unseen


def _judge(
    condition: Condition,
    segment: PhaseSegment,
    sides: SideChoice,
    bounds: Limits,
    settings: JudgementSettings,
) -> Judgement:
    if condition.measure == SECONDS:
        return _judge_seconds(segment, bounds)
    times, values = _visible(condition, segment, sides, bounds)
    if len(values) < settings.least_seen_share * len(segment.frames) or not values:
        return NOTHING
    if condition.judge == "reached":
        return _judge_reached(times, values, bounds)
    return _judge_kept(condition, times, values, bounds, settings)


def _visible(
    condition: Condition, segment: PhaseSegment, sides: SideChoice, bounds: Limits
) -> tuple[list[float], list[float]]:
    times, values = [], []
    for frame in segment.frames:
        value = value_of(condition, frame.measures, sides, bounds)
        if value == value:
            times.append(frame.time_s)
            values.append(value)
    return times, values


def _judge_seconds(segment: PhaseSegment, bounds: Limits) -> Judgement:
    seconds = segment.seconds
    if not segment.frames or seconds <= 0:
        return NOTHING
    out = bounds.beyond(seconds, bounds.tolerance)
    return Judgement(
        Verdict.FAULT if out else Verdict.GOOD,
        seconds,
        seconds,
        bounds.room(seconds),
        seconds,
        seconds if out else 0.0,
        out < 0 if out else None,
    )


def _judge_reached(times: list[float], values: list[float], bounds: Limits) -> Judgement:
    # A median over three frames: one wild frame must not pass for having been there.
    steady = [median(values[max(0, i - 1) : i + 2]) for i in range(len(values))]
    best = min(steady, key=lambda value: abs(bounds.beyond(value, 0.0)))
    out = bounds.beyond(best, bounds.tolerance)
    lasted = times[-1] - times[0]
    return Judgement(
        Verdict.FAULT if out else Verdict.GOOD,
        best - bounds.baseline,
        best - bounds.baseline,
        bounds.room(best),
        lasted,
        lasted if out else 0.0,
        out < 0 if out else None,
    )


def _judge_kept(
    condition: Condition,
    times: list[float],
    values: list[float],
    bounds: Limits,
    settings: JudgementSettings,
) -> Judgement:
    outs = [bounds.beyond(value, bounds.tolerance) for value in values]
    worst = min(values, key=bounds.room)
    duration = times[-1] - times[0]
    longest, total = _time_out(times, outs)
    needed = max(condition.lasting_s, min(settings.longest_slip_s, settings.slip_share * duration))
    broken = sum(1 for out in outs if out) / len(outs)
    short = duration < settings.short_phase * condition.lasting_s
    fault = longest >= needed or (short and broken > settings.short_phase_share)
    low = sum(1 for out in outs if out < 0) * 2 >= sum(1 for out in outs if out)
    lasted = _lasting(times, values, bounds, needed)
    if short:
        lasted = min(lasted, sorted(values, key=bounds.room)[len(values) // 2], key=bounds.room)
    return Judgement(
        Verdict.FAULT if fault else Verdict.GOOD,
        lasted - bounds.baseline,
        worst - bounds.baseline,
        bounds.room(lasted),
        duration,
        total,
        low if fault else None,
    )


def _lasting(times: list[float], values: list[float], bounds: Limits, needed: float) -> float:
    """The value furthest out of the range that was kept, or gone beyond, for long enough."""
    ordered = sorted(values, key=bounds.room)
    first, last = 0, len(ordered) - 1
    while first < last:
        middle = (first + last) // 2
        room = bounds.room(ordered[middle])
        longest, _ = _time_out(times, [float(bounds.room(value) <= room) for value in values])
        first, last = (first, middle) if longest >= needed else (middle + 1, last)
    return ordered[first]


def _time_out(times: list[float], outs: list[float]) -> tuple[float, float]:
    """Longest unbroken time out of range, and all of it. A frame lasts until the next one.

    One frame by itself is no time, however few there are a second: it may be a mistake.
    """
    longest = total = run = 0.0
    for i, out in enumerate(outs):
        step = times[i + 1] - times[i] if i + 1 < len(times) else 0.0
        run = run + step if out else 0.0
        total += step if out else 0.0
        if i and outs[i - 1]:
            longest = max(longest, run)
    return longest, total
