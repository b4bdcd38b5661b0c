"""Slow motion and time-lapse: recordings that play at another pace than they were filmed at."""

from collections.abc import Mapping
from dataclasses import dataclass

from formcheck.video.timing import GUESSED, KNOWN, Times, Timing

FILMED_RATE_TAGS = ("com.android.capture.fps", "com.apple.quicktime.capture.fps", "capture_fps")
"""Tags, in small letters, that state how many pictures a second were filmed. Android cameras write
the first, which other programs carry over into other containers."""

FULL_RATE_TAG = "com.apple.quicktime.full-frame-rate-playback-intent"
"""Apple's tag: 0 where a recording at a high rate is meant to be seen in slow motion. The file that
the camera wrote keeps the rate that was filmed, and the player slows it down. Since iOS 18 every
film of an iPhone says 0, at a usual rate too; and what is stated as a number of eight bytes is read
as 0 by FFmpeg whatever it is. So by itself it says nothing."""

USUAL_TICKS = 600
"""How many to a second an iPhone counts time by in films of usual rates. In those of high rates it
is 2400, and stays that when they are saved slowed down."""


@dataclass(frozen=True)
class SlowMotionSettings:
    """What is told from the rate that was filmed and the one that is played.

    least_factor: by which they must differ to be another pace. In the dark a camera takes fewer
        pictures than it states, by less than this (engineering value; cameras offer factors of two
        and more).
    usual_rate: pictures a second that every camera films; a recording that states no more, and
        plays slower, was filmed in the dark and is no slow motion.
    high_rate: pictures a second from which a recording that is meant to be slowed down by its
        player has not been slowed down yet; Apple's begin at 120.
    """

    least_factor: float = 1.5
    usual_rate: float = 30.5
    high_rate: float = 90.0


DEFAULTS = SlowMotionSettings()


def timing_from_tags(
    tags: Mapping[str, str],
    played_rate: float | None,
    ticks: float | None = None,
    settings: SlowMotionSettings = DEFAULTS,
) -> Timing:
    """What a container's tags say of a recording's pace.

    tags: by name in small letters. played_rate: pictures a second by the time stamps. ticks: what
    the time stamps count by, to a second.
    """
    if not played_rate:
        return KNOWN
    filmed_rate = _filmed_rate(tags)
    if filmed_rate is not None:
        return _paced(filmed_rate / played_rate, filmed_rate, settings)
    may_be_slowed = tags.get(FULL_RATE_TAG) == "0" and ticks != USUAL_TICKS
    return GUESSED if may_be_slowed and played_rate < settings.high_rate else KNOWN


def _filmed_rate(tags: Mapping[str, str]) -> float | None:
    for tag in FILMED_RATE_TAGS:
        try:
            rate = float(tags[tag])
        except (KeyError, ValueError):
            continue
        if 0 < rate < float("inf"):
            return rate
    return None


def _paced(factor: float, filmed_rate: float, settings: SlowMotionSettings) -> Timing:
    slower = factor >= settings.least_factor and filmed_rate > settings.usual_rate
    faster = factor <= 1 / settings.least_factor
    return Timing(Times.SLOWED, factor) if slower or faster else KNOWN
