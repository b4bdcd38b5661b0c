"""One clip seen through formcheck: every measure of every frame, and what the checker said."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.vocabulary import measure_names
from formcheck.measure.observer import Observer
from formcheck.pose.landmarks import INDEX, SIDES, Side
from formcheck.pose.pose import Pose
from formcheck.recognition.answer import Answer
from formcheck.recognition.recogniser import Recogniser
from formcheck.validation.check_clips import judged_as
from formcheck.validation.clips import SampleClip
from samples.truth import Array, Truth, read_truth, truth_file
from tests.accuracy.poses import poses_of

ALWAYS = ("knee", "hip", "elbow", "trunk_inclination")
"""Measured in every clip, whatever its exercise asks for."""

LIMBS = {"legs": ("hip", "knee", "ankle"), "arms": ("shoulder", "elbow", "wrist")}

APART = 0.2
"""Trunk lengths between left and right limb in the picture from which a swap can be told."""


@dataclass(frozen=True, eq=False)
class Observed:
    """One clip.

    truth: None for a clip without a person. summary: None where the exercise is unknown.
    measures: T by full name, NaN where not seen. names: those that the exercise uses. near, views:
    what was said of each frame with a person. swapped: by limb, frames in which left and right
    are swapped, and frames in which that could be told. recognised: what it was taken for by one
    who hadn't been told the exercise.
    """

    clip: SampleClip
    truth: Truth | None
    summary: SetSummary | None
    names: tuple[str, ...]
    measures: dict[str, Array]
    near: tuple[Side | None, ...]
    views: tuple[str, ...]
    swapped: dict[str, tuple[int, int]]
    recognised: Answer = field(default_factory=Answer)

    def during(self) -> NDArray[np.bool_]:
        """The frames of the exercise itself, without walking in and out."""
        times, shown = self.times, self.clip.label.repetitions
        if not shown:
            return np.ones(len(times), bool)
        first, last = shown[0].start_s - 0.5, shown[-1].end_s + 0.5
        return np.asarray((times >= first) & (times <= last))

    @property
    def times(self) -> Array:
        """The time of every frame, T."""
        return self.measures["time_s"]


def observe(clip: SampleClip, cache: Path) -> Observed:
    """Run a clip's poses through the checker of its exercise."""
    exercise = judged_as(clip.label)
    truth_path = truth_file(clip.path)
    truth = read_truth(truth_path) if truth_path.exists() else None
    checker = checker_for(exercise) if exercise else None
    poses = list(poses_of(clip.path, cache))
    rows, near, views = [], [], []
    recogniser, observer = Recogniser(), Observer(ALWAYS)
    for pose in poses:
        recogniser.update(pose)
        always = observer.update(pose, settled=False)
        state = checker.update(pose) if checker else None
        judged = state.measures if state else {}
        rows.append({"time_s": pose.time_s, **always.values, **judged})
        if pose.found:
            near.append(state.near_side if state else always.near_side)
            views.append(str(state.view if state else always.view))
    used = measure_names(exercise) if exercise else ()
    return Observed(
        clip=clip,
        truth=truth,
        summary=checker.finish() if checker else None,
        names=tuple(dict.fromkeys((*ALWAYS, *used))),
        measures={name: np.array([row[name] for row in rows]) for name in rows[0]},
        near=tuple(near),
        views=tuple(views),
        swapped={} if truth is None else _swaps(poses, truth),
        recognised=recogniser.best,
    )


def _swaps(poses: list[Pose], truth: Truth) -> dict[str, tuple[int, int]]:
    found = {}
    trunk = float(np.median(_length(truth, "shoulder", "hip")))
    for limb, joints in LIMBS.items():
        swapped = told = 0
        for number, pose in enumerate(poses[: len(truth)]):
            if not pose.found:
                continue
            true = {s: np.stack([truth.pixels[f"{j}_{s}"][number] for j in joints]) for s in SIDES}
            seen = {s: pose.landmarks[[INDEX[f"{s}_{j}"] for j in joints], :2] for s in SIDES}
            if np.linalg.norm(true["left"] - true["right"], axis=1).mean() < APART * trunk:
                continue
            straight = sum(float(np.linalg.norm(seen[s] - true[s])) for s in SIDES)
            crossed = float(np.linalg.norm(seen["left"] - true["right"])) + float(
                np.linalg.norm(seen["right"] - true["left"])
            )
            told += 1
            swapped += crossed < straight
        found[limb] = (swapped, told)
    return found


def _length(truth: Truth, first: str, second: str) -> Array:
    ends = [
        (truth.pixels[f"{joint}_left"] + truth.pixels[f"{joint}_right"]) / 2
        for joint in (first, second)
    ]
    return np.asarray(np.linalg.norm(ends[0] - ends[1], axis=1))
