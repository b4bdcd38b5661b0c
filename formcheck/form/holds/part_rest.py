"""When one part of the body came to rest where it is held, or left it, by how far it had come."""

from collections.abc import Sequence
from dataclasses import dataclass

from formcheck.form.holds.hold_clock import DEFAULTS as HOLDS
from formcheck.form.holds.hold_clock import upper_quartile
from formcheck.form.holds.hold_timing import at_rest_s
from formcheck.form.holds.settling import settled_s


@dataclass(frozen=True)
class PartRestSettings:
    """Where a part is held: as the whole body is. Shares are of its way, times in seconds."""

    nearby: float = 1 - HOLDS.sway_share
    """Share of the way from which a part is about where it is held..."""

    arrived: float = HOLDS.top_share
    """... and from which it is there, as far as anyone can tell."""

    forgiven_slip_s: float = HOLDS.forgiven_slip_s
    """A slip out of the position that is shorter than this doesn't end the hold."""

    edge_s: float = HOLDS.edge_s
    """Time at the hold's end over which the level there is taken."""


DEFAULTS = PartRestSettings()


def part_rest_s(
    times: Sequence[float], shares: Sequence[float], settings: PartRestSettings = DEFAULTS
) -> float | None:
    """When a part came to rest, or left it; None where that can't be told.

    times, shares: seconds and share of the way, 1 where it is held and NaN where unseen, from
    within the hold outwards; where time runs backwards that leads to the hold's beginning.
    """
    known = [i for i, share in enumerate(shares) if share == share]
    times, shares = [times[i] for i in known], [shares[i] for i in known]
    held = _held(times, shares, settings)
    if not held:
        return None
    if times[0] > times[-1]:
        begins = held[::-1]
        settled = settled_s([times[i] for i in begins], [shares[i] for i in begins], 1.0)
        if settled is not None:
            return settled
    edge_s = times[held[-1]]
    level = upper_quartile([shares[i] for i in held if abs(times[i] - edge_s) <= settings.edge_s])
    edge = next((i for i in held[::-1] if shares[i] >= settings.arrived * level), held[-1])
    return at_rest_s(times[edge:], shares[edge:], level, 0.0)


def _held(times: Sequence[float], shares: Sequence[float], settings: PartRestSettings) -> list[int]:
    """The frames in which the part is where it is held, slips forgiven."""
    held: list[int] = []
    nearby_s = times[0] if times else 0.0
    for i, share in enumerate(shares):
        if share >= settings.nearby:
            nearby_s = times[i]
        elif abs(times[i] - nearby_s) > settings.forgiven_slip_s:
            break
        if share >= settings.arrived:
            held.append(i)
    return held
