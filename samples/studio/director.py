"""Makes one clip from start to end: films it, and writes the truth and the label."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from samples.studio.camera import Camera
from samples.studio.catalogue import rooms
from samples.studio.clips import Clip
from samples.studio.film import Sensor, VideoWriter, set_rotation
from samples.studio.filming import place_lamp
from samples.studio.labelling import label_of
from samples.studio.labels import Label
from samples.studio.rehearsal import Take, frame_times
from samples.studio.renderer import Renderer
from samples.studio.scene import furnish
from samples.studio.shooting import LAMP_REACH, pictures
from samples.truth import truth_file

EMPTY_ROOM_S = 8.0


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
