"""One recording's repetitions of an exercise, read back from its files for comparing."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import nan

import numpy as np
from numpy.typing import NDArray

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.form.sides import SideChoice
from formcheck.form.vocabulary import SECONDS
from formcheck.pose.landmarks import SIDES, Side
from formcheck.results.document.saved_results import SavedResult
from formcheck.results.result_document import (
    CriterionJudged,
    RepetitionJudged,
    ResultDocument,
    SetJudged,
)
from formcheck.results.tables.csv_format import read_header
from formcheck.results.tables.data_dictionary import error_column
from formcheck.texts.message import message
from formcheck.texts.refusal import refusal_told
from formcheck.texts.shown import shown

Array = NDArray[np.float64]
Columns = Mapping[str, Sequence[str]]

MOST = 1e12
"""No angle, length or time in a table is more; what is reckoned with it is still a number."""


class NotComparableError(FormcheckError):
    """Results that can't be held against one another."""


@dataclass(frozen=True, eq=False)
class RepetitionSeen:
    """One repetition with its frames, F of them.

    times_s: (F,). values, errors: (F,) by the measure as the exercise names it (`knee.working`);
    NaN where not seen, or not known. near: the side that was nearer to the camera, if it is known.
    """

    judged: RepetitionJudged
    times_s: Array = field(default_factory=lambda: np.empty(0))
    values: Mapping[str, Array] = field(default_factory=dict)
    errors: Mapping[str, Array] = field(default_factory=dict)
    near: Side | None = None


@dataclass(frozen=True, eq=False)
class Recording:
    """One side of a comparison.

    label: what people call it. document: the result that it is from. sets: those of the exercise.
    repetitions: in order.
    """

    label: str
    document: ResultDocument
    sets: tuple[SetJudged, ...]
    repetitions: tuple[RepetitionSeen, ...]

    @property
    def judged(self) -> tuple[RepetitionJudged, ...]:
        """Its repetitions as they were judged."""
        return tuple(one.judged for one in self.repetitions)

    @property
    def near(self) -> frozenset[Side | None]:
        """The sides that were nearer to the camera."""
        return frozenset(one.near for one in self.repetitions)

    def criterion(self, key: str) -> CriterionJudged | None:
        """How one criterion was judged over all its sets; the worst where they differ."""
        found = [one for each in self.sets for one in each.criteria if one.id == key]
        order = ("fault", "good", "unknown")
        return min(found, key=lambda one: order.index(one.verdict), default=None)


def measures_of(exercise: Exercise) -> tuple[str, ...]:
    """What is compared of an exercise: what it is counted on, then what is judged."""
    judged = (
        condition.measure
        for criterion in exercise.criteria
        for condition in criterion.conditions
        if condition.measure != SECONDS
    )
    return tuple(dict.fromkeys((exercise.repetition.measure, *judged)))


def recording_of(saved: SavedResult, exercise: Exercise, label: str) -> Recording:
    """What a saved result holds of an exercise.

    Raises NotComparableError where it holds none of it.
    """
    sets = [
        (number, one)
        for number, one in enumerate(saved.document.sets, 1)
        if one.exercise.id == exercise.id
    ]
    if not sets:
        done = ", ".join(dict.fromkeys(str(one.exercise.id) for one in saved.document.sets))
        raise NotComparableError(
            message(
                "error.compare.other_exercise" if done else "error.compare.no_exercise",
                path=shown(saved.folder),
                exercise=exercise.id,
                done=done,
            )
        )
    columns = _columns(saved)
    measures = measures_of(exercise)
    try:
        repetitions = tuple(
            _seen(one, number, columns, measures) for number, each in sets for one in each.reps
        )
    except (ValueError, KeyError) as error:
        raise _damaged(saved) from error
    return Recording(label, saved.document, tuple(one for _, one in sets), repetitions)


def by_side(recording: Recording) -> tuple[Recording, Recording]:
    """The repetitions with the left and with the right side, as two recordings.

    Raises NotComparableError where not both were done.
    """
    found = {
        side: tuple(one for one in recording.repetitions if one.judged.side == side)
        for side in SIDES
    }
    if not all(found.values()):
        done = [side for side, repetitions in found.items() if repetitions]
        one = done[0] if done else "none"
        raise NotComparableError(message(f"error.compare.side_{one}", label=recording.label))
    left, right = (
        Recording(side, recording.document, recording.sets, found[side]) for side in SIDES
    )
    return left, right


def _columns(saved: SavedResult) -> Columns:
    """The table of frames, column by column; empty where it is missing."""
    try:
        form, names = read_header(saved.measures)
        with saved.measures.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=form.separator))[1:]
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise NotComparableError(refusal_told(error)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise _damaged(saved) from error
    whole = [row for row in rows if len(row) == len(names)]
    decimal = form.decimal
    return {
        name: [row[place].replace(decimal, ".") for row in whole]
        for place, name in enumerate(names)
    }


def _damaged(saved: SavedResult) -> NotComparableError:
    return NotComparableError(message("error.compare.damaged", path=shown(saved.measures)))


def _seen(
    one: RepetitionJudged, number: int, columns: Columns, measures: Sequence[str]
) -> RepetitionSeen:
    """A repetition with its frames. number: of its set."""
    chosen = list(_frames(one, number, columns))
    if not chosen:
        return RepetitionSeen(one)
    near = _near(columns, chosen)
    sides = SideChoice(near, one.side if one.side in ("left", "right") else None)
    peak = {name: nan if value is None else value for name, value in one.peak.items()}
    names = {name: sides.full_name(name, peak) for name in measures}
    return RepetitionSeen(
        one,
        _numbers(columns, "time_s", chosen),
        {name: _numbers(columns, full, chosen) for name, full in names.items()},
        {name: _numbers(columns, error_column(full), chosen) for name, full in names.items()},
        near,
    )


def _frames(one: RepetitionJudged, number: int, columns: Columns) -> Iterator[int]:
    """The rows of a repetition: all from its start to its end, where these are known."""
    times = columns.get("time_s", ())
    for row, time in enumerate(times):
        if columns["set"][row] != str(number):
            continue
        if one.start_s is None or one.end_s is None:
            inside = columns["repetition"][row] == str(one.number)
        else:
            # Times of results are rounded.
            inside = one.start_s - 0.006 <= float(time) <= one.end_s + 0.006
        if inside:
            yield row


def _near(columns: Columns, chosen: Sequence[int]) -> Side | None:
    told = columns.get("near_side")
    if told is None:
        return None
    votes = Counter(told[row] for row in chosen)
    side: Side
    for side in SIDES:
        if votes[side] > len(chosen) / 2:
            return side
    return None


def _numbers(columns: Columns, name: str, chosen: Sequence[int]) -> Array:
    """A column in some rows; NaN where it is empty or not there.

    Raises ValueError where it holds what can't be measured.
    """
    cells = columns.get(name)
    if cells is None:
        return np.full(len(chosen), nan)
    numbers = np.array([float(cells[row]) if cells[row] else nan for row in chosen])
    if np.any(np.abs(numbers) > MOST):
        raise ValueError(name)
    return numbers
