"""What is known of one input once it has been looked at."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from formcheck.analysis.frame_values import FrameValues, needed_pandas
from formcheck.analysis.inline import Plot, plot_of, report_inline
from formcheck.exercises.exercise import Exercise
from formcheck.results.result_document import (
    CriterionJudged,
    RepetitionJudged,
    ResultDocument,
    SetResult,
)
from formcheck.results.wording import recording_wording
from formcheck.results.wording.result_wording import headline
from formcheck.texts.message import message
from formcheck.texts.texts import load_texts

if TYPE_CHECKING:
    import pandas

INTERRUPTED: Final = message(recording_wording.INTERRUPTED)


@dataclass(frozen=True, repr=False)
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

    def plot(self, measure: str) -> Plot:
        """A measure over the recording, the repetitions marked; a notebook shows it as a picture.

        measure: with its side, as exercises name it (`knee.near`, `knee.working`, `knee.left`);
        without one, that of the nearer side. Raises KeyError where it wasn't measured.
        """
        return plot_of(self.frames, self.reps, measure, load_texts(self.document.language))

    def to_pandas(self) -> "pandas.DataFrame":
        """The repetitions as a table, a row each, with what was measured at the furthest point.

        Raises PandasMissingError where pandas isn't installed.
        """
        rows = [one.model_dump(exclude={"peak"}) | one.peak for one in self.reps]
        columns = [name for name in RepetitionJudged.model_fields if name != "peak"]
        return needed_pandas().DataFrame(rows, columns=None if rows else columns)

    def __repr__(self) -> str:
        """One line: all that is known would fill a terminal for pages."""
        document = self.document
        told = headline(document, load_texts(document.language))
        return f"<Analysis of {document.input.path}: {told}>"

    def _repr_html_(self) -> str:
        return report_inline(self.document, self.exercise, self.frames, self.folder)
