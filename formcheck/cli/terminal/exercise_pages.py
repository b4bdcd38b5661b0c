"""Exercises in words, for the terminal."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from formcheck.cli.terminal.fitting_table import FittingTable
from formcheck.exercises.cited_source import Source
from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.how_done import how_done
from formcheck.exercises.rivals import rivals_told
from formcheck.exercises.translation import translated_position, translated_source
from formcheck.form.roles import ROLES
from formcheck.form.vocabulary import SECONDS, unit_of
from formcheck.measure.catalogue import CATALOGUE, AnyMeasure
from formcheck.measure.definition import LENGTHWISE
from formcheck.results.wording.measure_wording import in_words, rule_text, unit_name, value_text
from formcheck.results.wording.result_wording import capitalised, seen_from
from formcheck.texts.message import Message
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts


def list_page(exercises: Sequence[Exercise], texts: Texts) -> RenderableType:
    """All exercises, a line each."""
    table = _table(("id", "exercise", "kind", "dosage", "views"), texts)
    for one in exercises:
        kind = texts.text(f"exercises.kind.{one.kind}")
        table.add_row(one.id, one.title, kind, dosage_text(one, texts), _views(one, texts))
    notes = [rivals_told(one, exercises[:number]) for number, one in enumerate(exercises)]
    told = (Text(texts.told(note)) for note in notes if note is not None)
    return Group(FittingTable(table), Text(texts.text("exercises.one_of_them")), *told)


def exercise_page(exercise: Exercise, texts: Texts) -> RenderableType:
    """One exercise with everything that is known of it."""
    place = exercise.camera.place
    camera = texts.text("exercises.camera", views=_views(exercise, texts), place=place)
    parts: list[RenderableType] = [
        Text(f"{exercise.title} ({exercise.id})", style="bold"),
        Text(exercise.why),
        *_section("how", [], texts),
        listed(how_done(exercise, texts), numbered=True),
        *_section("dosage", [dosage_text(exercise, texts), *_note(exercise, texts)], texts),
        *_section("camera", [camera], texts),
        *_judged(exercise, texts),
        *(_section("careful", exercise.cautions, texts) if exercise.cautions else ()),
        *_section("sources", _references(exercise, texts), texts),
    ]
    return Group(*parts)


def understood_page(
    exercise: Exercise, path: Path, note: Message | None, texts: Texts
) -> RenderableType:
    """What a file of the user's own was understood to say.

    note: what its writer should know besides; None for nothing.
    """
    rule = exercise.repetition
    unit = unit_of(rule.measure)
    sentences = [
        texts.text(
            "exercises.begins",
            title=exercise.title,
            position=translated_position(exercise.start.position, texts).title,
            views=texts.listed([seen_from(one, texts) for one in exercise.camera.views], "or"),
        ),
        texts.text(
            f"exercises.counted_{rule.direction}",
            measure=in_words(rule.measure, texts),
            travel=value_text(rule.least_travel, unit, texts),
        ),
        *(line for criterion in exercise.criteria for line in _sentences(criterion, texts)),
    ]
    return Group(
        Text(texts.text("exercises.is_valid", path=shown(path))),
        listed(sentences),
        *([Text(texts.told(note))] if note is not None else []),
    )


def measures_page(texts: Texts) -> RenderableType:
    """What can be measured and from where, and the sides that can be named."""
    table = _table(("measure", "values", "side", "seen_from", "meaning"), texts)
    for one in CATALOGUE.values():
        side = texts.text("exercises.yes") if one.sided else ""
        about = texts.text(f"measure.about.{one.name}")
        table.add_row(one.name, _values(one, texts), side, _holds_from(one, texts), about)
    anywhere = texts.text("exercises.anywhere")
    about = texts.text(f"measure.about.{SECONDS}")
    table.add_row(SECONDS, texts.text("units.seconds"), "", anywhere, about)
    sides = _table(("side", "meaning"), texts)
    for name in ROLES:
        sides.add_row(name, texts.text(f"measure.role.{name}"))
    return Group(
        FittingTable(table),
        Text(texts.text("exercises.anywhere_means")),
        Text(texts.text("exercises.with_sides")),
        FittingTable(sides),
    )


def measures_document(texts: Texts) -> dict[str, Any]:
    """The same as a document."""
    return {
        "measures": [
            {
                "name": one.name,
                "unit": one.unit.name,
                "span": None if one.of_picture else list(one.span),
                "sided": one.sided,
                "seen_from": [str(view) for view in one.seen_from],
                "about": texts.text(f"measure.about.{one.name}"),
            }
            for one in CATALOGUE.values()
        ],
        "sides": [{"name": name, "about": texts.text(f"measure.role.{name}")} for name in ROLES],
    }


def _table(columns: Sequence[str], texts: Texts) -> Table:
    """An empty table; what its first column holds is typed as it is, so it stays on one line."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for key in columns:
        table.add_column(texts.text(f"exercises.column.{key}"), no_wrap=key == columns[0])
    return table


def _values(measure: AnyMeasure, texts: Texts) -> str:
    """`0 to 180 degrees`."""
    unit = unit_name(measure.unit, texts)
    if measure.of_picture:
        return texts.text("exercises.change", unit=unit)
    low, high = map(float, measure.span)
    return texts.text("exercises.values", low=low, high=high, unit=unit)


def _holds_from(measure: AnyMeasure, texts: Texts) -> str:
    if measure.seen_from == LENGTHWISE:
        return texts.text("exercises.anywhere")
    return ", ".join(texts.text(f"view.name.{view}") for view in measure.seen_from)


def dosage_text(exercise: Exercise, texts: Texts) -> str:
    """`8 to 12 repetitions, hold 3 to 5 s, 2 days a week`."""
    dosage = exercise.dosage
    if exercise.kind == "avoid":
        return dosage.note or texts.text("exercises.better_not")
    parts = []
    if dosage.reps is not None:
        reps = _span(*dosage.reps, texts)
        if dosage.sets > 1:
            parts.append(texts.text("exercises.reps_sets", sets=dosage.sets, reps=reps))
        else:
            parts.append(texts.text("exercises.reps", reps=reps))
    if dosage.hold_s is not None:
        parts.append(texts.text("exercises.hold", seconds=_span(*dosage.hold_s, texts)))
    parts.append(texts.counted("exercises.days", dosage.days_per_week))
    return ", ".join(parts)


def _note(exercise: Exercise, texts: Texts) -> list[str]:
    note = exercise.dosage.note
    return [note] if note and note != dosage_text(exercise, texts) else []


def _span(fewest: float, most: float, texts: Texts) -> str:
    low, high = texts.number(float(fewest)), texts.number(float(most))
    return low if low == high else texts.text("exercises.span", fewest=low, most=high)


def _section(
    key: str, lines: Sequence[str] | Iterator[str], texts: Texts
) -> Iterator[RenderableType]:
    yield Text(f"\n{texts.text(f'exercises.section.{key}')}", style="bold")
    for line in lines:
        yield _indented(Text(line), 2)


def _judged(exercise: Exercise, texts: Texts) -> Iterator[RenderableType]:
    if exercise.criteria:
        yield from _section("judged", [], texts)
        yield from _criteria(exercise, texts)
    if exercise.recognised is not None:
        recognised = exercise.recognised
        better = texts.text("exercises.better_exercise", id=recognised.alternative)
        yield from _section("advice", [recognised.advice, better], texts)


def _criteria(exercise: Exercise, texts: Texts) -> Iterator[RenderableType]:
    places = _places(exercise)
    for one in exercise.criteria:
        yield _indented(Text.assemble((one.title, "bold"), f"  {one.id}"), 2)
        for condition in one.conditions:
            rule = capitalised(rule_text(condition, one.phase_of(condition), texts))
            yield _indented(Text(f"{rule}."), 4)
        yield _indented(Text(one.why), 4)
        cited = texts.text("exercises.source_of_number", cited=_cited(one, places))
        yield _indented(Text(cited, style="dim"), 4)


def _cited(part: Exercise | Criterion, places: Mapping[str, int]) -> str:
    """`[1] [2] 155 degrees is an engineering value`; places: of each source in the list."""
    numbers = (f"[{places[source.key]}]" for source in part.source)
    return " ".join(filter(None, (*numbers, part.source_note)))


def _sources(exercise: Exercise) -> dict[str, Source]:
    """By key: what the exercise or a criterion cites, in the order in which they do."""
    cited = (*exercise.source, *(one for each in exercise.criteria for one in each.source))
    return {source.key: source for source in cited}


def _places(exercise: Exercise) -> dict[str, int]:
    return {key: number for number, key in enumerate(_sources(exercise), 1)}


def _references(exercise: Exercise, texts: Texts) -> Iterator[str]:
    """Where the exercise comes from, and every reference in full, with its key in files."""
    places = _places(exercise)
    yield texts.text("exercises.source_of_exercise", cited=_cited(exercise, places))
    for key, source in _sources(exercise).items():
        yield f"[{places[key]}] {translated_source(source, texts).reference} ({key})"


def listed(lines: Sequence[str], *, numbered: bool = False) -> RenderableType:
    """One below the other, each with its number or a dash before it and never below it."""
    table = Table.grid(padding=(0, 1))
    for number, line in enumerate(lines, 1):
        table.add_row(f"{number}." if numbered else "-", Text(line))
    return _indented(table, 2)


def _indented(text: RenderableType, columns: int) -> Padding:
    return Padding(text, (0, 0, 0, columns), expand=False)


def _sentences(criterion: Criterion, texts: Texts) -> Iterator[str]:
    for condition in criterion.conditions:
        cues = dict.fromkeys((condition.cue, condition.cue_below, condition.cue_above))
        spoken = texts.listed([texts.text("exercises.cue", cue=cue) for cue in cues if cue], "or")
        rule = rule_text(condition, criterion.phase_of(condition), texts)
        yield texts.text("exercises.otherwise", title=criterion.title, rule=rule, cues=spoken)


def _views(exercise: Exercise, texts: Texts) -> str:
    return texts.listed([texts.text(f"view.sees.{one}") for one in exercise.camera.views], "or")
