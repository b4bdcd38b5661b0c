"""Where somebody was seen and nothing was recognised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from formcheck.recognition.feature_table import FeatureTable, Mask

Span = tuple[float, float]
"""From when to when, in seconds."""


@dataclass(frozen=True)
class UnnamedSettings:
    """When that is worth telling."""

    least_s: float = 5.0
    """Seconds for which somebody must be seen in it: to get down, up, or out of the picture takes
    about as long (engineering)."""


DEFAULTS = UnnamedSettings()


def unnamed_stretches(
    table: FeatureTable, named: Sequence[Span], settings: UnnamedSettings = DEFAULTS
) -> tuple[Span, ...]:
    """What lies between those that are named, before and after them, in rising time."""
    found = []
    for part in _between(table, named):
        seen = table.times[part & table.found]
        if seen.size * table.step_s >= settings.least_s:
            found.append((float(seen[0]), float(seen[-1])))
    return tuple(found)


def _between(table: FeatureTable, named: Sequence[Span]) -> Iterator[Mask]:
    begin_s = -np.inf
    for next_s, end_s in (*sorted(named), (np.inf, np.inf)):
        yield (table.times > begin_s) & (table.times < next_s)
        begin_s = max(begin_s, end_s)
