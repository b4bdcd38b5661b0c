"""What a recording holds besides the sets that are judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from formcheck.analysis.judging.set_plan import SetPlan
from formcheck.recognition.recogniser import Recogniser
from formcheck.recognition.sets import FoundSet
from formcheck.recognition.unnamed import Span
from formcheck.results.instead import Instead
from formcheck.results.wording.sets_wording import unnamed_told
from formcheck.texts.message import Message
from formcheck.video.timing import Times, Timing


@dataclass(frozen=True)
class Besides:
    """What is told of it.

    warnings: of what was recognised. unnamed: where nothing was. instead: what seems to have been
    done in the place of the exercise that was asked for; None where that was done.
    """

    warnings: tuple[Message, ...] = ()
    unnamed: tuple[Span, ...] = ()
    instead: Instead | None = None

    @property
    def told(self) -> tuple[Message, ...]:
        """All of it, as warnings."""
        return (*self.warnings, *unnamed_told(self.unnamed))


NOTHING: Final = Besides()


def unnamed_in(
    recogniser: Recogniser, plan: SetPlan, timing: Timing, others: Sequence[FoundSet] = ()
) -> tuple[Span, ...]:
    """Where somebody was seen in no set; nothing where nobody knows when that was.

    others: that were recognised and are not judged.
    """
    if timing.times is Times.GUESSED:
        return ()
    judged = [(one.begin_s, one.end_s) for one in plan if not one.is_nothing]
    return recogniser.unnamed([*judged, *((one.begin_s, one.end_s) for one in others)])
