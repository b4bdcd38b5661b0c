"""Left held against right within one set, for the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from formcheck.form.vocabulary import unit_of
from formcheck.measure.measure_name import plain_name
from formcheck.pose.landmarks import SIDES
from formcheck.results.result_document import RepetitionJudged, ResultDocument
from formcheck.results.wording.measure_wording import in_words, value_text
from formcheck.texts.texts import Texts


@dataclass(frozen=True)
class SidesRow:
    """One thing, on the left and on the right."""

    name: str
    left: str
    right: str


def left_and_right(document: ResultDocument, counted_on: str, texts: Texts) -> tuple[SidesRow, ...]:
    """A row for each thing that can differ; nothing where only one side, or both at once, moved.

    counted_on: the measure that repetitions are counted on, as the exercise names it.
    """
    by_side = [[one for one in document.reps if one.side == side] for side in SIDES]
    if not all(by_side):
        return ()
    rows = _rows(by_side, counted_on, texts, held=document.exercise.asks_to_hold)
    return tuple(rows)


def _rows(
    by_side: Sequence[Sequence[RepetitionJudged]], counted_on: str, texts: Texts, *, held: bool
) -> Iterator[SidesRow]:
    good = [str(sum(one.verdict == "good" for one in reps)) for reps in by_side]
    yield _row("repetitions", [str(len(reps)) for reps in by_side], texts)
    yield _row("good", good, texts)
    yield _row("lasted", [_seconds(list(_lasted(reps)), texts) for reps in by_side], texts)
    holds = [[one.hold_s for one in reps if one.hold_s] for reps in by_side]
    if held and any(holds):
        yield _row("held", [_seconds(each, texts) for each in holds], texts)
    yield from _furthest(by_side, counted_on, texts)


def _lasted(reps: Sequence[RepetitionJudged]) -> Iterator[float]:
    for one in reps:
        if one.start_s is not None and one.end_s is not None:
            yield one.end_s - one.start_s


def _furthest(
    by_side: Sequence[Sequence[RepetitionJudged]], counted_on: str, texts: Texts
) -> Iterator[SidesRow]:
    name, unit = plain_name(counted_on), unit_of(counted_on)
    told = []
    for side, reps in zip(SIDES, by_side, strict=True):
        peaks = [one.peak.get(f"{name}.{side}", one.peak.get(name)) for one in reps]
        known = [peak for peak in peaks if peak is not None]
        told.append(value_text(mean(known) if known else None, unit, texts))
    named = texts.text("report.sides.furthest", measure=in_words(name, texts))
    yield SidesRow(named, *told)


def _seconds(values: Sequence[float], texts: Texts) -> str:
    return texts.text("report.seconds", seconds=float(mean(values))) if values else "–"


def _row(key: str, values: Sequence[str], texts: Texts) -> SidesRow:
    left, right = values
    return SidesRow(texts.text(f"report.sides.{key}"), left, right)
