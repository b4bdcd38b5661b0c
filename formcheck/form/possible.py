"""Whether numbers in an exercise file are such as a body has, and can be seen from its camera."""

from collections.abc import Iterator
from dataclasses import replace

from formcheck.exercises.criterion import Condition
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.mistake import Mistake, Place
from formcheck.exercises.range import Range
from formcheck.exercises.repetition import Wave
from formcheck.measure.catalogue import AnyMeasure, known
from formcheck.measure.definition import Span
from formcheck.measure.unit import DEGREES
from formcheck.texts.message import Message, either, message

OPEN_DEGREES = 30.0
"""Beyond what anybody has, a limit may lie by this much: some write one to leave an end open, as
at_most = 115 of a leg that is level or raised. A slip of the pen lies further away."""


def impossible(exercise: Exercise) -> Iterator[Mistake]:
    """Numbers that no body has, and measures that don't hold from where the camera stands.

    Of measures that don't exist nothing is said.
    """
    yield from _counting(exercise)
    for key, ranges in (
        ("posture", exercise.posture),
        ("recognised.ranges", exercise.recognised.ranges if exercise.recognised else ()),
        ("signature.rest", exercise.signature.rest),
        ("signature.peak", exercise.signature.peak),
        ("signature.change", exercise.signature.change),
        ("signature.throughout", exercise.signature.throughout),
        ("signature.kept", exercise.signature.kept),
    ):
        for number, one in enumerate(ranges):
            place: Place = (*key.split("."), number)
            yield from _beyond(one, place, change=key == "signature.change")
    for number, criterion in enumerate(exercise.criteria):
        yield from _of_condition(exercise, criterion, ("criteria", number))
        for more, condition in enumerate(criterion.also):
            yield from _of_condition(exercise, condition, ("criteria", number, "also", more))


def _counting(exercise: Exercise) -> Iterator[Mistake]:
    rule = exercise.repetition
    waves: tuple[tuple[Place, Wave], ...] = ((("repetition",), rule),)
    waves += tuple((("repetition", "or_by", n), wave) for n, wave in enumerate(rule.or_by))
    for place, wave in waves:
        measure = known(wave.measure)
        if measure is None:
            continue
        yield from _unseen(
            measure, (exercise.camera.view,), place, message("mistake.count_on_another")
        )
        low, high = measure.span
        whole = (0.0, high - low)
        beyond = list(_outside(wave.least_travel, measure, whole, (*place, "least_travel")))
        yield from beyond
        if wave is rule and not beyond and rule.least_travel > rule.usual_travel:
            said = message("mistake.travel", usual=round(rule.usual_travel, 2))
            rests_on: tuple[Place, ...] = ((*place, "usual_rest"), (*place, "usual_peak"))
            yield Mistake((*place, "least_travel"), said, rests_on)
    measure = known(rule.measure)
    if measure is not None:
        for key in ("usual_rest", "usual_peak"):
            yield from _outside(getattr(rule, key), measure, measure.span, ("repetition", key))
    for key in ("held_when", "rest_when", "no_rest_when", "begun_when", "done_when"):
        for number, one in enumerate(getattr(rule, key)):
            yield from _beyond(one, ("repetition", key, number))


def _of_condition(exercise: Exercise, condition: Condition, place: Place) -> Iterator[Mistake]:
    change = condition.relative_to is not None
    yield from _beyond(condition, place, change=change)
    measure = known(condition.measure)
    if measure is None:
        return
    low, high = measure.span
    if not change:
        yield from _asking_nothing(condition, measure, place)
    yield from _outside(condition.tolerance, measure, (0, high - low), (*place, "tolerance"))
    holds = ", ".join(f'"{view}"' for view in measure.seen_from)
    yield from _unseen(
        measure,
        exercise.views_of(condition),
        place,
        message("mistake.write_views", views=holds),
    )
    if measure.of_picture and not change:
        yield Mistake(
            (*place, "measure"),
            message("mistake.of_picture", measure=measure.name),
            ((*place, "relative_to"),),
        )
    if condition.unless is not None:
        yield from _beyond(condition.unless, (*place, "unless"))


def _asking_nothing(limits: Condition, measure: AnyMeasure, place: Place) -> Iterator[Mistake]:
    """A limit that stands alone, and that everybody keeps."""
    (low, high), least, most = measure.span, limits.at_least, limits.at_most
    key = "at_least" if least is not None and most is None and least <= low else ""
    key = "at_most" if most is not None and least is None and most >= high else key
    if key:
        said = message(
            "mistake.nothing_asked", measure=measure.name, low=float(low), high=float(high)
        )
        yield Mistake((*place, key), said, ((*place, "measure"),))


def _unseen(
    measure: AnyMeasure, views: tuple[str, ...], place: Place, remedy: Message
) -> Iterator[Mistake]:
    """From some of these views the measure isn't what it says."""
    blind = [view for view in views if view not in measure.seen_from]
    if blind:
        yield Mistake(
            (*place, "measure"),
            message(
                "mistake.unseen",
                measure=measure.name,
                blind=either(blind),
                seen=either(measure.seen_from),
                remedy=remedy,
            ),
            (("camera", "view"), (*place, "views")),
        )


def _beyond(limits: Range | Condition, place: Place, *, change: bool = False) -> Iterator[Mistake]:
    """Limits outside what anybody has. change: they are of how far a measure moves."""
    measure = known(limits.measure)
    if measure is None:
        return
    low, high = measure.span
    room = OPEN_DEGREES if measure.unit == DEGREES else 0.0
    least, most = (low - high, high - low) if change else measure.span
    for key in ("at_least", "at_most"):
        value = getattr(limits, key)
        if value is not None:
            rests_on = ((*place, "measure"),)
            for mistake in _outside(value, measure, (least - room, most + room), (*place, key)):
                yield replace(mistake, rests_on=rests_on)


def _outside(value: float, measure: AnyMeasure, span: Span, place: Place) -> Iterator[Mistake]:
    if not span[0] <= value <= span[1]:
        low, high = measure.span
        yield Mistake(
            place,
            message(
                "mistake.no_body",
                value=float(value),
                unit=message(f"units.{measure.unit.name.replace(' ', '_')}"),
                measure=measure.name,
                low=float(low),
                high=float(high),
            ),
        )
