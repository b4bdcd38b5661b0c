"""Works out one clip without drawing it: every figure, the camera on it, and the truth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from samples.studio.camera import Camera
from samples.studio.catalogue import Room, people, rooms
from samples.studio.clips import Clip
from samples.studio.errors import MotionDataError
from samples.studio.filming import place_camera
from samples.studio.geometry import Z, unit
from samples.studio.motion import MOTIONS, Motion, read_motion
from samples.studio.performer import Figure, Performer, make_performer
from samples.studio.timeline import Timeline, perform
from samples.studio.truth import Truth, TruthTaker

LYING_SLOPE = 0.75


@dataclass(frozen=True)
class Take:
    """A performance worked out, not yet filmed: one figure a frame, and the camera on it."""

    clip: Clip
    motion: Motion
    room: Room
    performer: Performer
    timeline: Timeline
    times: tuple[float, ...]
    figures: tuple[Figure, ...]
    camera: Camera
    truth: Truth


def rehearse(clip: Clip, body: Path) -> Take:
    """Work out every frame's pose and the truth, without drawing.

    Raises StudioError where the data or the body's files won't do.
    """
    room = rooms().get(clip.room)
    if room is None:
        raise MotionDataError(f"{clip.name}: no room {clip.room!r}; see rooms.toml")
    motion, performer, timeline = performance(clip, body)
    act = acted(clip, motion, performer, timeline)
    return staged(clip, room, act)


@dataclass(frozen=True)
class Act:
    """A performance, worked out at the times of a clip's frames; any camera may look at it."""

    motion: Motion
    performer: Performer
    timeline: Timeline
    times: tuple[float, ...]
    figures: tuple[Figure, ...]


def acted(clip: Clip, motion: Motion, performer: Performer, timeline: Timeline) -> Act:
    """Work out the figures; of the clip only its frames' times count."""
    times = frame_times(clip, clip.duration or timeline.duration_s)
    return Act(motion, performer, timeline, times, _figures(performer, timeline, motion, times))


def moments(
    motion: Motion, performer: Performer, timeline: Timeline, times: tuple[float, ...]
) -> Act:
    """Single moments of a performance, too far apart to build one figure on the last."""
    figures = _figures(performer, timeline, motion, times, rounds=3)
    return Act(motion, performer, timeline, times, figures)


def staged(clip: Clip, room: Room, act: Act) -> Take:
    """Put an act before the camera; of the clip only where that stands counts."""
    motion, performer, timeline = act.motion, act.performer, act.timeline
    times, figures = act.times, act.figures
    bounds = np.concatenate([f.vertices[::40] for f in _exercising(timeline, times, figures)])
    lying = _is_lying(figures[0])
    head_ahead = _head_is_ahead(figures[0]) if lying else True
    belly = figures[0].pose.rotations["Hips"] @ Z
    camera = place_camera(clip, motion, bounds.min(axis=0), bounds.max(axis=0), head_ahead, belly)
    taker = TruthTaker(performer, camera)
    for time_s, figure in zip(times, figures, strict=True):
        taker.add(time_s, figure)
    return Take(clip, motion, room, performer, timeline, times, figures, camera, taker.finish())


def performance(clip: Clip, body: Path) -> tuple[Motion, Performer, Timeline]:
    """What a clip is performed by: its motion, its body and when each part of it comes."""
    motion = read_motion(MOTIONS / f"{clip.motion}.toml")
    person = people().get(clip.body)
    if person is None:
        raise MotionDataError(f"{clip.name}: no body {clip.body!r}; see bodies.toml")
    performer = make_performer(body, person)
    random = np.random.default_rng(clip.seed)
    timeline = perform(performer, motion, clip.repetitions, _faults(clip), clip.side, random)
    return motion, performer, timeline


def frame_times(clip: Clip, duration_s: float) -> tuple[float, ...]:
    """The frames' times; a variable rate is uneven as a phone's in changing light."""
    count = int(duration_s * clip.rate)
    if not clip.variable_rate:
        return tuple(number / clip.rate for number in range(count))
    random = np.random.default_rng(clip.seed + 1)
    gaps = random.choice([0.5, 1.0, 1.0, 1.5, 3.0], size=4 * count) / clip.rate
    times = np.concatenate([[0.0], np.cumsum(gaps)])
    return tuple(float(time_s) for time_s in times[times < duration_s])


def _faults(clip: Clip) -> tuple[tuple[str, ...], ...]:
    return tuple(
        clip.faults if not clip.fault_in or number + 1 in clip.fault_in else ()
        for number in range(clip.repetitions)
    )


def _figures(
    performer: Performer,
    timeline: Timeline,
    motion: Motion,
    times: tuple[float, ...],
    rounds: int = 1,
) -> tuple[Figure, ...]:
    figures: list[Figure] = []
    lift = 0.0
    for number, time_s in enumerate(times):
        state, places = timeline.at(time_s), timeline.places
        figure = performer.take(state, places, motion.anchor, lift, rounds if number else 4)
        lift = figure.lift
        figures.append(figure)
    return tuple(figures)


def _exercising(
    timeline: Timeline, times: tuple[float, ...], figures: tuple[Figure, ...]
) -> list[Figure]:
    """Some of the figures during repetitions, not while walking to and fro.

    All of those where the clip shows no repetition.
    """
    some = list(zip(times, figures, strict=True))[::4]
    return [
        figure
        for time_s, figure in some
        if any(r.start_s <= time_s <= r.end_s for r in timeline.repetitions)
    ] or [figure for _, figure in some]


def _is_lying(figure: Figure) -> bool:
    line = figure.pose.positions["Neck"] - figure.pose.positions["Hips"]
    return bool(abs(unit(line)[1]) < LYING_SLOPE)


def _head_is_ahead(figure: Figure) -> bool:
    return bool(figure.pose.positions["Neck"][2] > figure.pose.positions["Hips"][2])
