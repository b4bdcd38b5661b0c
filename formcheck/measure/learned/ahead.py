"""Asks the networks about many poses at once, where they are there beforehand."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import compress, islice
from typing import Final

from formcheck.measure.learned.estimates import can_be_asked, in_space
from formcheck.pose.pose import Pose

AHEAD: Final = 8
"""Poses at a time: one by one each takes 0.5 ms, eight together 0.13 ms each. For 16 and more
OpenBLAS may use several threads, which cost more time than they save."""


def asked_ahead(poses: Iterable[Pose]) -> Iterator[Pose]:
    """The same poses, each with what the networks say of it, unless they were asked before."""
    coming = iter(poses)
    while batch := list(islice(coming, AHEAD)):
        asked = [pose.in_space is None and can_be_asked(pose) for pose in batch]
        answers = iter(in_space(list(compress(batch, asked))) if any(asked) else ())
        for pose, one in zip(batch, asked, strict=True):
            yield replace(pose, in_space=next(answers)) if one else pose
