"""What is known of one input once it has been looked at."""

from dataclasses import dataclass, field
from pathlib import Path

from formcheck.analysis.frame_values import FrameValues
from formcheck.exercises.exercise import Exercise
from formcheck.results.result_document import (
    CriterionJudged,
    RepetitionJudged,
    ResultDocument,
    SetResult,
)

INTERRUPTED = "Interrupted: what was found until then is here, the rest was not looked at."


@dataclass(frozen=True)
class Analysis:
    """What is known of one input, as `analyse` answers.

    document: the whole result, as in `result.json`. exercise: what it was judged as, None where
    none was recognised. folder: where the files are, None where none were asked for.
    interrupted: whether it was ended before the input's end; the rest was not looked at.
    frames: what was measured on every frame; none of them where no exercise was recognised, and
    where many inputs are judged, as they would fill the memory.
    """

    document: ResultDocument
    exercise: Exercise | None
    folder: Path | None
    interrupted: bool = False
    frames: FrameValues = field(default_factory=FrameValues)

    @property
    def reps(self) -> tuple[RepetitionJudged, ...]:
        """The repetitions in order."""
        return self.document.reps

    @property
    def criteria(self) -> tuple[CriterionJudged, ...]:
        """Each criterion over the whole set."""
        return self.document.criteria

    @property
    def summary(self) -> SetResult:
        """How many repetitions, how many of them good, and the verdict."""
        return self.document.summary
