"""What was measured on every frame of an input, as arrays to work with."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.form.state import FormState


@dataclass(frozen=True, eq=False)
class FrameValues:
    """The frames of one input, T of them, in rising time.

    time_s: T, seconds. phase: T, the part of the repetition in the exercise's own words, empty
    where none is under way. measures: T values by full name, such as `knee.left`, each in its
    measure's unit; NaN where a value could not be had.
    """

    time_s: NDArray[np.float64]
    phase: NDArray[np.str_]
    measures: Mapping[str, NDArray[np.float32]]


class FrameRecorder:
    """Keeps what is measured, four bytes a value; state over the frames."""

    def __init__(self) -> None:
        self._times = array("d")
        self._phases: list[str] = []
        self._measures: dict[str, array[float]] = {}

    def update(self, state: FormState) -> None:
        """Keep the values of the next frame; all frames have the same measures."""
        self._times.append(state.time_s)
        self._phases.append(state.phase or "")
        for name, value in state.measures.items():
            self._measures.setdefault(name, array("f")).append(value)

    def values(self) -> FrameValues:
        """What was kept so far."""
        return FrameValues(
            time_s=np.array(self._times),
            phase=np.array(self._phases, np.str_),
            measures={name: np.array(column) for name, column in self._measures.items()},
        )
