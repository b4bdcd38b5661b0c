"""One frame as the judge remembers it until the repetition is over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """What is kept of a frame.

    signal: the repetition's measure, turned so that it rises on the way out; NaN where unseen.
    measures: every measure by full name.
    judged: whether the view and the posture allow a verdict.
    """

    time_s: float
    signal: float
    measures: Mapping[str, float]
    judged: bool


@dataclass(frozen=True)
class Stretch:
    """A run of samples that belong to one phase.

    start_s, end_s: its length, which may reach a little beyond the first and last sample.
    """

    samples: Sequence[Sample]
    start_s: float
    end_s: float

    @property
    def seconds(self) -> float:
        """How long the phase lasted."""
        return self.end_s - self.start_s
