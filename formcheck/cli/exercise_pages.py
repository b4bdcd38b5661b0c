"""Exercises in words, for the terminal."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.rivals import rivals_told
from formcheck.form.roles import ROLES
from formcheck.form.vocabulary import SECONDS, unit_of
from formcheck.measure.catalogue import CATALOGUE, AnyMeasure
from formcheck.measure.definition import LENGTHWISE
from formcheck.results.measure_wording import in_words, rule_text, value_text
from formcheck.results.result_wording import capitalised, facing
from formcheck.texts.shown import shown


def list_page(exercises: Sequence[Exercise]) -> RenderableType:
    """All exercises, a line each."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for title in ("Id", "Exercise", "Kind", "How much", "Camera sees"):
        table.add_column(title, no_wrap=title == "Id")
    for one in exercises:
        table.add_row(one.id, one.title, one.kind, dosage_text(one), _views(one))
    notes = [rivals_told(one, exercises[:number]) for number, one in enumerate(exercises)]
    told = (Text(note) for note in notes if note)
    return Group(table, Text("formcheck exercises ID shows one of them."), *told)


def exercise_page(exercise: Exercise) -> RenderableType:
    """One exercise with everything that is known of it."""
    parts: list[RenderableType] = [
        Text(f"{exercise.title} ({exercise.id})", style="bold"),
        Text(exercise.why),
        *_section("How", (f"{n}. {step}" for n, step in enumerate(exercise.steps, 1))),
        *_section("How much", [dosage_text(exercise), *_note(exercise)]),
        *_section("Camera", [f"It sees {_views(exercise)}. {exercise.camera.place}"]),
        *_judged(exercise),
        *_section("Be careful", exercise.cautions),
        *_section("Sources", _references(exercise)),
    ]
    return Group(*parts)


def understood_page(exercise: Exercise, path: Path, note: str) -> RenderableType:
    """What a file of the user's own was understood to say.

    note: what its writer should know besides; empty for nothing.
    """
    rule = exercise.repetition
    unit = unit_of(rule.measure)
    sentences = [
        f"{exercise.title} begins {exercise.start.position.title}, seen from {_views(exercise)}.",
        f"A repetition is counted when the {in_words(rule.measure)} {rule.direction} by at least "
        f"{value_text(rule.least_travel, unit)} and comes back.",
        *(line for criterion in exercise.criteria for line in _sentences(criterion)),
    ]
    return Group(
        Text(f"{shown(path)} is a valid exercise file. It says:"),
        *(_indented(Text(f"- {sentence}"), 2) for sentence in sentences),
        *([Text(note)] if note else []),
    )


def measures_page() -> RenderableType:
    """What can be measured and from where, and the sides that can be named."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for title in ("Measure", "Values", "Side", "Seen from", "Meaning"):
        table.add_column(title, no_wrap=title == "Measure")
    for one in CATALOGUE.values():
        side = "yes" if one.sided else ""
        table.add_row(one.name, _values(one), side, _holds_from(one), one.about)
    about = "How long the phase lasts; for criteria alone."
    table.add_row(SECONDS, SECONDS, "", ANYWHERE, about)
    sides = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    sides.add_column("Side", no_wrap=True)
    sides.add_column("Meaning")
    for name, role in ROLES.items():
        sides.add_row(name, role.about)
    return Group(
        table,
        Text(f"{ANYWHERE.capitalize()}: in the plane that the camera sees, but not from {END_ON}."),
        Text("A measure with sides is written with one, as knee.near:"),
        sides,
    )


def measures_document() -> dict[str, Any]:
    """The same as a document."""
    return {
        "measures": [
            {
                "name": one.name,
                "unit": one.unit.name,
                "span": None if one.of_picture else list(one.span),
                "sided": one.sided,
                "seen_from": [str(view) for view in one.seen_from],
                "about": one.about,
            }
            for one in CATALOGUE.values()
        ],
        "sides": [{"name": name, "about": role.about} for name, role in ROLES.items()],
    }


ANYWHERE = "anywhere"
END_ON = "the feet or the head"


def _values(measure: AnyMeasure) -> str:
    """`0 to 180 degrees`."""
    low, high = measure.span
    span = "change in" if measure.of_picture else f"{low:g} to {high:g}"
    return f"{span} {measure.unit.name}"


def _holds_from(measure: AnyMeasure) -> str:
    return ANYWHERE if measure.seen_from == LENGTHWISE else ", ".join(measure.seen_from)


def dosage_text(exercise: Exercise) -> str:
    """`8 to 12 repetitions, hold 3 to 5 s, 2 days a week`."""
    dosage = exercise.dosage
    if exercise.kind == "avoid":
        return dosage.note or "better not"
    parts = []
    if dosage.reps is not None:
        sets = f"{dosage.sets} sets of " if dosage.sets > 1 else ""
        parts.append(f"{sets}{_span(*dosage.reps)} repetitions")
    if dosage.hold_s is not None:
        parts.append(f"hold {_span(*dosage.hold_s)} s")
    parts.append(f"{dosage.days_per_week} days a week")
    return ", ".join(parts)


def _note(exercise: Exercise) -> list[str]:
    note = exercise.dosage.note
    return [note] if note and note != dosage_text(exercise) else []


def _span(fewest: float, most: float) -> str:
    return f"{fewest:g}" if fewest == most else f"{fewest:g} to {most:g}"


def _section(title: str, lines: Sequence[str] | Iterator[str]) -> Iterator[RenderableType]:
    yield Text(f"\n{title}", style="bold")
    for line in lines:
        yield _indented(Text(line), 2)


def _judged(exercise: Exercise) -> Iterator[RenderableType]:
    if exercise.criteria:
        yield from _section("What is judged", [])
        yield from _criteria(exercise)
    if exercise.recognised is not None:
        recognised = exercise.recognised
        better = f"formcheck exercises {recognised.alternative} shows the better exercise."
        yield from _section("Advice", [recognised.advice, better])


def _criteria(exercise: Exercise) -> Iterator[RenderableType]:
    for one in exercise.criteria:
        yield _indented(Text.assemble((one.title, "bold"), f"  {one.id}"), 2)
        for condition in one.conditions:
            yield _indented(Text(f"{capitalised(rule_text(condition, one.during))}."), 4)
        yield _indented(Text(one.why), 4)
        yield _indented(Text(f"Source of the number: {_cited(one)}", style="dim"), 4)


def _cited(part: Exercise | Criterion) -> str:
    """`article, engineering: 155 degrees is an engineering value`."""
    keys = ", ".join(source.key for source in part.source)
    return f"{keys}: {part.source_note}" if part.source_note else keys


def _references(exercise: Exercise) -> Iterator[str]:
    """Where the exercise comes from, and every reference that it or a criterion cites, in full."""
    yield f"The exercise: {_cited(exercise)}"
    cited = (*exercise.source, *(one for each in exercise.criteria for one in each.source))
    for source in {source.key: source for source in cited}.values():
        yield f"{source.key}: {source.reference}"


def _indented(text: Text, columns: int) -> Padding:
    return Padding(text, (0, 0, 0, columns), expand=False)


def _sentences(criterion: Criterion) -> Iterator[str]:
    for condition in criterion.conditions:
        cues = [text for text in (condition.cue, condition.cue_below, condition.cue_above) if text]
        spoken = " or ".join(f'"{cue}"' for cue in cues)
        rule = rule_text(condition, criterion.during)
        yield f"{criterion.title}: {rule}; otherwise it says {spoken}."


def _views(exercise: Exercise) -> str:
    return " or ".join(map(facing, exercise.camera.views))
