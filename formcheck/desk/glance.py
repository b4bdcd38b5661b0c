"""One look at the desk: is somebody sitting there, seen from where, and how large?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.form.ranges import all_hold
from formcheck.form.sides import SideChoice
from formcheck.measure.body import Body
from formcheck.measure.catalogue import Seen, compute
from formcheck.measure.geometry import distance
from formcheck.measure.orientation import View, orientation
from formcheck.measure.scale import BodyScale, scale_of, typical
from formcheck.measure.spine import back_curve
from formcheck.measure.steady import Majority
from formcheck.pose.landmarks import Side
from formcheck.pose.plausibility import is_person
from formcheck.pose.pose import Pose

VIEW_WINDOW_S = 10.0
"""The camera stands still; half turned and hips hidden, single pictures waver between two views."""

STANDING = ExerciseLibrary.built_in().start_positions["standing"]
STANDING_MEASURES = tuple(limit.measure.partition(".")[0] for limit in STANDING.ranges)


@dataclass(frozen=True, eq=False)
class Glance:
    """One picture of the desk.

    sitting: whether there is a person who doesn't stand.
    view: the view that prevails; UNKNOWN where nobody was found.
    near: the side nearer to the camera, as most of the last pictures have it.
    """

    pose: Pose
    sitting: bool
    view: View
    near: Side | None

    @property
    def time_s(self) -> float:
        """When it was seen."""
        return self.pose.time_s

    @property
    def scale(self) -> BodyScale:
        """The person's lengths as this picture shows them, from the head where hips are hidden."""
        scale, known = scale_of(self.pose, self.near), self.pose.calibration
        if scale.trunk == scale.trunk:
            return typical([scale], known)
        body = Body(self.pose, scale)
        head = float(distance(body.centre("ear"), body.centre("shoulder")))
        return typical([BodyScale(head / known.ear_to_trunk, scale.arm)], known)

    def rolled(self, roll: float) -> "Glance":
        """The same with the camera's roll in degrees, whatever was thought of it in this moment."""
        return replace(self, pose=replace(self.pose, roll=roll))

    def measured(self, names: Sequence[str], scale: BodyScale) -> Mapping[str, float]:
        """The named measures (without side), lengths in the given scale."""
        turned = orientation(self.pose)
        body = Body(self.pose, scale)
        return compute(names, Seen(body, turned, back_curve(body, turned)))


class Onlooker:
    """Turns poses into glances; remembers the view and the near side of the last seconds."""

    def __init__(self) -> None:
        self._view: Majority[View] = Majority(VIEW_WINDOW_S)
        self._near: Majority[Side | None] = Majority(VIEW_WINDOW_S)

    def look(self, pose: Pose) -> Glance:
        """Take the next pose, in rising time."""
        if not is_person(pose):
            return Glance(pose, sitting=False, view=View.UNKNOWN, near=None)
        turned = orientation(pose)
        view = self._view.update(pose.time_s, turned.view)
        near = self._near.update(pose.time_s, turned.near_side)
        seen = Glance(pose, sitting=True, view=view, near=near)
        return replace(seen, sitting=not _stands(seen))


def _stands(seen: Glance) -> bool:
    """Whether someone clearly stands; the legs of who sits facing the camera look straight too."""
    if seen.view not in (View.SIDE, View.THREE_QUARTER):
        return False
    measures = seen.measured(STANDING_MEASURES, seen.scale)
    return all_hold(STANDING.ranges, measures, SideChoice(near=seen.near))
