"""Pictures of where measures fail: what was found and what was true, on one picture.

Of the films for choosing, at which anybody may look. Of each kind it is the frame whose error 95 of
100 of its kind stay within: what happens now and then, not the worst that ever happened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.features import OUTPUTS
from formcheck.measure.learned.network import Networks
from formcheck.pose.landmarks import BONES, INDEX
from samples.learned_measures.lessons import Lessons
from samples.learned_measures.table import view_of
from samples.studio.random_films.filmed import rehearsed
from samples.studio.random_films.records import Films
from samples.studio.random_films.script import draw_script
from samples.studio.rehearsal import Take
from samples.studio.shooting import stills
from samples.studio.truth import JOINT_NAMES

Array = NDArray[np.float64]
Picture = NDArray[np.uint8]
Points = Mapping[str, Array]

WITHIN = 0.95
"""Share of a kind's frames that are no further off than the one that is shown."""

WIDTH, HEIGHT = 640, 480
"""Pixels of each picture."""

AROUND = 0.25
"""Room left around the person, as a share of how wide and high they are."""

FOUND, TRUE = (255, 140, 0), (255, 255, 255)


@dataclass(frozen=True)
class Kind:
    """Which frames: a measure, seen from where (see `table.VIEWS`)."""

    measure: str
    view: str

    @property
    def where(self) -> str:
        """In words."""
        return "exercise seen from the front" if self.view == "front" else f"{self.view}° off"


KINDS = (Kind("knee", "45–70"), Kind("elbow", "front"), Kind("elbow", "0–15"), Kind("hip", "30–45"))


@dataclass(frozen=True)
class Failure:
    """One frame (row of the films) with what was found, its stated 90 % range, and the truth."""

    kind: Kind
    row: int
    found: float
    half_width: float
    true: float

    @property
    def caption(self) -> str:
        """In a line."""
        found = f"found {self.found:.0f} ± {self.half_width:.0f}"
        return f"{self.kind.measure}, {self.kind.where}: {found}, true {self.true:.0f}"


def without_stills(films: Films) -> Films:
    """Those that are films: what single pictures show is turned and loosened, not acted again."""
    still = np.array([film.get("still", False) for film in films.films])[films.film]
    return films.chosen(~still)


def failure_sheet(films: Films, lessons: Lessons, networks: Networks, body: Path) -> Picture:
    """Pictures (H, W, 3) RGB of each kind, two in a row; the skeleton that was found in orange,
    the true one in white.
    """
    shown = [_drawn(films, one, body) for one in failures(films, lessons, networks)]
    return np.vstack([np.hstack(shown[at : at + 2]) for at in range(0, len(shown), 2)])


def failures(films: Films, lessons: Lessons, networks: Networks) -> list[Failure]:
    """One frame of each kind."""
    value, half = networks(lessons.shown, lessons.candidates, lessons.near, lessons.turn)
    views = np.array([view_of(film) for film in films.films])[lessons.film]
    return [
        _failure(kind, lessons, value[:, at].astype(float), half[:, at].astype(float), views)
        for kind in KINDS
        for at in [OUTPUTS.index(kind.measure)]
    ]


def _failure(
    kind: Kind, lessons: Lessons, value: Array, half: Array, views: NDArray[np.str_]
) -> Failure:
    at = OUTPUTS.index(kind.measure)
    true = lessons.true[:, at]
    # Only what the program would give a value of: a joint that it sees.
    rows = np.flatnonzero(
        (views == kind.view) & lessons.near & np.isfinite(lessons.drawn[:, at] + true)
    )
    off = np.abs(value[rows] - true[rows])
    row = int(rows[np.argsort(off)[int(WITHIN * (len(rows) - 1))]])
    return Failure(
        kind, row % (len(lessons.film) // 2), float(value[row]), float(half[row]), float(true[row])
    )


def _drawn(films: Films, one: Failure, body: Path) -> Picture:
    number = int(films.film[one.row])
    take = _take(films.films[number]["act"], films.films[number]["eye"], body)
    time_s = float(films["time_s"][one.row])
    picture = np.ascontiguousarray(stills(take, (time_s,))[0], np.uint8)
    nearest = int(np.argmin(np.abs(take.truth.time_s - time_s)))
    true = dict(zip(map(_landmark, JOINT_NAMES), take.truth.joints_px[nearest], strict=True))
    landmarks = films["landmarks"][one.row]
    found = {name: landmarks[at, :2] for name, at in INDEX.items()}
    cell, moved = _around(picture, np.array([*true.values(), *found.values()]))
    _draw_skeleton(cell, {name: moved(at) for name, at in true.items()}, TRUE)
    _draw_skeleton(cell, {name: moved(at) for name, at in found.items()}, FOUND)
    cv2.rectangle(cell, (0, 0), (WIDTH, 34), (0, 0, 0), -1)
    place = (8, 24)
    cv2.putText(cell, one.caption, place, cv2.FONT_HERSHEY_SIMPLEX, 0.6, TRUE, 1, cv2.LINE_AA)
    return cell


def _around(picture: Picture, points: Array) -> tuple[Picture, Callable[[Array], Array]]:
    """The part of a picture in which somebody is, enlarged; and where points of it are then."""
    low, high = points.min(axis=0), points.max(axis=0)
    middle, span = (low + high) / 2, (1 + 2 * AROUND) * (high - low)
    scale = min(WIDTH / span[0], HEIGHT / span[1])
    shift = np.array([WIDTH, HEIGHT]) / 2 - scale * middle
    placing = np.array([[scale, 0, shift[0]], [0, scale, shift[1]]])
    cell = cv2.warpAffine(picture, placing, (WIDTH, HEIGHT), borderValue=(40, 40, 40))
    return np.asarray(cell, np.uint8), lambda at: scale * at + shift


def _take(act: int, eye: Sequence[float], body: Path) -> Take:
    """The film that was made from a place."""
    _, takes = rehearsed(draw_script(act), body)
    return min(
        takes,
        key=lambda take: float(np.linalg.norm(take.camera.eye - np.asarray(eye))),
    )


def _landmark(joint: str) -> str:
    """A joint of the studio as the pose model's landmark: `knee_left` is `left_knee`."""
    return "_".join(reversed(joint.split("_")))


def _draw_skeleton(picture: Picture, points: Points, colour: tuple[int, int, int]) -> None:
    for ends in BONES:
        if all(name in points for name in ends):
            first, last = (tuple(int(v) for v in np.round(points[name])) for name in ends)
            cv2.line(picture, first, last, colour, 2, cv2.LINE_AA)
