"""Films of the studio's people at a desk: what the pose model found of them, in any order and for
as long as wanted, under the desk's watch. `samples.desk_films` renders what they are made of.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np

from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import read_poses
from formcheck.video.camera_motion import STILL, CameraMotion
from samples.desk_films.filming import EMPTY, PICTURES, doings, names, track_of
from tests.desk.films import (
    AWAY,
    BACK,
    BASELINE_S,
    DOWN,
    NUDGED,
    RIGHT,
    SLOUCHED,
    UP,
    Expected,
    Stretch,
    Watched,
    each_second,
    true_seconds,
    watched_over,
)
from tests.pose.test_camera_following import filmed_by

JITTER_PX: Final = 0.7
"""Added to every landmark in every look: no picture is found twice alike."""


LEFT: Final = ("stands", EMPTY)
FAULTS: Final = ("leans", "slumps", "pokes-head", "bends-over-a-phone")
"""Doings in which nobody sits, and in which somebody sits badly; the others are good."""


@dataclass(frozen=True)
class Doing(Stretch):
    """name: of the doings that were rendered."""

    name: str


def does(name: str, seconds: int, camera: CameraMotion = STILL) -> Doing:
    """Something that is done for some seconds, with what it truly is."""
    truth = AWAY if name in LEFT else DOWN if name in FAULTS else UP
    return Doing(name, seconds=seconds, truth=truth, camera=camera)


SITS, SITS_LONG = does("start", 60), does("start", 240)


@dataclass(frozen=True)
class RenderedFilm(Expected):
    """What is done in it."""

    parts: Sequence[Doing]


FILMS: Final[Mapping[str, RenderedFilm]] = {
    "sits well": RenderedFilm([SITS_LONG]),
    "works, reads, leans back a little": RenderedFilm(
        [SITS, does("reads", 60), SITS, does("leans-back-a-little", 60), SITS]
    ),
    "drinks": RenderedFilm([does("start", 26), does("drinks", 4)] * 4),
    "drinks a cup for 15 s": RenderedFilm([does("start", 45), does("drinks", 15)] * 2),
    "phones for 3 min": RenderedFilm([SITS, does("phones", 180), SITS]),
    "looks round": RenderedFilm([does("start", 40), does("looks-round", 20)] * 3),
    "has two screens": RenderedFilm([does("start", 30), does("other-screen", 30)] * 4),
    "stretches": RenderedFilm([SITS_LONG, does("stretches", 8), SITS]),
    "reaches down": RenderedFilm([does("start", 55), does("picks-up", 5)] * 3),
    "looks closer for 7 s": RenderedFilm([does("start", 53), does("leans", 7)] * 3),
    "looks closer for 20 s": RenderedFilm([SITS, does("leans", 20), SITS], said=[SLOUCHED, RIGHT]),
    "leans on": RenderedFilm([SITS, does("leans", 90)], said=[SLOUCHED]),
    "slumps for 7 s": RenderedFilm([does("start", 53), does("slumps", 7)] * 3),
    "slumps": RenderedFilm([SITS, does("slumps", 120), SITS], said=[SLOUCHED, RIGHT]),
    "pokes the head forward": RenderedFilm(
        [SITS, does("pokes-head", 120), SITS], said=[SLOUCHED, RIGHT]
    ),
    "bends over a phone for 7 s": RenderedFilm(
        [does("start", 53), does("bends-over-a-phone", 7)] * 3
    ),
    "bends over a phone": RenderedFilm(
        [SITS, does("bends-over-a-phone", 120), SITS], said=[SLOUCHED, RIGHT]
    ),
    "stands up": RenderedFilm(
        [does("start", 30), does("stands", 150), does("start", 30)], said=[BACK]
    ),
    "raises the desk": RenderedFilm([SITS, does("stands", 240), SITS], said=[BACK]),
    "fetches something": RenderedFilm([SITS, does(EMPTY, 30), SITS]),
    "slumps and leaves": RenderedFilm(
        [SITS, does("slumps", 40), does("stands", 3), does(EMPTY, 147), SITS],
        said=[SLOUCHED, BACK],
    ),
    "leaves": RenderedFilm([SITS, does(EMPTY, 150), SITS], said=[BACK]),
    "has the camera moved": RenderedFilm([SITS, does("start", 150, NUDGED)]),
    "leans on after that": RenderedFilm(
        [SITS, does("start", 150, NUDGED), does("leans", 60, NUDGED)], said=[SLOUCHED]
    ),
}


def watched_rendered(film: RenderedFilm, sitter: str, view: str) -> Watched:
    """The watch over a film of one person from one side, after a baseline."""
    parts = [does("start", BASELINE_S), *film.parts]
    poses = _poses(each_second(parts), poses_of(sitter, view))
    return watched_over(poses, true_seconds(film.parts), film)


@cache
def poses_of(sitter: str, view: str) -> Mapping[str, Sequence[Pose]]:
    """What was found of each of the doings."""
    found = list(read_poses(track_of(sitter, view)))
    return {
        name: found[at : at + PICTURES]
        for name, at in zip(names(doings()), range(0, len(found), PICTURES), strict=True)
    }


def _poses(seconds: Iterator[Doing], found: Mapping[str, Sequence[Pose]]) -> Iterator[Pose]:
    chance = np.random.default_rng(5)
    for time_s, doing in enumerate(seconds):
        pose = found[doing.name][int(chance.integers(PICTURES))]
        jitter = chance.normal(0.0, JITTER_PX, pose.landmarks.shape).astype(np.float32)
        pose = replace(pose, time_s=float(time_s), landmarks=pose.landmarks + jitter)
        yield filmed_by(pose, doing.camera)
