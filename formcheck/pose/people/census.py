"""Who is in a recording, from left to right: for choosing one of them, or each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from formcheck.pose.estimator import PeopleDetector
from formcheck.pose.people.people import distinct, metres_apart, same_person, trunk_middle
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame
from formcheck.video.too_dark import is_too_dark


@dataclass(frozen=True)
class CensusSettings:
    """How a recording is gone through.

    every_s: between two looks; who passes is in one or two of them.
    most_looks: at one take; more don't change who is there (engineering: its first minute).
    share: of the looks, in which somebody must be to count as taking part.
    strayed_m: who is found this near to where somebody was is that one.
    """

    every_s: float = 1.0
    most_looks: int = 60
    share: float = 0.5
    strayed_m: float = 0.8


DEFAULTS = CensusSettings()


@dataclass(frozen=True, eq=False)
class Sighting:
    """Somebody in one take.

    begin_s: when it begins. people: how many take part in it. pose: where this one is seen first;
    None where nobody can tell which of them it is.
    """

    begin_s: float
    people: int
    pose: Pose | None


@dataclass(frozen=True, eq=False)
class Followed:
    """One of the people in a recording.

    number: from left to right, from 1. of: how many there are. sightings: take by take; after a
    cut it is whoever has the same place among as many.
    """

    number: int
    of: int
    sightings: tuple[Sighting, ...] = ()

    @property
    def name(self) -> str:
        """What their results are called: `left` and `right` of two, `person-2` of more."""
        if self.of == 2:
            return "left" if self.number == 1 else "right"
        return f"person-{self.number}"

    def pose_at(self, time_s: float) -> Pose | None:
        """Where they are seen first in the take around a time; None where nobody knows."""
        begun = [one for one in self.sightings if one.begin_s <= time_s]
        return begun[-1].pose if begun else None


def take_census(
    frames: Iterable[Frame], detector: PeopleDetector, settings: CensusSettings = DEFAULTS
) -> tuple[Followed, ...]:
    """Everybody who takes part, from left to right, by a look now and then.

    Who only passes is none of them. frames: with the numbers of their takes. How many there are is
    decided by the take that was looked at most; in one with more or fewer, nobody knows who is who.
    """
    takes = [
        _looked_at(of_take, detector, settings)
        for _, of_take in groupby(frames, key=lambda frame: frame.take)
    ]
    of = len(max(takes, key=lambda one: one.looks * bool(one.people)).people) if takes else 0
    return tuple(
        Followed(number + 1, of, tuple(_sighting(number, of, one) for one in takes))
        for number in range(of)
    )


@dataclass(frozen=True, eq=False)
class _Take:
    """begin_s: of its first frame. people: who takes part, from left to right, as seen first."""

    begin_s: float
    looks: int
    people: tuple[Pose, ...]


def _sighting(number: int, of: int, take: _Take) -> Sighting:
    people = take.people
    return Sighting(take.begin_s, len(people), people[number] if len(people) == of else None)


def _looked_at(
    frames: Iterator[Frame], detector: PeopleDetector, settings: CensusSettings
) -> _Take:
    looks, last_s = 0, float("-inf")
    begin_s: float | None = None
    seen: list[list[Pose]] = []
    for frame in frames:
        begin_s = frame.time_s if begin_s is None else begin_s
        if frame.time_s - last_s < settings.every_s or is_too_dark(frame.image):
            continue
        last_s, looks = frame.time_s, looks + 1
        for pose in distinct(detector.detect(frame)):
            _add(pose, seen, settings.strayed_m)
        if looks >= settings.most_looks:
            break
    there = [poses[0] for poses in seen if len(poses) >= settings.share * looks]
    there.sort(key=lambda pose: float(trunk_middle(pose)[0]))
    return _Take(begin_s or 0.0, looks, tuple(there))


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
