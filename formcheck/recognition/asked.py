"""Was another exercise done than the one that was asked for?"""

from dataclasses import dataclass

from formcheck.exercises.exercise import Exercise
from formcheck.recognition.answer import Answer, Likeness
from formcheck.recognition.usual_signature import has_signature, signature_of


@dataclass(frozen=True)
class AskedSettings:
    """When another exercise is so clear that nothing is judged as the one that was asked for."""

    clear_score: float = 0.6
    """Score from which another exercise is clearly one: what is less sure may be the one that was
    asked for, done badly."""

    most_alike: float = 0.15
    """How much it may look like the one that was asked for: less than one range that is clearly not
    kept leaves (0.25), more than two do."""

    least_posture: float = 0.5
    """Share of the time from which somebody is in the posture of the one that was asked for, and so
    may be doing that, badly or hardly at all. Of 120 tracks of people and of films that are seen
    well enough, all but five are in their own posture all the time, and none for less than this."""

    least_too_far: float = 0.01
    """How much it must look like an exercise to be that one, done too far. Of the sample clips and
    people's tracks, bridges look like a pelvic tilt by 0.001 to 0.014 where the hips come all the
    way up, and by 0.04 and more where they don't; pelvic tilts with the hips up do by 0.013 on."""


DEFAULTS = AskedSettings()


def other_than(
    asked: Exercise, answer: Answer, settings: AskedSettings = DEFAULTS
) -> Exercise | None:
    """The exercise that it looks like in the place of the one that was asked for.

    None where none is recognised, or where that may well be what was asked for: who only sits may
    be resting, and a movement to avoid may be the exercise, gone too far, of which there is a
    warning anyway.
    """
    one = _recognised_besides(asked, answer)
    if one is None or not is_done_on_purpose(one) or may_be_too_far(asked, answer, settings):
        return None
    return one


def looks_otherwise(asked: Exercise, answer: Answer, settings: AskedSettings = DEFAULTS) -> bool:
    """Whether hardly anything speaks for the exercise that was asked for, whatever else it is."""
    alike = answer.likeness.get(asked.id, Likeness()).score
    return has_signature(asked) and alike <= settings.most_alike


def may_be_too_far(asked: Exercise, answer: Answer, settings: AskedSettings = DEFAULTS) -> bool:
    """Whether what was recognised may be this exercise, done too far."""
    one = _recognised_besides(asked, answer)
    alike = answer.likeness.get(asked.id, Likeness()).score
    return one is not None and one.id in asked.signature.too_far and alike >= settings.least_too_far


def is_as_asked(asked: Exercise, answer: Answer, settings: AskedSettings = DEFAULTS) -> bool:
    """Whether what was recognised is the exercise that was asked for, or that done too far."""
    seen, next_one = answer.exercise, answer.runner_up
    if seen is None:
        return False
    to_avoid = seen.kind == "avoid" and next_one is not None and next_one.id == asked.id
    return seen.id == asked.id or to_avoid or may_be_too_far(asked, answer, settings)


def is_clearly_other(asked: Exercise, answer: Answer, settings: AskedSettings = DEFAULTS) -> bool:
    """Whether it is surely something else, and not the asked exercise done badly.

    Never where somebody is in the posture of that: with the hips too high, a pelvic tilt is a
    bridge to look at, and a push-up that hardly moves is a plank. Never, too, where the file of the
    asked one doesn't say how it is told from others: then nobody knows how much of it is in there.
    """
    one = _recognised_besides(asked, answer)
    if one is None or answer.score < settings.clear_score or not has_signature(asked):
        return False
    alike = answer.likeness.get(asked.id, Likeness())
    return alike.posture < settings.least_posture and alike.score <= settings.most_alike


def is_done_on_purpose(exercise: Exercise) -> bool:
    """Whether somebody who does it means to do an exercise.

    Nobody wants to go on with a movement to avoid, and who only sits does no exercise.
    """
    return exercise.kind != "avoid" and signature_of(exercise).still != "rest"


def _recognised_besides(asked: Exercise, answer: Answer) -> Exercise | None:
    """What was recognised, if that isn't the asked one."""
    one = answer.exercise
    return one if one is not None and one.id != asked.id else None
