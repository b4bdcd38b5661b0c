"""A movement whose furthest point was outside the picture: one repetition, its end not seen.

The model draws a limb that leaves the picture at the edge or beyond it, and is sure of it. Where
what repetitions are counted on is drawn there, nobody knows how far it went or for how long.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan

from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.verdicts.measured_frame import MeasuredFrame, PhaseSegment
from formcheck.measure.body import Body, DrawnBody
from formcheck.pose.landmarks import SIDES, Side

PARTS = ("ankle", "wrist", "ear", "knee", "elbow", "shoulder", "hip")
"""Joints that may leave the picture, outermost first: the others follow them."""


@dataclass(frozen=True)
class UnseenEndSettings:
    """When an end was not seen.

    least_frames: outside; a single one may be the model's stumble.
    """

    least_frames: int = 2


DEFAULTS = UnseenEndSettings()


@dataclass(frozen=True)
class LeftPicture:
    """What left the picture during a repetition, and when first.

    joint: one of PARTS. side: None where both did, or nobody knows.
    """

    joint: str
    side: Side | None
    time_s: float


def outside_as_furthest(
    frames: Sequence[MeasuredFrame], cycle: RepetitionCycle
) -> Sequence[MeasuredFrame]:
    """The frames, where what was outside the picture was at the furthest point of the cycle."""
    if not any(frame.out_of_picture for frame in frames):
        return frames
    return [
        replace(frame, signal=cycle.high) if frame.out_of_picture else frame for frame in frames
    ]


def with_unseen_end(phases: PhaseCut, settings: UnseenEndSettings = DEFAULTS) -> PhaseCut:
    """The phases as they are where the furthest point was outside the picture, else unchanged.

    Then the furthest point is all the time outside, and how long it was held is unknown.
    """
    going = [frame for frame in phases.whole.frames if frame.time_s >= phases.start_s]
    outside = [i for i, frame in enumerate(going) if frame.out_of_picture]
    if len(outside) < settings.least_frames:
        return phases
    first, last = outside[0], outside[-1]
    after = phases.landing.frames
    landing = [frame for frame in after if frame.time_s > going[last].time_s] or after[-1:]
    return replace(
        phases,
        out=_segment(going[: first + 1]),
        peak=_segment(_without_what_left(going[first : last + 1])),
        back=_segment(going[last:]),
        landing=_segment(landing),
        hold_s=nan,
        end_seen=False,
    )


def _without_what_left(frames: Sequence[MeasuredFrame]) -> list[MeasuredFrame]:
    """The frames without the measures of what left the picture; what still shows is no end."""
    gone = {name: nan for frame in frames for name in frame.beyond}
    return [replace(frame, measures={**frame.measures, **gone}) for frame in frames]


def parts_outside(body: Body, working: Side | None, counted: Sequence[str] = ()) -> tuple[str, ...]:
    """The joints that are drawn outside the picture, outermost first.

    working: the side that works, which is looked at alone where it is known. counted: joints that
        repetitions are counted by, which come first.
    """
    drawn = DrawnBody(body.pose, body.scale)
    sides = SIDES if working is None else (working,)
    return tuple(
        joint
        for joint in sorted(PARTS, key=lambda joint: joint not in counted)
        if any(_hidden(body, joint, side) and not _hidden(drawn, joint, side) for side in sides)
    )


def _hidden(body: Body, joint: str, side: Side) -> bool:
    x = float(body.one(joint, side)[0])
    return x != x


def _segment(frames: Sequence[MeasuredFrame]) -> PhaseSegment:
    return PhaseSegment(frames, frames[0].time_s, frames[-1].time_s)
