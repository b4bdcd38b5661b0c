"""Exercises, states and poses for the tests of feedback, each with only what a test cares about."""

from collections.abc import Sequence

import numpy as np

from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise import CameraPlacement, Dosage, Exercise, Start
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.range import Range
from formcheck.exercises.repetition import RepetitionRule
from formcheck.feedback.cues import Cue, CueKind
from formcheck.form.state import (
    CountedSignal,
    CriterionState,
    FormState,
    Repetition,
    SetUp,
    SetUpProblem,
    Verdict,
)
from formcheck.pose.landmarks import INDEX, Side
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame

POSITIONS = {
    "ear": (0.22, 0.38),
    "shoulder": (0.30, 0.40),
    "elbow": (0.31, 0.55),
    "wrist": (0.30, 0.70),
    "hip": (0.52, 0.42),
    "knee": (0.66, 0.36),
    "ankle": (0.80, 0.30),
    "heel": (0.81, 0.26),
    "foot_index": (0.86, 0.32),
}
"""A bird dog in shares of the picture: the joints of both sides, the right ones a little lower."""

GLOSSARY = ExerciseLibrary.built_in().glossary


def exercise(
    *criteria: str, hold_s: float = 0.0, reps: tuple[int, int] | None = (8, 12)
) -> Exercise:
    """An exercise with criteria of these ids, most important first."""
    return Exercise(
        id="test-exercise",
        title="Bird dog",
        kind="exercise",
        steps=("Kneel on all fours.",),
        why="A test.",
        source=(GLOSSARY.sources["engineering"],),
        camera=CameraPlacement(view="side", place="To your side."),
        start=Start(position=GLOSSARY.start_positions["all-fours"]),
        posture=(Range(measure="trunk_inclination", at_least=45),),
        repetition=RepetitionRule(
            measure="thigh_elevation.working",
            direction="rises",
            least_travel=20,
            usual_rest=-90,
            usual_peak=0,
            hold_s=hold_s,
        ),
        dosage=Dosage(reps=reps),
        criteria=tuple(map(criterion_rule, criteria or ("leg-straight",))),
    )


def criterion_rule(name: str) -> Criterion:
    return Criterion(
        id=name,
        title=f"The {name} right",
        during="all",
        measure="knee.working",
        at_least=155,
        cue=f"Mend the {name}",
        why="A test.",
        source=(GLOSSARY.sources["engineering"],),
    )


def criterion(
    name: str = "leg-straight",
    verdict: Verdict = Verdict.GOOD,
    *,
    active: bool = True,
    measure: str = "knee.left",
    value: float = 170.0,
    low: float | None = 155.0,
    high: float | None = None,
    cue: str | None = None,
) -> CriterionState:
    """How a criterion stands; its cue is the exercise's unless another is given."""
    at_fault = verdict is Verdict.FAULT
    words = f"Mend the {name}" if cue is None else cue
    return CriterionState(
        id=name,
        title=f"The {name} right",
        active=active,
        verdict=verdict,
        measure=measure,
        value=value,
        low=low,
        high=high,
        unit="degrees",
        cue=words if at_fault else "",
    )


KNEE = CountedSignal("knee.working", {"knee.working": float("nan")})
"""What is counted on in a frame without measures."""


def state(
    time_s: float = 0.0,
    *criteria: CriterionState,
    problems: Sequence[SetUpProblem] = (),
    repetitions: int = 0,
    hold_s: float = 0.0,
    finished: Repetition | None = None,
    near_side: Side | None = "left",
    phase: str | None = "hold",
    working_side: Side | None = "left",
    advice: str = "",
    in_set: bool = True,
    counted: CountedSignal = KNEE,
) -> FormState:
    """A state of a set that is under way, where nothing else is said."""
    return FormState(
        time_s=time_s,
        pose_seen=True,
        view="side",
        near_side=near_side,
        working_side=working_side,
        phase=phase,
        in_set=in_set,
        repetitions=repetitions,
        good_repetitions=repetitions,
        hold_s=hold_s,
        counted=counted,
        moved_too_little=False,
        measures={},
        criteria=criteria,
        set_up=SetUp(Verdict.FAULT if problems else Verdict.GOOD, tuple(problems)),
        finished=finished,
        advice=advice,
    )


def repetition(
    number: int = 1,
    *faults: str,
    start_s: float = 0.0,
    end_s: float = 1.0,
    counted_on: str = "knee.working",
) -> Repetition:
    """A finished repetition, good where no faults are named."""
    verdict = Verdict.FAULT if faults else Verdict.GOOD
    return Repetition(
        number=number,
        side="left",
        start_s=start_s,
        end_s=end_s,
        hold_s=0.0,
        counted_on=counted_on,
        peak={},
        verdict=verdict,
        verdicts=dict.fromkeys(faults, Verdict.FAULT),
        faults=faults,
    )


def pose(width: int = 640, height: int = 480, time_s: float = 0.0) -> Pose:
    """Someone doing a bird dog across the picture."""
    found = Pose.missing(time_s, width, height)
    landmarks = found.landmarks.copy()
    for side, lower in (("left", 0.0), ("right", 0.03)):
        for name, (x, y) in POSITIONS.items():
            landmarks[INDEX[f"{side}_{name}"]] = (x * width, (y + lower) * height, 0.0)
    sure = np.ones(len(landmarks), np.float32)
    return Pose(time_s, width, height, landmarks, found.world, sure, sure)


def frame(time_s: float = 0.0, index: int = 0, width: int = 320, height: int = 240) -> Frame:
    """A plain grey picture."""
    return Frame(np.full((height, width, 3), 90, np.uint8), time_s, index)


def fault_cue(text: str) -> Cue:
    return Cue(text, CueKind.FAULT)
