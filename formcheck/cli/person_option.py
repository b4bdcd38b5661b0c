"""Which of several people the user asked for."""

from typing import Literal

import typer

Asked = Literal["left", "right", "everybody"] | int


def person_asked(person: str | None, *, everybody: bool) -> Asked | None:
    """What was asked for; None for the one who is nearest and most in the middle.

    Raises typer.BadParameter for what is no person.
    """
    if everybody:
        if person is not None:
            raise typer.BadParameter("--everybody judges each: leave --person out.")
        return "everybody"
    if person is None:
        return None
    if person == "left":
        return "left"
    if person == "right":
        return "right"
    if not (person.isascii() and person.isdigit() and int(person) >= 1):
        raise typer.BadParameter(f"--person takes left, right or a number from 1, not {person}.")
    return int(person)
