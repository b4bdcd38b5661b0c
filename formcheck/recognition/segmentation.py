"""A recording cut into stretches of one exercise each, by dynamic programming."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from formcheck.recognition.feature_table import Array

Places = NDArray[np.int_]

NOTHING = -1

Segment = tuple[int, int, int]
"""Which one, from which place, to before which place."""


@dataclass(frozen=True)
class SegmentationSettings:
    """What evidence is worth, and what a change from one exercise to the next costs."""

    nothing: float = 0.35
    """Evidence below which a moment is more likely nothing than an exercise. A little below what
    is asked of a recording as a whole (see `RecognitionSettings.least_score`): what is found here
    is held against that again."""

    change_s: float = 1.0
    """Seconds of full evidence that a change must be worth: half a second of something that looks
    better in the middle of a set is no other exercise."""

    longest_step_s: float = 0.5
    """A sample stands for no longer than this: what wasn't seen speaks for nothing."""


DEFAULTS = SegmentationSettings()


def segments(
    evidence: Sequence[Array],
    times: Array,
    takes: Places,
    settings: SegmentationSettings = DEFAULTS,
) -> list[Segment]:
    """The stretches in turn.

    evidence: for each of them (T,), 0 to 1. times: (T,), in seconds. takes: (T,), numbers. The
    stretches are those that gather the most evidence above that of nothing, the price of changes
    taken off (the Viterbi algorithm); each lies in one take and is cut to where there is evidence.
    """
    if not len(times) or not evidence:
        return []
    step_s = np.minimum(np.diff(times, append=times[-1:]), settings.longest_step_s)
    gains = np.vstack([np.zeros(len(times)), (np.stack(evidence) - settings.nothing) * step_s])
    found: list[Segment] = []
    path = _best_path(gains, settings.change_s)
    changes = (np.diff(path) != 0) | (np.diff(takes) != 0)
    edges = [0, *(np.flatnonzero(changes) + 1).tolist(), len(path)]
    for begin, end in pairwise(edges):
        which = int(path[begin]) - 1
        if which != NOTHING:
            speaks = begin + np.flatnonzero(evidence[which][begin:end])
            found += [(which, int(speaks[0]), int(speaks[-1]) + 1)] if speaks.size else []
    return found


def _best_path(gains: Array, change: float) -> Places:
    """For every place the row that it belongs to; row 0, nothing, may be changed to for free."""
    rows, places = gains.shape
    price = np.full(rows, change)
    price[0] = 0.0
    own = np.arange(rows)
    came_from = np.zeros((places, rows), int)
    score = gains[:, 0] - price
    for place in range(1, places):
        best = int(score.argmax())
        changed = score[best] - price
        came_from[place] = np.where(changed > score, best, own)
        score = np.maximum(changed, score) + gains[:, place]
    path = np.zeros(places, int)
    path[-1] = score.argmax()
    for place in range(places - 1, 0, -1):
        path[place - 1] = came_from[place, path[place]]
    return path
