"""Films whole acts as pose tracks, which formcheck judges as it judges anybody's.

`NAME.npz` is an ordinary pose track, outline and all; the person is looked for in the pictures as
in anybody's recording. `NAME.json` beside it says what was done in it, `NAME.truth.npz` where the
joints truly were. There is no video. Who is told to stop in a position that they hardly go to, as
with a back that isn't rounded, holds nothing there: `true_hold_s` of a repetition is by the true
joint angles, as the labels of the sample clips are, and 0 then.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from formcheck.exercises.load import library
from formcheck.pose.estimation import open_estimator
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.video.frame import Frame
from samples.holds import true_holds_s
from samples.studio.filming import near_side
from samples.studio.performer import make_performer
from samples.studio.random_films.filmed import repetitions_of, told_of
from samples.studio.random_films.performance import Performance, performed
from samples.studio.random_films.pose_model import PoseModel
from samples.studio.random_films.script import Script
from samples.studio.rehearsal import Take, acted, staged
from samples.studio.shooting import pictures
from samples.studio.truth import JOINT_NAMES

TRUTH = ".truth.npz"
"""What follows a film's name in that of the file of its true joints."""

RATES = (10.0, 15.0, 24.0, 30.0)
"""Frames a second, as cameras have them; parts of acts are filmed at fewer, for less work."""


def film_whole(
    script: Script, body: Path, folder: Path, places: int, model: PoseModel
) -> Iterator[Path]:
    """Film an act from so many places as a model sees it, and answer each track that is written.

    Raises StudioError where the script's body can't do what it is told.
    """
    performance, takes = _rehearsed(script, body)
    for number, take in enumerate(islice(takes, places)):
        path = _track_file(script, folder, number)
        _track(take, body, path, model)
        _write_told(script, take, performance, path)
        yield path


def label_whole(script: Script, body: Path, folder: Path) -> Iterator[Path]:
    """Say anew what was done in an act's tracks that are there already, without filming it.

    Raises StudioError where the script's body can't do what it is told.
    """
    performance, takes = _rehearsed(script, body)
    for number, take in enumerate(takes):
        path = _track_file(script, folder, number)
        if path.exists():
            _write_told(script, take, performance, path)
            yield path


def _track_file(script: Script, folder: Path, number: int) -> Path:
    return folder / f"{script.number:06d}-{number}.npz"


def _rehearsed(script: Script, body: Path) -> tuple[Performance, Iterator[Take]]:
    performer = make_performer(body, script.person)
    performance = performed(performer, script.told, np.random.default_rng(script.seed))
    lasting = {
        "duration": performance.timeline.duration_s,
        "rate": RATES[script.number // 10 % len(RATES)],
    }
    clip = script.filmings[0].clip.model_copy(update=lasting)
    act = acted(clip, script.told.motion, performer, performance.timeline)
    takes = (staged(one.clip.model_copy(update=lasting), one.room, act) for one in script.filmings)
    return performance, takes


def _write_told(script: Script, take: Take, performance: Performance, track: Path) -> None:
    motion = script.told.motion
    exercise = script.filmings[0].clip.motion if motion.label is None else motion.label
    held = _truly_held_s(exercise, take)
    repetitions = [
        {**one, "true_hold_s": hold_s}
        for one, hold_s in zip(repetitions_of(performance), held, strict=True)
    ]
    told = {
        **told_of(script, take),
        "exercise": exercise,
        "repetitions": repetitions,
    }
    track.with_suffix(".json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    truth = take.truth
    np.savez_compressed(
        track.with_suffix(TRUTH),
        time_s=truth.time_s,
        joints=truth.joints_3d.astype(np.float32),
        rounding=truth.back_rounding,
    )


def _near(take: Take) -> str:
    return near_side(take.truth.joints_3d, JOINT_NAMES, take.camera.eye)


def _truly_held_s(name: str, take: Take) -> list[float | None]:
    repetitions = take.timeline.repetitions
    exercise = library().get(name)
    if exercise is None:
        return [None] * len(repetitions)
    held = true_holds_s(exercise, take.truth.told, _near(take), repetitions)
    return [None if hold_s is None else round(hold_s, 3) for hold_s in held]


def _track(take: Take, body: Path, path: Path, model: PoseModel) -> None:
    with (
        open_estimator(model.backend, silhouette=True) as estimator,
        PoseTrackWriter(path, model=model.value, source=path.stem) as writer,
    ):
        for number, picture in enumerate(pictures(take, body)):
            frame = Frame(np.ascontiguousarray(picture), float(take.times[number]), number)
            writer.write(estimator.estimate(frame))
