"""Times in words, and what is said of a recording's where they are not simply known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formcheck.video.gaps import Gap
from formcheck.video.timing import Times, Timing


@dataclass(frozen=True)
class TimesSettings:
    """When it is told that there are few pictures a second.

    coarse_s: seconds from one picture to the next from which holds are so inexact that it must be
        said (engineering value).
    coarse_steps: by which a hold may be off, in such steps. Of sample clips thinned out to 4 to 1
        pictures a second nine in ten holds were off by less than 1.5.
    """

    coarse_s: float = 0.3
    coarse_steps: float = 2.0


DEFAULTS = TimesSettings()

GUESSED = (
    "This recording does not say when its pictures were taken: how long anything lasted is "
    "unknown, and so is what needs seconds. Record it as MP4 to have that judged."
)

TOO_FEW_PICTURES = (
    "There are too few pictures to follow this exercise: a repetition needs at least six. "
    "What was counted and how long it was held may be wrong. Record with more pictures a second."
)

UNKNOWN_SECONDS = "The recording does not tell how long it lasted."
"""Of a criterion that needs seconds."""


def clock(time_s: float) -> str:
    """A time as people read it: `12 s`, `1:05`."""
    if time_s < 60:
        return f"{time_s:g} s"
    return f"{int(time_s // 60)}:{int(time_s % 60):02d}"


def times_told(
    timing: Timing, gaps: Sequence[Gap], step_s: float, settings: TimesSettings = DEFAULTS
) -> Iterator[str]:
    """What to know of the times; nothing of those that are known, often enough and without gaps.

    step_s: seconds from one picture to the next.
    """
    if timing.times is Times.GUESSED:
        yield GUESSED
        return
    if timing.times is Times.SLOWED:
        yield _pace(timing.slowed_by)
    if gaps:
        yield _gaps_told(gaps)
    if step_s >= settings.coarse_s:
        rate = f"{1 / step_s:.2g}"
        few = "is only one picture" if rate == "1" else f"are only {rate} pictures"
        yield (
            f"There {few} a second: how long something lasted is "
            f"right to about {settings.coarse_steps * step_s:.2g} s only."
        )


def _pace(slowed_by: float) -> str:
    slower = slowed_by > 1
    factor, way = (slowed_by, "slower") if slower else (1 / slowed_by, "faster")
    return (
        f"This recording plays {factor:.3g} times {way} than it was filmed. "
        "All times here are those of the filming."
    )


def _gaps_told(gaps: Sequence[Gap]) -> str:
    longest = max(gaps, key=lambda gap: gap.missing_s)
    missing_s = sum(gap.missing_s for gap in gaps)
    begin, end = (clock(round(time_s, 1)) for time_s in (longest.start_s, longest.end_s))
    where = f"from {begin} to {end}"
    if len(gaps) > 1:
        where = f"in {len(gaps)} places, the longest {where}"
    return (
        f"The recording has no pictures for {missing_s:.1f} s ({where}): "
        "what was done in that time was not seen, and counts neither as holding nor as a fault."
    )
