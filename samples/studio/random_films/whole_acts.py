"""Films whole acts as pose tracks, which formcheck judges as it judges anybody's.

`NAME.npz` is an ordinary pose track, outline and all; `NAME.json` beside it says what was done in
it. There is no video.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from formcheck.pose.backends import find_backend
from formcheck.pose.roll_correction import RollCorrectingEstimator
from formcheck.pose.tracks import PoseTrackWriter
from formcheck.video.frame import Frame
from samples.studio.director import Take, acted, pictures, staged
from samples.studio.performer import make_performer
from samples.studio.random_films.filmed import repetitions_of, told_of
from samples.studio.random_films.performance import performed
from samples.studio.random_films.script import Script

RATES = (10.0, 15.0, 24.0, 30.0)
"""Frames a second, as cameras have them; parts of acts are filmed at fewer, for less work."""


def film_whole(script: Script, body: Path, folder: Path, places: int) -> Iterator[Path]:
    """Film an act from so many places, and answer each track that is written.

    Raises StudioError where the script's body can't do what it is told.
    """
    rate = RATES[script.number // 10 % len(RATES)]
    performer = make_performer(body, script.person)
    performance = performed(performer, script.told, np.random.default_rng(script.seed))
    seconds = performance.timeline.duration_s
    lasting = {"duration": seconds, "rate": rate}
    clip = script.filmings[0].clip.model_copy(update=lasting)
    act = acted(clip, script.told.motion, performer, performance.timeline)
    motion = script.told.motion
    for number, filming in enumerate(script.filmings[:places]):
        path = folder / f"{script.number:06d}-{number}.npz"
        take = staged(filming.clip.model_copy(update=lasting), filming.room, act)
        _track(take, body, path)
        told = {
            **told_of(script, take),
            "exercise": script.filmings[0].clip.motion if motion.label is None else motion.label,
            "repetitions": repetitions_of(performance),
        }
        path.with_suffix(".json").write_text(json.dumps(told, indent=1), encoding="utf-8")
        yield path


def _track(take: Take, body: Path, path: Path) -> None:
    tracker = find_backend().open_tracker(silhouette=True)
    with (
        RollCorrectingEstimator(tracker) as estimator,
        PoseTrackWriter(path, model="full", source=path.stem) as writer,
    ):
        for number, picture in enumerate(pictures(take, body)):
            frame = Frame(np.ascontiguousarray(picture), float(take.times[number]), number)
            writer.write(estimator.estimate(frame))
