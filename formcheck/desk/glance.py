"""One look at the desk: is somebody sitting there, seen from where, and how large?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from formcheck.desk.cut_off_head import is_cut_off_above, is_head_over_heels
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.range import Range
from formcheck.form.sides import SideChoice, all_hold
from formcheck.measure.geometry import distance
from formcheck.measure.measure_name import plain_name
from formcheck.measure.measures import Measures
from formcheck.measure.observer import Observer, ObserverSettings, measured_again
from formcheck.measure.orientation import View
from formcheck.measure.scale import BodyScale, scale_of, typical
from formcheck.pose.plausibility import is_person, is_seen_well, is_upper_body
from formcheck.pose.pose import Pose

STEADY_CAMERA = ObserverSettings(view_window_s=10.0, side_window_s=10.0, side_change_s=0.0)
"""The camera stands still; half turned and hips hidden, single pictures waver between two views."""

SHORTEST_TRUNK_M = 0.42
"""From hips to shoulders in the model's own metres: seen from the side they are 0.40 to 0.50 apart
(rendered people). Half turned and from the front they seem to be 0.29 to 0.44 apart."""


@dataclass(frozen=True, eq=False)
class Glance:
    """One picture of the desk.

    measures: of whoever is there, with the view and the near side of the last seconds.
    sitting: whether there is a person, and not in the position in which the posture is given up.
    unlikely: what was found where that has proportions that nobody has; e.g. of somebody who bends
        towards the camera. None where a person was found, or nothing was.
    by_drawing: whether values are as the picture shows them, also where something else is learnt.
    """

    measures: Measures
    sitting: bool
    unlikely: Pose | None = None
    by_drawing: bool = False

    @property
    def time_s(self) -> float:
        """When it was seen."""
        return self.measures.time_s

    @property
    def view(self) -> View:
        """From where they are seen. Nobody lies at a desk: a trunk that seems to point at the
        camera is one that leans towards it, seen from the front."""
        view = self.measures.view
        return View.FRONT if view is View.END_ON else view

    @property
    def sides(self) -> SideChoice:
        """The near side, as most of the last pictures have it."""
        return SideChoice(near=self.measures.near_side)

    @property
    def scale(self) -> BodyScale:
        """The person's lengths as this picture shows them, from the head where hips are hidden."""
        return _own_scale(self.measures)

    def rolled(self, roll: float) -> "Glance":
        """The same with the camera's roll in degrees, whatever was thought of it in this moment."""
        measures = measured_again(self.measures, (), self.measures.body.scale, roll)
        return replace(self, measures=measures)

    def values(self, names: Sequence[str], scale: BodyScale) -> Mapping[str, float]:
        """The named measures (without side), lengths in the given scale."""
        again = measured_again(self.measures, names, scale, self.measures.pose.roll)
        return again.drawn if self.by_drawing else again.values


class DeskObserver:
    """Turns poses into glances; state over time. posture: the one that is watched."""

    def __init__(self, posture: Exercise) -> None:
        left_in = posture.start.left_in
        self._left_ranges: tuple[Range, ...] = left_in.ranges if left_in is not None else ()
        self._names = tuple(plain_name(limit.measure) for limit in self._left_ranges)
        self._observer = Observer(self._names, settings=STEADY_CAMERA)

    def update(self, pose: Pose) -> Glance:
        """Take the next pose, in rising time."""
        wrong = is_head_over_heels(pose)
        if wrong or not (is_person(pose) or is_upper_body(pose)):
            nobody = Pose.missing(pose.time_s, pose.width, pose.height)
            nobody = replace(nobody, camera=pose.camera, take=pose.take)
            stands = wrong and is_cut_off_above(pose)
            unlikely = pose if is_seen_well(pose) and not stands else None
            return Glance(self._observer.update(nobody), sitting=False, unlikely=unlikely)
        measures = self._observer.update(pose)
        return Glance(measures, sitting=not self._has_left(measures))

    def _has_left(self, measures: Measures) -> bool:
        """Whether someone clearly stands; the legs of who sits facing the camera look straight."""
        if not self._left_ranges or measures.view not in (View.SIDE, View.THREE_QUARTER):
            return False
        scale, roll = _own_scale(measures), measures.pose.roll
        values = measured_again(measures, self._names, scale, roll).values
        return all_hold(self._left_ranges, values, SideChoice(near=measures.near_side))


def _own_scale(measures: Measures) -> BodyScale:
    pose, body = measures.pose, measures.body
    scale, known = scale_of(pose, measures.near_side), pose.calibration
    trunk = scale.trunk
    if trunk != trunk:
        trunk = float(distance(body.centre("ear"), body.centre("shoulder"))) / known.ear_to_trunk
    # A trunk that points at the camera a little, or whose hips a desk hides, is drawn too short.
    trunk = max(trunk, SHORTEST_TRUNK_M * pose.pixels_per_metre)
    return typical([BodyScale(trunk, scale.arm)], known)
