"""A pose track as a motion laboratory has it: markers at a steady rate, in metres, up being Y."""

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from formcheck.errors import FormcheckError
from formcheck.pose.landmarks import LANDMARKS
from formcheck.pose.plausibility import sure_landmarks
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import PoseTrack
from formcheck.texts.message import message
from formcheck.texts.shown import shown
from formcheck.video.timing import Times


@dataclass(frozen=True)
class MarkerSettings:
    """How frames become samples at a steady rate.

    longest_gap: frames that may be missing between two that are joined by a straight line. Phones
        leave out one now and then, and keep time in whole milliseconds; engineering value.
    most_empty: samples without a frame, beyond which it is no motion to be shown and would fill the
        memory: two hours, at 30 a second. A file may claim years. Engineering value.
    rate_decimals: of the rate, frames a second.
    """

    longest_gap: float = 2.0
    most_empty: int = 216_000
    rate_decimals: int = 3


DEFAULTS = MarkerSettings()


class NoMotionError(FormcheckError):
    """A track that can't be told as markers at a rate."""


@dataclass(frozen=True, eq=False)
class MarkerMotion:
    """M markers over T samples.

    name: of the recording. markers: M names, those of the BlazePose markers of Pose2Sim's OpenSim
    model. rate: samples a second. begin_s: time of the first. points_m: (T, M, 3), metres, right
    handed: X to the right of the picture, Y up, Z towards the camera, from the middle of the hips;
    NaN where the model wasn't sure of a landmark.
    """

    name: str
    markers: tuple[str, ...]
    rate: float
    begin_s: float
    points_m: NDArray[np.float64]

    @property
    def times_s(self) -> NDArray[np.float64]:
        """(T,): the time of each sample."""
        return self.begin_s + np.arange(len(self.points_m)) / self.rate


def marker_motion(track: PoseTrack, name: str, settings: MarkerSettings = DEFAULTS) -> MarkerMotion:
    """The world landmarks of a saved track as markers.

    name: of the recording.

    Raises NoMotionError where it has no times that can be believed, or too few frames.
    """
    if track.timing.times is Times.GUESSED:
        raise NoMotionError(message("error.markers.times", path=shown(track.path)))
    if len(track) < 2:
        raise NoMotionError(message("error.markers.single", path=shown(track.path)))
    times_s, points = np.empty(len(track)), np.empty((len(track), len(LANDMARKS), 3))
    for number, pose in enumerate(track):
        times_s[number], points[number] = pose.time_s, _upright(pose)
    step_s = _step_s(times_s)
    rate = round(1 / step_s, settings.rate_decimals)
    motion = MarkerMotion(name, LANDMARKS, rate, float(times_s[0]), points)
    if np.allclose(np.diff(times_s), 1 / rate, rtol=0, atol=step_s / 1000):
        return motion
    samples = round((times_s[-1] - times_s[0]) * rate) + 1
    if samples > len(track) + settings.most_empty:
        raise NoMotionError(message("error.markers.gap", path=shown(track.path)))
    wanted_s = times_s[0] + np.arange(samples) / rate
    longest_s = (settings.longest_gap + 1) * step_s
    return MarkerMotion(
        name, LANDMARKS, rate, float(times_s[0]), _at(wanted_s, times_s, points, longest_s)
    )


def _upright(pose: Pose) -> NDArray[np.float64]:
    """(M, 3): one frame's landmarks with Y up, as the room stands."""
    lean = radians(pose.lean)
    x, y, z = np.asarray(pose.world, np.float64).T
    points = np.stack([x * cos(lean) + y * sin(lean), x * sin(lean) - y * cos(lean), -z], axis=1)
    points[~sure_landmarks(pose)] = np.nan
    return points


def _step_s(times_s: NDArray[np.float64]) -> float:
    """From one frame to the next, gaps aside."""
    steps = np.diff(times_s)
    return float(steps[steps < 1.5 * np.median(steps)].mean())


def _at(
    wanted_s: NDArray[np.float64],
    times_s: NDArray[np.float64],
    points: NDArray[np.float64],
    longest_s: float,
) -> NDArray[np.float64]:
    """The points at other times, on straight lines between frames; NaN within longer gaps."""
    after = np.clip(np.searchsorted(times_s, wanted_s), 1, len(times_s) - 1)
    before = after - 1
    step_s = times_s[after] - times_s[before]
    share = np.clip((wanted_s - times_s[before]) / step_s, 0.0, 1.0)[:, None, None]
    between = points[before] * (1 - share) + points[after] * share
    # At a frame itself the other one counts for nothing, though it were missing.
    between = np.where(share == 0, points[before], np.where(share == 1, points[after], between))
    between[(step_s > longest_s) & (share[:, 0, 0] > 0) & (share[:, 0, 0] < 1)] = np.nan
    return np.asarray(between)
