"""The sample clips as films: what the pose model made of them, with their truth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from formcheck.measure.learned.back import BACK
from formcheck.measure.observer import Observer
from formcheck.pose.saved.tracks import read_poses
from samples.studio.clips import Clip, read_clips
from samples.studio.random_films.outline import trunk_outline
from samples.studio.random_films.records import Films, joined

EVERY = 20
"""Of the clips' frames every twentieth is taken: neighbours show the same."""


def clip_films(clips: Path, tracks: Path) -> Films:
    """All clips that somebody is in, alone; `tracks` holds NAME/NAME/poses.npz of each."""
    films = []
    for name, clip in read_clips().items():
        track = tracks / name / name / "poses.npz"
        if clip.motion and not clip.onlooker and not clip.rotation and track.is_file():
            films.append(_film(clip, clips / f"{name}.truth.npz", track))
    return joined(films)


def _film(clip: Clip, truth: Path, track: Path) -> Films:
    observer = Observer([BACK])
    kept: list[dict[str, Any]] = []
    with np.load(truth) as data:
        times = data["time_s"]
        for number, pose in enumerate(read_poses(track)):
            back = observer.update(pose).drawn[BACK]
            row = int(np.abs(times - pose.time_s).argmin())
            if number % EVERY or not pose.found or abs(times[row] - pose.time_s) > 0.01:
                continue
            kept.append(
                {
                    "time_s": pose.time_s,
                    "landmarks": pose.landmarks,
                    "world": pose.world,
                    "visibility": pose.visibility,
                    "presence": pose.presence,
                    "roll": pose.roll,
                    "outline": trunk_outline(pose),
                    "back_found": back,
                    "joints": data["joints_3d"][row],
                    "angles": data["angles"][row],
                    "rounding": data["back_rounding"][row],
                }
            )
        told = {
            "clip": clip.name,
            "part": "learning",
            "motion": clip.motion,
            "fault": ",".join(clip.faults),
            "degree": 1.0 if clip.faults else 0.0,
            "view": clip.view,
            "yaw": clip.yaw,
            "rate": clip.rate,
            "body": clip.body,
            "size": [clip.width, clip.height],
            "eye": data["camera_eye"].tolist(),
            "angle_names": [str(name) for name in data["angle_names"]],
        }
    fields = {name: np.array([one[name] for one in kept], float) for name in kept[0]}
    return Films(fields, np.zeros(len(kept), np.int64), [told])
