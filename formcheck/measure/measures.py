"""What one frame tells of the body: the arrow from measure to everybody who needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from formcheck.measure.body import Body
from formcheck.measure.orientation import Orientation, View
from formcheck.measure.spine import BackCurve
from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose


@dataclass(frozen=True, eq=False)
class Measures:
    """One frame, measured, as `Observer` answers.

    body: its joints by name, with left and right put right, and the person's own lengths.
    orientation: how the trunk is turned in this frame by itself.
    off_plane: degrees by which the camera is off the plane in which the body moves, 0 to 90; at
        least as much as in the middle of the last seconds, since the camera stays where it is.
    view: the plane of the body that the camera sees, as it prevails; UNKNOWN without a person.
    near_side: the side nearer to the camera, as it prevails; None until known.
    back: the edge of the back; None where it was not asked for or can't be had.
    values: each named measure by full name, e.g. `knee.left`, in its unit; NaN where unseen.
    drawn: the same as the picture alone shows it, where something else is learnt; what recognises
        exercises goes by it, which was made with it, but for views that are half turned.
    errors: the standard error of a value by the same name, in the same unit; a name that is not
        there is a value of which nobody knows how sure it is.
    learned: names of values that are learnt, not drawn.
    beyond: what can't be seen because a joint is at the picture's edge or beyond it, as the model
        draws it there: enough to tell which limb it is that left the picture, no more.
    doubted: names of what can't be had because joints moved as no body's do.
    """

    body: Body
    orientation: Orientation
    off_plane: float
    view: View
    near_side: Side | None
    back: BackCurve | None
    values: Mapping[str, float]
    errors: Mapping[str, float] = field(default_factory=dict)
    drawn: Mapping[str, float] = field(default_factory=dict)
    learned: frozenset[str] = frozenset()
    beyond: Mapping[str, float] = field(default_factory=dict)
    doubted: frozenset[str] = frozenset()

    @property
    def pose(self) -> Pose:
        """The pose that was measured."""
        return self.body.pose

    @property
    def time_s(self) -> float:
        """The frame's time in seconds."""
        return self.body.pose.time_s

    @property
    def found(self) -> bool:
        """Whether there is a person at all."""
        return self.body.pose.found

    def error(self, name: str) -> float:
        """The standard error of a value by full name; NaN where nobody knows it."""
        return self.errors.get(name, float("nan"))
