"""Makes one clip from start to end: performs, films, and writes the truth and the label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from samples.studio.camera import Camera
from samples.studio.catalogue import people, rooms
from samples.studio.clips import Clip
from samples.studio.errors import MotionDataError
from samples.studio.film import Sensor, VideoWriter, set_rotation
from samples.studio.filming import facing_in_picture, near_side, place_camera, place_lamp
from samples.studio.geometry import Array, Y, Z, unit
from samples.studio.labels import Label
from samples.studio.meshes import Mesh
from samples.studio.motion import MOTIONS, Motion, read_motion
from samples.studio.onlooker import Onlooker
from samples.studio.performer import Figure, Performer, make_performer
from samples.studio.props import MovingThing, moving_things
from samples.studio.renderer import Renderer
from samples.studio.scene import furnish
from samples.studio.timeline import Timeline, perform
from samples.studio.truth import JOINT_NAMES, Truth, TruthTaker

LAMP_REACH = 2.2
EMPTY_ROOM_S = 8.0


@dataclass(frozen=True)
class Take:
    """A performance worked out, not yet filmed: one figure a frame, and the camera on it."""

    clip: Clip
    motion: Motion
    performer: Performer
    timeline: Timeline
    times: tuple[float, ...]
    figures: tuple[Figure, ...]
    camera: Camera
    truth: Truth
    lying: bool


def rehearse(clip: Clip, body: Path) -> Take:
    """Work out every frame's pose and the truth, without drawing.

    Raises StudioError where the data or the body's files won't do.
    """
    motion = read_motion(MOTIONS / f"{clip.motion}.toml")
    person = people().get(clip.body)
    if person is None:
        raise MotionDataError(f"{clip.name}: no body {clip.body!r}; see bodies.toml")
    performer = make_performer(body, person)
    random = np.random.default_rng(clip.seed)
    timeline = perform(performer, motion, clip.repetitions, _faults(clip), clip.side, random)
    times = frame_times(clip, clip.duration or timeline.duration_s)
    figures = _figures(performer, timeline, motion, times)
    bounds = np.concatenate([f.vertices[::40] for f in _exercising(timeline, times, figures)])
    lying = _is_lying(figures[0])
    head_ahead = _head_is_ahead(figures[0]) if lying else True
    belly = figures[0].pose.rotations["Hips"] @ Z
    camera = place_camera(clip, motion, bounds.min(axis=0), bounds.max(axis=0), head_ahead, belly)
    taker = TruthTaker(performer, camera)
    for time_s, figure in zip(times, figures, strict=True):
        taker.add(time_s, figure)
    return Take(clip, motion, performer, timeline, times, figures, camera, taker.finish(), lying)


def frame_times(clip: Clip, duration_s: float) -> tuple[float, ...]:
    """The frames' times; a variable rate is uneven as a phone's in changing light."""
    count = int(duration_s * clip.rate)
    if not clip.variable_rate:
        return tuple(number / clip.rate for number in range(count))
    random = np.random.default_rng(clip.seed + 1)
    gaps = random.choice([0.5, 1.0, 1.0, 1.5, 3.0], size=4 * count) / clip.rate
    times = np.concatenate([[0.0], np.cumsum(gaps)])
    return tuple(float(time_s) for time_s in times[times < duration_s])


def film(take: Take, body: Path, out: Path) -> Iterator[int]:
    """Draw and write a clip, its truth and its label to `out`; yields frames done."""
    clip = take.clip
    label = label_of(take)
    path = out / f"{clip.name}.mp4"
    with Renderer(clip.width, clip.height) as renderer:
        _set_scene(renderer, take)
        person = renderer.add_person(take.performer.body)
        things = moving_things(take.motion, take.timeline.places)
        numbers = [renderer.add_thing(thing.mesh) for thing in things]
        onlooker = Onlooker(renderer, clip, take.camera, body) if clip.onlooker else None
        sensor = Sensor(clip.width, clip.height, clip.blur, clip.noise, clip.seed)
        turns = clip.rotation // 90
        size = (clip.width, clip.height) if turns % 2 == 0 else (clip.height, clip.width)
        with VideoWriter(path, *size, round(clip.rate)) as video:
            for done, (time_s, figure) in enumerate(zip(take.times, take.figures, strict=True)):
                moved = {person: (figure.vertices, take.performer.body.normals(figure.vertices))}
                state = take.timeline.at(time_s)
                for number, thing in zip(numbers, things, strict=True):
                    moved[number] = _placed(thing, figure, state.values["carry"])
                if onlooker is not None:
                    moved |= onlooker.at(time_s)
                picture = renderer.picture(moved)
                video.add(np.rot90(sensor.take(picture, clip.brightness), turns), time_s)
                yield done + 1
    if clip.rotation:
        set_rotation(path, clip.rotation)
    take.truth.write(out / f"{clip.name}.npz")
    label.write(out / f"{clip.name}.toml")


def film_empty_room(clip: Clip, out: Path) -> Iterator[int]:
    """Write a clip in which nobody is; there is no truth to it but its label."""
    room = rooms()[clip.room]
    camera = Camera(
        np.array([3.0, 0.9, 0.0]),
        np.array([0.0, 0.4, 0.0]),
        clip.field_of_view,
        clip.width,
        clip.height,
    )
    with Renderer(clip.width, clip.height) as renderer:
        random = np.random.default_rng(clip.seed)
        towards = np.array([1.0, 0.0, 0.0])
        furniture = furnish(room, ("mat",), np.zeros(3), towards, None, random)
        picture = renderer.set_scene(furniture, camera, place_lamp(camera, room), LAMP_REACH)
        sensor = Sensor(clip.width, clip.height, clip.blur, clip.noise, clip.seed)
        path = out / f"{clip.name}.mp4"
        with VideoWriter(path, clip.width, clip.height, round(clip.rate)) as video:
            for done, time_s in enumerate(frame_times(clip, clip.duration or EMPTY_ROOM_S)):
                video.add(sensor.take(picture, clip.brightness), time_s)
                yield done + 1
    Label(path.name, "", clip.view, "", "", clip.hard, True, clip.what, (), ()).write(
        out / f"{clip.name}.toml"
    )


def label_of(take: Take) -> Label:
    """The label of a take."""
    clip, truth = take.clip, take.truth
    exercise = clip.motion if take.motion.label is None else take.motion.label
    avoid = (clip.motion,) if take.motion.avoid else clip.avoid
    return Label(
        f"{clip.name}.mp4",
        exercise,
        clip.view,
        facing_in_picture(truth.joints_px, JOINT_NAMES, take.lying),
        near_side(truth.joints_3d, JOINT_NAMES, take.camera.eye),
        clip.hard,
        clip.refused,
        clip.what,
        avoid,
        take.timeline.repetitions,
    )


def stills(take: Take, times: tuple[float, ...]) -> list[Array]:
    """Pictures (H, W, 3) RGB of single moments, for a contact sheet."""
    clip = take.clip
    pictures = []
    with Renderer(clip.width, clip.height) as renderer:
        _set_scene(renderer, take)
        person = renderer.add_person(take.performer.body)
        things = moving_things(take.motion, take.timeline.places)
        numbers = [renderer.add_thing(thing.mesh) for thing in things]
        for time_s in times:
            nearest = int(np.argmin(np.abs(np.array(take.times) - time_s)))
            figure = take.figures[nearest]
            moved = {person: (figure.vertices, take.performer.body.normals(figure.vertices))}
            carry = take.timeline.at(take.times[nearest]).values["carry"]
            for number, thing in zip(numbers, things, strict=True):
                moved[number] = _placed(thing, figure, carry)
            pictures.append(renderer.picture(moved))
    return pictures


def _set_scene(renderer: Renderer, take: Take) -> None:
    clip, camera = take.clip, take.camera
    room = rooms().get(clip.room)
    if room is None:
        raise MotionDataError(f"{clip.name}: no room {clip.room!r}; see rooms.toml")
    towards = unit((camera.eye - camera.target) * [1, 0, 1])
    middle = camera.target * [1, 0, 1] - clip.pan * np.cross(Y, towards)
    wall_at = None
    if "wall" in take.motion.props:
        wall_at = float(min(figure.vertices[:, 2].min() for figure in take.figures[::5])) + 0.01
    random = np.random.default_rng(clip.seed)
    furniture = furnish(room, take.motion.props, middle, towards, wall_at, random)
    renderer.set_scene(furniture, camera, place_lamp(camera, room, wall_at is not None), LAMP_REACH)


def _placed(thing: MovingThing, figure: Figure, carry: float) -> tuple[Array, Array]:
    mesh: Mesh = thing.at(figure.pose, carry)
    return mesh.vertices, mesh.normals


def _faults(clip: Clip) -> tuple[tuple[str, ...], ...]:
    return tuple(
        clip.faults if not clip.fault_in or number + 1 in clip.fault_in else ()
        for number in range(clip.repetitions)
    )


def _figures(
    performer: Performer, timeline: Timeline, motion: Motion, times: tuple[float, ...]
) -> tuple[Figure, ...]:
    figures: list[Figure] = []
    lift = 0.0
    for number, time_s in enumerate(times):
        rounds = 4 if number == 0 else 1
        figure = performer.take(timeline.at(time_s), timeline.places, motion.anchor, lift, rounds)
        lift = figure.lift
        figures.append(figure)
    return tuple(figures)


def _exercising(
    timeline: Timeline, times: tuple[float, ...], figures: tuple[Figure, ...]
) -> list[Figure]:
    """Some of the figures during repetitions, not while walking to and fro."""
    return [
        figure
        for time_s, figure in list(zip(times, figures, strict=True))[::4]
        if any(r.start_s <= time_s <= r.end_s for r in timeline.repetitions)
    ]


def _is_lying(figure: Figure) -> bool:
    line = figure.pose.positions["Neck"] - figure.pose.positions["Hips"]
    return bool(abs(unit(line)[1]) < 0.75)


def _head_is_ahead(figure: Figure) -> bool:
    return bool(figure.pose.positions["Neck"][2] > figure.pose.positions["Hips"][2])
