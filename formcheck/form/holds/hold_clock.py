"""How long a position has been held: while it is held, and exactly once it is over.

A hold is the time from coming to rest at the furthest point until leaving it. Nobody can see the
frame in which a slowing limb stops, least of all when it trembles, so with hindsight both moments
are told from the movements before and after (hold_timing.py).
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from formcheck.form.holds.hold_timing import at_rest_s
from formcheck.form.holds.settling import settled_s


@dataclass(frozen=True)
class HoldSettings:
    """What a hold is. Shares are of the travel, times in seconds."""

    live_share: float = 0.2
    """Share of the travel below the furthest point within which the position counts as held while
    nobody knows yet what comes: who holds still sways and sinks a little."""

    sway_share: float = 0.3
    """Share of the travel that someone may sway or sink by without ending the hold, in
    hindsight."""

    top_share: float = 0.95
    """Share of the travel from which the limb is as far out as anyone can tell."""

    edge_s: float = 0.7
    """Time at either end of a hold over which its level there is taken, as the upper quartile:
    people sink or go further while they hold, and a limb that the tracker loses is seen too low."""

    forgiven_slip_s: float = 0.5
    """A slip out of the position that is shorter than this doesn't end the hold."""

    kept_s: float = 0.5
    """Time for which a level must be kept, all in all, to be the furthest point: a jerk is none."""


DEFAULTS = HoldSettings()


class HoldClock:
    """Time for which a signal has stayed near the furthest point that it has reached.

    The furthest point may still move while the clock runs: what was near it before and is not any
    more then drops out of the hold, so that the way out is never counted as holding.
    """

    def __init__(self, settings: HoldSettings = DEFAULTS) -> None:
        self._settings = settings
        self._since: float | None = None
        self._inside: deque[tuple[float, float]] = deque()
        self._slipped_s: float | None = None

    def update(self, time_s: float, value: float, least: float) -> float:
        """Seconds held so far, where holding means a value of at least `least`."""
        if value < least:
            return self._slip(time_s)
        self._slipped_s = None
        while self._inside and self._inside[0][1] < least:
            self._inside.popleft()
            self._since = self._inside[0][0] if self._inside else None
        # Keep only values that no later value undercuts: the front is the lowest of the hold.
        while self._inside and self._inside[-1][1] >= value:
            self._inside.pop()
        self._inside.append((time_s, value))
        if self._since is None:
            self._since = time_s
        return time_s - self._since

    def _slip(self, time_s: float) -> float:
        if self._since is None:
            return 0.0
        if self._slipped_s is None:
            self._slipped_s = time_s
        if time_s - self._slipped_s > self._settings.forgiven_slip_s:
            self._since, self._slipped_s = None, None
            self._inside.clear()
            return 0.0
        return self._slipped_s - self._since


def hold_of(
    times: Sequence[float],
    values: Sequence[float],
    low: float,
    settings: HoldSettings = DEFAULTS,
) -> tuple[float, float]:
    """When the hold of one repetition begins and ends, in seconds; equal where there is none.

    times: seconds, in rising order. values: of the whole repetition, rising on the way out; NaN
    where unseen. low: the value at rest.
    """
    high = furthest_kept(times, values, settings)
    seen = [i for i, value in enumerate(values) if value == value]
    if not seen:
        return times[0], times[0]
    times, values = [times[i] for i in seen], [values[i] for i in seen]
    near = _around(times, values, high - settings.sway_share * (high - low), settings)
    level = median(values[i] for i in near)
    held = [i for i in near if values[i] >= low + settings.top_share * (level - low)]
    if not held:
        # From rest to where it stays it went the other way: no way out was seen.
        return times[0], times[0]
    begin = settled_s([times[i] for i in held], [values[i] for i in held], level - low)
    if begin is None:
        begin = _at_rest_s(times, values, held, low, settings, else_s=times[near[0]])
    end = _at_rest_s(
        times, values, held[::-1], low, settings, until=len(values), else_s=times[near[-1]]
    )
    return (begin, end) if begin < end else (times[held[0]], times[held[0]])


def _at_rest_s(
    times: Sequence[float],
    values: Sequence[float],
    held: Sequence[int],
    low: float,
    settings: HoldSettings,
    *,
    else_s: float,
    until: int = -1,
) -> float:
    """When the limb came to rest, or left it.

    held: the frames at the furthest point, from the end in question inwards. until: the number
    after the outermost frame beyond that end. else_s: when it was still about there, where no way
    is shown: who sinks, or is there when the recording begins or ends, is holding.
    """
    edge_s = times[held[0]]
    level = upper_quartile([values[i] for i in held if abs(times[i] - edge_s) <= settings.edge_s])
    top = low + settings.top_share * (level - low)
    first = next((i for i in held if values[i] >= top), held[0])
    outwards = range(first, until, 1 if until > first else -1)
    rest_s = at_rest_s([times[i] for i in outwards], [values[i] for i in outwards], level, low)
    return else_s if rest_s is None else rest_s


def upper_quartile(values: Sequence[float]) -> float:
    """The value that a quarter of them reach."""
    return sorted(values)[3 * (len(values) - 1) // 4]


def furthest_kept(
    times: Sequence[float], values: Sequence[float], settings: HoldSettings = DEFAULTS
) -> float:
    """The highest level that was kept up for long enough in all; else the highest value."""
    kept_s = 0.0
    order = sorted(range(len(values) - 1), key=lambda i: -_number(values[i]))
    for i in order:
        kept_s += times[i + 1] - times[i]
        if kept_s >= settings.kept_s:
            return values[i] if values[i] == values[i] else max(map(_number, values))
    return max(map(_number, values))


def _around(
    times: Sequence[float], values: Sequence[float], least: float, settings: HoldSettings
) -> range:
    """The frames around the furthest one that are at least so high, slips forgiven."""
    furthest = max(range(len(values)), key=lambda i: _number(values[i]))
    slip_s = settings.forgiven_slip_s
    first = _last_held(times, values, range(furthest, -1, -1), least, slip_s)
    last = _last_held(times, values, range(furthest, len(values)), least, slip_s)
    return range(first, last + 1)


def _number(value: float) -> float:
    return value if value == value else float("-inf")


def _last_held(
    times: Sequence[float], values: Sequence[float], order: range, least: float, slip_s: float
) -> int:
    held = order.start
    for i in order:
        if values[i] >= least:
            held = i
        elif abs(times[i] - times[held]) > slip_s:
            break
    return held
