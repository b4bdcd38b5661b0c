"""What is told of the sets within a recording."""

from collections.abc import Iterator, Sequence

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.recognition.sets import FoundSet
from formcheck.recognition.unnamed import Span
from formcheck.results.result_document import SetJudged
from formcheck.results.wording.times_wording import clock
from formcheck.texts.message import Message, message
from formcheck.texts.texts import Texts

MOST_TIMES = 6
"""Stretches that are told one by one."""


def also_seen(others: Sequence[FoundSet], asked: Exercise, texts: Texts) -> tuple[Message, ...]:
    """What was done besides the exercise that was asked for; empty where that was nothing."""
    if not others:
        return ()
    seen = ", ".join(texts.told(_with_times(one, texts)) for one in others)
    return (message("sets.also_seen", title=asked.title, others=seen),)


def unnamed_told(stretches: Sequence[Span]) -> Iterator[Message]:
    """Where somebody was seen and nothing was recognised; nothing where there was no such time."""
    if not stretches:
        return
    times = [_from_to(*one) for one in stretches[:MOST_TIMES]]
    more = len(stretches) - MOST_TIMES
    if more > 0:
        yield message("sets.unnamed_more", times=times, more=more)
    else:
        yield message("sets.unnamed", times=times)


def _from_to(begin_s: float, end_s: float) -> Message:
    return message("sets.from_to", begin=clock(round(begin_s)), end=clock(round(end_s)))


def _with_times(one: FoundSet, texts: Texts) -> Message:
    begin, end = clock(round(one.begin_s)), clock(round(one.end_s))
    title = translated(one.exercise, texts).title
    return message("sets.other", title=title, begin=begin, end=end)


def set_line(number: int, one: SetJudged, texts: Texts) -> str:
    """Which set it is, and when it was: `Set 2, from 16 s to 30 s`."""
    if one.start_s is None or one.end_s is None:
        return texts.text("sets.line", number=number)
    begin, end = clock(round(one.start_s)), clock(round(one.end_s))
    return texts.text("sets.line_timed", number=number, begin=begin, end=end)
