"""Writes what is expected of a clip, from what was performed and from its truth."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from samples.holds import true_holds_s
from samples.studio.clips import Clip
from samples.studio.errors import StudioError
from samples.studio.filming import facing_in_picture, near_side
from samples.studio.geometry import unit
from samples.studio.labels import Label
from samples.studio.motion import Motion
from samples.studio.rehearsal import LYING_SLOPE, performance
from samples.studio.timeline import Repetition, Timeline
from samples.studio.truth import JOINT_NAMES
from samples.truth import Truth as WrittenTruth
from samples.truth import read_truth, truth_file


def write_label(clip: Clip, body: Path, out: Path) -> None:
    """Write the label of a clip that is in `out` already."""
    motion, _, timeline = performance(clip, body)
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


def _lies(truth: WrittenTruth) -> bool:
    line = truth.joints["neck"][0] - truth.hips[0]
    return bool(abs(unit(line)[1]) < LYING_SLOPE)
