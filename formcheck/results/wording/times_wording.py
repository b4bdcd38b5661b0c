"""Times in words, and what is said of a recording's where they are not simply known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formcheck.texts.message import Message, message
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

GUESSED = "times.guessed"
"""The message about a recording that does not say when its pictures were taken."""

TOO_FEW_PICTURES = "times.too_few_pictures"
"""The message about pictures too far apart to follow the exercise."""

NO_FULL_REPETITION = "times.no_full_repetition"
"""The message for somebody who moved too little for a repetition."""


def clock(time_s: float) -> Message | str:
    """A time as people read it: `12 s`, `1:05`."""
    if time_s < 60:
        return message("times.seconds", seconds=float(time_s))
    return f"{int(time_s // 60)}:{int(time_s % 60):02d}"


def clock_exactly(time_s: float) -> Message:
    """The same with a tenth of a second: `12.3 s`, `1:05.2`."""
    tenths = round(float(time_s), 1)
    if tenths < 60:
        return message("times.seconds_exactly", seconds=tenths)
    return message("times.clock_exactly", minutes=int(tenths // 60), seconds=tenths % 60)


def no_full_repetition(title: str) -> Message:
    """What to do where somebody moved too little for a repetition of the exercise."""
    return message(NO_FULL_REPETITION, title=title)


def times_told(
    timing: Timing, gaps: Sequence[Gap], step_s: float, settings: TimesSettings = DEFAULTS
) -> Iterator[Message]:
    """What to know of the times; nothing of those that are known, often enough and without gaps.

    step_s: seconds from one picture to the next.
    """
    if timing.times is Times.GUESSED:
        yield message(GUESSED)
        return
    if timing.times is Times.SLOWED:
        yield _pace(timing.slowed_by)
    if gaps:
        yield _gaps_told(gaps)
    if step_s >= settings.coarse_s:
        within = settings.coarse_steps * step_s
        if f"{1 / step_s:.2g}" == "1":
            yield message("times.one_picture", within=within)
        else:
            yield message("times.few_pictures", rate=1 / step_s, within=within)


def _pace(slowed_by: float) -> Message:
    if slowed_by > 1:
        return message("times.slower", factor=float(slowed_by))
    return message("times.faster", factor=1 / slowed_by)


def _gaps_told(gaps: Sequence[Gap]) -> Message:
    longest = max(gaps, key=lambda gap: gap.missing_s)
    begin, end = (clock(round(time_s, 1)) for time_s in (longest.start_s, longest.end_s))
    missing_s = float(sum(gap.missing_s for gap in gaps))
    if len(gaps) == 1:
        return message("times.gap", missing=missing_s, begin=begin, end=end)
    return message("times.gaps", missing=missing_s, places=len(gaps), begin=begin, end=end)
