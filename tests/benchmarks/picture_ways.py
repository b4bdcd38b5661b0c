"""The way of every picture of a session, and what is told of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Final

import numpy as np

from tests.benchmarks.numbered_pictures import HEIGHT, WIDTH

BEGINNING_S = 2.0
"""Left out of the figures: the first pictures find everything cold."""

STAGES: Final = ("camera to reader", "wait", "landmarker", "measures and form", "overlay", "show")


@dataclass
class Course:
    """The way of every picture of one session: seconds at the end of each stage.

    beginning_s: left out of the figures.
    ways: one row for each judged picture: sent, reader, handed over, landmarker, form, drawn, seen.
    under_way: the beginnings of those rows, by the pictures' numbers and in their order; the next
    picture may be looked at while the last is painted. judged_s: when the newest was judged; None
    until it is.
    """

    beginning_s: float = BEGINNING_S
    ways: list[list[float]] = field(default_factory=list)
    arrived: dict[int, float] = field(default_factory=dict)
    under_way: dict[int, list[float]] = field(default_factory=dict)
    number: int = -1
    judged_s: float | None = None
    strayed: int = 0
    unpainted: int = 0
    left_out: int = 0

    @property
    def stages_ms(self) -> np.ndarray:
        """Pictures × stages."""
        return 1000 * np.diff(self._settled, axis=1)

    @property
    def total_ms(self) -> np.ndarray:
        """From the camera to the painted window."""
        return np.asarray(1000 * (self._settled[:, -1] - self._settled[:, 0]))

    @property
    def _settled(self) -> np.ndarray:
        ways = np.array(self.ways).reshape(-1, len(STAGES) + 1)
        settled = ways[ways[:, 0] - ways[:1, 0] >= self.beginning_s]
        if not len(settled):
            raise SystemExit(
                "No picture was judged and shown: the set never began, or was too short."
            )
        return np.asarray(settled)


def in_brief(course: Course) -> str:
    """One round in a line."""
    landmarker = float(np.median(course.stages_ms[:, 2]))
    late = float(np.percentile(course.total_ms, 95))
    return (
        f"{len(course.total_ms)} pictures, frame to feedback {np.median(course.total_ms):.1f} ms, "
        f"95 % within {late:.1f} ms; landmarker {landmarker:.1f} ms; {late - landmarker:+.1f} ms; "
        f"{course.left_out} left out of the recording, {course.strayed} out of turn, "
        f"{course.unpainted} not painted"
    )


def latest_pictures(courses: Sequence[Course]) -> np.ndarray:
    """The stages of those pictures that are later than 19 of 20: which of them made them so?"""
    late = [one.stages_ms[one.total_ms >= np.percentile(one.total_ms, 95)] for one in courses]
    return np.concatenate(late)


def tell(name: str, courses: Sequence[Course], aim_ms: float | None) -> None:
    """All rounds together, stage by stage.

    aim_ms: what the 95th percentile may be longer than the landmarker's median; None where nothing
        is aimed at.
    """
    stages = np.concatenate([course.stages_ms for course in courses])
    landmarker = float(np.median(stages[:, 2]))
    over = [np.percentile(one.total_ms, 95) - np.median(one.stages_ms[:, 2]) for one in courses]
    print(f"\n{name}: {len(stages)} pictures of {WIDTH} x {HEIGHT}")
    latest = latest_pictures(courses)
    print("  stage               median       95 %   of the landmarker   longer in the latest")
    rows = zip(
        (*STAGES, "frame to feedback"),
        (*stages.T, stages.sum(axis=1)),
        (*latest.T, latest.sum(axis=1)),
        strict=True,
    )
    for stage, spent, spent_late in rows:
        late = float(np.percentile(spent, 95))
        middle = float(np.median(spent))
        longer = float(spent_late.mean()) - middle
        share = middle / landmarker
        print(f"  {stage:18s} {middle:6.1f} ms  {late:6.1f} ms   {share:5.2f}  {longer:+18.1f} ms")
    besides = stages.sum(axis=1) - stages[:, 2]
    late = float(np.percentile(besides, 95))
    print(f"  all but the model  {np.median(besides):6.1f} ms  {late:6.1f} ms")
    aim = "" if aim_ms is None else f" (aim: at most {aim_ms:.0f} ms)"
    print(
        f"  95th percentile less the landmarker's median, the median of {len(over)} rounds: "
        f"{median(map(float, over)):+.1f} ms{aim}"
    )
