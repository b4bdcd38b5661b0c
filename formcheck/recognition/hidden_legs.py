"""Could the legs be seen by which an exercise is told from others?"""

from dataclasses import dataclass

import numpy as np

from formcheck.recognition.feature_table import Mask, Medians
from formcheck.recognition.fit import Fit, limb_of
from formcheck.recognition.similarity import Comparison


@dataclass(frozen=True)
class HiddenSettings:
    """seen: share of the time that speaks for an exercise, in which some measure of the near leg
    must be known, if any is asked for. Of the tracks of real people that are rightly named it is
    known all the time; on all fours behind a box that hides both knees it is a plank's legs that
    nothing speaks against.
    """

    seen: float = 0.5


DEFAULTS = HiddenSettings()


def legs_are_hidden(comparison: Comparison, settings: HiddenSettings = DEFAULTS) -> bool:
    """Whether hardly anything is known of the near leg while somebody seems to do the exercise."""
    seen = comparison.better_seen
    where = _alike(seen)
    fit = Fit(seen.table.near_in(where), None, seen.settings.fit)
    values = Medians(seen.table, where)
    names = {
        fit.side_of(one, values)
        for one in (*seen.rest_ranges, *seen.signature.peak)
        if one.measure.endswith(".near")
        and limb_of(one.measure).startswith("leg")
        and not one.may_be_unseen
    }
    columns = [seen.table.values[name][where] for name in names if name in seen.table.values]
    if not names or not where.any():
        return False
    known = np.isfinite(np.array(columns)).any(axis=0) if columns else np.zeros(1, np.bool_)
    return bool(known.mean() < settings.seen)


def _alike(comparison: Comparison) -> Mask:
    """The samples that speak for the exercise: of its movements, or where its posture is kept."""
    where = np.zeros(len(comparison.table), np.bool_)
    for cycle, _ in comparison.alike:
        where[cycle.first : cycle.last + 1] = True
    where &= comparison.table.found
    return where if where.any() else comparison.inside
