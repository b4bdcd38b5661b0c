"""One frame as the judge remembers it until the repetition is over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class MeasuredFrame:
    """What is kept of a frame.

    signal: the repetition's measure, turned so that it rises on the way out; NaN where unseen.
    measures: every measure by full name.
    view: the camera's view of the body, or "" while the person is out of the posture, in which
        nothing can be judged.
    """

    time_s: float
    signal: float
    measures: Mapping[str, float]
    view: str


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
