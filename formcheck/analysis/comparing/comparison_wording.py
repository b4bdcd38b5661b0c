"""A comparison in words and numbers of a language, for the terminal and for the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from formcheck.analysis.comparing.comparison import Comparison, CriterionRow, Row
from formcheck.analysis.comparing.differences import Amount
from formcheck.measure.unit import Unit
from formcheck.results.result_document import VerdictName
from formcheck.results.wording.measure_wording import in_words, unit_name
from formcheck.results.wording.result_wording import SYMBOLS
from formcheck.texts.texts import Texts

DASH = "–"


@dataclass(frozen=True)
class AmountLine:
    """A line of the table: what it is, each recording's amount, and what differs from the first.

    differences: empty for the first recording. telling: whether each is more than the errors.
    """

    name: str
    amounts: tuple[str, ...]
    differences: tuple[str, ...] = ()
    telling: tuple[bool, ...] = ()


@dataclass(frozen=True)
class CriterionLine:
    """A criterion: each recording's verdict, and what else is said of it there."""

    title: str
    verdicts: tuple[VerdictName | None, ...]
    told: tuple[str, ...]


class ComparisonWords:
    """Puts one comparison into words. texts: of the language."""

    def __init__(self, comparison: Comparison, texts: Texts) -> None:
        self._comparison = comparison
        self._texts = texts
        self.labels = tuple(self._label(number) for number in range(len(comparison.recordings)))

    @property
    def heading(self) -> str:
        """What is compared."""
        title = self._comparison.exercise.title
        return self._texts.text("compare.heading", exercise=title, labels=", ".join(self.labels))

    @property
    def under_heading(self) -> str:
        """With what."""
        if self._comparison.by_side:
            return self._texts.text("compare.by_side")
        told = self._texts.text("compare.under_heading", first=self.labels[0])
        if not self._comparison.one_person:
            return told
        return f"{told} {self._texts.text('compare.one_person')}"

    @property
    def differs(self) -> tuple[str, ...]:
        """What differs by more than the errors, a sentence each; or that nothing does."""
        return tuple(
            line for number in range(1, len(self.labels)) for line in self._differs(number)
        )

    @property
    def amounts(self) -> tuple[AmountLine, ...]:
        """The lines of the table of repetitions."""
        return (self._good(), *(self._line(row) for row in self._comparison.rows))

    @property
    def chief_amounts(self) -> tuple[AmountLine, ...]:
        """Those lines without highest and lowest values, but where they tell something."""
        chief = [
            row
            for row in self._comparison.rows
            if row.what not in ("highest", "lowest")
            or any(one is not None and one.weight == "more" for one in row.differences)
        ]
        return (self._good(), *map(self._line, chief))

    @property
    def criteria(self) -> tuple[CriterionLine, ...]:
        """The lines of the table of criteria."""
        return tuple(map(self._criterion, self._comparison.criteria))

    @property
    def notes(self) -> tuple[str, ...]:
        """What makes the recordings hard to compare."""
        return tuple(note for number in range(len(self.labels)) for note in self._notes(number))

    def measure(self, name: str) -> str:
        """A measure as people call it: `knee.working` as `knee (working side)`."""
        return in_words(name, self._texts)

    def unit(self, unit: Unit) -> str:
        """A unit in words."""
        return unit_name(unit, self._texts)

    def number(
        self, value: float, unit: Unit, *, signed: bool = False, decimals: int | None = None
    ) -> str:
        """A number with its unit's sign, as the language writes it.

        decimals: as many as the unit shows, unless given.
        """
        decimals = unit.shown_decimals if decimals is None else decimals
        shown = round(value, decimals) or 0.0  # and not minus nothing
        sign = "+" if signed and shown else ""
        text = self._texts.number(shown, f"{sign}.{decimals}f")
        # A number and its unit stay on one line.
        mark = unit.sign.replace(" ", "\N{NO-BREAK SPACE}")
        return f"{text}{mark}"

    def _label(self, number: int) -> str:
        label = self._comparison.recordings[number].label
        by_side = self._comparison.by_side
        return self._texts.text(f"measure.side.{label}") if by_side else label

    def _row(self, row: Row) -> str:
        what = self._texts.text(f"compare.what.{row.what}")
        told = f"{self.measure(row.measure)}, {what}" if row.measure else what
        return told[:1].upper() + told[1:]

    def _differs(self, number: int) -> Iterator[str]:
        label, rows = self.labels[number], self._comparison.rows
        found = [(row, row.differences[number]) for row in rows]
        known = [(row, one) for row, one in found if one is not None and one.weight != "unknown"]
        telling = [(row, one) for row, one in known if one.weight == "more"]
        judged_otherwise = [
            row for row in self._comparison.criteria if _is_judged_otherwise(row, number)
        ]
        for criterion in judged_otherwise:
            line = self._criterion(criterion)
            told_of = tuple(map(verdict_and, line.verdicts, line.told))
            yield self._texts.text(
                "compare.judged_otherwise",
                label=label,
                title=criterion.title,
                told=told_of[number],
                first=self.labels[0],
                first_told=told_of[0],
            )
        if not known:
            yield self._texts.text("compare.cant_tell", label=label)
        elif not telling and not judged_otherwise:
            yield self._texts.text("compare.nothing", label=label)
        for row, one in telling:
            told = self._told(row)
            yield self._texts.text(
                "compare.difference_told",
                label=label,
                row=self._row(row),
                change=told.change(number),
                before=told.number(row.amounts[0].mean),
                after=told.number(row.amounts[number].mean),
                least=told.number(one.least),
            )

    def _good(self) -> AmountLine:
        told = [
            self._texts.text(
                "compare.good_of",
                good=sum(each.verdict == "good" for each in one.judged),
                count=len(one.judged),
            )
            for one in self._comparison.recordings
        ]
        return AmountLine(self._texts.text("compare.reps_good"), tuple(told))

    def _line(self, row: Row) -> AmountLine:
        told, others = self._told(row), range(1, len(row.amounts))
        return AmountLine(
            self._row(row),
            tuple(map(told.amount, row.amounts)),
            tuple(self._difference(row, told, number) for number in others),
            tuple(one is not None and one.weight == "more" for one in row.differences[1:]),
        )

    def _difference(self, row: Row, told: "_RowNumbers", number: int) -> str:
        one = row.differences[number]
        if one is None or not isfinite(one.value):
            return DASH
        least = told.number(one.least) if isfinite(one.least) else ""
        return self._texts.text(f"compare.{one.weight}", change=told.change(number), least=least)

    def _told(self, row: Row) -> "_RowNumbers":
        return _RowNumbers(self, row)

    def _criterion(self, row: CriterionRow) -> CriterionLine:
        recordings = self._comparison.recordings
        told = [
            self._texts.text("compare.faulty", faulty=faulty, count=len(one.judged))
            if one.judged
            else DASH
            for faulty, one in zip(row.faulty, recordings, strict=True)
        ]
        verdicts = [None if one is None else one.verdict for one in row.judged]
        return CriterionLine(row.title, tuple(verdicts), tuple(told))

    def _notes(self, number: int) -> Iterator[str]:
        recording, label = self._comparison.recordings[number], self.labels[number]
        first = self._comparison.recordings[0].document.view.seen
        seen = recording.document.view.seen
        if seen != first:
            view, first_view = (self._texts.text(f"view.from.{one}") for one in (seen, first))
            yield self._texts.text(
                "compare.view", label=label, first=self.labels[0], view=view, first_view=first_view
            )
        if not recording.repetitions:
            yield self._texts.text("compare.no_repetitions", label=label)
        elif not any(len(one.times_s) for one in recording.repetitions):
            yield self._texts.text("compare.no_frames", label=label)
        if len(recording.repetitions) == 1:
            yield self._texts.text("compare.few", label=label)
        if recording.document.input.times == "guessed":
            yield self._texts.text("compare.no_times", label=label)


class _RowNumbers:
    """The numbers of one row: what is shown of them adds up, and says what is said of it.

    With as many decimals as the unit shows, or, where a difference that is more than the errors
    would look as if it weren't, or the other way round, as many as are kept.
    """

    def __init__(self, words: ComparisonWords, row: Row) -> None:
        self._words = words
        self._row = row
        shown, kept = row.unit.shown_decimals, row.unit.decimals
        self._decimals = shown if self._agrees(shown) else kept

    def number(self, value: float, *, signed: bool = False) -> str:
        """A number of this row."""
        return self._words.number(value, self._row.unit, signed=signed, decimals=self._decimals)

    def amount(self, one: Amount) -> str:
        """A mean with its spread."""
        if not isfinite(one.mean):
            return DASH
        mean = self.number(one.mean)
        return f"{mean} ± {self.number(one.spread)}" if isfinite(one.spread) else mean

    def change(self, number: int) -> str:
        """What a recording has more than the first, as shown of both."""
        return self.number(self._change(number, self._decimals), signed=True)

    def _change(self, number: int, decimals: int) -> float:
        first, own = (round(self._row.amounts[one].mean, decimals) for one in (0, number))
        return round(own - first, decimals)

    def _agrees(self, decimals: int) -> bool:
        return all(
            (abs(self._change(number, decimals)) > round(one.least, decimals))
            == (one.weight == "more")
            for number, one in enumerate(self._row.differences)
            if one is not None and one.weight != "unknown"
        )


def _is_judged_otherwise(row: CriterionRow, number: int) -> bool:
    """Whether a criterion is good in the first recording and a fault in this one, or the other way.

    Each verdict weighs the errors itself, and tells of the worst repetitions, not of their mean.
    """
    verdicts = {one.verdict for one in (row.judged[0], row.judged[number]) if one is not None}
    return verdicts == {"good", "fault"}


def verdict_and(verdict: VerdictName | None, told: str) -> str:
    """A verdict's sign before what is said of it, for the terminal."""
    return told if verdict is None else f"{SYMBOLS[verdict]} {told}"


def headings(words: ComparisonWords, texts: Texts) -> Sequence[str]:
    """Those of the table of repetitions, behind what a line is: recordings, then differences."""
    if len(words.labels) == 2:
        return (*words.labels, texts.text("compare.against", first=words.labels[0]))
    others = (f"{one} − {words.labels[0]}" for one in words.labels[1:])
    return (*words.labels, *others)
