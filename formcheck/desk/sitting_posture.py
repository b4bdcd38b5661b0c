"""Is someone still sitting as they wanted to? Their own baseline, and verdicts against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import nan
from statistics import median
from typing import Final

from formcheck.desk.glance import Glance
from formcheck.desk.hidden_hips import HiddenHips
from formcheck.desk.learnt_trunk import is_misleading
from formcheck.desk.posture import Posture, PostureState, Who
from formcheck.desk.seat import Seat
from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.form.sides import SideChoice
from formcheck.form.state import CriterionState, Verdict
from formcheck.form.verdicts.baseline import Baseline
from formcheck.form.verdicts.live_criteria import LiveCriteria
from formcheck.form.verdicts.measured_frame import MeasuredFrame
from formcheck.form.vocabulary import measure_names
from formcheck.measure.measure_name import plain_name
from formcheck.measure.scale import typical
from formcheck.pose.landmarks import SIDES
from formcheck.pose.pose import Pose

HEIGHTS: Final = ("shoulder_height", "head_height")
HEAD_HEIGHT: Final = "head_height"
BACK: Final = "back_rounding"


@dataclass(frozen=True)
class WhoSettings:
    """By what somebody else is told from the person of the baseline."""

    other_size: float = 2.0
    """Someone this much larger or smaller than at the baseline is somebody else, e.g. at the next
    desk but one. The same person is up to 1.65 larger, leaning to a camera on the screen, and 1.5
    smaller, bent over a phone (three rendered people from five sides)."""

    other_place: float = 1.2
    """Trunk lengths from where the shoulders were; a lean of 45 degrees moves them by 0.7."""

    stood_up: float = 0.3
    """Trunk lengths that shoulders or head are higher than they were: 15 cm, more than a chair is
    raised. It tells where a desk hides the legs, or where they are seen from the front. Who stands
    was found 0.31 to 1.1 higher, the least where the head left the picture (rendered people); who
    stretches the arms upwards lifts the shoulders by 0.2."""

    risen: float = 0.24
    """From here on nobody knows whether they stand or have raised the chair."""

    least_sunk: float = 0.05
    """Trunk lengths by which a slump lowers head or shoulders at least; it is 0.18 and more of who
    slumps (rendered people), and 2 cm are hardly one."""

    unlikely_s: float = 15.0
    """Who has left how they sat goes on being looked for, for so long, in what has proportions that
    nobody has: the model finds some in two of three pictures of who slumps towards the camera
    (three rendered people). Longer, it may be a chair (engineering)."""


DEFAULTS = WhoSettings()


@dataclass(frozen=True)
class Stature:
    """height: of the shoulders above where they were, in trunk lengths. size: of a metre, in
    pixels.
    """

    height: float
    size: float


class PostureJudge:
    """Compares one person with how they sat when the baseline was taken.

    Only what could be seen then is judged. Upright is who keeps all of that; a criterion that was
    seen then and can't be seen now makes the posture unknown.

    baseline: glances at the person sitting the way they want to, at least one.
    """

    def __init__(
        self, exercise: Exercise, baseline: Sequence[Glance], *, settings: WhoSettings = DEFAULTS
    ) -> None:
        self._settings = settings
        self._exercise = exercise
        self._names = measure_names(exercise)
        # A roll that is noticed later must not look like leaning.
        self._roll = baseline[-1].measures.pose.roll
        baseline = [glance.rolled(self._roll) for glance in baseline]
        self._scale = typical(
            [glance.scale for glance in baseline], baseline[0].measures.pose.calibration
        )
        self._by_drawing = is_misleading(baseline, self._scale)
        baseline = [replace(glance, by_drawing=self._by_drawing) for glance in baseline]
        self._size = median(glance.measures.pose.pixels_per_metre for glance in baseline)
        self._place = [median(part) for part in zip(*map(_shoulders, baseline), strict=True)]
        self._hips = HiddenHips(baseline, self._scale)
        self._baseline = Baseline(exercise.criteria)
        self._live = LiveCriteria(exercise)
        self.view = baseline[-1].view
        """From where the camera sees them."""
        self._last, self._out_s = baseline[-1], float("-inf")
        self._heights: Mapping[str, float] = {}
        samples = [self._sample(glance) for glance in baseline]
        self._heights = _median_heights(samples)
        self._baseline.learn(samples, baseline[-1].sides)
        self.judged = tuple(one for one in exercise.criteria if self._can_judge(one, samples[-1]))
        """The criteria that can be judged from where the camera stands."""
        self.not_judged = tuple(one for one in exercise.criteria if one not in self.judged)
        """The others."""

    def update(self, glance: Glance) -> PostureState:
        """The posture in the next glance at the person of the baseline, see `who`."""
        states = self._states(self._sample(glance), glance.sides)
        self._last = glance
        out = any(state.beyond(state.value) > 0 for state in states)
        self._out_s = glance.time_s if out else float("-inf")
        faults = _faults(states)
        if faults:
            return PostureState(Posture.SLOUCHED, faults, out)
        good = {state.id for state in states if state.verdict is Verdict.GOOD}
        needed = {one.id for one in self.judged if not one.may_be_unseen}
        upright = bool(good) and needed <= good
        return PostureState(Posture.UPRIGHT if upright else Posture.UNKNOWN, out_now=out)

    def update_unlikely(self, glance: Glance) -> PostureState:
        """Whether somebody who had left how they sat has not come back, by the shoulders alone.

        In what was found nobody can be seen to sit well.

        glance: one at what nobody looks like, but which is where the person sat.
        """
        out = glance.time_s - self._out_s <= self._settings.unlikely_s
        if glance.unlikely is None or not out:
            return PostureState(Posture.UNKNOWN)
        sunk = (_middle(glance.unlikely)[1] - self._place[1]) / self._scale.trunk
        heights = {name: height - sunk for name, height in self._heights.items()}
        sample = MeasuredFrame(glance.time_s, nan, heights, str(self._last.view))
        faults = _faults(self._states(sample, self._last.sides))
        return PostureState(Posture.SLOUCHED if faults else Posture.UNKNOWN, faults)

    def who(self, glance: Glance) -> Who:
        """Whether someone in the picture is the person of the baseline, and sits.

        Whose size or place can't be seen is taken for them.
        """
        if glance.unlikely is not None:
            return Who.UNSURE if self._is_here(glance.unlikely) else Who.OTHER
        glance = glance.rolled(self._roll)
        if not self._is_as_large(glance.measures.pose):
            return Who.OTHER
        x, y = _shoulders(glance)
        risen = max(self._risen(y), self._head_risen(glance))
        if risen > self._settings.stood_up:
            return Who.STANDING
        moved = risen > self._settings.risen or self._has_moved(x, y)
        return Who.ELSEWHERE if moved else Who.SAME

    def stature(self, glance: Glance) -> Stature | None:
        """How high and how large the person is in the picture; None where no shoulders are."""
        pose = glance.measures.pose
        height = self._risen(_shoulders(glance.rolled(self._roll))[1]) if pose.found else nan
        return Stature(height, pose.pixels_per_metre) if height == height else None

    @property
    def seat(self) -> Seat:
        """Where in the picture they sit, head and arms included."""
        (x, y), pose = self._place, self._last.measures.pose
        return Seat.about((x, y), self._scale.trunk, (pose.width, pose.height))

    def _is_as_large(self, pose: Pose) -> bool:
        largest = self._settings.other_size
        return 1 / largest <= pose.pixels_per_metre / self._size <= largest

    def _is_here(self, pose: Pose) -> bool:
        """Whether what nobody looks like is as large as the person, and where they sat."""
        x, y = _middle(pose)
        stands = self._risen(y) > self._settings.stood_up
        return self._is_as_large(pose) and not stands and not self._has_moved(x, y)

    def _risen(self, y: float) -> float:
        """How much higher the shoulders are than they were, in trunk lengths."""
        return float(self._place[1] - y) / self._scale.trunk

    def _head_risen(self, glance: Glance) -> float:
        """The same of the head; none where it wasn't seen."""
        now = self._sample(glance).measures.get(HEAD_HEIGHT, nan)
        risen = now - self._heights.get(HEAD_HEIGHT, nan)
        return risen if risen == risen else 0.0

    def _has_moved(self, x: float, y: float) -> bool:
        moved = ((x - self._place[0]) ** 2 + (y - self._place[1]) ** 2) ** 0.5
        return bool(moved > self._settings.other_place * self._scale.trunk)

    def _states(self, sample: MeasuredFrame, sides: SideChoice) -> tuple[CriterionState, ...]:
        """How the criteria stand that can be judged from here."""
        phase = self._exercise.phases.rest
        self._live.update(sample, phase, sides, self._baseline)
        states = self._live.states(sample.measures, phase, sides, self._baseline)
        judged = {one.id for one in self.judged}
        return tuple(state for state in states if state.id in judged)

    def _sample(self, glance: Glance) -> MeasuredFrame:
        glance = replace(glance.rolled(self._roll), by_drawing=self._by_drawing)
        values = self._hips.with_trunk(glance.values(self._names, self._scale), glance)
        if BACK in values and not self._is_lower(values):
            values = {**values, BACK: nan}
        return MeasuredFrame(glance.time_s, nan, values, str(glance.view))

    def _is_lower(self, values: Mapping[str, float]) -> bool:
        """Whether head or shoulders have sunk since the baseline, or nobody knows.

        A back that rounds does that; an outline that swells while they stay is a raised arm's.
        """
        known = [
            was - values[name]
            for name, was in self._heights.items()
            if values[name] == values[name]
        ]
        return not known or max(known) >= self._settings.least_sunk

    def _can_judge(self, criterion: Criterion, last: MeasuredFrame) -> bool:
        """Whether a camera that stands where it stood then sees it.

        To one that stands half to the side of who works, hips behind a desk seem to wander: an arm
        that is raised to drink makes the trunk lean by 20 degrees and more (three rendered people).
        So there only what names that view itself is judged. Who sits sideways to it and turns for
        some time is judged by all.
        """
        return any(
            self._baseline.limits(condition) is not None
            and last.view in (condition.views or (self._exercise.camera.view,))
            for condition in criterion.conditions
        )


def _faults(states: Sequence[CriterionState]) -> tuple[CriterionState, ...]:
    return tuple(state for state in states if state.verdict is Verdict.FAULT)


def _median_heights(samples: Sequence[MeasuredFrame]) -> Mapping[str, float]:
    """How high shoulders and head were, by the measure's full name, where that was seen."""
    names = [name for name in samples[-1].measures if plain_name(name) in HEIGHTS]
    seen = {name: [one.measures.get(name, nan) for one in samples] for name in names}
    known = {name: [value for value in values if value == value] for name, values in seen.items()}
    return {name: median(values) for name, values in known.items() if values}


def _middle(pose: Pose) -> tuple[float, float]:
    """Between the shoulders, wherever they were found."""
    left, right = (pose.landmark(f"{side}_shoulder") for side in SIDES)
    return float(left[0] + right[0]) / 2, float(left[1] + right[1]) / 2


def _shoulders(glance: Glance) -> tuple[float, float]:
    x, y = glance.measures.body.centre("shoulder")
    return float(x), float(y)
