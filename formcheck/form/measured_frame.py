"""One frame as the judge remembers it until the repetition is over."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class MeasuredFrame:
    """What is kept of a frame.

    signal: the measure that repetitions are counted on, turned so that it rises on the way out;
        NaN where it can't be had.
    measures: every measure by full name.
    view: the plane of the body that the camera sees.
    in_posture: False while the person is out of the posture, in which nothing can be judged.
    """

    time_s: float
    signal: float
    measures: Mapping[str, float]
    view: str
    in_posture: bool = True

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
