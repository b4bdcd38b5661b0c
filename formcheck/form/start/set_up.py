"""Can this person be judged from here, and if not, what should they change?

Strict before a set. During the set the same problems are only shown: one bad second must not lose
the set.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.start_position import StartPosition
from formcheck.form.sides import SideChoice
from formcheck.form.start.start_limits import broken_start
from formcheck.form.state import SetUp, SetUpProblem, Verdict
from formcheck.measure.body import Body
from formcheck.measure.measures import Measures
from formcheck.measure.orientation import View
from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.texts.texts import Texts

START_POSITION = "start-position"
START_LIMITS = "start-limits"
OF_THE_START = (START_POSITION, START_LIMITS)
"""What is wrong with how it begins, as the ids of problems."""


@dataclass(frozen=True)
class SetUpSettings:
    """What a person must be seen like."""

    least_trunk_share: float = 0.09
    """Trunk length over the picture's longer side below which the person is too far: about four
    metres with a usual webcam (60 degrees across), the limit of the model's card."""
    most_named: int = 2
    """Joints that can't be seen which are named; more nobody keeps in mind that hears them."""
    lying_inclination: float = 45.0
    """Trunk inclination, in degrees, from which on turning means to lie differently, not to stand
    differently: halfway between upright and level."""


def check_set_up(
    exercise: Exercise,
    position: StartPosition,
    measures: Measures,
    texts: Texts,
    settings: SetUpSettings | None = None,
) -> SetUp:
    """What is wrong with this frame, most important first; no problem is a verdict of good.

    position: the exercise's start position, in the language of the texts.
    """
    settings = settings or SetUpSettings()
    if not measures.found:
        return SetUp(Verdict.UNKNOWN, (_nobody(measures, texts),))
    problems = (
        *_out_of_view(exercise, measures, texts, settings),
        *_distance(measures.body, texts, settings),
        *_posture_and_view(exercise, position, measures, texts, settings),
        *_start_limits(exercise, measures),
    )
    return SetUp(Verdict.FAULT if problems else Verdict.GOOD, problems)


def during_the_set(set_up: SetUp) -> SetUp:
    """A set-up without what matters only before the set: the start position and its limits."""
    return _without(set_up, *OF_THE_START)


def after_the_start(set_up: SetUp) -> SetUp:
    """A set-up without the limits of the start: what is compared with it was taken."""
    return _without(set_up, START_LIMITS)


def _without(set_up: SetUp, *left_out: str) -> SetUp:
    problems = tuple(p for p in set_up.problems if p.id not in left_out)
    if not problems and set_up.verdict is Verdict.FAULT:
        return SetUp(Verdict.GOOD, ())
    return SetUp(set_up.verdict, problems)


def joints_in_view(exercise: Exercise, measures: Measures) -> bool:
    """Whether the joints that the exercise needs can be seen."""
    return not _unseen(exercise, measures)


def _unseen(exercise: Exercise, measures: Measures) -> list[str]:
    """The needed landmarks that are hidden; from the side, one of each pair is enough."""
    one_is_enough = measures.view is View.SIDE or exercise.camera.view == "side"
    sides = (measures.near_side or "left",) if one_is_enough else SIDES
    needed = [f"{side}_{joint}" for joint in exercise.camera.joints for side in sides]
    across = measures.body.points[[INDEX[name] for name in needed], 0]
    return list(compress(needed, np.isnan(across)))


def _nobody(measures: Measures, texts: Texts) -> SetUpProblem:
    if measures.pose.covered:
        return _hidden(texts)
    return SetUpProblem("no-person", texts.text("set_up.no_person"))


def _hidden(texts: Texts) -> SetUpProblem:
    """Whoever is behind somebody else can't mend that by moving into the picture."""
    return SetUpProblem("hidden", texts.text("set_up.hidden"))


def _out_of_view(
    exercise: Exercise, measures: Measures, texts: Texts, settings: SetUpSettings
) -> Iterator[SetUpProblem]:
    unseen = _unseen(exercise, measures)
    if unseen and measures.pose.covered:
        yield _hidden(texts)
    elif len(unseen) > settings.most_named:
        yield SetUpProblem("out-of-view", texts.text("set_up.mostly_unseen"))
    elif unseen:
        joints = _listed([texts.text(f"set_up.joints.{name}") for name in unseen], texts)
        yield SetUpProblem("out-of-view", texts.text("set_up.out_of_view", joints=joints))


def _listed(words: Sequence[str], texts: Texts) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *before, last = words
    if not before:
        return last
    first, *further = before
    for word in further:
        first = texts.text("set_up.further_joint", first=first, next=word)
    return texts.text("set_up.two_joints", first=first, last=last)


def _distance(body: Body, texts: Texts, settings: SetUpSettings) -> Iterator[SetUpProblem]:
    longer = max(body.pose.width, body.pose.height)
    if body.scale.trunk < settings.least_trunk_share * longer:
        yield SetUpProblem("too-far", texts.text("set_up.too_far"))


def _posture_and_view(
    exercise: Exercise,
    position: StartPosition,
    measures: Measures,
    texts: Texts,
    settings: SetUpSettings,
) -> Iterator[SetUpProblem]:
    """The view first: from a wrong one no posture can be told, but whether somebody lies."""
    view = tuple(_wrong_view(exercise, measures, texts, settings))
    posture = tuple(_start_position(position, measures, texts))
    if _lies_or_stands_instead(position, measures, settings):
        yield from posture
        yield from view
    else:
        yield from view
        yield from posture


def _lies_or_stands_instead(
    position: StartPosition, measures: Measures, settings: SetUpSettings
) -> bool:
    """Whether somebody is upright who should lie or be on all fours, or the other way round."""
    figure = position.figures.get("side")
    elevation = measures.values.get("trunk_elevation", float("nan"))
    lean = measures.values.get("trunk_inclination", 90 - elevation)
    if figure is None or measures.view is View.END_ON or lean != lean:
        return False
    across = abs(figure.shoulder[0] - figure.hip[0])
    level = across > abs(figure.shoulder[1] - figure.hip[1])
    return level != (settings.lying_inclination < lean < 180 - settings.lying_inclination)


def _start_limits(exercise: Exercise, measures: Measures) -> Iterator[SetUpProblem]:
    sides = SideChoice(near=measures.near_side)
    cue = broken_start(exercise, measures.values, measures.view, sides)
    if cue:
        yield SetUpProblem(START_LIMITS, f"{cue}." if cue[-1].isalnum() else cue)


def _wrong_view(
    exercise: Exercise, measures: Measures, texts: Texts, settings: SetUpSettings
) -> Iterator[SetUpProblem]:
    view = measures.view
    if view in exercise.camera.views or view is View.UNKNOWN:
        return
    facing = exercise.camera.view.replace("-", "_")
    # Someone half turned is told the side that is nearer already; from the front either will do.
    if facing == "side" and view is View.THREE_QUARTER and measures.near_side is not None:
        facing = f"{measures.near_side}_side"
    level = measures.values.get("trunk_inclination", 0.0) > settings.lying_inclination
    turn = "set_up.turn_lengthwise" if level else "set_up.turn"
    part = texts.text(f"set_up.facing.{facing}")
    yield SetUpProblem("wrong-view", texts.text(turn, part=part))


def _start_position(
    position: StartPosition, measures: Measures, texts: Texts
) -> Iterator[SetUpProblem]:
    sides = SideChoice(near=measures.near_side)
    for limit in position.ranges:
        value = sides.value(limit.measure, measures.values)
        if value == value and not limit.contains(value):
            begin = texts.text("set_up.begin", position=position.title)
            yield SetUpProblem(START_POSITION, limit.problem or begin)
            return
