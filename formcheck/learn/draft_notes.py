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
    unlearnt: what could not be learnt from it.
    """

    name: str
    title: str
    source: str
    positions: Sequence[str]
    unlearnt: Sequence[str] = ()


def draft_notes(
    shown: Demonstration, suggestions: Sequence[Suggestion], naming: Naming, least_travel: float
) -> Notes:
    """For every part of the exercise what its reader should know."""
    movement, text = shown.movement, shown.texts.text
    seen = shown.texts.counted(
        "learn.notes.seen",
        len(shown.repetitions),
        view=text(f"learn.view.{shown.view}"),
        first=shown.frames[0].time_s,
        last=shown.frames[-1].time_s,
    )
    travel = movement.words.with_unit(movement.travel)
    notes: dict[str, Sequence[str]] = {
        "": (
            text("learn.notes.first", source=naming.source),
            seen,
            *(text("learn.notes.unlearnt", what=what) for what in naming.unlearnt),
            text("learn.notes.check"),
        ),
        "start": (text("learn.notes.positions", names=", ".join(naming.positions)),),
        "posture": (text("learn.notes.posture"),),
        "repetition": (
            text("learn.notes.counted", travel=travel),
            text("learn.notes.least", least=movement.words.with_unit(least_travel)),
        ),
        "dosage": (text("learn.notes.dosage"),),
    }
    for suggestion in suggestions:
        notes[f"criteria.{suggestion.criterion.id}"] = (suggestion.seen,)
    return notes
