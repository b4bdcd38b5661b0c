"""Films an act and keeps what the pose model makes of it, frame by frame, with the truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from formcheck.measure.learned.back import BACK
from formcheck.measure.observer import Observer
from formcheck.pose.pose import Pose
from formcheck.pose.upright.roll_correction import RollCorrectingEstimator
from formcheck.video.frame import Frame
from samples.studio.performer import make_performer
from samples.studio.random_films.outline import trunk_outline
from samples.studio.random_films.performance import Performance, cut, performed
from samples.studio.random_films.pose_model import PoseModel
from samples.studio.random_films.records import Films, joined
from samples.studio.random_films.script import BEGINS_AT_START, FRAMES, Script
from samples.studio.rehearsal import Take, acted, staged
from samples.studio.shooting import pictures


def filmed(script: Script, body: Path, model: PoseModel) -> Films:
    """A part of an act, its films as landmarks that a model finds, with the truth.

    Raises StudioError where the script's body can't do what it is told.
    """
    performance, takes = rehearsed(script, body)
    return joined(_kept(script, take, performance, body, model) for take in takes)


def rehearsed(script: Script, body: Path) -> tuple[Performance, Iterator[Take]]:
    """The part of an act that is filmed, and its films, worked out and not drawn yet.

    Raises StudioError where the script's body can't do what it is told.
    """
    random = np.random.default_rng(script.seed)
    performer = make_performer(body, script.person)
    performance = performed(performer, script.told, random)
    performance, seconds = _part_of_it(performance, script.rate, random)
    clip = script.filmings[0].clip.model_copy(update={"duration": seconds})
    act = acted(clip, script.told.motion, performer, performance.timeline)
    return performance, (staged(one.clip, one.room, act) for one in script.filmings)


def _part_of_it(
    performance: Performance, rate: float, random: np.random.Generator
) -> tuple[Performance, float]:
    duration = performance.timeline.duration_s
    seconds = min(float(random.integers(*FRAMES)) / rate, duration)
    begins = random.random() < BEGINS_AT_START
    start = 0.0 if begins else float(random.uniform(0, duration - seconds))
    return cut(performance, start), seconds


def _kept(
    script: Script, take: Take, performance: Performance, body: Path, model: PoseModel
) -> Films:
    poses, outlines, backs = [], [], []
    observer = Observer([BACK])
    tracker = model.backend.open_tracker(silhouette=True)
    with RollCorrectingEstimator(tracker) as estimator:
        drawn = zip(take.times, pictures(take, body), strict=True)
        for number, (time_s, picture) in enumerate(drawn):
            pose = estimator.estimate(Frame(np.ascontiguousarray(picture), time_s, number))
            poses.append(pose)
            outlines.append(trunk_outline(pose))
            backs.append(observer.update(pose).drawn[BACK])
    truth = take.truth
    fields = {
        "time_s": truth.time_s,
        **stacked(poses),
        "outline": np.stack(outlines),
        "back_found": np.array(backs),
        "joints": truth.joints_3d,
        "angles": truth.angles,
        "rounding": truth.back_rounding,
    }
    film = np.zeros(len(poses), np.int64)
    told = {**told_of(script, take), "repetitions": repetitions_of(performance)}
    return Films(fields, film, [told])


def stacked(poses: list[Pose]) -> dict[str, np.ndarray[Any, np.dtype[np.float64]]]:
    """What is kept of poses, a row each."""
    names = ("landmarks", "world", "visibility", "presence", "roll")
    return {
        name: np.stack([np.asarray(getattr(pose, name), np.float64) for pose in poses])
        for name in names
    }


def repetitions_of(performance: Performance) -> list[dict[str, Any]]:
    """An act's repetitions: when, on which side, how long told to hold, how much of the way."""
    return [
        {
            "side": one.side,
            "start_s": round(one.start_s, 3),
            "end_s": round(one.end_s, 3),
            "told_hold_s": round(one.hold_s, 3),
            "way": round(way, 3),
        }
        for one, way in zip(performance.timeline.repetitions, performance.ways, strict=True)
    ]


def told_of(script: Script, take: Take) -> dict[str, Any]:
    """What holds for a whole film: what was done in it and how it was filmed."""
    clip, camera, told = take.clip, take.camera, script.told
    manner = {name: str(v) if name == "way" else v for name, v in asdict(told.manner).items()}
    return {
        "act": script.number,
        "part": str(script.part),
        "motion": clip.motion,
        "fault": told.fault,
        "breaks": list(told.motion.breaks(told.fault)) if told.fault else [],
        "degree": round(told.degree, 3),
        "manner": manner,
        "view": clip.view,
        "yaw": round(clip.yaw, 2),
        "distance": round(clip.distance, 2),
        "camera_height": round(clip.camera_height, 2),
        "field_of_view": round(clip.field_of_view, 1),
        "camera_roll": round(clip.roll, 2),
        "rate": clip.rate,
        "size": [clip.width, clip.height],
        "eye": [round(float(value), 3) for value in camera.eye],
        "target": [round(float(value), 3) for value in camera.target],
        "angle_names": list(take.truth.angle_names),
    }
