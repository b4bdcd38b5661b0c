"""One random film, judged as the exercise that it shows, and recognised."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.pose.saved.tracks import read_poses
from formcheck.recognition.answer import RECORDING
from formcheck.recognition.recogniser import Recogniser
from samples.judged_films.truly_out import truly_gone, truly_out
from samples.studio.random_films.whole_acts import TRUTH


@dataclass(frozen=True)
class JudgedFilm:
    """A film's truth and what was said of it.

    told: what holds for the film, see `samples.studio.random_films.filmed.told_of`.
    truly_out: by criterion id the share of a repetition that it is truly broken for, where known.
    truly_gone: how far each repetition truly goes, in least travels, where known.
    verdicts: by criterion id. holds_s: of each repetition. recognised: ids in order.
    """

    name: str
    told: Mapping[str, Any]
    truly_out: Mapping[str, float | None]
    truly_gone: tuple[float | None, ...]
    verdicts: Mapping[str, Verdict]
    holds_s: tuple[float, ...]
    recognised: tuple[str, ...]

    @property
    def exercise(self) -> str:
        """The id of the exercise that it shows."""
        return str(self.told["exercise"])

    @property
    def yaw(self) -> float:
        """Degrees that the camera stands off the best place, to either side."""
        return abs(float(self.told["yaw"]))

    @property
    def degree(self) -> float:
        """How far the fault goes: 0 without one, 1 as it is plain to see."""
        return float(self.told["degree"])

    @property
    def broken(self) -> frozenset[str]:
        """Ids of the criteria that the fault breaks, in whatever degree."""
        return frozenset(self.told["breaks"])

    @property
    def ways(self) -> tuple[float, ...]:
        """How far each repetition goes: 1 is all the way."""
        return tuple(float(one["way"]) for one in self.told["repetitions"])

    @property
    def told_holds_s(self) -> tuple[float, ...]:
        """How long the performer was told to stop in each repetition."""
        return tuple(float(one["told_hold_s"]) for one in self.told["repetitions"])

    @property
    def true_holds_s(self) -> tuple[float | None, ...]:
        """How long each is held by the true joint angles, 0 for what is hardly gone to; None where
        these don't tell."""
        return tuple(one.get("true_hold_s") for one in self.told["repetitions"])

    @property
    def by_the_book(self) -> bool:
        """Whether it was done calmly and all the way, so that only the fault is wrong."""
        return self.told["manner"]["way"] == "least jerk" and min(self.ways, default=1.0) == 1.0


def judge_film(told_file: Path) -> JudgedFilm | None:
    """Judge one film; None where it shows no exercise or posture of ours."""
    told = json.loads(told_file.read_text(encoding="utf-8"))
    exercise = library().get(told["exercise"])
    if exercise is None or exercise.kind == "avoid":
        return None
    checker, recogniser = FormChecker(exercise), Recogniser(settings=RECORDING)
    for pose in read_poses(told_file.with_suffix(".npz")):
        checker.update(pose)
        recogniser.update(pose)
    summary = checker.finish()
    truth = told_file.with_suffix(TRUTH)
    return JudgedFilm(
        told_file.stem,
        told,
        truly_out(exercise, told, truth) if truth.exists() else {},
        truly_gone(exercise, told, truth) if truth.exists() else (),
        _verdicts(summary),
        tuple(one.hold_s for one in summary.repetitions),
        tuple(one.exercise.id for one in recogniser.sets),
    )


def _verdicts(summary: SetSummary) -> dict[str, Verdict]:
    return {total.criterion.id: total.verdict for total in summary.criteria}
