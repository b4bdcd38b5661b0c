"""The history in one language, in whatever languages its sessions were done."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.exercises.translation import translated, words
from formcheck.history.past import History, PastRepetition, PastSet
from formcheck.texts.texts import Texts

TITLE = "title"


def told_in(texts: Texts, known: History) -> History:
    """The same with titles of exercises and criteria in the language of these texts.

    What reads otherwise than in any of the program's own languages stays: a title from an exercise
    of one's own, or from an older version.
    """
    titles = {id: dict(_titles(one, texts)) for id, one in library().items()}
    sessions = tuple(
        replace(one, sets=tuple(_set(each, titles.get(each.exercise, {})) for each in one.sets))
        for one in known.sessions
    )
    return replace(known, sessions=sessions)


Titles = Mapping[tuple[str, str], str]
"""What a title is called here, by whose it is and what it is called in any language."""


def _titles(one: Exercise, texts: Texts) -> Iterator[tuple[tuple[str, str], str]]:
    here = words(translated(one, texts))
    everywhere = (words(one), *(other.words for other in one.translations.values()))
    for key in (TITLE, *(f"criteria.{criterion.id}.{TITLE}" for criterion in one.criteria)):
        yield from (((key, said[key]), here[key]) for said in everywhere if key in said)


def _set(one: PastSet, titles: Titles) -> PastSet:
    return replace(
        one,
        title=titles.get((TITLE, one.title), one.title),
        repetitions=tuple(_repetition(each, titles) for each in one.repetitions),
    )


def _repetition(one: PastRepetition, titles: Titles) -> PastRepetition:
    faults = (
        replace(
            each, title=titles.get((f"criteria.{each.criterion}.{TITLE}", each.title), each.title)
        )
        for each in one.faults
    )
    return replace(one, faults=tuple(faults))
