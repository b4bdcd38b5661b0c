"""What is said where the one who was judged wasn't alone."""

from collections.abc import Iterator

from formcheck.pose.census import Followed

NUMBERS = {1: "Two", 2: "Three", 3: "Four", 4: "Five"}
"""How many people that many others make."""

CHOOSE = (
    "Choose another with --person left, --person right or a number from left to right, or judge "
    "each with --everybody."
)


def company_told(others: int, covered_s: float, followed: Followed | None = None) -> Iterator[str]:
    """What is said of others who were seen.

    covered_s: seconds for which somebody was in front of the one who was judged. followed: the one
    who was chosen; None where the nearest, most central one was judged.
    """
    if others and followed is not None:
        yield f"{_number(others)} people were seen: {_which(followed)} was judged."
    elif others:
        yield (
            f"{_number(others)} people were seen: the one who is nearest and most in the middle "
            f"was judged. {CHOOSE}"
        )
    if others and covered_s > 0:
        yield (
            f"Somebody was in front of the one who was judged for {covered_s:.1f} s in all: what "
            "they hid was not judged."
        )


def _number(others: int) -> str:
    return NUMBERS.get(others, "Several")


def _which(followed: Followed) -> str:
    if followed.of == 2:
        return f"the {followed.name} one"
    return f"number {followed.number} from the left"
