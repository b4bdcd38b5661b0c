"""That something else seems to have been done than the exercise that was asked for."""

from dataclasses import dataclass
from typing import Final

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.texts.message import Message, message
from formcheck.texts.texts import Texts

NOT_DONE: Final = "instead.not_done"
"""The message where that is sure, so that nothing was judged."""

MAYBE: Final = "instead.maybe"
"""The message where it was judged all the same: it may be the exercise, done badly."""

UNSURE: Final = "instead.unsure"
"""The message where nothing was recognised, and so it was judged as what was asked for."""


@dataclass(frozen=True)
class Instead:
    """What was done in the place of the exercise that was asked for.

    exercise: what it looks like, None where nobody knows. score: how much it looks like that, 0 to
    1. surely: whether the asked one was not done.
    """

    exercise: Exercise | None = None
    score: float = 0.0
    surely: bool = False

    def told(self, summary: SetSummary, texts: Texts) -> tuple[Message, ...]:
        """What it looks like, and what to do. summary: of what it was judged as.

        That nobody knows what it is need not be told where nothing is told of it.
        """
        asked = summary.exercise.title
        if self.exercise is None:
            return (message(UNSURE, asked=asked),) if _tells(summary) else ()
        key = NOT_DONE if self.surely else MAYBE
        title = translated(self.exercise, texts).title
        return (message(key, other=title, asked=asked, id=self.exercise.id),)


def _tells(summary: SetSummary) -> bool:
    """Whether anything was counted or judged."""
    judged = any(one.verdict is not Verdict.UNKNOWN for one in summary.criteria)
    return bool(summary.repetitions) or judged
