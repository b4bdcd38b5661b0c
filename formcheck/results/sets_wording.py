"""What is told of the sets within a recording."""

from collections.abc import Iterator, Sequence

from formcheck.exercises.exercise import Exercise
from formcheck.recognition.sets import FoundSet
from formcheck.results.result_document import SetJudged
from formcheck.results.times_wording import clock


def also_seen(others: Sequence[FoundSet], asked: Exercise) -> tuple[str, ...]:
    """What was done besides the exercise that was asked for; empty where that was nothing."""
    if not others:
        return ()
    seen = ", ".join(_with_times(others))
    return (f"Also seen, and not judged, as you asked for {asked.title}: {seen}.",)


def _with_times(others: Sequence[FoundSet]) -> Iterator[str]:
    for one in others:
        begin, end = clock(round(one.begin_s)), clock(round(one.end_s))
        yield f"{one.exercise.title} ({begin} to {end})"


def set_line(number: int, one: SetJudged) -> str:
    """Which set it is, and when it was: `Set 2, from 16 s to 30 s`."""
    if one.start_s is None or one.end_s is None:
        return f"Set {number}"
    return f"Set {number}, from {clock(round(one.start_s))} to {clock(round(one.end_s))}"
