"""One set as it was judged."""

from dataclasses import dataclass

from formcheck.form.sets.set_summary import SetSummary
from formcheck.recognition.answer import Answer


@dataclass(frozen=True)
class JudgedSet:
    """One set as it was judged.

    recognised: how its exercise came to be known, None where it was given. begin_s, end_s: the
    first and the last moment in which something was done, in seconds; None where nothing was.
    """

    summary: SetSummary
    recognised: Answer | None = None
    begin_s: float | None = None
    end_s: float | None = None

    @property
    def lasted_s(self) -> float:
        """How long it took."""
        return 0.0 if self.begin_s is None or self.end_s is None else self.end_s - self.begin_s
