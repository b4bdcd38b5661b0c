"""Who stopped before they set out, and came back to that very place, rests there.

While people get down and settle, the counted measure may be lower than at rest: a leg lies lower
before the knee beside it is drawn up. Only when the repetition is over can that be told: it ends
where they had stopped, and not where they were lowest.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from statistics import median

from formcheck.form.repetition_cycle import REST_SHARE, RepetitionCycle
from formcheck.form.verdicts.measured_frame import MeasuredFrame


@dataclass(frozen=True)
class ComeBackSettings:
    """When a stop is where somebody rests. Shares are of the travel.

    short_share: above the lowest up to which they came back to it: as wide as rest is.
    alike_share: by which a stop may be off from where they came back to, trembling included.
    stayed_s: seconds of a stop at least. Nobody stops so long half-way out who doesn't stop there
        on the way back too, and what ends a repetition is that they did.
    """

    short_share: float = REST_SHARE
    alike_share: float = 0.15
    stayed_s: float = 1.0


DEFAULTS = ComeBackSettings()


def from_where_they_came_back_to(
    frames: Sequence[MeasuredFrame],
    cycle: RepetitionCycle,
    settings: ComeBackSettings = DEFAULTS,
) -> RepetitionCycle:
    """A movement from the stop before it, if that is where it ended; else as it was counted.

    frames: from the end of the last repetition until it was known that this one is over.
    """
    seen = [frame for frame in frames if frame.signal == frame.signal]
    after = [frame.signal for frame in seen if frame.time_s >= cycle.end_s]
    if not cycle.complete or not after:
        return cycle
    level = median(after)
    if level <= cycle.low + settings.short_share * cycle.travel:
        return cycle
    alike = settings.alike_share * (cycle.high - level)
    way = [frame for frame in seen if cycle.left_rest_s <= frame.time_s < cycle.end_s]
    furthest = max(range(len(way)), key=lambda i: way[i].signal, default=0)
    near = [i for i in range(furthest) if way[i].signal <= level + alike]
    if not near:
        return cycle
    out = way[: near[-1] + 1]
    stop = list(takewhile(lambda frame: frame.signal >= level - alike, reversed(out)))
    if not stop or stop[0].time_s - stop[-1].time_s < settings.stayed_s:
        return cycle
    rest = median(frame.signal for frame in stop)
    left_s = max(frame.time_s for frame in stop if frame.signal <= rest)
    return replace(cycle, low=rest, left_rest_s=left_s)
