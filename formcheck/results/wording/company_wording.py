"""What is said where the one who was judged wasn't alone."""

from collections.abc import Iterator

from formcheck.pose.people.census import Followed
from formcheck.results.wording.times_wording import clock
from formcheck.texts.message import Message, message

MOST_COUNTED = 5
"""People that are told by their number; more are several."""


def company_told(
    others: int, covered_s: float, followed: Followed | None = None
) -> Iterator[Message]:
    """What is said of others who were seen.

    covered_s: seconds for which somebody was in front of the one who was judged. followed: the one
    who was chosen; None where the nearest, most central one was judged.
    """
    if followed is not None:
        yield from _lost(followed)
    if not others:
        return
    number = _number(others + 1)
    if followed is None:
        yield message("company.nearest", number=number)
    elif followed.of == 2:
        yield message(f"company.{followed.name}", number=number)
    else:
        yield message("company.numbered", number=number, person=followed.number)
    if covered_s > 0:
        yield message("company.covered", seconds=float(covered_s))


def laid_over_told(seconds: float) -> tuple[Message, ...]:
    """What is said where something lay over the one who was judged for so long."""
    return (message("company.laid_over", seconds=float(seconds)),) if seconds > 0 else ()


def _lost(followed: Followed) -> Iterator[Message]:
    """Where nobody knew who is who, though there was somebody."""
    lost = [one for one in followed.sightings if one.people and one.pose is None]
    times = [clock(round(one.begin_s)) for one in lost]
    if times:
        yield message("company.who_is_who", times=times, people=followed.of)


def _number(people: int) -> Message:
    return message(f"company.number.{people if people <= MOST_COUNTED else 'several'}")
