"""Tables for spreadsheets and statistics: a row a frame, a row a repetition."""

from collections.abc import Iterator, Sequence
from math import isfinite, nan
from pathlib import Path

from formcheck.exercises.exercise import Exercise
from formcheck.form.checker import FormChecker
from formcheck.form.state import FormState
from formcheck.form.vocabulary import unit_of
from formcheck.pose.pose import Pose
from formcheck.results.moment import Moment
from formcheck.results.result_document import SetJudged
from formcheck.results.tables.csv_format import PLAIN, Cell, CsvFormat, CsvTable
from formcheck.results.tables.data_dictionary import (
    FRAME_COLUMNS,
    REPETITION_COLUMNS,
    error_column,
    peak_column,
)


class MeasuresTable:
    """Writes measures.csv frame by frame: every measure by its full name, empty where unseen.

    Behind each measure stands its standard error, empty where nobody knows it. `set` is the number
    of the set, empty between two, and `repetition` that of the repetition under way in it, empty
    between two. A measure that an exercise doesn't need is empty in its rows.

    exercises: those that may be judged. form: how it is written.
    """

    def __init__(self, path: Path, exercises: Sequence[Exercise], form: CsvFormat = PLAIN) -> None:
        self._exercises = exercises
        self._layouts: dict[str, str] = {}
        self._file = path.open("w", encoding="utf-8", newline="")
        self._table = CsvTable(self._file, form)

    @property
    def measures(self) -> tuple[str, ...]:
        """The full names of the measures that have columns; none before the first frame."""
        return tuple(self._layouts)

    def update(self, moment: Moment) -> None:
        """Write the row of one frame."""
        state = moment.state
        if not self._layouts:
            self._layouts = self._columns(state)
            named = (each for name in self._layouts for each in (name, error_column(name)))
            self._table.write([*FRAME_COLUMNS, *named])
        self._table.write([*_about(moment), *self._measured(state)])

    def _measured(self, state: FormState) -> Iterator[Cell]:
        for name, layout in self._layouts.items():
            for values in (state.measures, state.errors):
                value = values.get(name, nan)
                yield layout % value if isfinite(value) else None

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

    def discard(self) -> None:
        """Let go of the file, which nobody wants."""
        self._file.close()


def write_repetitions(path: Path, sets: Sequence[SetJudged], form: CsvFormat = PLAIN) -> None:
    """Write reps.csv: what each repetition was like, and its measures at the furthest point."""
    measures = peaks_of(sets)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = CsvTable(file, form)
        table.write([*REPETITION_COLUMNS, *map(peak_column, measures)])
        numbered = ((number, each, one) for number, each in enumerate(sets, 1) for one in each.reps)
        for number, each, one in numbered:
            table.write(
                [
                    number,
                    each.exercise.id,
                    one.number,
                    one.side,
                    one.start_s,
                    one.end_s,
                    one.hold_s,
                    one.verdict,
                    " ".join(one.faults),
                    *(one.peak.get(name) for name in measures),
                ]
            )


def peaks_of(sets: Sequence[SetJudged]) -> tuple[str, ...]:
    """The measures that any repetition has at its furthest point."""
    repetitions = (one for each in sets for one in each.reps)
    return tuple(dict.fromkeys(name for one in repetitions for name in one.peak))


def _about(moment: Moment) -> tuple[Cell, ...]:
    """What a frame's row begins with, in the order of the columns."""
    state = moment.state
    resting = state.phase is None or state.phase == moment.exercise.phases.rest
    return (
        f"{state.time_s:.3f}",
        moment.index,
        moment.set_number,
        None if moment.set_number is None else moment.exercise.id,
        int(state.pose_seen),
        state.view,
        state.near_side,
        state.phase,
        None if resting else state.repetitions + 1,
    )
