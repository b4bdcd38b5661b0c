"""Somebody else in the picture never lends a joint: the real model on composed pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import pytest

from formcheck.pose.estimation import prepare_estimation
from formcheck.pose.pose import Pose
from formcheck.video.frame import Image
from tests.pose.composites import Onlooker, TrueJoints, filmed, lay, step, walker

OFF = 0.2
"""Body lengths from the true joint; the model alone is off by half of it, somebody else's joint by
twice."""
MOMENT_S = 0.25
"""Less than any fault lasts: so long somebody whom no look has found yet may lend a joint."""


@dataclass(frozen=True, eq=False)
class Case:
    """A clip, a part of it, who else is there, how much must be seen of the one who is followed
    and how many others are told.
    """

    clip: str
    seconds: tuple[float, float]
    onlooker: Onlooker
    least_found: float
    others: int


def behind(image: Image, time_s: float) -> None:
    lay(image, step(time_s).scaled(0.9), -60 + 200 * (time_s - 1), 310)


def large_in_front(image: Image, time_s: float) -> None:
    lay(image, step(time_s).scaled(2.4, mirrored=True), 760 - 330 * (time_s - 2), 860)


def stands_in_front(image: Image, time_s: float) -> None:
    """Comes from the right, stands before the hips for three seconds, and goes back."""
    way = min(time_s - 1, 1.8) if time_s < 6 else 7.8 - time_s
    still = 2.8 < time_s < 6
    figure = walker()[-1] if still else step(time_s)
    lay(image, figure.scaled(1.1, mirrored=time_s < 6), 700 - 220 * way, 455)


def beside(image: Image, time_s: float) -> None:
    lay(image, step(time_s / 3).scaled(1.15), 590, 440)


def photograph(image: Image, time_s: float) -> None:
    del time_s
    cv2.rectangle(image, (470, 60), (550, 190), (90, 60, 40), cv2.FILLED)
    cv2.rectangle(image, (475, 65), (545, 185), (200, 205, 215), cv2.FILLED)
    lay(image, walker()[0].scaled(0.33), 510, 182)


CASES: dict[str, Case] = {
    "crosses farther away": Case("bird-dog-good", (0, 6), behind, 0.98, 1),
    "crosses large in front": Case("side-leg-lift-good", (0, 6.5), large_in_front, 0.5, 1),
    "stands in front": Case("push-up-good", (0, 9), stands_in_front, 0.3, 1),
    "stands beside": Case("childs-pose-good", (0, 5), beside, 0.98, 1),
    "is only a photograph": Case("wall-squat-good", (0, 6), photograph, 0.98, 0),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_nobody_else_lends_a_joint(name: str) -> None:
    case = CASES[name]
    truth = TrueJoints.of(case.clip)
    with prepare_estimation().open() as estimator:
        poses = [
            (frame.index, estimator.estimate(frame))
            for frame in filmed(case.clip, case.seconds, case.onlooker)
        ]

    wrong = [
        (round(pose.time_s, 2), round(off, 2))
        for index, pose in poses
        if (off := furthest_seen(pose, truth, index)) > OFF
    ]
    assert longest_s([time_s for time_s, _ in wrong]) < MOMENT_S, wrong
    assert np.mean([pose.found for _, pose in poses]) >= case.least_found
    assert poses[-1][1].found
    assert max(pose.others for _, pose in poses) == case.others


def longest_s(times_s: Sequence[float]) -> float:
    """How long the longest run of neighbouring frames lasts."""
    longest = begun_s = 0.0
    last_s = -1.0
    for time_s in times_s:
        begun_s = time_s if time_s - last_s > 0.1 else begun_s
        longest, last_s = max(longest, time_s - begun_s + 1 / 15), time_s
    return longest


def furthest_seen(pose: Pose, truth: TrueJoints, index: int) -> float:
    """How far the worst of the joints that count as seen is from where it truly is."""
    if not pose.found:
        return 0.0
    true = truth.pixels[index]
    off = np.linalg.norm(pose.landmarks[truth.rows, :2] - true, axis=1)
    seen = pose.visibility[truth.rows] > 0.5
    length = float(np.ptp(true, axis=0).max())
    return float(off[seen].max(initial=0.0)) / length
