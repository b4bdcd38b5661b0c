"""Who is in a recording, from left to right: for choosing one of them, or each."""

from collections.abc import Iterable
from dataclasses import dataclass

from formcheck.pose.estimator import PeopleDetector
from formcheck.pose.people import distinct, metres_apart, same_person, trunk_middle
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame


@dataclass(frozen=True)
class CensusSettings:
    """How a recording is gone through.

    every_s: between two looks; who passes is in one or two of them.
    most_looks: more don't change who is there (engineering: the first minute).
    share: of the looks, in which somebody must be to count as taking part.
    strayed_m: who is found this near to where somebody was is that one.
    """

    every_s: float = 1.0
    most_looks: int = 60
    share: float = 0.5
    strayed_m: float = 0.8


DEFAULTS = CensusSettings()


@dataclass(frozen=True, eq=False)
class Followed:
    """One of the people in a recording.

    number: from left to right, from 1. of: how many there are. pose: where they were seen first.
    """

    number: int
    of: int
    pose: Pose

    @property
    def name(self) -> str:
        """What their results are called: `left` and `right` of two, `person-2` of more."""
        if self.of == 2:
            return "left" if self.number == 1 else "right"
        return f"person-{self.number}"


def take_census(
    frames: Iterable[Frame], detector: PeopleDetector, settings: CensusSettings = DEFAULTS
) -> tuple[Followed, ...]:
    """Everybody who takes part, from left to right, by a look now and then.

    Who only passes is none of them.
    """
    looks = 0
    last_s = float("-inf")
    seen: list[list[Pose]] = []
    for frame in frames:
        if frame.time_s - last_s < settings.every_s:
            continue
        last_s, looks = frame.time_s, looks + 1
        for pose in distinct(detector.detect(frame)):
            _add(pose, seen, settings.strayed_m)
        if looks >= settings.most_looks:
            break
    there = [poses for poses in seen if len(poses) >= settings.share * looks]
    there.sort(key=lambda poses: float(trunk_middle(poses[0])[0]))
    return tuple(
        Followed(number, len(there), poses[0]) for number, poses in enumerate(there, start=1)
    )


def _add(pose: Pose, seen: list[list[Pose]], strayed_m: float) -> None:
    """To the looks at the one who was nearest lately, or as somebody new."""
    near = [
        poses
        for poses in seen
        if poses[-1].time_s < pose.time_s and metres_apart(poses[-1], pose) < strayed_m
    ]
    if near:
        min(near, key=lambda poses: metres_apart(poses[-1], pose)).append(pose)
    elif not any(same_person(poses[-1], pose) for poses in seen):
        seen.append([pose])
