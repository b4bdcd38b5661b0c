"""Labels and results as plain data."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from formcheck.results.document.advice import ADVICE
from formcheck.results.result_document import (
    CriterionJudged,
    ExerciseJudged,
    InputRead,
    PoseFound,
    RepetitionJudged,
    ResultDocument,
    SetResult,
    SetUpSeen,
    Speed,
    VerdictName,
    ViewSeen,
)
from formcheck.validation.label import Label, LabelledRepetition

SideName = Literal["left", "right", "both"]


def shown(
    side: SideName = "both", hold_s: float = 0.0, faults: tuple[str, ...] = ()
) -> LabelledRepetition:
    return LabelledRepetition(side=side, start_s=1, end_s=3, hold_s=hold_s, faults=faults)


def label(*repetitions: LabelledRepetition, **changes: Any) -> Label:
    values: dict[str, Any] = {"clip": "clip.mp4", "exercise": "push-up", "view": "side"}
    return Label(**{**values, **changes}, repetitions=repetitions)


def repetition(side: SideName | None = "both", hold_s: float = 0.0) -> RepetitionJudged:
    return RepetitionJudged(
        number=1, side=side, start_s=1, end_s=3, hold_s=hold_s, peak={}, verdict="good", faults=()
    )


def result(
    *repetitions: RepetitionJudged,
    criteria: Mapping[str, VerdictName] | None = None,
    verdict: VerdictName = "good",
    warned: Sequence[str] = (),
) -> ResultDocument:
    return ResultDocument(
        input=InputRead(
            path="clip.mp4",
            kind="video",
            width=640,
            height=480,
            duration_s=10,
            frames=150,
            rotation=0,
        ),
        exercise=ExerciseJudged(
            id="push-up", title="Push-up", source="given", score=None, runner_up=None
        ),
        pose=PoseFound(model="full", frames_with_pose=150, coverage=1),
        view=ViewSeen(expected="side", seen="side"),
        set_up=SetUpSeen(verdict="good", problems=()),
        reps=repetitions,
        summary=SetResult(reps=len(repetitions), good_reps=0, hold_s=0, verdict=verdict),
        criteria=tuple(_criterion(*one) for one in (criteria or {}).items()),
        sets=(),
        warnings=tuple(f"{movement}: better not." for movement in warned),
        warning_ids=tuple(f"{ADVICE}.{movement}" for movement in warned),
        speed=Speed(seconds=1, frames_per_second=150),
    )


def _criterion(name: str, verdict: VerdictName) -> CriterionJudged:
    return CriterionJudged(
        id=name,
        title=name,
        verdict=verdict,
        judged_s=1,
        fault_s=0,
        found=None,
        error=None,
        worst=None,
        limit=(100, None),
        unit="degrees",
        cue="",
    )
