"""One frame as the judge remembers it until the repetition is over."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from math import hypot, sqrt

from formcheck.measure.error_table import excess_errors
from formcheck.measure.limbs import Floats, limbs
from formcheck.measure.measures import Measures
from formcheck.measure.orientation import View


@dataclass(frozen=True)
class MeasuredFrame:
    """What is kept of a frame.

    signal: the measure that repetitions are counted on, turned so that it rises on the way out;
        NaN where it can't be had.
    measures: every measure by full name.
    view: the plane of the body that the camera sees.
    in_posture: False while the person is out of the posture, in which nothing can be judged.
    beyond: measures of what left the picture, as the model draws it; see `Measures`.
    out_of_picture: whether the signal can't be had because what makes it left the picture.
    doubted: names of measures whose joints moved as no body's do; see `Measures`.
    excess: by full name, the standard error of a measure that comes on top of that in the view
        that the exercise asks for; what isn't there has none on top.
    own: by full name, the rest of what the measure says of its error; 0 where nobody knows it.
    beside: names of measures that tell something, with their errors, though the exercise is not
        seen from its own view.
    turn: degrees by which the camera is off the plane in which the exercise is judged, NaN where
        nobody knows. size: trunk length over the picture's longer side.
    covered: whether somebody in front hides some of the body or all of it.
    limbs: where the limbs point, see `formcheck.measure.limbs`; None where nobody was found.
    """

    time_s: float
    signal: float
    measures: Mapping[str, float]
    view: str
    in_posture: bool = True
    beyond: Mapping[str, float] = field(default_factory=dict)
    out_of_picture: bool = False
    doubted: frozenset[str] = frozenset()
    excess: Mapping[str, float] = field(default_factory=dict)
    own: Mapping[str, float] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()
    turn: float = float("nan")
    size: float = float("nan")
    covered: bool = False
    limbs: Floats | None = None

    @property
    def drawn(self) -> Mapping[str, float]:
        """The measures, and what the model draws where a joint left the picture."""
        return {**self.measures, **self.beyond}

    def error(self, name: str) -> float:
        """The standard error of a measure by full name, 0 where nobody knows it."""
        return hypot(self.own.get(name, 0.0), self.excess.get(name, 0.0))

    def seen_from(self, views: Collection[str]) -> bool:
        """Whether it can be judged by what is seen from these views."""
        return self.in_posture and self.view in views


@dataclass(frozen=True)
class PhaseSegment:
    """A run of frames that belong to one phase.

    start_s, end_s: its length, which may reach a little beyond the first and last frame.
    """

    frames: Sequence[MeasuredFrame]
    start_s: float
    end_s: float

    @property
    def seconds(self) -> float:
        """How long the phase lasted."""
        return self.end_s - self.start_s

    @property
    def seen_end(self) -> "PhaseSegment | None":
        """What was seen of it without a break until its end; None where that is nothing."""
        seen = list(takewhile(lambda frame: frame.signal == frame.signal, reversed(self.frames)))
        return PhaseSegment(seen[::-1], seen[-1].time_s, self.end_s) if seen else None


def measured_frame(measures: Measures, camera_view: str, *, in_posture: bool) -> MeasuredFrame:
    """A frame as it is remembered, before anything is counted on it.

    camera_view: from where the exercise is to be seen.
    """
    longer = max(measures.pose.width, measures.pose.height)
    in_plane = camera_view == "side" or measures.orientation.on_the_side
    excess: Mapping[str, float] = {}
    if in_plane:
        excess = excess_errors(
            measures.errors,
            measures.orientation,
            measures.near_side,
            measures.pose.calibration.model,
            measures.learned,
        )
    elif measures.view == View.THREE_QUARTER:
        # Of somebody upright who is seen from the front nobody knows which part is of the turn.
        excess = measures.errors
    return MeasuredFrame(
        time_s=measures.time_s,
        signal=float("nan"),
        measures=measures.values,
        view=str(measures.view),
        in_posture=in_posture,
        beyond=measures.beyond,
        doubted=measures.doubted,
        excess=excess,
        own={
            name: sqrt(max(0.0, error**2 - excess.get(name, 0.0) ** 2))
            for name, error in measures.errors.items()
        },
        beside=_told_beside(measures, excess),
        turn=measures.orientation.off_plane if in_plane else float("nan"),
        size=measures.body.scale.trunk / longer,
        covered=measures.pose.covered,
        limbs=limbs(measures.body) if measures.found else None,
    )


UPRIGHT = 0.7
"""Share of the trunk that points up from which somebody is upright, 45 degrees at most off the
vertical. Of 119 pictures of such people from the front 89 to 95 of 100 truths are within what is
stated of knees, trunk, shins, arms and hands, and of 49 from the back 92 to 100; of who lies or
kneels it is 71 to 85 (random films for choosing)."""


def _told_beside(measures: Measures, excess: Mapping[str, float]) -> frozenset[str]:
    """Half-way to the front whatever has a known error; from the front itself what bends towards
    the camera isn't seen, but is learnt of people who stand or sit.
    """
    if measures.view == View.THREE_QUARTER:
        return frozenset(excess)
    from_the_front = measures.view in (View.FRONT, View.BACK)
    if from_the_front and -measures.orientation.trunk[1] >= UPRIGHT:
        return measures.learned & excess.keys()
    return frozenset()
