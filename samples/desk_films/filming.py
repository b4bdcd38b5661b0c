"""Renders what people do at a desk from several sides, and keeps what the pose model finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from formcheck.pose.backends import find_backend
from formcheck.pose.camera_following import CameraFollowingEstimator
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.video.frame import Frame
from samples.studio.catalogue import people, rooms
from samples.studio.clips import Clip
from samples.studio.geometry import Array, Y
from samples.studio.motion import Motion, read_motion
from samples.studio.performer import make_performer
from samples.studio.rehearsal import Take, moments, staged
from samples.studio.shooting import pictures, without_person
from samples.studio.timeline import Timeline, perform

HERE: Final = Path(__file__).parent
TRACKS: Final = HERE / "tracks"

MODEL: Final = "full"

STAY_S: Final = 6.0
"""Each pose is stayed in for so long, with the studio's sway."""

PICTURES: Final = 3
"""Of each doing, spread over the stay."""

EMPTY: Final = "empty"
"""The desk with nobody there."""


@dataclass(frozen=True)
class Sitter:
    """body, room: names of the studio's. seed: of sway, decoration and noise."""

    body: str
    room: str
    facing: str
    seed: int


SITTERS: Final = {
    "woman": Sitter("woman", "living-room", "left", 501),
    "older-man": Sitter("older-man", "clinic", "right", 502),
    "heavy-man": Sitter("heavy-man", "bedroom", "left", 503),
    "slim-woman": Sitter("slim-woman", "cellar", "right", 504),
}


@dataclass(frozen=True)
class Stand:
    """Where a camera stands and looks: view and yaw as for a clip, in degrees; the rest in metres.

    aim: height of the point of the person that it looks at.
    """

    view: str
    yaw: float
    distance: float
    height: float
    aim: float


VIEWS: Final = {
    "side": Stand("side", 0.0, 1.9, 1.0, 0.75),
    "side-off-by-20": Stand("side", -20.0, 1.9, 1.0, 0.75),
    "side-close": Stand("side", 0.0, 1.1, 1.15, 1.0),
    "half-turned": Stand("side", -45.0, 1.6, 1.15, 0.95),
    "front": Stand("front", 0.0, 0.85, 1.22, 1.12),
}
"""The front one is on the screen; the close one, at the desk's end, sees no legs."""


def doings() -> Motion:
    """What is done, as the studio reads it."""
    return read_motion(HERE / "doings.toml")


def names(motion: Motion) -> list[str]:
    """Of the doings in the order of a track's pictures, PICTURES of each; the empty desk last."""
    return [step.name for step in motion.repetition] + [EMPTY]


def track_of(sitter: str, view: str) -> Path:
    """Where the poses are kept."""
    return TRACKS / f"{sitter}-{view}.npz"


def film(sitter: str, view: str, body: Path) -> Path:
    """Write one person's track from one side; returns its path."""
    path = track_of(sitter, view)
    path.parent.mkdir(exist_ok=True)
    detector = find_backend().open_detector(silhouette=True)
    with (
        CameraFollowingEstimator(detector) as estimator,
        PoseTrackWriter(path, model=MODEL) as writer,
    ):
        for number, picture in enumerate(drawn(SITTERS[sitter], view, body)):
            pose: Pose = estimator.estimate(Frame(np.ascontiguousarray(picture), number, number))
            writer.write(pose)
    return path


def drawn(sitter: Sitter, view: str, body: Path, *, each: int = PICTURES) -> Iterator[Array]:
    """So many pictures of each of the doings, in the order of `names`."""
    take = rehearsed(sitter, view, body, each=each)
    yield from pictures(take, body)
    yield from without_person(take, each)


def rehearsed(sitter: Sitter, view: str, body: Path, *, each: int = PICTURES) -> Take:
    """Every pose worked out, and the camera on the person who sits well."""
    motion = _stayed_in(doings())
    performer = make_performer(body, people()[sitter.body])
    random = np.random.default_rng(sitter.seed)
    timeline = perform(performer, motion, 1, ((),), "right", random)
    times = tuple(_moments(timeline, len(motion.repetition), each))
    act = moments(motion, performer, timeline, times)
    stand = VIEWS[view]
    clip = Clip.model_validate(
        {
            "name": view,
            "what": "",
            "facing": sitter.facing,
            "seed": sitter.seed,
            "view": stand.view,
            "yaw": stand.yaw,
            "distance": stand.distance,
            "camera_height": stand.height,
        }
    )
    room = rooms()[sitter.room]
    sits = replace(act, times=act.times[:each], figures=act.figures[:each])
    camera = staged(clip, room, sits).camera
    camera = replace(camera, target=camera.target * [1, 0, 1] + stand.aim * Y)
    return replace(staged(clip, room, act), camera=camera)


def _stayed_in(motion: Motion) -> Motion:
    steps = []
    for step in motion.repetition:
        stay = step.model_copy(update={"name": "stay", "pose": None, "seconds": (STAY_S, STAY_S)})
        steps += [step, stay]
    return motion.model_copy(update={"repetition": tuple(steps)})


def _moments(timeline: Timeline, steps: int, each: int) -> Iterator[float]:
    """Within every second stretch between key poses, which is a stay; the first settles."""
    keys = timeline.keys[2 : 2 + steps]
    for begin, end in zip(keys[::2], keys[1::2], strict=True):
        yield from np.linspace(begin.time_s, end.time_s, each + 2)[1:-1].tolist()
