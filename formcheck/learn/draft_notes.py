"""Comments in a draft: what was seen, and what its reader should check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from formcheck.learn.demonstration import Demonstration
from formcheck.learn.suggestion import Suggestion

Notes = Mapping[str, Sequence[str]]
"""Comment lines by what they stand before: a table's name, `criteria.` and an id, or "" on top."""


@dataclass(frozen=True)
class Naming:
    """What an exercise is called, and may be called.

    name: its id. source: the demonstration's file name. positions: names of start positions.
    """

    name: str
    title: str
    source: str
    positions: Sequence[str]


def draft_notes(shown: Demonstration, suggestions: Sequence[Suggestion], naming: Naming) -> Notes:
    """For every part of the exercise what its reader should know."""
    movement = shown.movement
    first, last = shown.frames[0].time_s, shown.frames[-1].time_s
    notes: dict[str, Sequence[str]] = {
        "": (
            f"A first draft, written by formcheck from {naming.source}: read it aloud and change "
            "it.",
            f"Seen from the {shown.view}, {first:.0f} to {last:.0f} seconds: "
            f"{len(shown.repetitions)} repetitions.",
            "Check the texts, the numbers, and whether each criterion matters; delete those that "
            "don't.",
        ),
        "start": (f"There are: {', '.join(naming.positions)}.",),
        "posture": ("Wide ranges that hold all through the set; outside them nothing is counted.",),
        "repetition": (
            "The measure that shows the repetitions most clearly: it went by "
            f"{movement.words.with_unit(movement.travel)}. A movement that is smaller than "
            "least_travel isn't counted.",
        ),
        "dosage": ("What was shown. Write how much is right.",),
    }
    for suggestion in suggestions:
        notes[f"criteria.{suggestion.criterion.id}"] = (suggestion.seen,)
    return notes
