"""Slow motion and time-lapse: recordings that play at another pace than they were filmed at."""

from collections.abc import Mapping
from dataclasses import dataclass

from formcheck.video.timing import GUESSED, KNOWN, Times, Timing

FILMED_RATE_TAGS = ("com.android.capture.fps", "com.apple.quicktime.capture.fps", "capture_fps")
"""Tags, in small letters, that state how many pictures a second were filmed. Android cameras write
the first, which other programs carry over into other containers."""

FULL_RATE_TAG = "com.apple.quicktime.full-frame-rate-playback-intent"
"""Apple's tag of a recording at a high rate: 0 where it is meant to be seen in slow motion. The
file itself keeps the rate that was filmed, and the player slows it down."""


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
    tags: Mapping[str, str], played_rate: float | None, settings: SlowMotionSettings = DEFAULTS
) -> Timing:
    """What a container's tags say of a recording's pace.

    tags: by name in small letters. played_rate: pictures a second by the time stamps.
    """
    if not played_rate:
        return KNOWN
    filmed_rate = _filmed_rate(tags)
    if filmed_rate is not None:
        return _paced(filmed_rate / played_rate, filmed_rate, settings)
    slowed_by_a_program = tags.get(FULL_RATE_TAG) == "0" and played_rate < settings.high_rate
    return GUESSED if slowed_by_a_program else KNOWN


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
