"""Draws a take that is worked out, frame by frame, as the sensor sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from samples.studio.film import Sensor
from samples.studio.filming import place_lamp
from samples.studio.geometry import Array, Y, unit
from samples.studio.meshes import Mesh
from samples.studio.onlooker import Onlooker
from samples.studio.performer import Figure
from samples.studio.props import MovingThing, moving_things
from samples.studio.rehearsal import Take
from samples.studio.renderer import Renderer
from samples.studio.scene import furnish

LAMP_REACH = 2.2


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
