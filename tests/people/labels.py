"""What a person sees in the recording that a track was made of."""

import csv
from dataclasses import dataclass
from pathlib import Path

from formcheck.exercises.load import library

ALSO_CALLED = {"superman": "back-extension"}


@dataclass(frozen=True)
class TrackLabel:
    """One track.

    exercise: its id; None for a movement that is none of ours. reps: fewest and most that one may
    count. static: a held pose without a beginning, of which one repetition is right too. held_s:
    how long it was held, where one can tell. faults: in the labeller's words. sure: how sure the
    label is.
    """

    path: Path
    exercise: str | None
    named: str
    view: str
    reps: tuple[int, int]
    static: bool
    held_s: float | None
    faults: tuple[str, ...]
    sure: str
    note: str

    def counted_right(self, reps: int) -> bool:
        """Whether so many repetitions may be counted."""
        fewest, most = self.reps
        return fewest <= reps <= most or (self.static and reps == 1)


def read_labels(folder: Path) -> list[TrackLabel]:
    """The labels in a folder of tracks (`tracks.csv`)."""
    with (folder / "tracks.csv").open(encoding="utf-8", newline="") as file:
        return [_label(folder, row) for row in csv.DictReader(file)]


def _label(folder: Path, row: dict[str, str]) -> TrackLabel:
    known = ALSO_CALLED.get(row["exercise"], row["exercise"])
    fewest, most = int(row["reps_min"]), int(row["reps_max"])
    faults = tuple(fault for fault in row["faults"].split(";") if fault and fault != "none")
    return TrackLabel(
        path=folder / row["file"],
        exercise=known if known in library() else None,
        named=row["exercise"],
        view=row["view"],
        reps=(fewest, most),
        static=most == 0,
        held_s=float(row["hold_s"]) if row["hold_s"] else None,
        faults=faults,
        sure=row["confidence"],
        note=row["note"],
    )
