"""The movements out and back that a session shows, measured by one exercise."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.range import Range
from formcheck.exercises.repetition import Wave
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.repetitions import RepetitionCounter
from formcheck.form.roles import ROLES
from formcheck.form.sides import SideChoice
from formcheck.form.vocabulary import HIPS_ACROSS
from formcheck.measure.catalogue import find
from formcheck.measure.measure_name import name_and_role
from formcheck.measure.orientation import View
from formcheck.measure.unit import TRUNK_LENGTHS
from formcheck.pose.landmarks import SIDES
from formcheck.recognition.feature_table import Array, FeatureTable, Mask


@dataclass(frozen=True)
class CycleSettings:
    """Which moments of a movement are its ends."""

    rest_share: float = 0.25
    """Share of the travel up to which it is rest: an engineering value, wide enough for the noise
    of a small movement, and far from half-way."""

    peak_share: float = 0.75
    """Share of the travel from which it is the furthest point; as far from half-way."""

    stay_share: float = 0.25
    """Share of the travel within which somebody stays where they are; as wide as rest, and as the
    furthest point."""

    rest_s: float = 4.0
    """Seconds before and after a movement in which rest is looked at: longer than people rest
    between two repetitions. Who lay down before, knees bent, and then stretched one leg to lift it
    rested in another way until then."""

    lost_s: float = 3.0
    """Seconds out of the posture from which what comes after is another movement: twice what ends a
    set, as samples are fewer than frames."""


DEFAULTS = CycleSettings()


@dataclass(frozen=True)
class SampledCycle:
    """One movement from rest to the furthest point and back, as places in the table."""

    first: int
    last: int
    rest: Mask
    peak: Mask


def in_posture(exercise: Exercise, table: FeatureTable, also: Collection[str] = ()) -> Mask:
    """The samples in a right view and within the exercise's wide ranges.

    also: further views that are taken for right.
    """
    seen_so = _in_right_view(exercise, table) | np.isin(table.views, list(also))
    return table.found & seen_so & in_ranges(exercise.posture, table)


def in_ranges(ranges: Iterable[Range], table: FeatureTable, *, seen: bool = True) -> Mask:
    """The samples within all of some ranges.

    seen: whether what they are of must be seen, but for what may be unseen.
    """
    inside = np.ones(len(table), bool)
    for limit in ranges:
        values = column(limit.measure, table)
        low = -np.inf if limit.at_least is None else limit.at_least
        high = np.inf if limit.at_most is None else limit.at_most
        kept = (values >= low) & (values <= high)
        inside &= kept if seen and not limit.may_be_unseen else kept | np.isnan(values)
    return inside


def _in_right_view(exercise: Exercise, table: FeatureTable) -> Mask:
    """Who turns the trunk is seen half turned in the hold; there the view just before counts."""
    right = np.isin(table.views, exercise.camera.views)
    if not exercise.signature.half_turned_at_peak:
        return right
    half_turned = table.views == View.THREE_QUARTER
    # The last sample that wasn't half turned, for every sample; the first one before there is any.
    before = np.maximum.accumulate(np.where(half_turned, 0, np.arange(len(table))))
    return np.asarray(right | (half_turned & right[before]), bool)


def wave_of(exercise: Exercise, table: FeatureTable) -> Wave:
    """What repetitions are told by: the exercise's own measure, or another where it is hidden."""
    waves: tuple[Wave, ...] = (exercise.repetition, *exercise.repetition.or_by)
    seen = [
        bool(np.isfinite(_values(wave, table)).sum() * 2 >= table.found.sum()) for wave in waves
    ]
    return next((wave for wave, known in zip(waves, seen, strict=True) if known), waves[0])


def signal_of(exercise: Exercise, table: FeatureTable, inside: Mask) -> Array:
    """What repetitions are told by, rising on the way out; NaN outside the posture."""
    wave = wave_of(exercise, table)
    signal = _values(wave, table)
    if find(wave.measure).unit == TRUNK_LENGTHS:
        signal = signal * _trunk_share(table, inside)
    return np.where(inside, signal, np.nan)


def _values(wave: Wave, table: FeatureTable) -> Array:
    """The measure itself, its sign changed where it falls on the way out."""
    sign = 1.0 if wave.direction == "rises" else -1.0
    name, role = name_and_role(wave.measure)
    if role == "working":
        nothing = np.full(len(table), np.nan)
        left, right = (sign * table.values.get(f"{name}.{side}", nothing) for side in SIDES)
        return np.fmax(left, right)
    return sign * column(wave.measure, table)


def _trunk_share(table: FeatureTable, inside: Mask) -> Array:
    """The trunk beside its usual length in the take: a trunk that bends looks shorter."""
    share = np.ones(len(table))
    for stretch in table.stretches:
        trunk = table.trunk[stretch]
        known = trunk[inside[stretch] & np.isfinite(trunk)]
        if known.size:
            share[stretch] = trunk / np.median(known)
    return share


def sampled_cycles(
    exercise: Exercise, table: FeatureTable, signal: Array, settings: CycleSettings = DEFAULTS
) -> Iterator[SampledCycle]:
    """The movements out and back that the signal shows, and the one under way at a take's end.

    Left out are those after which the person is somewhere else.
    """
    rule = exercise.repetition
    least_travel = wave_of(exercise, table).least_travel
    across = table.values[HIPS_ACROSS]
    # What is held for long from the beginning is told by the position that is kept.
    movements = _counted if rule.is_long_hold else _movements
    for stretch in _unbroken(table, signal, settings.lost_s):
        for begin, end, low, travel in movements(least_travel, table, signal, stretch):
            cycle = _cycle(table, signal, begin, end, low, travel, settings)
            if cycle is not None:
                moved = abs(across[cycle.last] - across[cycle.first])
                # Comparisons with NaN are False: who can't be seen is not known to have moved.
                if not moved > rule.most_moved:
                    yield cycle


def _unbroken(table: FeatureTable, signal: Array, lost_s: float) -> Iterator[slice]:
    """Parts of the takes in which the signal is never lost for long."""
    for stretch in table.stretches:
        known = stretch.start + np.flatnonzero(np.isfinite(signal[stretch]))
        if known.size:
            lost = np.flatnonzero(np.diff(table.times[known]) > lost_s)
            begins = [known[0], *known[lost + 1]]
            ends = [*known[lost], known[-1]]
            for begin, end in zip(begins, ends, strict=True):
                yield slice(int(begin), int(end) + 1)


def _movements(
    least_travel: float, table: FeatureTable, signal: Array, stretch: slice
) -> Iterator[tuple[int, int, float, float]]:
    """Those that are counted, after the one that was under way when the stretch began."""
    counted = list(_counted(least_travel, table, signal, stretch))
    came_back = _coming_back(least_travel, table, signal, stretch)
    if came_back is not None:
        _, back, low, _ = came_back
        if not counted:
            yield came_back
            return
        begin, end, *of_first = counted[0]
        # Between the two there was a way out; else they are the same movement.
        if back < end and np.nanmax(signal[back:end], initial=-np.inf) - low >= least_travel:
            yield came_back
            counted[0] = (max(begin, back), end, of_first[0], of_first[1])
    yield from counted


def _coming_back(
    least_travel: float, table: FeatureTable, signal: Array, stretch: slice
) -> tuple[int, int, float, float] | None:
    """What comes back at the beginning: seen backwards, it goes out at the end."""
    counter = RepetitionCounter(least_travel)
    for place in reversed(range(stretch.start, stretch.stop)):
        counter.update(-float(table.times[place]), float(signal[place]))
    under_way = counter.under_way(-float(table.times[stretch.start]))
    if under_way is None or not np.isfinite(under_way.left_rest_s):
        return None
    end = int(np.searchsorted(table.times, -under_way.left_rest_s, side="right"))
    return stretch.start, end, under_way.low, under_way.travel


def _counted(
    least_travel: float, table: FeatureTable, signal: Array, stretch: slice
) -> Iterator[tuple[int, int, float, float]]:
    """For each movement its first place, the one after its last, its level at rest, its travel."""
    counter = RepetitionCounter(least_travel)
    first = stretch.start
    for place in range(stretch.start, stretch.stop):
        done = counter.update(float(table.times[place]), float(signal[place]))
        if done is not None:
            over = _place_after(table, done)
            yield first, over, done.low, done.travel
            first = over - 1
    if counter.doubtful is not None:
        over = _place_after(table, counter.doubtful)
        yield first, over, counter.doubtful.low, counter.doubtful.travel
        first = over - 1
    under_way = counter.under_way(float(table.times[stretch.stop - 1]))
    if under_way is not None:
        yield first, stretch.stop, under_way.low, under_way.travel


def _place_after(table: FeatureTable, done: RepetitionCycle) -> int:
    return int(np.searchsorted(table.times, done.over_s, side="right"))


def _cycle(
    table: FeatureTable,
    signal: Array,
    begin: int,
    end: int,
    low: float,
    travel: float,
    settings: CycleSettings,
) -> SampledCycle | None:
    part = signal[begin:end]
    if np.isnan(part).all():
        return None
    top = begin + int(np.nanargmax(part))
    # Comparisons with NaN are False: what was out of the posture is neither.
    resting = signal <= low + settings.rest_share * travel
    before = np.flatnonzero(resting[begin:top])
    after = np.flatnonzero(resting[top:end])
    first = begin + int(before[-1]) if before.size else begin
    last = top + int(after[0]) if after.size else end - 1
    rest, peak = np.zeros(len(table), bool), np.zeros(len(table), bool)
    times = table.times
    since_s, until_s = times[first] - settings.rest_s, times[last] + settings.rest_s
    near = (times[begin:end] >= since_s) & (times[begin:end] <= until_s)
    rest[begin:end] = resting[begin:end] & near
    peak[first : last + 1] = signal[first : last + 1] >= low + settings.peak_share * travel
    return SampledCycle(first, last, rest, peak)


def longest_stay_s(
    cycle: SampledCycle, times: Array, signal: Array, settings: CycleSettings = DEFAULTS
) -> float:
    """How long a movement out and back stays about one place away from rest, in seconds."""
    known = cycle.first + np.flatnonzero(np.isfinite(signal[cycle.first : cycle.last + 1]))
    values = signal[known]
    low, travel = values.min(), np.ptp(values)
    away = known[values > low + settings.rest_share * travel]
    longest_s, begin = 0.0, 0
    for end, place in enumerate(away):
        while np.ptp(signal[away[begin : end + 1]]) > settings.stay_share * travel:
            begin += 1
        longest_s = max(longest_s, float(times[place] - times[away[begin]]))
    return longest_s


def column(measure: str, table: FeatureTable) -> Array:
    """A measure over the session; a side that a measure tells may change from sample to sample.

    Where no one side is meant for the whole take it is the near one.
    """
    name, suffix = name_and_role(measure)
    role = ROLES.get(suffix)
    if role is not None and role.measure:
        left, right = (table.values[f"{role.measure}.{side}"] for side in SIDES)
        is_left = left >= right if role.larger else left < right
        return np.where(is_left, table.values[f"{name}.left"], table.values[f"{name}.right"])
    near = {side: SideChoice(near=side, working=side).full_name(measure, {}) for side in SIDES}
    nothing = np.full(len(table), np.nan)
    left, right = (table.values.get(near[side], nothing) for side in ("left", "right"))
    return np.where(table.near == "left", left, right)
