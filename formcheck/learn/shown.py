"""A demonstration as series: what every frame of it measures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from formcheck.exercises.exercise import CameraPlacement
from formcheck.exercises.start_position import StartPosition
from formcheck.form.roles import ROLE_MEASURES
from formcheck.form.sides import SideChoice
from formcheck.form.vocabulary import HIPS_ACROSS
from formcheck.learn.words import measure_words
from formcheck.measure.measure_name import plain_name
from formcheck.measure.observer import Observer
from formcheck.pose.landmarks import INDEX, SIDES, Side
from formcheck.pose.plausibility import visible_landmarks
from formcheck.pose.pose import Pose

POSTURE = ("chest_elevation", "trunk_inclination")
"""What tells how the trunk lies, whatever is done with the limbs."""

Positions = Mapping[str, StartPosition]
"""The start positions that there are, by name."""


@dataclass(frozen=True, eq=False)
class ShownFrame:
    """One frame with a person.

    view: the plane of the body that the camera sees. near: the side nearer to the camera.
    measures: by full name, e.g. `knee.left`; NaN where it can't be had.
    joints: those that can be seen, with their side, e.g. `left_knee`.
    """

    time_s: float
    view: str
    near: Side | None
    measures: Mapping[str, float]
    joints: frozenset[str]

    @property
    def sides(self) -> SideChoice:
        """The sides as far as one frame tells them."""
        return SideChoice(near=self.near)

    def value(self, name: str) -> float:
        """A measure by a name such as `knee.near`; NaN where it can't be had."""
        return self.sides.value(name, self.measures)


def watch(poses: Iterable[Pose], positions: Positions) -> list[ShownFrame]:
    """Measure every frame in which there is a person.

    The near side, and the person's lengths, are taken as a session that begins with the first of
    these poses would take them.
    """
    observer = Observer(measured_names(positions))
    frames = []
    for pose in poses:
        if not pose.found:
            continue
        measures = observer.update(pose)
        observer.learn_scale(measures)
        visible = visible_landmarks(pose)
        frames.append(
            ShownFrame(
                time_s=pose.time_s,
                view=str(measures.view),
                near=measures.near_side,
                measures=measures.values,
                joints=frozenset(name for name in _joints() if visible[INDEX[name]]),
            )
        )
    return frames


def _joints() -> Iterator[str]:
    for joint in CameraPlacement.model_fields["joints"].default:
        yield from (f"{side}_{joint}" for side in SIDES)


def measured_names(positions: Positions) -> tuple[str, ...]:
    """Every measure that a draft may speak of, or needs to tell in which position it begins."""
    telling = (
        plain_name(limit.measure)
        for position in positions.values()
        for limit in (*position.ranges, *position.at_rest)
    )
    needed = (*POSTURE, *ROLE_MEASURES, HIPS_ACROSS)
    return tuple(dict.fromkeys((*measure_words(), *telling, *needed)))
