"""Taking the baseline: when there are enough good pictures of someone sitting as they want to."""

from dataclasses import dataclass, replace
from enum import StrEnum

from formcheck.desk.glance import Glance
from formcheck.desk.learnt_trunk import is_misleading
from formcheck.desk.sitting_posture import PostureJudge
from formcheck.exercises.exercise import Exercise
from formcheck.form.start.start_limits import broken_start
from formcheck.form.vocabulary import measure_names
from formcheck.measure.orientation import View


@dataclass(frozen=True)
class SittingBaselineSettings:
    """What makes a baseline; engineering values."""

    least_glances: int = 4
    """A baseline is the median over at least so many pictures: one that errs doesn't count."""

    window_s: float = 12.0
    """None of them is older than this: nobody sits up for longer because they were asked to."""

    patience_s: float = 6.0
    """How long something must stand in the way before it is told."""


DEFAULTS = SittingBaselineSettings()


class Obstacle(StrEnum):
    """What keeps a baseline from being taken; the texts of `desk` say what to do about it."""

    NOBODY = "nobody"
    NOT_UPRIGHT = "not_upright"
    NOTHING_TO_JUDGE = "nothing_to_judge"


class BaselineTaker:
    """Collects glances from a given time on until they make a baseline.

    from_s: what was before doesn't count: the person was asked to sit up first.
    """

    def __init__(
        self, exercise: Exercise, from_s: float, *, settings: SittingBaselineSettings = DEFAULTS
    ) -> None:
        self._settings = settings
        self._exercise = exercise
        self._position = exercise.start.position
        self._names = measure_names(exercise)
        self._from_s = from_s
        self._kept: list[Glance] = []
        self._obstacle: Obstacle | None = None
        self._since_s = from_s

    @property
    def from_s(self) -> float:
        """When it begins to look."""
        return self._from_s

    def update(self, glance: Glance) -> PostureJudge | None:
        """Take the next glance; the judge as soon as there is a baseline."""
        if glance.time_s < self._from_s:
            return None
        self._kept = [
            one for one in self._kept if glance.time_s - one.time_s <= self._settings.window_s
        ]
        obstacle = self._obstacle_in(glance)
        judge = None
        if obstacle is None:
            self._kept.append(glance)
            if len(self._kept) >= self._settings.least_glances:
                judge = PostureJudge(self._exercise, self._kept)
                obstacle = None if judge.judged else Obstacle.NOTHING_TO_JUDGE
        if obstacle is not self._obstacle:
            self._obstacle, self._since_s = obstacle, glance.time_s
        return judge if obstacle is None else None

    def obstacle(self, now_s: float) -> Obstacle | None:
        """What has stood in the way for some time now."""
        return self._obstacle if now_s - self._since_s >= self._settings.patience_s else None

    def _obstacle_in(self, glance: Glance) -> Obstacle | None:
        if not glance.sitting:
            return Obstacle.NOBODY
        return None if self._sits_up(glance) else Obstacle.NOT_UPRIGHT

    def _sits_up(self, glance: Glance) -> bool:
        """Whether the start position's ranges hold, as far as they can be seen, and its limits.

        From the front they can't: there a trunk that leans back looks as one that leans forward.
        """
        if is_misleading([glance], glance.scale):
            glance = replace(glance, by_drawing=True)
        measures = glance.values(self._names, glance.scale)
        values = [glance.sides.value(limit.measure, measures) for limit in self._position.ranges]
        view, sides = glance.view, glance.sides
        if view not in (View.SIDE, View.THREE_QUARTER):
            return True
        if broken_start(self._exercise, measures, view, sides):
            return False
        return all(
            value != value or limit.contains(value)
            for limit, value in zip(self._position.ranges, values, strict=True)
        )
