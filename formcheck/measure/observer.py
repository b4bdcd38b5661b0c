"""Turns poses into measures, each frame in the light of the ones before.

Everybody who measures does it through here: which view, which side is near, how large the person
is, which leg is which and how the back is bent are decided once, in one way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan

from formcheck.measure.back_smoothing import BackSmoothing
from formcheck.measure.body import Body, DrawnBody
from formcheck.measure.catalogue import compute, find
from formcheck.measure.definition import Evidence
from formcheck.measure.error_table import errors_by_view
from formcheck.measure.learned.measures import KnownValues, learned_values
from formcheck.measure.leg_swap import LegSwap
from formcheck.measure.measure_name import plain_name
from formcheck.measure.measures import Measures
from formcheck.measure.orientation import Orientation, View, orientation
from formcheck.measure.scale import BodyScale, ScaleKeeper
from formcheck.measure.spine import BackCurve, back_curve
from formcheck.measure.steady import Lasting, Majority, RunningMedian
from formcheck.pose.impossible import JumpWatch, believed
from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose
from formcheck.pose.together import beside_itself


@dataclass(frozen=True)
class ObserverSettings:
    """How long it takes until what prevails follows what single frames show, in seconds."""

    view_window_s: float = 1.0
    """The view is voted on over this time: a single frame may show any."""
    side_window_s: float = 1.0
    """So is the near side: left and right swap in up to 6 % of frames seen from the side."""
    side_change_s: float = 3.0
    """In a settled person the near side changes only when the other one has been nearer for this
    long: they may have turned round, but a swap lasts a second at most."""
    scale_s: float = 1.0
    """The person's lengths are taken over this time in position, then kept."""
    turn_window_s: float = 10.0
    """Where the camera is taken to be turned off the plane by less than in the middle of this time,
    nobody has turned, and it is this moment's posture that shows it wrongly: of hips that are
    lifted towards a camera 52 degrees off it said 5, and of an angle of 252 degrees that it is 8
    off (it was 176). As long as a repetition and the rest before it."""


class Observer:
    """Measures one person, frame by frame; keeps what must not change from frame to frame.

        observer = formcheck.Observer(["knee", "trunk_inclination"])
        for pose in formcheck.read_poses("poses.npz"):
            print(pose.time_s, observer.update(pose).values["knee.left"])

    names: the measures that are wanted, out of CATALOGUE; where a side is given, both are measured.
    as_drawn: those of them, without side, of which what is learnt isn't wanted.
    knee_planted: whether one knee always stays on the floor, by which the legs can be told apart
    (see `LegSwap`).

    Feed it every pose in rising time with `update`. With a new take it begins anew.

    Raises UnknownMeasureError, which names the nearest one, where there is no such measure.
    """

    def __init__(
        self,
        names: Iterable[str],
        *,
        as_drawn: Iterable[str] = (),
        knee_planted: bool = False,
        settings: ObserverSettings | None = None,
    ) -> None:
        self._names = tuple(dict.fromkeys(find(name).name for name in names))
        full = (full for name in as_drawn for full in find(name).full_names)
        self._as_drawn = frozenset(full)
        self._knee_planted = knee_planted
        self._settings = settings or ObserverSettings()
        self._needs_back = any(find(name).needs_silhouette for name in self._names)
        self._take = 0
        self._jumps = JumpWatch()
        self.restart()

    def restart(self) -> None:
        """Forget side, view, scale and what was smoothed: this is somebody or somewhere else."""
        self._view: Majority[View] = Majority(self._settings.view_window_s)
        self._side_vote: Majority[Side | None] = Majority(self._settings.side_window_s)
        self._side: Lasting[Side | None] = Lasting(None)
        self._scale = ScaleKeeper(self._settings.scale_s)
        self._turn = RunningMedian(self._settings.turn_window_s)
        self._back = BackSmoothing()
        self._legs = LegSwap() if self._knee_planted else None

    def update(self, pose: Pose, *, settled: bool = True) -> Measures:
        """Measure the next frame; where nobody was found, every value is NaN.

        settled: whether the person stays as they are, so that their near side is kept; somebody
        who is still finding their place may turn at any moment.
        """
        if pose.take != self._take:
            self._take = pose.take
            self.restart()
        pose = beside_itself(pose)
        turned = orientation(pose)
        view = self._view.update(pose.time_s, turned.view) if pose.found else View.UNKNOWN
        near = self._near(pose, turned.near_side, settled)
        scale = self._scale.scale(pose, near)
        if self._legs is not None:
            pose = beside_itself(self._legs.update(pose, near, scale.trunk))
        drawn = pose if pose.jumps is not None else self._jumps.update(pose)
        pose = beside_itself(believed(drawn))
        body = Body(pose, scale)
        back = None
        if self._needs_back:
            back = self._back.update(back_curve(body, turned), pose.time_s)
        values = compute(self._names, Evidence(body, turned, back))
        beyond = _beyond(values, body, Evidence(DrawnBody(pose, scale), turned, back))
        doubted = pose is not drawn and _missing(values, Evidence(Body(drawn, scale), turned, back))
        off_plane = self._off_plane(pose.time_s, turned)
        known = told_with_errors(values, drawn, turned, near, off_plane, self._as_drawn)
        return Measures(
            body,
            turned,
            off_plane,
            view,
            near,
            back,
            known.values,
            known.errors,
            drawn=values,
            learned=known.learned,
            beyond=beyond,
            doubted=frozenset(doubted or ()),
        )

    def learn_scale(self, measures: Measures) -> None:
        """Take the person's lengths from a frame in which they are in position.

        Until then each frame's own lengths are used.
        """
        self._scale.learn(measures.pose, measures.near_side)

    def _off_plane(self, time_s: float, turned: Orientation) -> float:
        now = turned.off_plane
        return now if isnan(now) else max(now, self._turn.update(time_s, now))

    def _near(self, pose: Pose, side: Side | None, settled: bool) -> Side | None:
        if not pose.found:
            return self._side.value
        prevailing = self._side_vote.update(pose.time_s, side)
        needed_s = self._settings.side_change_s if settled and self._side.value else 0.0
        return self._side.update(pose.time_s, prevailing, needed_s)


def _beyond(values: Mapping[str, float], seen: Body, drawn: Evidence) -> dict[str, float]:
    """What of these values is missing only because a joint isn't inside the picture."""
    if not (drawn.body.visible & ~seen.visible).any():
        return {}
    return _missing(values, drawn)


def _missing(values: Mapping[str, float], drawn: Evidence) -> dict[str, float]:
    """What is missing of these values and can be had from what is drawn."""
    missing = {name for name, value in values.items() if value != value}
    plain = dict.fromkeys(plain_name(name) for name in missing)
    return {
        name: value
        for name, value in compute(plain, drawn).items()
        if name in missing and value == value
    }


def measured_again(
    measures: Measures, names: Sequence[str], scale: BodyScale, roll: float
) -> Measures:
    """A frame measured in other lengths, with the camera rolled by so many degrees.

    For comparing frames that were measured before the person's lengths, or the roll, were known.
    """
    pose = beside_itself(replace(measures.pose, roll=roll))
    turned = orientation(pose)
    body = Body(pose, scale)
    back: BackCurve | None = None
    if any(find(name).needs_silhouette for name in names):
        back = back_curve(body, turned)
    values = compute(names, Evidence(body, turned, back))
    off_plane = max(turned.off_plane, measures.off_plane)
    known = told_with_errors(values, pose, turned, measures.near_side, off_plane)
    return replace(
        measures,
        body=body,
        orientation=turned,
        off_plane=off_plane,
        back=back,
        values=known.values,
        errors=known.errors,
        drawn=values,
        learned=known.learned,
    )


def told_with_errors(
    drawn: Mapping[str, float],
    pose: Pose,
    turned: Orientation,
    near: Side | None,
    off_plane: float,
    as_drawn: frozenset[str] = frozenset(),
) -> KnownValues:
    """What is learnt of measures instead of what is drawn, wherever there is; each with its error.

    drawn: by full name; what can't be seen stays so. off_plane: degrees, see `Measures`. as_drawn:
    names of those that stay as drawn.
    """
    errors = errors_by_view(drawn, turned, near, off_plane)
    told = {name: value for name, value in drawn.items() if name not in as_drawn}
    learned = learned_values(told, errors, pose, near, turned.off_plane)
    return KnownValues({**drawn, **learned.values}, {**errors, **learned.errors}, learned.learned)
