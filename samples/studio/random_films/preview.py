"""A contact sheet of random films, to look at before filming many."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import numpy as np

from samples.studio.contact_sheet import contact_sheet
from samples.studio.errors import StudioError
from samples.studio.geometry import Array
from samples.studio.performer import make_performer
from samples.studio.random_films.performance import cut, performed
from samples.studio.random_films.script import Script, draw_script
from samples.studio.rehearsal import acted, staged
from samples.studio.shooting import pictures


def preview_sheet(numbers: Iterable[int], body: Path) -> Array:
    """One moment of each act, as its first film shows it, with what it is of."""
    cells, captions = [], []
    for number in numbers:
        script = draw_script(number)
        told = script.told
        motion = script.filmings[0].clip.motion
        captions.append(f"{number} {motion} {told.fault} {told.degree:.1f} {told.manner.way}")
        try:
            cells.append(_moment(script, body))
        except StudioError:
            captions[-1] += ": can't"
            cells.append(np.zeros((360, 480, 3), np.uint8))
    return contact_sheet([_padded(cell) for cell in cells], captions)


def _moment(script: Script, body: Path) -> Array:
    random = np.random.default_rng(script.seed)
    performer = make_performer(body, script.person)
    performance = performed(performer, script.told, random)
    filming = script.filmings[0]
    clip = filming.clip.model_copy(update={"duration": 1.01 / script.rate})
    timeline = cut(performance, 0.45 * performance.timeline.duration_s).timeline
    act = acted(clip, script.told.motion, performer, timeline)
    return next(islice(pictures(staged(clip, filming.room, act), body), 1))


def _padded(picture: Array) -> Array:
    height, width = picture.shape[:2]
    side = np.zeros((480, 480, 3), np.uint8)
    side[:height, :width] = picture
    return side
