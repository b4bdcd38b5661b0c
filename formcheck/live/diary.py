"""What a live session asks of a memory that outlasts it."""

from typing import Literal, Protocol

from formcheck.exercises.exercise import Exercise
from formcheck.form.set_summary import SetSummary
from formcheck.form.state import FormState

When = Literal["before", "after"]


class SetDiary(Protocol):
    """Remembers one set of one exercise as it happens."""

    def update(self, state: FormState) -> None:
        """Take the state of one frame; a repetition that it finishes is written at once."""
        ...

    def finish(self, summary: SetSummary) -> None:
        """Write what the whole set came to."""
        ...


class Diary(Protocol):
    """Remembers one session, from its beginning on; nothing in it waits for the end."""

    def note_pain(self, when: When, level: int) -> None:
        """Write down the pain, from 0 (none) to 10 (the worst imaginable)."""
        ...

    def begin_set(self, exercise: Exercise) -> SetDiary:
        """Begin another set."""
        ...

    def close(self) -> None:
        """Write down that the session is over."""
        ...
