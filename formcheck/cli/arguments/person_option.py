"""Which of several people the user asked for."""

from typing import Literal

from formcheck.cli.arguments.usage_errors import MisuseError
from formcheck.texts.message import message

_DIGITS = 4
"""Of a person's number; Python turns none of thousands of digits into a number at all."""

Asked = Literal["left", "right", "everybody"] | int


def person_asked(person: str | None, *, everybody: bool) -> Asked | None:
    """What was asked for; None for the one who is nearest and most in the middle.

    Raises MisuseError for what is no person.
    """
    if everybody:
        if person is not None:
            raise MisuseError(message("error.usage.everybody"))
        return "everybody"
    if person is None:
        return None
    if person == "left":
        return "left"
    if person == "right":
        return "right"
    numbered = person.isascii() and person.isdigit() and len(person) <= _DIGITS
    if not (numbered and int(person) >= 1):
        raise MisuseError(message("error.usage.person", person=person))
    return int(person)
