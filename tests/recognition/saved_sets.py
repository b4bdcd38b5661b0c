"""Good sets of twelve sample clips as what a recogniser remembers of them, from their landmarks at
three pictures a second (`good_sets.npz`), so that hundreds are recognised in a minute."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from formcheck.exercises.load import library
from formcheck.measure.catalogue import CATALOGUE
from formcheck.pose.pose import Pose
from formcheck.recognition.feature_sampler import FeatureSampler
from formcheck.recognition.feature_table import FeatureTable, table_of

KEPT = Path(__file__).with_name("good_sets.npz")

TOLD_BY_LANDMARKS = tuple(one.name for one in CATALOGUE.values() if not one.needs_silhouette)

FINENESS = {"landmarks": 1.0, "world": 1000.0, "visibility": 100.0, "presence": 100.0}
"""Field → steps in one unit: pixels, metres, shares."""


@cache
def good_poses(exercise: str) -> tuple[Pose, ...]:
    """The poses of a good set of an exercise."""
    with np.load(KEPT) as kept:
        times = kept[f"{exercise}/time_s"]
        width, height = (int(side) for side in kept[f"{exercise}/size"])
        fields = {
            name: kept[f"{exercise}/{name}"].astype(np.float32) / np.float32(steps)
            for name, steps in FINENESS.items()
        }
    return tuple(
        Pose(
            time_s=float(time_s),
            width=width,
            height=height,
            **{name: values[row] for name, values in fields.items()},
        )
        for row, time_s in enumerate(times)
    )


@cache
def good_set(exercise: str) -> FeatureTable:
    """A good set of an exercise."""
    sampler = FeatureSampler(TOLD_BY_LANDMARKS)
    for pose in good_poses(exercise):
        sampler.update(pose)
    return table_of(sampler.rows)


def one_after_the_other(first: FeatureTable, second: FeatureTable, *, cut: bool) -> FeatureTable:
    """Two sets as one recording. cut: whether there is a cut between them."""
    since_s = first.times[-1] + first.step_s - second.times[0]
    takes = second.takes + first.takes[-1] + cut
    later = replace(second, times=second.times + since_s, takes=takes)
    joined: dict[str, Any] = {
        name: np.concatenate([getattr(first, name), getattr(later, name)])
        for name in ("times", "takes", "found", "views", "near", "trunk")
    }
    tables: dict[str, Any] = {
        kind: {
            name: np.concatenate([column, getattr(later, kind)[name]])
            for name, column in getattr(first, kind).items()
        }
        for kind in ("values", "learned", "resembles")
    }
    return FeatureTable(**joined, **tables)


def begun_late(table: FeatureTable, share: float) -> FeatureTable:
    """What is left of a set after so much of it."""
    return table.part(round(share * len(table)), len(table))


EXERCISES = tuple(library().values())
