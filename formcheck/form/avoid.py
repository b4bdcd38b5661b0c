"""Noticing movements that should be avoided, whatever exercise is being done."""

from collections.abc import Iterator
from dataclasses import dataclass

from formcheck.exercises.avoid_rule import AvoidRule
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.range import Range
from formcheck.exercises.translation import translated
from formcheck.form.sides import SideChoice, all_hold
from formcheck.measure.measure_name import plain_name
from formcheck.measure.measures import Measures
from formcheck.measure.steady import Lasting
from formcheck.texts.texts import Texts, load_texts


@dataclass(frozen=True)
class AvoidSettings:
    """When a movement to avoid is told, in seconds."""

    return_s: float = 10.0
    """Longest time between leaving a position and coming back to it in one movement."""

    position_s: float = 0.3
    """How long a position must be held to count."""

    unseen_s: float = 0.3
    """Longest time in which the body may be unseen within one movement: nobody knows whether it is
    still the same one after that."""

    told_s: float = 6.0
    """How long the advice is shown."""


DEFAULTS = AvoidSettings()


class AvoidWatch:
    """Watches for the movements to avoid of the exercise's library; state over time."""

    def __init__(
        self,
        exercise: Exercise,
        texts: Texts | None = None,
        settings: AvoidSettings = DEFAULTS,
    ) -> None:
        """Exercise: the one being done, which may have its own words for such a movement.

        texts: for the advice; English where none are given.
        """
        watched = (
            translated(one, texts or load_texts())
            for one in exercise.avoided
            if one.recognised is not None and exercise.id not in one.recognised.not_during
        )
        self._movements = [
            MovementWatch(one, one.recognised, settings)
            for one in watched
            if one.recognised is not None
        ]
        self._settings = settings
        self._told_until_s = 0.0
        self._advice = ""

    @property
    def measures(self) -> tuple[str, ...]:
        """Names, without side, of the measures that it needs."""
        names = (name for movement in self._movements for name in movement.measures)
        return tuple(dict.fromkeys(names))

    @property
    def advice(self) -> str:
        """What to tell now; the empty string where there is nothing to tell."""
        return self._advice

    def update(self, measures: Measures) -> Iterator[str]:
        """Take the next frame; the ids of the movements that it completes."""
        if measures.time_s > self._told_until_s:
            self._advice = ""
        for movement in self._movements:
            if movement.update(measures):
                self._advice = movement.recognition.advice
                self._told_until_s = measures.time_s + self._settings.told_s
                yield movement.id

    def interrupt(self) -> None:
        """A pause: what comes next doesn't follow what was before."""
        for movement in self._movements:
            movement.interrupt()


class MovementWatch:
    """Watches for one movement: seen to begin, to last, and to end, as a repetition is."""

    def __init__(
        self, movement: Exercise, recognition: AvoidRule, settings: AvoidSettings = DEFAULTS
    ) -> None:
        self._settings = settings
        self.id = movement.id
        self.recognition = recognition
        self._views = movement.camera.views
        between = recognition.between
        self._position: tuple[Range, ...] = between.ranges if between is not None else ()
        self.interrupt()

    @property
    def measures(self) -> Iterator[str]:
        """Names of the measures that it needs, without side."""
        for limit in (*self.recognition.ranges, *self._position):
            yield plain_name(limit.measure)

    def update(self, measures: Measures) -> bool:
        """Take the next frame; whether it completes the movement."""
        sides = SideChoice(near=measures.near_side)
        if measures.found and not self._doubted(measures):
            self._seen_s = measures.time_s
        elif measures.time_s - self._seen_s > self._settings.unseen_s:
            self.interrupt()
        holds = self._holds(measures, sides)
        if holds is None:
            return False
        at_rest = not holds
        if self._position:
            at_rest = all_hold(self._position, measures.values, sides)
        return self._moved(measures.time_s, holds and measures.view in self._views, at_rest)

    def interrupt(self) -> None:
        """A pause, or a moment in which nobody saw: no movement goes on over it."""
        self._moving: Lasting[bool] = Lasting(False)
        self._at_rest: Lasting[bool] = Lasting(False)
        self._left_rest_s = float("-inf")
        self._reached_s: float | None = None
        self._seen_s = float("-inf")

    def _doubted(self, measures: Measures) -> bool:
        """Whether joints that it is told by moved as no body's do."""
        return any(plain_name(name) in self.measures for name in measures.doubted)

    def _holds(self, measures: Measures, sides: SideChoice) -> bool | None:
        """Whether this is the movement; None where what can be seen doesn't tell."""
        if not measures.found:
            return None
        seen = True
        for limit in self.recognition.ranges:
            value = sides.value(limit.measure, measures.values)
            if not limit.contains(value):
                if value == value:
                    return False
                seen = False
        return True if seen else None

    def _moved(self, time_s: float, moving: bool, at_rest: bool) -> bool:
        """Whether somebody left the rest position, was in the movement, and is back."""
        settings = self._settings
        was_moving, was_at_rest = self._moving.value, self._at_rest.value
        now_moving = self._moving.update(time_s, moving, self.recognition.lasting_s)
        now_at_rest = self._at_rest.update(time_s, at_rest, settings.position_s)
        if was_at_rest:
            self._left_rest_s = time_s
        if now_moving and not was_moving and time_s - self._left_rest_s <= settings.return_s:
            self._reached_s = time_s
        if now_at_rest and not was_at_rest and self._reached_s is not None:
            done = time_s - self._reached_s <= settings.return_s
            self._reached_s = None
            return done
        return False
