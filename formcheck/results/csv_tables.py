"""Tables for spreadsheets and statistics: a row a frame, a row a repetition."""

import csv
from collections.abc import Sequence
from math import isfinite
from pathlib import Path

from formcheck.exercises.exercise import Exercise
from formcheck.form.vocabulary import unit_of
from formcheck.results.moment import Moment
from formcheck.results.result_document import RepetitionJudged

FRAME_COLUMNS = ("time_s", "frame", "pose_seen", "view", "phase", "repetition")
REPETITION_COLUMNS = ("number", "side", "start_s", "end_s", "hold_s", "verdict", "faults")


class MeasuresTable:
    """Writes measures.csv frame by frame: every measure by its full name, empty where unseen.

    `repetition` is the number of the repetition under way, empty between two.
    """

    def __init__(self, path: Path, exercise: Exercise) -> None:
        self._rest = exercise.phases.rest
        self._layouts: dict[str, str] | None = None
        self._file = path.open("w", encoding="utf-8", newline="")
        self._table = csv.writer(self._file)

    def update(self, moment: Moment) -> None:
        """Write the row of one frame; all frames have the same measures."""
        state = moment.state
        if self._layouts is None:
            self._layouts = {name: f"%.{unit_of(name).decimals}f" for name in state.measures}
            self._table.writerow([*FRAME_COLUMNS, *self._layouts])
        resting = state.phase is None or state.phase == self._rest
        row = [
            f"{state.time_s:.3f}",
            moment.index,
            int(state.pose_seen),
            state.view,
            state.phase or "",
            "" if resting else state.repetitions + 1,
        ]
        for name, layout in self._layouts.items():
            value = state.measures[name]
            row.append(layout % value if isfinite(value) else "")
        self._table.writerow(row)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def write_repetitions(path: Path, repetitions: Sequence[RepetitionJudged]) -> None:
    """Write reps.csv: what each repetition was like, and its measures at the furthest point."""
    measures = list(dict.fromkeys(name for one in repetitions for name in one.peak))
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow([*REPETITION_COLUMNS, *(f"peak {name}" for name in measures)])
        for one in repetitions:
            table.writerow(
                [
                    one.number,
                    one.side or "",
                    *map(_cell, (one.start_s, one.end_s, one.hold_s)),
                    one.verdict,
                    " ".join(one.faults),
                    *(_cell(one.peak.get(name)) for name in measures),
                ]
            )


def _cell(value: float | None) -> float | str:
    return "" if value is None else value
