"""What is told otherwise of a result that was judged again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Self

from formcheck.exercises.exercise import Exercise
from formcheck.recognition.auto import Auto
from formcheck.results.result_document import ResultDocument, SetJudged, SetResult
from formcheck.results.wording.result_wording import headline
from formcheck.texts.texts import Texts


@dataclass(frozen=True)
class Change:
    """One thing that is told otherwise now.

    set_number: of the set, from 1; None where it is of the whole. what: `sets`, `exercise`, `reps`,
    `good_reps`, `verdict`, `criterion` or `repetition`. name: of the criterion, or the repetition's
    number. before, after: None where there is none.
    """

    set_number: int | None
    what: str
    name: str
    before: str | int | None
    after: str | int | None


@dataclass(frozen=True)
class JudgedAgain:
    """A result that was judged again.

    exercise: its id, None where none was recognised. before, after: the whole set as it was judged
    and is. before_told, after_told: the same in a sentence. sets: how many there are. changes: what
    is told otherwise, in the order of the recording. titles: of the exercises and criteria in them,
    by id.
    """

    folder: Path
    exercise: str | None
    before: SetResult
    after: SetResult
    before_told: str
    after_told: str
    sets: int
    changes: tuple[Change, ...]
    titles: Mapping[str, str]

    @classmethod
    def of(
        cls,
        folder: Path,
        before: ResultDocument,
        after: ResultDocument,
        wanted: Exercise | Auto,
        texts: Texts,
    ) -> Self:
        """What changed from one document to the other, told in the language of the texts.

        wanted: what it was judged by, in that language.
        """
        return cls(
            folder,
            after.exercise.id,
            before.summary,
            after.summary,
            headline(before, texts),
            headline(after, texts),
            len(after.sets),
            tuple(_changes(before, after)),
            {**_titles(before), **_titles(after), **_own_titles(wanted)},
        )


def _titles(document: ResultDocument) -> dict[str, str]:
    titles = {one.id: one.title for part in document.sets for one in part.criteria}
    titles |= {one.id: one.title for one in document.criteria}
    judged_as = (document.exercise, *(one.exercise for one in document.sets))
    return titles | {one.id: one.title for one in judged_as if one.id and one.title}


def _own_titles(wanted: Exercise | Auto) -> dict[str, str]:
    exercises = wanted.exercises if isinstance(wanted, Auto) else (wanted,)
    titles = {one.id: one.title for exercise in exercises for one in exercise.criteria}
    return titles | {one.id: one.title for one in exercises}


def _changes(before: ResultDocument, after: ResultDocument) -> Iterator[Change]:
    if len(before.sets) != len(after.sets):
        yield Change(None, "sets", "", len(before.sets), len(after.sets))
    if not before.sets and not after.sets:
        yield from _different(None, "verdict", "", before.summary.verdict, after.summary.verdict)
    for number, (old, new) in enumerate(zip_longest(before.sets, after.sets), 1):
        if old is not None and new is not None:
            yield from _of_set(number, old, new)


def _of_set(number: int, old: SetJudged, new: SetJudged) -> Iterator[Change]:
    yield from _different(number, "exercise", "", old.exercise.id, new.exercise.id)
    yield from _different(number, "verdict", "", old.summary.verdict, new.summary.verdict)
    yield from _different(number, "reps", "", old.summary.reps, new.summary.reps)
    yield from _different(number, "good_reps", "", old.summary.good_reps, new.summary.good_reps)
    yield from _named(number, "criterion", *map(_criteria, (old, new)))
    yield from _named(number, "repetition", *map(_repetitions, (old, new)))


def _criteria(one: SetJudged) -> dict[str, str]:
    return {criterion.id: criterion.verdict for criterion in one.criteria}


def _repetitions(one: SetJudged) -> dict[str, str]:
    """What is said of each, by its number."""
    return {str(each.number): " ".join((each.verdict, *each.faults)) for each in one.reps}


def _named(number: int, what: str, old: dict[str, str], new: dict[str, str]) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        yield from _different(number, what, name, old.get(name), new.get(name))


def _different(
    number: int | None, what: str, name: str, old: str | int | None, new: str | int | None
) -> Iterator[Change]:
    if old != new:
        yield Change(number, what, name, old, new)
