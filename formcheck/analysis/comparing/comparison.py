"""Several recordings of one exercise held against the first of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import nan, sqrt
from typing import Literal

import numpy as np

from formcheck.analysis.comparing.curves import Curve, curve_of, normalised
from formcheck.analysis.comparing.differences import (
    DEFAULTS,
    Amount,
    Difference,
    DifferenceSettings,
    amount_of,
    difference,
)
from formcheck.analysis.comparing.recording import Array, Recording, RepetitionSeen, measures_of
from formcheck.exercises.exercise import Exercise
from formcheck.form.vocabulary import SECONDS, unit_of
from formcheck.measure.unit import Unit
from formcheck.results.result_document import CriterionJudged

What = Literal["range", "highest", "lowest", "duration", "hold"]


@dataclass(frozen=True)
class Row:
    """One thing that is compared.

    what: `range`, `highest` and `lowest` are of a measure within each repetition; `duration` and
    `hold` of the repetition itself. measure: as the exercise names it, empty where none is meant.
    amounts: of each recording. differences: of each from the first; the first has none.
    """

    what: What
    measure: str
    unit: Unit
    amounts: tuple[Amount, ...]
    differences: tuple[Difference | None, ...]


@dataclass(frozen=True)
class CriterionRow:
    """One criterion side by side.

    judged: as each recording's result has it; None where it wasn't judged there. faulty: in how
    many repetitions of each it was broken. differences: of the values found, from the first.
    """

    id: str
    title: str
    judged: tuple[CriterionJudged | None, ...]
    faulty: tuple[int, ...]
    differences: tuple[Difference | None, ...]


@dataclass(frozen=True, eq=False)
class MeasureCurves:
    """A measure over the time of a repetition, in each recording."""

    measure: str
    unit: Unit
    curves: tuple[Curve, ...]


@dataclass(frozen=True, eq=False)
class Comparison:
    """Recordings of one exercise side by side; the first is what the others are held against.

    by_side: whether they are the left and the right side of one recording. one_person: whether all
    are taken for recordings of the same person.
    """

    exercise: Exercise
    recordings: tuple[Recording, ...]
    rows: tuple[Row, ...]
    criteria: tuple[CriterionRow, ...]
    curves: tuple[MeasureCurves, ...]
    by_side: bool = False
    one_person: bool = False


def compare(
    exercise: Exercise,
    recordings: Sequence[Recording],
    *,
    by_side: bool = False,
    one_person: bool = False,
    settings: DifferenceSettings = DEFAULTS,
) -> Comparison:
    """Hold recordings of an exercise against the first of them; at least two.

    by_side, one_person: see `Comparison`.
    """
    # The near and the far side of a body are seen each in its own way.
    alike = [one_person and not by_side and _is_seen_alike(one, recordings) for one in recordings]
    weigh = _Weighing(tuple(alike), settings)
    measures = measures_of(exercise)
    if any(map(_works_and_supports, recordings)) or (
        by_side and recordings[0].near & recordings[1].near
    ):
        # The near arm is one arm, which works on one side and supports on the other.
        measures = tuple(one for one in measures if not one.endswith(".near"))
    times = _times(recordings, settings, held=exercise.asks_to_hold)
    return Comparison(
        exercise,
        tuple(recordings),
        (*times, *_ranges(measures, recordings, weigh)),
        tuple(_criteria(exercise, recordings, weigh, by_side=by_side)),
        tuple(_curves(measures, recordings)),
        by_side,
        one_person,
    )


def _works_and_supports(one: Recording) -> bool:
    """Whether the near limb works in some of its repetitions and supports in others."""
    return {"left", "right"} <= {each.side for each in one.judged}


def _is_seen_alike(one: Recording, recordings: Sequence[Recording]) -> bool:
    """Whether the camera saw the first recording from the same side."""
    return one.document.view.seen == recordings[0].document.view.seen


@dataclass(frozen=True)
class _Weighing:
    """How amounts are held against the first one's. alike: of each recording; see `difference`."""

    alike: tuple[bool, ...]
    settings: DifferenceSettings

    def differences(self, amounts: Sequence[Amount]) -> tuple[Difference | None, ...]:
        """Of each from the first; the first has none."""
        first, *others = amounts
        found = (
            difference(one, first, alike=alike, settings=self.settings)
            for one, alike in zip(others, self.alike[1:], strict=True)
        )
        return (None, *found)


def _times(
    recordings: Sequence[Recording], settings: DifferenceSettings, *, held: bool
) -> list[Row]:
    """How long repetitions took, and holds where anything is to be held."""
    found: dict[What, Callable[[RepetitionSeen], float]] = {"duration": _lasted_s}
    if held:
        found["hold"] = lambda one: nan if one.judged.hold_s is None else one.judged.hold_s
    weigh = _Weighing((False,) * len(recordings), settings)
    rows = []
    for what, value in found.items():
        amounts = [
            amount_of([value(one) for one in recording.repetitions], settings.time_error_s)
            for recording in recordings
        ]
        if any(amount.mean for amount in amounts):
            rows.append(_row(what, "", unit_of(SECONDS), amounts, weigh))
    return rows


def _lasted_s(one: RepetitionSeen) -> float:
    judged = one.judged
    return nan if judged.start_s is None or judged.end_s is None else judged.end_s - judged.start_s


def _ranges(
    measures: Sequence[str], recordings: Sequence[Recording], weigh: _Weighing
) -> list[Row]:
    """How far each measure went in a repetition, and between which values."""
    found: Mapping[What, Callable[[Array], float]] = {
        "range": lambda values: float(np.ptp(values)),
        "highest": lambda values: float(values.max()),
        "lowest": lambda values: float(values.min()),
    }
    rows = []
    for measure in measures:
        for what, value in found.items():
            # The errors of both ends are in a range.
            ends = sqrt(2) if what == "range" else 1.0
            amounts = [
                amount_of(
                    [value(seen) for seen in _seen(recording, measure)],
                    ends * _error(recording, measure),
                )
                for recording in recordings
            ]
            if any(amount.repetitions for amount in amounts):
                rows.append(_row(what, measure, unit_of(measure), amounts, weigh))
    return rows


def _seen(recording: Recording, measure: str) -> list[Array]:
    """The values of a measure in each repetition in which it was seen."""
    values = [one.values[measure] for one in recording.repetitions if measure in one.values]
    seen = [each[np.isfinite(each)] for each in values]
    return [each for each in seen if len(each)]


def _error(recording: Recording, measure: str) -> float:
    """The standard error of a measure, on average over the frames of all repetitions."""
    errors = [one.errors[measure] for one in recording.repetitions if measure in one.errors]
    known = [each[np.isfinite(each)] for each in errors]
    together = np.concatenate(known) if known else np.empty(0)
    return float(together.mean()) if len(together) else nan


def _row(
    what: What,
    measure: str,
    unit: Unit,
    amounts: Sequence[Amount],
    weigh: _Weighing,
) -> Row:
    return Row(what, measure, unit, tuple(amounts), weigh.differences(amounts))


def _criteria(
    exercise: Exercise,
    recordings: Sequence[Recording],
    weigh: _Weighing,
    *,
    by_side: bool,
) -> list[CriterionRow]:
    rows = []
    for criterion in exercise.criteria:
        # A result says of both sides together what was found.
        judged = tuple(None if by_side else one.criterion(criterion.id) for one in recordings)
        faulty = tuple(
            sum(criterion.id in one.faults for one in recording.judged) for recording in recordings
        )
        differences = weigh.differences([_found(one) for one in judged])
        rows.append(CriterionRow(criterion.id, criterion.title, judged, faulty, differences))
    return rows


def _found(judged: CriterionJudged | None) -> Amount:
    """The value that a verdict rests on; that of a single moment."""
    if judged is None or judged.found is None:
        return Amount(nan, nan, 0, nan)
    return Amount(judged.found, nan, 1, nan if judged.error is None else judged.error)


def _curves(measures: Sequence[str], recordings: Sequence[Recording]) -> list[MeasureCurves]:
    found = []
    for measure in measures:
        curves = tuple(
            curve_of(
                [
                    normalised(one.times_s, one.values[measure])
                    for one in recording.repetitions
                    if measure in one.values
                ]
            )
            for recording in recordings
        )
        if any(curve.repetitions for curve in curves):
            found.append(MeasureCurves(measure, unit_of(measure), curves))
    return found
