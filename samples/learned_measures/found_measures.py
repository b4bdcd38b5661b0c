"""What formcheck measures in films, frame by frame, as it would in somebody who has settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.body import Body
from formcheck.measure.catalogue import CATALOGUE, compute
from formcheck.measure.definition import Evidence
from formcheck.measure.learned.back import BACK
from formcheck.measure.orientation import Orientation, orientation
from formcheck.measure.scale import BodyScale, scale_of, typical
from formcheck.pose.pose import Pose
from samples.studio.random_films.records import Films

Array = NDArray[np.float64]

SILHOUETTES = (BACK,)
"""Measured when it was filmed: silhouettes aren't kept."""


@dataclass(frozen=True, eq=False)
class Found:
    """values: each measure by full name (N). orientations: of each frame."""

    values: Mapping[str, Array]
    orientations: tuple[Orientation, ...]


def found_measures(films: Films) -> Found:
    """Everything that the catalogue has; a person's lengths are those of the whole film."""
    poses = list(poses_of(films))
    turned = tuple(orientation(pose) for pose in poses)
    scales = _scales(films, poses, turned)
    names = [name for name in CATALOGUE if name not in SILHOUETTES]
    rows = [
        compute(names, Evidence(Body(pose, scales[number]), where, None))
        for pose, where, number in zip(poses, turned, films.film, strict=True)
    ]
    values = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    return Found({**values, BACK: films["back_found"]}, turned)


def poses_of(films: Films) -> Iterator[Pose]:
    """Each frame as formcheck had it."""
    for row, number in enumerate(films.film):
        width, height = films.films[number]["size"]
        yield Pose(
            time_s=0.0,
            width=width,
            height=height,
            roll=float(films["roll"][row]),
            **{
                name: films[name][row].astype(np.float32)
                for name in ("landmarks", "world", "visibility", "presence")
            },
        )


def _scales(
    films: Films, poses: list[Pose], turned: tuple[Orientation, ...]
) -> Mapping[int, BodyScale]:
    shown: dict[int, list[BodyScale]] = {}
    for pose, where, number in zip(poses, turned, films.film, strict=True):
        shown.setdefault(int(number), []).append(scale_of(pose, where.near_side))
    return {number: typical(scales) for number, scales in shown.items()}
