"""Makes one clip from start to end: performs, films, and writes the truth and the label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from samples.holds import true_holds_s
from samples.studio.camera import Camera
from samples.studio.catalogue import Room, people, rooms
from samples.studio.clips import Clip
from samples.studio.errors import MotionDataError, StudioError
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
from samples.studio.timeline import Repetition, Timeline, perform
from samples.studio.truth import JOINT_NAMES, Truth, TruthTaker
from samples.truth import Truth as WrittenTruth
from samples.truth import read_truth, truth_file

LAMP_REACH = 2.2
EMPTY_ROOM_S = 8.0
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
    motion, performer, timeline = _performance(clip, body)
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


def _performance(clip: Clip, body: Path) -> tuple[Motion, Performer, Timeline]:
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


def pictures(take: Take, body: Path) -> Iterator[Array]:
    """Draw a take frame by frame, as the sensor sees it: (H, W, 3) RGB."""
    clip = take.clip
    with Renderer(clip.width, clip.height) as renderer:
        _set_scene(renderer, take)
        person = renderer.add_person(take.performer.body)
        things = moving_things(take.motion, take.timeline.places)
        numbers = [renderer.add_thing(thing.mesh) for thing in things]
        onlooker = Onlooker(renderer, clip, take.camera, body) if clip.onlooker else None
        sensor = Sensor(clip.width, clip.height, clip.blur, clip.noise, clip.seed)
        for time_s, figure in zip(take.times, take.figures, strict=True):
            moved = {person: (figure.vertices, take.performer.body.normals(figure.vertices))}
            state = take.timeline.at(time_s)
            for number, thing in zip(numbers, things, strict=True):
                moved[number] = _placed(thing, figure, state.values["carry"])
            if onlooker is not None:
                moved |= onlooker.at(time_s)
            yield sensor.take(renderer.picture(moved), clip.brightness)


def without_person(take: Take, count: int) -> Iterator[Array]:
    """A take's room with nobody in it, so many times, as the sensor sees it: (H, W, 3) RGB."""
    clip = take.clip
    with Renderer(clip.width, clip.height) as renderer:
        picture = _set_scene(renderer, take)
    sensor = Sensor(clip.width, clip.height, clip.blur, clip.noise, clip.seed)
    for _ in range(count):
        yield sensor.take(picture, clip.brightness)


def film(take: Take, body: Path, out: Path) -> Iterator[int]:
    """Draw and write a clip, its truth and its label to `out`; yields frames done."""
    clip = take.clip
    path = out / f"{clip.name}.mp4"
    turns = clip.rotation // 90
    size = (clip.width, clip.height) if turns % 2 == 0 else (clip.height, clip.width)
    with VideoWriter(path, *size, round(clip.rate)) as video:
        drawn = zip(take.times, pictures(take, body), strict=True)
        for done, (time_s, picture) in enumerate(drawn):
            video.add(np.rot90(picture, turns), time_s)
            yield done + 1
    if clip.rotation:
        set_rotation(path, clip.rotation)
    take.truth.write(truth_file(path))
    label_of(clip, take.motion, take.timeline, out).write(out / f"{clip.name}.toml")


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
    Label(path.name, "", clip.view, "", "", clip.hard, True, clip.what, (), (), ()).write(
        out / f"{clip.name}.toml"
    )


def write_label(clip: Clip, body: Path, out: Path) -> None:
    """Write the label of a clip that is in `out` already."""
    motion, _, timeline = _performance(clip, body)
    label_of(clip, motion, timeline, out).write(out / f"{clip.name}.toml")


def label_of(clip: Clip, motion: Motion, timeline: Timeline, out: Path) -> Label:
    """The label of a clip whose truth is in `out` already; by the truth holds are timed."""
    truth_path = truth_file(out / f"{clip.name}.mp4")
    if not truth_path.is_file():
        raise StudioError(f"{truth_path} isn't there; render the clip first.")
    truth = read_truth(truth_path)
    joints = np.stack([truth.joints[name] for name in JOINT_NAMES], axis=1)
    near = near_side(joints, JOINT_NAMES, truth.eye)
    exercise = clip.motion if motion.label is None else motion.label
    avoid = (clip.motion,) if motion.avoid else clip.avoid
    return Label(
        f"{clip.name}.mp4",
        exercise,
        clip.view,
        facing_in_picture(joints, JOINT_NAMES, truth.eye, _lies(truth)),
        near,
        clip.hard,
        clip.refused,
        clip.what,
        avoid,
        clip.unseen,
        _timed(timeline.repetitions, library().get(clip.motion), truth, near),
    )


def _timed(
    repetitions: tuple[Repetition, ...], exercise: Exercise | None, truth: WrittenTruth, near: str
) -> tuple[Repetition, ...]:
    """The repetitions with the time that they are truly held, where anything is.

    What is held from the start lasts as long as the clip.
    """
    if exercise is None:
        return repetitions
    begin, end = float(truth.time_s[0]), float(truth.time_s[-1])
    timed = []
    for one, hold_s in zip(
        repetitions, true_holds_s(exercise, truth, near, repetitions), strict=True
    ):
        if hold_s is None or not one.hold_s:
            timed.append(one)
        elif hold_s > one.end_s - one.start_s:
            timed.append(replace(one, start_s=begin, end_s=end, hold_s=hold_s))
        else:
            timed.append(replace(one, hold_s=hold_s))
    return tuple(timed)


def stills(take: Take, times: tuple[float, ...]) -> list[Array]:
    """Pictures (H, W, 3) RGB of single moments, for a contact sheet."""
    clip = take.clip
    drawn = []
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
            drawn.append(renderer.picture(moved))
    return drawn


def _set_scene(renderer: Renderer, take: Take) -> Array:
    """Furnish the room and put up the camera; returns the room with nobody in it."""
    clip, camera, room = take.clip, take.camera, take.room
    towards = unit((camera.eye - camera.target) * [1, 0, 1])
    middle = camera.target * [1, 0, 1] - clip.pan * np.cross(Y, towards)
    wall_at = None
    if "wall" in take.motion.props:
        wall_at = float(min(figure.vertices[:, 2].min() for figure in take.figures[::5])) + 0.01
    random = np.random.default_rng(clip.seed)
    furniture = furnish(room, take.motion.props, middle, towards, wall_at, random)
    lamp = place_lamp(camera, room, wall_at is not None)
    return renderer.set_scene(furniture, camera, lamp, LAMP_REACH)


def _placed(thing: MovingThing, figure: Figure, carry: float) -> tuple[Array, Array]:
    mesh: Mesh = thing.at(figure.pose, carry)
    return mesh.vertices, mesh.normals


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


def _lies(truth: WrittenTruth) -> bool:
    line = truth.joints["neck"][0] - truth.hips[0]
    return bool(abs(unit(line)[1]) < LYING_SLOPE)


def _head_is_ahead(figure: Figure) -> bool:
    return bool(figure.pose.positions["Neck"][2] > figure.pose.positions["Hips"][2])
