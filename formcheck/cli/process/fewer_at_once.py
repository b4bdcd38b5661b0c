"""The advice to do less at once is given only to somebody who can."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from formcheck.texts.message import Message

TAKE_JOBS: Final = frozenset({"analyse", "judge-again", "samples"})
"""The commands that do several things at once."""

ADVISES: Final = frozenset({"error.memory", "error.ended_by_system", "error.model.not_started"})
"""Messages with that advice; each has one without, whose key ends with `_alone`."""


def advised(problem: Message, arguments: Sequence[str]) -> Message:
    """The same message; where one thing is done at a time already, without that advice.

    arguments: what the user typed.
    """
    return problem if _can_do_less(arguments) else done_alone(problem)


def _can_do_less(arguments: Sequence[str]) -> bool:
    typed = list(takewhile(lambda one: one != "--", arguments))
    jobs = [after for one, after in pairwise(typed) if one in ("--jobs", "-j")]
    jobs += [one.partition("=")[2] for one in typed if one.startswith("--jobs=")]
    jobs += [one[2:] for one in typed if one.startswith("-j") and one[2:].isdigit()]
    if TAKE_JOBS.isdisjoint(typed):
        return False
    return "1" not in jobs


def done_alone(problem: Message) -> Message:
    """The same message without the advice, for where one thing is done at a time already."""
    values = tuple(
        (name, done_alone(value) if isinstance(value, Message) else value)
        for name, value in problem.values
    )
    key = f"{problem.key}_alone" if problem.key in ADVISES else problem.key
    return replace(problem, key=key, values=values)
