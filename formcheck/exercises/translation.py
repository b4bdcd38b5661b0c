"""An exercise in another language: its own words replaced by those of its translation.

The English words stand in `exercise.toml` and `position.toml`; another language has them in a file
beside it, `de.toml`, under the keys that `words` and `position_words` give.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

from formcheck.exercises.cited_source import Source
from formcheck.exercises.criterion import Condition, Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_error import ExerciseError
from formcheck.exercises.repetition import Phases
from formcheck.exercises.start_position import StartPosition
from formcheck.exercises.translatable import Translation
from formcheck.texts.entries import flattened
from formcheck.texts.message import Message, message, one_below_the_other
from formcheck.texts.texts import Texts

CUES = ("cue", "cue_below", "cue_above", "start_cue")
PHASES = ("rest", "out", "peak", "back")

SomeCondition = TypeVar("SomeCondition", bound=Condition)


def words(exercise: Exercise) -> Mapping[str, str]:
    """Everything of an exercise that is for people, by key.

    Left out is what nobody needs translated: titles of sources, and what is empty.
    """
    return {key: text for key, text in _words(exercise) if text}


def position_words(position: StartPosition) -> Mapping[str, str]:
    """Everything of a start position that is for people, by key."""
    problems = {f"problems.{n}": limit.problem for n, limit in enumerate(position.ranges, 1)}
    return {"title": position.title} | {key: text for key, text in problems.items() if text}


def source_words(source: Source) -> Mapping[str, str]:
    """What is said of a source, by key; its author and year read alike everywhere."""
    parts = {"title": source.title, "where": source.where, "about": source.about}
    return {key: text for key, text in parts.items() if text}


def translated_source(source: Source, texts: Texts) -> Source:
    """A source in the language of these texts; see `translated`."""
    translation = source.translations.get(texts.language)
    if translation is None:
        return source
    own = _Own(translation)
    changes = {key: own(key, text) for key, text in source_words(source).items()}
    return source.model_copy(update=changes)


def translation_from(
    document: Mapping[str, object], original: Mapping[str, str], name: str
) -> Translation:
    """What a file of another language says.

    original: the words that it stands for, by key. name: of the file, for who wrote it.

    Raises ExerciseError where it has words for something that there isn't.
    """
    texts = dict(flattened(document, ""))
    mistakes = [_no_text(name, key, original) for key in texts if key not in original]
    if mistakes:
        raise ExerciseError(one_below_the_other(mistakes))
    return Translation(original, texts)


def translated(exercise: Exercise, texts: Texts) -> Exercise:
    """The exercise in the language of these texts.

    What its translation doesn't have stays as it is, and so does what reads otherwise than what
    was translated: a user's own words in a copy of an exercise. Phases that its file doesn't name
    have usual names, in every language.
    """
    own = _Own(exercise.translations.get(texts.language, Translation({}, {})))
    phases = _phases(exercise.phases, own, texts)
    phase = dict(zip(exercise.phases.names(), phases.names(), strict=True))
    recognised = exercise.recognised
    if recognised is not None:
        advice = own("advice", recognised.advice)
        recognised = recognised.model_copy(update={"advice": advice})
    changes = {
        "title": own("title", exercise.title),
        "source_note": own("source_note", exercise.source_note),
        "steps": own.each("steps", exercise.steps),
        "why": own("why", exercise.why),
        "cautions": own.each("cautions", exercise.cautions),
        "camera": exercise.camera.model_copy(update={"place": own("place", exercise.camera.place)}),
        "phases": phases,
        "dosage": exercise.dosage.model_copy(update={"note": own("note", exercise.dosage.note)}),
        "criteria": tuple(_criterion(one, phase, own) for one in exercise.criteria),
        "recognised": recognised,
    }
    return exercise.model_copy(update=changes)


def translated_position(position: StartPosition, texts: Texts) -> StartPosition:
    """A start position in the language of these texts; see `translated`."""
    translation = position.translations.get(texts.language)
    if translation is None:
        return position
    own = _Own(translation)
    ranges = tuple(
        limit.model_copy(update={"problem": own(f"problems.{number}", limit.problem)})
        for number, limit in enumerate(position.ranges, 1)
    )
    return position.model_copy(update={"title": own("title", position.title), "ranges": ranges})


def _no_text(name: str, key: str, known: Mapping[str, str]) -> Message:
    near = get_close_matches(key, known, n=1, cutoff=0.4)
    if near:
        return message("error.exercise.text_near", file=name, key=key, near=near[0])
    return message("error.exercise.text", file=name, key=key, known=", ".join(known))


class _Own:
    """A translation, for words that are still those that it was made from.

    below: what the keys asked for are below of.
    """

    def __init__(self, translation: Translation, below: str = "") -> None:
        self._translation = translation
        self._below = below

    def below(self, key: str) -> "_Own":
        return _Own(self._translation, f"{self._below}{key}.")

    def __call__(self, key: str, text: str) -> str:
        full = f"{self._below}{key}"
        if self._translation.original.get(full) != text:
            return text
        return self._translation.words.get(full, text)

    def each(self, key: str, texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(self(f"{key}.{number}", text) for number, text in enumerate(texts, 1))


def _phases(phases: Phases, own: _Own, texts: Texts) -> Phases:
    names = {name: own(f"phases.{name}", getattr(phases, name)) for name in PHASES}
    left = set(PHASES) - phases.model_fields_set
    usual = {name: texts.text(f"phase.{name}") for name in left}
    return phases.model_copy(update=names | usual)


def _criterion(criterion: Criterion, phase: Mapping[str, str], own: _Own) -> Criterion:
    """phase: the translated name of each phase, which criteria are judged in."""
    own = own.below(f"criteria.{criterion.id}")
    also = (
        _cues(one, own.below(f"also.{n}")).model_copy(
            update={"during": phase.get(one.during, one.during)}
        )
        for n, one in enumerate(criterion.also, 1)
    )
    return _cues(criterion, own).model_copy(
        update={
            "title": own("title", criterion.title),
            "why": own("why", criterion.why),
            "source_note": own("source_note", criterion.source_note),
            "during": phase.get(criterion.during, criterion.during),
            "also": tuple(also),
        }
    )


def _cues(condition: SomeCondition, own: _Own) -> SomeCondition:
    return condition.model_copy(update={cue: own(cue, getattr(condition, cue)) for cue in CUES})


def _words(exercise: Exercise) -> Iterator[tuple[str, str]]:
    yield "title", exercise.title
    for key, texts in (("steps", exercise.steps), ("cautions", exercise.cautions)):
        yield from ((f"{key}.{number}", text) for number, text in enumerate(texts, 1))
    yield "why", exercise.why
    yield "source_note", exercise.source_note
    yield "place", exercise.camera.place
    yield "note", exercise.dosage.note
    yield from ((f"phases.{name}", getattr(exercise.phases, name)) for name in PHASES)
    if exercise.recognised is not None:
        yield "advice", exercise.recognised.advice
    for criterion in exercise.criteria:
        before = f"criteria.{criterion.id}"
        yield f"{before}.title", criterion.title
        yield f"{before}.why", criterion.why
        yield f"{before}.source_note", criterion.source_note
        yield from _cue_words(criterion, before)
        for number, condition in enumerate(criterion.also, 1):
            yield from _cue_words(condition, f"{before}.also.{number}")


def _cue_words(condition: Condition, before: str) -> Iterator[tuple[str, str]]:
    yield from ((f"{before}.{cue}", getattr(condition, cue)) for cue in CUES)
