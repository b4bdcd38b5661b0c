"""From the poses of a recording to all that it shows of an exercise."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from formcheck.learn.beginning import (
    BeginningSettings,
    DemonstrationError,
    exercise_part,
    fitting_position,
    prevailing_view,
)
from formcheck.learn.demonstrated_repetitions import (
    DemonstratedRepetition,
    demonstrated_repetitions,
)
from formcheck.learn.demonstration import Demonstration, usual_hold_s
from formcheck.learn.movement import MovementSettings, clearest_movement
from formcheck.learn.shown import Positions, ShownFrame, watch
from formcheck.learn.words import MeasureWords, measure_words
from formcheck.pose.pose import Pose
from formcheck.texts.entries import ENGLISH
from formcheck.texts.message import message


@dataclass(frozen=True)
class ObservingSettings:
    """How a demonstration is looked at."""

    first_s: float = 0.5
    """The exercise begins in its start position: this much of it is looked at first."""

    least_frames: int = 10
    """With a person in fewer frames than this nothing can be learnt: an engineering value, a third
    of a second, in which nobody repeats anything."""

    least_hold_s: float = 1.5
    """Stopping for less is a turning point, and no hold."""

    beginning: BeginningSettings = field(default_factory=BeginningSettings)
    movement: MovementSettings = field(default_factory=MovementSettings)


DEFAULTS = ObservingSettings()


def observe(
    poses: Iterable[Pose],
    positions: Positions,
    settings: ObservingSettings = DEFAULTS,
    *,
    language: str = ENGLISH,
    timed: bool = True,
) -> tuple[Demonstration, Mapping[str, MeasureWords]]:
    """What a recording shows, and the measures that can be judged in it.

    language: that they are spoken of in. timed: whether the recording's seconds are known.

    Raises DemonstrationError where no repetition can be made out.
    """
    frames = _exercise_frames(poses, positions, settings)
    view = prevailing_view(frames)
    begins = [one for one in frames if one.time_s - frames[0].time_s <= settings.first_s]
    begun = fitting_position(begins, positions, settings.beginning, either_side=False)
    every = measure_words(language)
    words = {name: one for name, one in every.items() if one.usable(view, begun)}
    movement = clearest_movement(frames, words, view, settings.movement)
    one_sided = movement.pattern != "none"
    repetitions = demonstrated_repetitions(frames, movement)
    rest = [one for one in frames if _at_rest(repetitions, one.time_s)] or begins
    position = fitting_position(rest, positions, settings.beginning, either_side=one_sided)
    hold_s = usual_hold_s(repetitions, settings.least_hold_s) if timed else 0.0
    return Demonstration(frames, view, position, movement, repetitions, hold_s, timed), words


def _at_rest(repetitions: Sequence[DemonstratedRepetition], time_s: float) -> bool:
    rests = (one.phases.rest for one in repetitions)
    return any(rest.start_s <= time_s <= rest.end_s for rest in rests)


def _exercise_frames(
    poses: Iterable[Pose], positions: Positions, settings: ObservingSettings
) -> tuple[ShownFrame, ...]:
    """The frames of the exercise, measured as a session that begins with it would."""
    frames = watch(poses, positions)
    if len(frames) < settings.least_frames:
        raise DemonstrationError(message("error.learn.nobody"))
    part = exercise_part(frames, positions, settings.beginning)
    first_s, last_s = part[0].time_s, part[-1].time_s
    shown = (pose for pose in poses if first_s <= pose.time_s <= last_s)
    return exercise_part(watch(shown, positions), positions, settings.beginning)
