"""Tables for spreadsheets and statistics: a row a frame, a row a repetition."""

import csv
from collections.abc import Sequence
from math import isfinite, nan
from pathlib import Path

from formcheck.exercises.exercise import Exercise
from formcheck.form.checker import FormChecker
from formcheck.form.state import FormState
from formcheck.form.vocabulary import unit_of
from formcheck.pose.pose import Pose
from formcheck.results.moment import Moment
from formcheck.results.result_document import SetJudged

FRAME_COLUMNS = (
    "time_s",
    "frame",
    "set",
    "exercise",
    "pose_seen",
    "view",
    "phase",
    "repetition",
)
REPETITION_COLUMNS = (
    "set",
    "exercise",
    "number",
    "side",
    "start_s",
    "end_s",
    "hold_s",
    "verdict",
    "faults",
)


class MeasuresTable:
    """Writes measures.csv frame by frame: every measure by its full name, empty where unseen.

    `set` is the number of the set, empty between two, and `repetition` that of the repetition under
    way in it, empty between two. A measure that an exercise doesn't need is empty in its rows.

    exercises: those that may be judged.
    """

    def __init__(self, path: Path, exercises: Sequence[Exercise]) -> None:
        self._exercises = exercises
        self._layouts: dict[str, str] | None = None
        self._file = path.open("w", encoding="utf-8", newline="")
        self._table = csv.writer(self._file)

    def update(self, moment: Moment) -> None:
        """Write the row of one frame."""
        state = moment.state
        if self._layouts is None:
            self._layouts = self._columns(state)
            self._table.writerow([*FRAME_COLUMNS, *self._layouts])
        resting = state.phase is None or state.phase == moment.exercise.phases.rest
        row = [
            f"{state.time_s:.3f}",
            moment.index,
            moment.set_number or "",
            "" if moment.set_number is None else moment.exercise.id,
            int(state.pose_seen),
            state.view,
            state.phase or "",
            "" if resting else state.repetitions + 1,
        ]
        for name, layout in self._layouts.items():
            value = state.measures.get(name, nan)
            row.append(layout % value if isfinite(value) else "")
        self._table.writerow(row)

    def _columns(self, state: FormState) -> dict[str, str]:
        """How each measure is written that any of the exercises needs, those of the first first."""
        names = dict.fromkeys(state.measures)
        for exercise in self._exercises:
            nobody = FormChecker(exercise).look_on(Pose.missing(0.0, 1, 1))
            names |= dict.fromkeys(nobody.measures)
        return {name: f"%.{unit_of(name).decimals}f" for name in names}

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def write_repetitions(path: Path, sets: Sequence[SetJudged]) -> None:
    """Write reps.csv: what each repetition was like, and its measures at the furthest point."""
    repetitions = [one for each in sets for one in each.reps]
    measures = list(dict.fromkeys(name for one in repetitions for name in one.peak))
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow([*REPETITION_COLUMNS, *(f"peak {name}" for name in measures)])
        numbered = ((number, each, one) for number, each in enumerate(sets, 1) for one in each.reps)
        for number, each, one in numbered:
            table.writerow(
                [
                    number,
                    each.exercise.id,
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
