"""Poses that are there at once: what must be known of each is worked out of all in one go.

One by one, what is worked out of the 33 points of a pose costs mostly the calls to do so.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final, TypeVar

from formcheck.pose.company import Company, Place
from formcheck.pose.pose import Pose

Known = TypeVar("Known")

MOST: Final = 64
"""Poses that come together: of so many, what is asked of each costs a tenth to a half of what it
does alone; of more, hardly less (measured)."""


def among(pose: Pose, work_out: Callable[[Sequence[Pose]], Known]) -> tuple[Known, int]:
    """What is worked out of a pose and those that it came with, and in which row it stands.

    work_out: of points, scores, roll and camera alone. Of a pose that came alone, or that was
    changed since, it is worked out alone.
    """
    place = pose.place
    if place is not None and place.pose.shows_the_same(pose):
        return place.company.known(work_out), place.row
    return work_out((pose,)), 0


def beside_itself(pose: Pose) -> Pose:
    """The same pose, so that what is worked out of it is kept also where it came alone."""
    if pose.place is not None and pose.place.pose.shows_the_same(pose):
        return pose
    return replace(pose, place=Place(Company((pose,)), 0))


def in_company(poses: Iterable[Pose]) -> Iterator[Pose]:
    """The same poses, each beside some that come before and after it, or as it came beside others.

    Where no more can be had for an error, those that came before it are given first.
    """
    coming = iter(poses)
    error: Exception | None = None
    while error is None:
        some: list[Pose] = []
        try:
            some.extend(islice(coming, MOST))
        except Exception as raised:  # whatever it is, it is raised in its turn
            error = raised
        if not some and error is None:
            return
        company = Company(some)
        for row, pose in enumerate(some):
            yield replace(pose, place=Place(company, row)) if pose.place is None else pose
    raise error
