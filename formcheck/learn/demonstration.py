"""All that is known of a demonstration, and what a draft calls its phases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from formcheck.exercises.repetition import Phases
from formcheck.exercises.start_position import StartPosition
from formcheck.learn.demonstrated_repetitions import DemonstratedRepetition
from formcheck.learn.movement import Movement
from formcheck.learn.shown import ShownFrame
from formcheck.learn.suggestion import Phase
from formcheck.texts.texts import Texts


@dataclass(frozen=True, eq=False)
class Demonstration:
    """All that is known of a demonstration.

    frames: of the exercise itself. position, view: where it begins and how it is seen. hold_s: how
    long the furthest point was usually held, in whole seconds; 0 for a turning point. timed:
    whether the recording's seconds are known.
    """

    frames: Sequence[ShownFrame]
    view: str
    position: StartPosition
    movement: Movement
    repetitions: Sequence[DemonstratedRepetition]
    hold_s: float
    timed: bool = True

    @property
    def texts(self) -> Texts:
        """Of the draft's language."""
        return self.movement.words.texts


def phase_names(shown: Demonstration) -> Phases:
    """What the draft calls the phases."""
    text, peak = shown.texts.text, "peak" if shown.hold_s else "turn"
    return Phases(
        rest=text("learn.phases.rest"),
        out=text("learn.phases.out"),
        peak=text(f"learn.phases.{peak}"),
        back=text("learn.phases.back"),
    )


def by_phase(names: Phases) -> Mapping[Phase, str]:
    """The draft's phase names for those that criteria are made for."""
    return {"all": "all", "rest": names.rest, "peak": names.peak, "back": names.back}


def usual_hold_s(repetitions: Sequence[DemonstratedRepetition], least_s: float) -> float:
    """How long the furthest point was usually held, in whole seconds; 0 where for less."""
    held = median(one.phases.hold_s for one in repetitions)
    return float(round(held)) if held >= least_s else 0.0
