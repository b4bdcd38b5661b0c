"""How much each moment of a recording speaks for an exercise."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import floor

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from formcheck.recognition.cycles import column
from formcheck.recognition.feature_table import Array, FeatureTable, Mask
from formcheck.recognition.runs import runs
from formcheck.recognition.similarity import Comparison, stillness_of


@dataclass(frozen=True)
class EvidenceSettings:
    """What belongs together over time."""

    window_s: float = 40.0
    """Seconds that are looked at together: repetitions are told by the range that a movement has,
    and over a whole session that is the range of everything that was done. Longer than a
    repetition with a long hold; windows overlap by half."""

    rest_s: float = 8.0
    """Seconds of rest between two repetitions of one set, in which nothing is to be seen of it.
    Engineering value: people take a breath or two; a longer rest belongs to nothing."""

    rest_in_posture_share: float = 0.7
    """Share of such a rest that must be spent in the posture: who gets up doesn't rest in it."""

    unseen_s: float = 1.0
    """A posture that is lost for no longer goes on: the model loses a person now and then."""

    like_another_counts: float = 0.5
    """Share of what fitting well counts at least, in a moment in which poses resemble another
    exercise: of a session it is the moment that is asked for, and not whether an exercise is in
    it."""

    least_kept_s: float = 1.0
    """A posture kept for less says nothing; people pass through many."""

    still_enough: float = 0.5
    """Stillness, 0 to 1, from which a position is kept: half of full certainty."""


DEFAULTS = EvidenceSettings()


def evidence_over_time(comparison: Comparison, settings: EvidenceSettings = DEFAULTS) -> Array:
    """(T,), 0 to 1: how well the repetition, rest or kept position around each sample fits.

    Less surely where it is seen half turned, as for the session as a whole.
    """
    evidence = np.zeros(len(comparison.table))
    for begin, end in _windows(comparison.table, settings.window_s):
        window = replace(comparison, table=comparison.table.part(begin, end))
        _raise_to(evidence, slice(begin, end), _in_window(window, settings))
    return evidence


def _windows(table: FeatureTable, window_s: float) -> Iterator[tuple[int, int]]:
    """Overlapping parts of a session; all of it where it is no longer than one.

    Time without a picture, of which a file may claim years, is passed over in one step.
    """
    begin_s, last_s = float(table.times[0]), float(table.times[-1])
    while True:
        end_s = begin_s + window_s
        begin, end = np.searchsorted(table.times, (begin_s, end_s))
        if begin < end:
            yield int(begin), int(end)
        if end_s > last_s:
            return
        empty_s = float(table.times[end]) - end_s if begin == end else 0.0
        begin_s += window_s / 2 * (floor(empty_s / (window_s / 2)) + 1)


def _in_window(comparison: Comparison, settings: EvidenceSettings) -> Array:
    evidence = np.zeros(len(comparison.table))
    behind = comparison.table.behind_around(comparison.exercise.id)
    for one, counts in comparison.ways:
        each = counts.of_each(behind, settings.like_another_counts)
        _raise_to(evidence, slice(None), each * _evidence(one, settings))
    return evidence


def _evidence(comparison: Comparison, settings: EvidenceSettings) -> Array:
    evidence = np.zeros(len(comparison.table))
    if comparison.inside.any():
        _add_repetitions(evidence, comparison, settings)
        if comparison.signature.still is not None:
            _add_kept(evidence, comparison, settings)
    return evidence


def _add_repetitions(evidence: Array, comparison: Comparison, settings: EvidenceSettings) -> None:
    """Every repetition, and the rests between two of them."""
    before: tuple[int, float] | None = None
    for cycle, match in comparison.matches:
        _raise_to(evidence, slice(cycle.first, cycle.last + 1), match)
        if before is not None and _rested(comparison, before[0], cycle.first, settings):
            _raise_to(evidence, slice(before[0] + 1, cycle.first), min(before[1], match))
        before = (cycle.last, match)


def _rested(comparison: Comparison, last: int, first: int, settings: EvidenceSettings) -> bool:
    """Whether somebody only rested between the end of a repetition and the beginning of another."""
    table = comparison.table
    if first <= last + 1 or table.takes[first] != table.takes[last]:
        return False
    short = table.times[first] - table.times[last] <= settings.rest_s
    inside = comparison.inside[last + 1 : first].mean()
    return bool(short and inside >= settings.rest_in_posture_share)


def _raise_to(evidence: Array, where: slice, least: float | Array) -> None:
    evidence[where] = np.maximum(evidence[where], least)


def _add_kept(evidence: Array, comparison: Comparison, settings: EvidenceSettings) -> None:
    """Every stretch of time in which a position that is enough by itself is kept."""
    for where, stillness in _kept_stretches(comparison, settings):
        kept = comparison.settings.still_counts * _fit_of_kept(comparison, where) * stillness
        _raise_to(evidence, where, kept)


def longest_kept(
    comparison: Comparison, settings: EvidenceSettings = DEFAULTS
) -> tuple[int, int] | None:
    """The longest stretch, as places, in which such a position is kept; None where there is none.

    What is done just before and after, getting down to it and up, is not part of it; nor is what a
    window that is called still leaves of that at its ends.
    """
    if comparison.signature.still is None:
        return None
    kept = [(where.start, where.stop) for where, _ in _kept_stretches(comparison, settings)]
    begin, end = max(kept, key=lambda places: places[1] - places[0], default=(0, 0))
    similarity, step_s = comparison.settings, comparison.table.step_s
    window_s = min(float(end - begin) * step_s, similarity.enough_kept_s)
    left = round(similarity.still_ends[0] / 100 * window_s / step_s) if step_s else 0
    return (begin + left, end - left) if end - begin > 2 * left else None


def _kept_stretches(
    comparison: Comparison, settings: EvidenceSettings
) -> Iterator[tuple[slice, Array]]:
    """Where the posture is kept, and how still each sample of it is."""
    table, step_s = comparison.table, comparison.table.step_s
    for begin, end in _stretches(comparison.inside, table, settings):
        if (end - begin) * step_s < settings.least_kept_s:
            continue
        stillness = _stillness(comparison, begin, end)
        for first, last in runs(stillness > settings.still_enough):
            yield slice(begin + first, begin + last), stillness[first:last]


def _fit_of_kept(comparison: Comparison, where: slice) -> float:
    """How well a position fits that is kept for so long."""
    table, similarity = comparison.table, comparison.settings
    inside = np.zeros(len(table), bool)
    inside[where] = comparison.inside[where]
    begins = where.start == 0 or table.takes[where.start - 1] != table.takes[where.start]
    ends = where.stop == len(table) or table.takes[where.stop] != table.takes[where.start]
    enough_s = similarity.kept_throughout_s if begins and ends else similarity.enough_kept_s
    kept_s = float(where.stop - where.start) * table.step_s
    return min(1.0, kept_s / enough_s) * comparison.fit_of_kept(inside)


def _stillness(comparison: Comparison, begin: int, end: int) -> Array:
    """Of each sample of a stretch: how still the stillest window is that holds it."""
    table, similarity = comparison.table, comparison.settings
    width = min(end - begin, max(1, round(similarity.enough_kept_s / table.step_s)))
    still = np.ones(end - begin - width + 1)
    for name, most in comparison.signature.still_within.items():
        spread = _spread(column(name, table)[begin:end], width, similarity.still_ends)
        still *= stillness_of(spread, most)
    best = np.zeros(end - begin)
    for offset in range(width):
        _raise_to(best, slice(offset, offset + len(still)), still)
    return best


def _spread(values: Array, width: int, ends: tuple[float, float]) -> Array:
    """How far values lie apart in every window of so many; 0 where none is known."""
    ordered = np.sort(sliding_window_view(np.where(np.isfinite(values), values, np.inf), width))
    known = np.isfinite(ordered).sum(axis=1)
    ordered[known == 0] = 0.0
    rows = np.arange(len(ordered))
    low, high = (
        ordered[rows, np.rint(share / 100 * np.maximum(known - 1, 0)).astype(int)] for share in ends
    )
    return np.asarray(high - low)


def _stretches(
    inside: Mask, table: FeatureTable, settings: EvidenceSettings
) -> Iterator[tuple[int, int]]:
    """Where the posture is kept within one take, short losses bridged."""
    lost = round(settings.unseen_s / table.step_s) if table.step_s else 0
    for stretch in table.stretches:
        begin = end = -1
        for place in np.flatnonzero(inside[stretch]) + stretch.start:
            if begin >= 0 and place - end > lost:
                yield begin, end
                begin = -1
            begin = int(place) if begin < 0 else begin
            end = int(place) + 1
        if begin >= 0:
            yield begin, end
