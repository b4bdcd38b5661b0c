"""States handed to a chooser of cues, and what it chose."""

from typing import Any

from formcheck.feedback.cue_chooser import CueChooser, CueSettings
from formcheck.feedback.cues import Cue
from formcheck.form.state import CriterionState, FormState, SetUpProblem, Verdict
from tests.feedback.builders import state

FAULT, GOOD, UNKNOWN = Verdict.FAULT, Verdict.GOOD, Verdict.UNKNOWN
STEP_S = 0.1
TIMES = CueSettings()
NO_FOOT = SetUpProblem("out-of-view", "I can't see your left foot.")
TURN = SetUpProblem("wrong-view", "Turn your side to the camera.")


def follow(chooser: CueChooser, states: list[FormState]) -> list[tuple[float, Cue | None]]:
    return [(each.time_s, chooser.update(each)) for each in states]


def times(start_s: float, end_s: float) -> list[float]:
    return [round(start_s + STEP_S * n, 3) for n in range(round((end_s - start_s) / STEP_S))]


def given_cues(shown: list[tuple[float, Cue | None]]) -> list[tuple[float, str]]:
    """When each new cue began, and its words."""
    began: list[tuple[float, str]] = []
    before: Cue | None = None
    for time_s, cue in shown:
        if cue is not None and cue is not before:
            began.append((time_s, cue.text))
        before = cue
    return began


def begun(time_s: float, *criteria: CriterionState, **options: Any) -> FormState:
    """A state after the first repetition, so that nobody is told to begin."""
    return state(time_s, *criteria, **{"repetitions": 1, **options})
