"""What is said where the one who was judged wasn't alone."""

from collections.abc import Iterator

NUMBERS = {1: "Two", 2: "Three", 3: "Four", 4: "Five"}
"""How many people that many others make."""


def company_told(others: int, covered_s: float) -> Iterator[str]:
    """What is said of others who were seen.

    covered_s: seconds for which somebody was in front of the one who was judged.
    """
    if others:
        yield (
            f"{NUMBERS.get(others, 'Several')} people were seen: the one who is nearest and most "
            "in the middle was judged."
        )
    if others and covered_s > 0:
        yield (
            f"Somebody was in front of the one who was judged for {covered_s:.1f} s in all: what "
            "they hid was not judged."
        )
