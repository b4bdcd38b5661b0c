"""Can this person be judged from here, and if not, what should they change?

Strict before a set. During the set the same problems are only shown: one bad second must not lose
the set.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from formcheck.exercises.exercise import Exercise, StartPosition
from formcheck.form.sides import SideChoice
from formcheck.form.state import SetUp, SetUpProblem, Verdict
from formcheck.measure.body import Body
from formcheck.measure.orientation import View
from formcheck.pose.landmarks import INDEX, SIDES, Side

LEAST_TRUNK_SHARE = 0.09
"""Trunk length over the picture's longer side below which the person is too far: about four metres
with a usual webcam (60 degrees across), the limit of the model's card."""

START_POSITION = "start-position"

WORDS = {"foot_index": "toes"}

LYING_INCLINATION = 45.0
"""Trunk inclination from which on turning means to lie differently, not to stand differently."""


def check_set_up(
    exercise: Exercise,
    position: StartPosition,
    body: Body,
    view: View,
    sides: SideChoice,
    measures: Mapping[str, float],
) -> SetUp:
    """What is wrong with this frame, most important first; no problem is a verdict of good."""
    if not body.pose.found:
        problem = SetUpProblem(
            "no-person", "I can't see you. Step into the picture, or switch on a light."
        )
        return SetUp(Verdict.UNKNOWN, (problem,))
    problems = (
        *_out_of_view(exercise, body, view, sides),
        *_distance(body),
        *_wrong_view(exercise, view, measures),
        *_start_position(position, sides, measures),
    )
    return SetUp(Verdict.FAULT if problems else Verdict.GOOD, problems)


def during_the_set(set_up: SetUp) -> SetUp:
    """A set-up without what matters only before the set: the start position."""
    problems = tuple(p for p in set_up.problems if p.id != START_POSITION)
    if not problems and set_up.verdict is Verdict.FAULT:
        return SetUp(Verdict.GOOD, ())
    return SetUp(set_up.verdict, problems)


def joints_in_view(exercise: Exercise, body: Body, view: View, near: Side | None) -> bool:
    """Whether the joints that the exercise needs can be seen."""
    return not _unseen(exercise, body, view, near)


def _unseen(exercise: Exercise, body: Body, view: View, near: Side | None) -> list[str]:
    """The needed joints that are hidden; from the side, one of each pair is enough."""
    seen = {
        side: {joint for joint in exercise.camera.joints if not _hidden(body, joint, side)}
        for side in SIDES
    }
    if view is View.SIDE or exercise.camera.view == "side":
        side = near or "left"
        return [f"{side} {joint}" for joint in exercise.camera.joints if joint not in seen[side]]
    return [
        f"{side} {joint}"
        for joint in exercise.camera.joints
        for side in SIDES
        if joint not in seen[side]
    ]


def _hidden(body: Body, joint: str, side: Side) -> bool:
    return bool(np.isnan(body.points[INDEX[f"{side}_{joint}"], 0]))


def _out_of_view(
    exercise: Exercise, body: Body, view: View, sides: SideChoice
) -> Iterator[SetUpProblem]:
    unseen = _unseen(exercise, body, view, sides.near)
    if not unseen:
        return
    named = [_in_words(joint) for joint in unseen]
    joints = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    yield SetUpProblem(
        "out-of-view", f"I can't see your {joints}. Move so that your whole body is in the picture."
    )


def _in_words(joint: str) -> str:
    side, _, name = joint.partition(" ")
    return f"{side} {WORDS.get(name, name)}"


def _distance(body: Body) -> Iterator[SetUpProblem]:
    longer = max(body.pose.width, body.pose.height)
    if body.scale.trunk < LEAST_TRUNK_SHARE * longer:
        yield SetUpProblem("too-far", "You are too far away. Come closer to the camera.")


def _wrong_view(
    exercise: Exercise, view: View, measures: Mapping[str, float]
) -> Iterator[SetUpProblem]:
    wanted = exercise.camera.view
    if view in exercise.camera.views or view is View.UNKNOWN:
        return
    level = measures.get("trunk_inclination", 0.0) > LYING_INCLINATION
    facing = {"side": "your side faces", "front": "your front faces", "back": "your back faces"}
    part = facing.get(wanted, "you are half turned to")
    turn = "Turn lengthwise across the picture, so that" if level else "Turn so that"
    yield SetUpProblem("wrong-view", f"{turn} {part} the camera.")


def _start_position(
    position: StartPosition, sides: SideChoice, measures: Mapping[str, float]
) -> Iterator[SetUpProblem]:
    for limit in position.ranges:
        value = sides.value(limit.measure, measures)
        if value == value and not limit.contains(value):
            yield SetUpProblem(START_POSITION, limit.problem or f"Begin {position.title}.")
            return
