"""Every mistake at once: what is wrong in several files, told together."""

from collections.abc import Iterator
from contextlib import contextmanager

from formcheck.exercises.exercise_error import ExerciseError
from formcheck.texts.message import Message, one_below_the_other
from formcheck.texts.refusal import problem_of


class Complaints:
    """Gathers what is wrong until all has been looked at."""

    def __init__(self) -> None:
        self._lines: list[Message] = []

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Whatever is wrong within is told later, and what comes after it is looked at."""
        try:
            yield
        except ExerciseError as error:
            self._lines.append(problem_of(error))

    def tell(self) -> None:
        """Raise ExerciseError, one line a mistake, where there was any."""
        if self._lines:
            raise ExerciseError(one_below_the_other(self._lines))
