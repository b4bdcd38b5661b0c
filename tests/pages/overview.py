"""The page that shows every exercise, in each language that people read pages in."""

from collections.abc import Iterator, Mapping
from typing import Final

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.how_done import how_done
from formcheck.exercises.load import library
from formcheck.exercises.translation import translated
from formcheck.texts.texts import Texts, load_texts

OVERVIEWS: Final = {"en": "exercises.md", "de": "uebungen.md"}
"""The page's file, by language."""

HEADINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "title": "The exercises",
        "intro": (
            "What each one is, how it is done, where the camera goes, and what formcheck watches.\n"
            "Limits, how much, and where each number comes from are told by\n"
            "`formcheck exercises bird-dog`. Which of them are good for your back, a doctor or\n"
            "physiotherapist knows: [first read when not to exercise](exercising.md)."
        ),
        "exercise": "Exercises",
        "posture": "Postures",
        "avoid": "Better not, and what to do in its place",
    },
    "de": {
        "title": "Die Übungen",
        "intro": (
            "Was jede ist, wie sie geht, wo die Kamera steht und worauf formcheck achtet.\n"
            "Grenzen, wie viel, und woher jede Zahl kommt, sagt\n"
            "`formcheck exercises bird-dog --language de`. Welche davon gut für deinen Rücken\n"
            "sind, wissen Arzt, Ärztin oder Physiotherapie:\n"
            "[Lies zuerst, wann du nicht üben sollst](ueben.md)."
        ),
        "exercise": "Übungen",
        "posture": "Haltungen",
        "avoid": "Besser nicht, und was stattdessen",
    },
}
"""What stands on the page beside the exercises' own words."""


def overviews() -> Mapping[str, str]:
    """Each page's text by the name of its file."""
    return {name: "\n".join(_page(language)) for language, name in OVERVIEWS.items()}


def _page(language: str) -> Iterator[str]:
    headings, texts = HEADINGS[language], load_texts(language)
    exercises = {one.id: translated(one, texts) for one in library().values()}
    yield f"# {headings['title']}\n\n{headings['intro']}\n"
    for kind in ("exercise", "posture", "avoid"):
        yield f"## {headings[kind]}\n"
        for one in exercises.values():
            if one.kind == kind:
                yield from _about(one, texts)


def _about(one: Exercise, texts: Texts) -> Iterator[str]:
    watched = "; ".join(criterion.title for criterion in one.criteria)
    yield f"### {one.title}\n"
    yield f"`{one.id}`. {one.why}\n"
    yield from (f"{number}. {step}" for number, step in enumerate(how_done(one, texts), 1))
    yield ""
    for key, text in (
        ("camera", one.camera.place),
        ("judged", watched),
        ("careful", " ".join(one.cautions)),
        ("advice", one.recognised.advice if one.recognised is not None else ""),
    ):
        if text:
            yield f"**{texts.text(f'exercises.section.{key}')}:** {text}\n"
