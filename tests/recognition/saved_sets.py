"""Sets of the sample clips as what a recogniser remembers of them, from landmarks kept for
learning: three pictures a second, so that hundreds are recognised in a minute."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from formcheck.exercises.load import library
from formcheck.measure.catalogue import CATALOGUE
from formcheck.pose.pose import Pose
from formcheck.recognition.feature_table import FeatureSampler, FeatureTable, table_of
from samples.studio.random_films.records import Films, read_films

KEPT = Path(__file__).parents[2] / "samples" / "random_films" / "clips.npz"

TOLD_BY_LANDMARKS = tuple(one.name for one in CATALOGUE.values() if not one.needs_silhouette)


@cache
def films() -> Films:
    return read_films(KEPT)


@cache
def good_set(exercise: str) -> FeatureTable:
    """A good set of an exercise."""
    kept = films()
    number = [film["clip"] for film in kept.films].index(f"{exercise}-good")
    width, height = kept.films[number]["size"]
    sampler = FeatureSampler(TOLD_BY_LANDMARKS)
    for row in np.flatnonzero(kept.film == number):
        shown = {
            name: kept[name][row].astype(np.float32)
            for name in ("landmarks", "world", "visibility", "presence")
        }
        sampler.update(Pose(time_s=float(kept["time_s"][row]), width=width, height=height, **shown))
    return table_of(sampler.rows)


def one_after_the_other(first: FeatureTable, second: FeatureTable, *, cut: bool) -> FeatureTable:
    """Two sets as one recording. cut: whether there is a cut between them."""
    since_s = first.times[-1] + first.step_s - second.times[0]
    takes = second.takes + first.takes[-1] + cut
    later = replace(second, times=second.times + since_s, takes=takes)
    joined = {
        name: np.concatenate([getattr(first, name), getattr(later, name)])
        for name in ("times", "takes", "found", "views", "near", "trunk")
    }
    values = {
        name: np.concatenate([column, later.values[name]]) for name, column in first.values.items()
    }
    return FeatureTable(**joined, values=values)


def begun_late(table: FeatureTable, share: float) -> FeatureTable:
    """What is left of a set after so much of it."""
    return table.part(round(share * len(table)), len(table))


EXERCISES = tuple(library().values())
