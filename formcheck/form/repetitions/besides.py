"""What is done besides, in a pause: a hand at the nose is no hand in the wrong place."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan

from formcheck.exercises.exercise import Exercise
from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.measured_frame import MeasuredFrame


@dataclass(frozen=True)
class BesidesSettings:
    """When leaving the start position is something else.

    left_share: of the time at rest, up to which it is. Who is out of it for most of the time rests
        in a way of their own.
    away_s: seconds that a hand takes to the face, and back to the floor (engineering).
    """

    left_share: float = 0.5
    away_s: float = 0.5


DEFAULTS = BesidesSettings()


def without_besides(
    frames: Sequence[MeasuredFrame],
    exercise: Exercise,
    sides: SideChoice,
    settings: BesidesSettings = DEFAULTS,
) -> Sequence[MeasuredFrame]:
    """Of the frames of a rest those in the start position, if that was kept for most of it."""
    left = [one.time_s for one in frames if _has_left(one, exercise, sides)]
    if not left or len(left) >= settings.left_share * len(frames):
        return frames
    apart = [(one, _apart_s(one.time_s, left)) for one in frames]
    there = [one for one, apart_s in apart if apart_s > settings.away_s]
    return there or [one for one, apart_s in apart if apart_s > 0]


def rested_without_besides(phases: PhaseCut, exercise: Exercise, sides: SideChoice) -> PhaseCut:
    """A repetition without what was done besides in the rest before it."""
    rest = phases.rest
    there = without_besides(rest.frames, exercise, sides)
    if len(there) == len(rest.frames):
        return phases
    whole = (*there, *phases.whole.frames[len(rest.frames) :])
    return replace(
        phases,
        rest=replace(rest, frames=there),
        whole=replace(phases.whole, frames=whole),
    )


def _apart_s(time_s: float, times: Sequence[float]) -> float:
    """How far a time is from the nearest of some, in rising order."""
    after = bisect(times, time_s)
    return min(abs(time_s - one) for one in times[max(after - 1, 0) : after + 1])


def _has_left(frame: MeasuredFrame, exercise: Exercise, sides: SideChoice) -> bool:
    """Whether something that can be seen is not as in the start position, whatever its error.

    Who is at a limit crosses it again and again by what is measured, and stays all the same.
    """
    for one in exercise.start.position.ranges:
        name = sides.full_name(one.measure, frame.measures)
        if one.beyond(frame.measures.get(name, nan)) > frame.error(name):
            return True
    return False
