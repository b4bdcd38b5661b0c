"""Seeing one frame in the light of the ones before: which side is near, which view, what scale."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated_position
from formcheck.form.ranges import all_hold
from formcheck.form.set_up import check_set_up, joints_in_view
from formcheck.form.sides import SideChoice
from formcheck.form.state import SetUp
from formcheck.form.vocabulary import measure_names
from formcheck.measure.back_smoothing import BackSmoothing
from formcheck.measure.body import Body
from formcheck.measure.catalogue import Seen, compute, find
from formcheck.measure.leg_swap import LegSwap
from formcheck.measure.orientation import View, orientation
from formcheck.measure.scale import BodyScale, scale_of, typical
from formcheck.measure.spine import BackCurve, back_curve
from formcheck.measure.steady import Lasting, Majority
from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose
from formcheck.texts.texts import Texts, load_texts

VIEW_WINDOW_S = 1.0
SIDE_WINDOW_S = 1.0
SIDE_CHANGE_S = 3.0
"""A set's near side changes only when the other side has been nearer for this long: left and right
swap in up to 6 % of frames seen from the side, but a person may also turn round."""

SCALE_S = 1.0
"""Time in position over which the person's lengths are taken."""


@dataclass(frozen=True, eq=False)
class Observation:
    """One frame, measured.

    in_posture: whether the exercise's wide ranges hold in this frame.
    """

    pose: Pose
    seen: bool
    view: View
    near_side: Side | None
    measures: dict[str, float]
    back: BackCurve | None
    set_up: SetUp
    in_posture: bool


class ScaleKeeper:
    """The person's lengths in pixels, as they were when they came into position."""

    def __init__(self) -> None:
        self._shown: list[BodyScale] = []
        self._began_s: float | None = None
        self._scale: BodyScale | None = None

    def scale(self, pose: Pose, near: Side | None) -> BodyScale:
        """The scale for a frame: what was learnt, else what the frame itself shows."""
        return typical([scale_of(pose, near)]) if self._scale is None else self._scale

    def learn(self, pose: Pose, near: Side | None) -> None:
        """Take in a frame in position."""
        if self._began_s is None:
            self._began_s = pose.time_s
        if pose.time_s - self._began_s <= SCALE_S:
            self._shown.append(scale_of(pose, near))
            self._scale = typical(self._shown)


class Observer:
    """Measures frames for one exercise; keeps what must not change from frame to frame."""

    def __init__(
        self, exercise: Exercise, also: Iterable[str] = (), texts: Texts | None = None
    ) -> None:
        """Also: names of measures that are wanted besides the exercise's own.

        texts: for set-up problems; English where none are given.
        """
        self._exercise = exercise
        self._texts = texts or load_texts()
        self._position = translated_position(exercise.start.position, self._texts)
        self._names = tuple(dict.fromkeys((*measure_names(exercise), *also)))
        self._needs_back = any(find(name).needs_silhouette for name in self._names)
        self.begin_set()

    def begin_set(self) -> None:
        """Forget side, view and scale: the person has left the position."""
        self._roll = 0.0
        self._view: Majority[View] = Majority(VIEW_WINDOW_S)
        self._view_at_rest = View.UNKNOWN
        self._side_vote: Majority[Side | None] = Majority(SIDE_WINDOW_S)
        self._side: Lasting[Side | None] = Lasting(None)
        self._scale = ScaleKeeper()
        self._back = BackSmoothing()
        self._knees = LegSwap() if self._exercise.sides.planted else None

    def observe(self, pose: Pose, *, settled: bool, under_way: bool = False) -> Observation:
        """Measure one frame.

        settled: the set is under way, so its near side is kept, and the camera's roll, since what
        is compared with the start must be measured as it was then. under_way: so is a repetition.
        """
        self._roll = self._roll if settled else pose.roll
        pose = replace(pose, roll=self._roll)
        turned = orientation(pose)
        view = self._seen_from(pose, turned.view, under_way)
        near = self._near(pose, turned.near_side, settled)
        scale = self._scale.scale(pose, near)
        if self._knees is not None:
            pose = self._knees.straighten(pose, near, scale.trunk)
        body = Body(pose, scale)
        back = None
        if self._needs_back:
            back = self._back.update(back_curve(body, turned), pose.time_s)
        measures = compute(self._names, Seen(body, turned, back))
        sides = SideChoice(near=near)
        in_posture = pose.found and all_hold(self._exercise.posture, measures, sides)
        if in_posture:
            self._scale.learn(pose, near)
        return Observation(
            pose=pose,
            seen=pose.found and joints_in_view(self._exercise, body, view, near),
            view=view,
            near_side=near,
            measures=measures,
            back=back,
            set_up=check_set_up(
                self._exercise, self._position, body, view, sides, measures, self._texts
            ),
            in_posture=in_posture,
        )

    def _seen_from(self, pose: Pose, view: View, under_way: bool) -> View:
        """The view that prevails; a body that turns or bends its trunk only seems half turned."""
        seen = self._view.update(pose.time_s, view) if pose.found else View.UNKNOWN
        if not under_way:
            self._view_at_rest = seen
        right_at_rest = self._view_at_rest in self._exercise.camera.views
        turned_since = under_way and right_at_rest and seen is View.THREE_QUARTER
        return self._view_at_rest if turned_since else seen

    def _near(self, pose: Pose, side: Side | None, settled: bool) -> Side | None:
        if not pose.found:
            return self._side.value
        prevailing = self._side_vote.update(pose.time_s, side)
        needed = SIDE_CHANGE_S if settled and self._side.value else 0.0
        return self._side.update(pose.time_s, prevailing, needed)
