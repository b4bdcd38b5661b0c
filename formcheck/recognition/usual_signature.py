"""An exercise's signature, also where its file doesn't say."""

from dataclasses import dataclass

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.range import Range
from formcheck.exercises.signature import Signature
from formcheck.measure.catalogue import find
from formcheck.measure.unit import DEGREES


@dataclass(frozen=True)
class UsualSignatureSettings:
    """What is expected of an exercise that says only how it is counted."""

    least_share: float = 0.4
    """Share of the usual travel that makes a repetition of it."""

    width: float = 0.5
    """How far around the usual furthest point it may end, as a share of the usual travel."""


DEFAULTS = UsualSignatureSettings()


def has_signature(exercise: Exercise) -> bool:
    """Whether the file says how the exercise is told from others."""
    signature = exercise.signature
    return bool(signature.peak or signature.change or signature.still)


def signature_of(exercise: Exercise, settings: UsualSignatureSettings = DEFAULTS) -> Signature:
    """What the file says; else what follows from where its repetition usually rests and turns."""
    signature = exercise.signature
    if has_signature(exercise):
        return signature
    rule = exercise.repetition
    travel = rule.usual_peak - rule.usual_rest
    least = settings.least_share * travel
    change = (
        Range(measure=rule.measure, at_least=least)
        if travel > 0
        else Range(measure=rule.measure, at_most=least)
    )
    width = settings.width * abs(travel)
    peak = (
        Range(
            measure=rule.measure,
            at_least=rule.usual_peak - width,
            at_most=rule.usual_peak + width,
        ),
    )
    # Heights in the picture have no level of their own.
    in_degrees = find(rule.measure).unit == DEGREES
    return signature.model_copy(update={"change": (change,), "peak": peak if in_degrees else ()})
