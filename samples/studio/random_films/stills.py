"""Single pictures of an act, each from another side, where it is costly to film it whole.

Setting up a room and a camera costs as much as drawing ten frames. So both stay, and the person is
turned on the spot from picture to picture. What stands still and isn't a mat is left away, since
it doesn't turn with them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from formcheck.measure.learned.back import BACK
from formcheck.measure.observer import Observer
from formcheck.pose.upright.roll_correction import RollCorrectingEstimator
from formcheck.video.frame import Frame
from samples.studio.geometry import Array, turn_about
from samples.studio.kinematics import BodyPose
from samples.studio.performer import Figure, make_performer
from samples.studio.random_films.filmed import stacked, told_of
from samples.studio.random_films.location import FARTHEST_YAW
from samples.studio.random_films.loosening import loosened
from samples.studio.random_films.outline import trunk_outline
from samples.studio.random_films.performance import performed
from samples.studio.random_films.pose_model import PoseModel
from samples.studio.random_films.records import Films, joined
from samples.studio.random_films.script import Filming, Script
from samples.studio.rehearsal import Act, moments, staged
from samples.studio.shooting import pictures
from samples.studio.timeline import Key, Timeline

ROOMS = 3
PICTURES = 12
"""Pictures in each room: the same moments, each from another side. More people teach more than more
pictures of the same: twice as many would take half as long again."""

END_ON = (70.0, 95.0)
"""Degrees that some pictures are turned by to either side: people do film themselves from the front
and from the feet, and a value is worth as much there as its error says."""

END_ON_SHARE = 0.25
"""Share of pictures that are turned so far."""

FARTHEST = 3.3
"""Metres: who is too small in a single picture isn't found, where a tracker would follow them."""

TURNING_PROPS = ("mat", "strap")

LOOK_S = 0.3
"""Seconds between two pictures, as far as the camera's roll is concerned."""


def pictured(script: Script, body: Path, model: PoseModel) -> Films:
    """Single pictures of an act as landmarks that a model finds, with the truth.

    Each counts as a film of its own.

    Raises StudioError where the script's body can't do what it is told.
    """
    random = np.random.default_rng((script.seed, 5))
    performer = make_performer(body, script.person)
    performance = performed(performer, script.told, random)
    times = tuple(np.sort(random.uniform(0, performance.timeline.duration_s, PICTURES)).tolist())
    timeline = _loosened(performance.timeline, times, random)
    props = tuple(prop for prop in script.told.motion.props if prop in TURNING_PROPS)
    motion = script.told.motion.model_copy(update={"props": props})
    act = moments(motion, performer, timeline, times)
    return joined(
        _in_one_room(script, filming, act, body, model, random)
        for filming in script.filmings[:ROOMS]
    )


def _loosened(
    timeline: Timeline, times: tuple[float, ...], random: np.random.Generator
) -> Timeline:
    """Each of these moments as it is, or loosened."""
    keys = tuple(Key(time_s, loosened(timeline.at(time_s), random)) for time_s in times)
    return replace(timeline, keys=keys)


def _in_one_room(
    script: Script,
    filming: Filming,
    act: Act,
    body: Path,
    model: PoseModel,
    random: np.random.Generator,
) -> Films:
    yaws = turns_of(len(act.times), random)
    figures = tuple(
        turned(figure, float(yaw)) for figure, yaw in zip(act.figures, yaws, strict=True)
    )
    distance = min(filming.clip.distance, FARTHEST)
    clip = filming.clip.model_copy(update={"yaw": 0.0, "distance": distance})
    # The camera is placed by the first figure, which faces as the clip says.
    straight = staged(clip, filming.room, act)
    take = replace(
        staged(clip, filming.room, replace(act, figures=figures)), camera=straight.camera
    )
    poses, outlines, backs = [], [], []
    with RollCorrectingEstimator(model.backend.open_detector(silhouette=True)) as estimator:
        for number, picture in enumerate(pictures(take, body)):
            frame = Frame(np.ascontiguousarray(picture), number * LOOK_S, number)
            poses.append(estimator.estimate(frame))
            outlines.append(trunk_outline(poses[-1]))
            backs.append(Observer([BACK]).update(poses[-1]).drawn[BACK])
    fields = {
        "time_s": np.array(act.times),
        **stacked(poses),
        "outline": np.stack(outlines),
        "back_found": np.array(backs),
        "joints": take.truth.joints_3d,
        "angles": take.truth.angles,
        "rounding": take.truth.back_rounding,
    }
    told = told_of(script, take)
    films: list[dict[str, Any]] = [
        {**told, "still": True, "loosened": True, "rate": 0.0, "yaw": round(float(yaw), 2)}
        for yaw in yaws
    ]
    return Films(fields, np.arange(len(poses)), films)


def turns_of(count: int, random: np.random.Generator) -> Array:
    """By how many degrees each of some pictures is turned, to either side."""
    yaws = random.uniform(0, FARTHEST_YAW, count)
    yaws = np.where(random.random(count) < END_ON_SHARE, random.uniform(*END_ON, count), yaws)
    return np.asarray(yaws * random.choice([-1.0, 1.0], count))


def turned(figure: Figure, degrees: float) -> Figure:
    """The same figure turned on the spot to its left."""
    turn = turn_about("y", degrees)
    centre: Array = figure.vertices.mean(axis=0) * [1, 0, 1]
    positions = {
        name: centre + turn @ (place - centre) for name, place in figure.pose.positions.items()
    }
    rotations = {name: turn @ rotation for name, rotation in figure.pose.rotations.items()}
    vertices = (centre + (figure.vertices - centre) @ turn.T).astype(figure.vertices.dtype)
    return Figure(vertices, BodyPose(rotations, positions), figure.lift)
