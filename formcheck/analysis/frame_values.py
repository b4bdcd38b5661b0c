"""What was measured on every frame of an input, as arrays to work with."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from formcheck.errors import FormcheckError
from formcheck.form.state import FormState
from formcheck.pose.landmarks import SIDES
from formcheck.texts.message import message

if TYPE_CHECKING:
    import pandas

NAN = float("nan")


class PandasMissingError(FormcheckError):
    """A table was asked for where pandas isn't installed."""


@dataclass(frozen=True, eq=False)
class FrameValues:
    """The frames of one input, T of them, in rising time.

        frames = formcheck.analyse("clip.mp4", "bird-dog").frames
        print(frames.time_s.shape, frames.values["knee.left"].max(), frames.near("knee").max())

    time_s: (T,), seconds. phase: (T,), the part of the repetition in the exercise's own words,
    empty where none is under way. near_side: (T,), `left` or `right`, the side nearer to the
    camera, empty until known. values: (T,) by a measure's full name, such as `knee.left`, in its
    unit; NaN where it could not be had. errors: (T,) by the same name, the standard error of a
    value in the same unit, NaN where nobody knows it; a name that is not there is a measure of
    which that holds throughout.
    """

    time_s: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    phase: NDArray[np.str_] = field(default_factory=lambda: np.empty(0, np.str_))
    near_side: NDArray[np.str_] = field(default_factory=lambda: np.empty(0, np.str_))
    values: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)
    errors: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.time_s)

    def near(self, measure: str) -> NDArray[np.float32]:
        """(T,): a measure on the side nearer to the camera, which is the one to go by; NaN
        elsewhere.

        measure: its name without side, such as `knee`. Raises KeyError where it wasn't measured.
        """
        values = np.full(len(self), NAN, np.float32)
        for side in SIDES:
            is_near = self.near_side == side
            values[is_near] = self.values[f"{measure}.{side}"][is_near]
        return values

    def to_pandas(self) -> pandas.DataFrame:
        """The frames as a table, a row each, with a column for each measure.

        An error stands beside its value, as `knee.left error`.

        Raises PandasMissingError where pandas isn't installed: nothing else needs it.
        """
        columns: dict[str, NDArray[np.generic]] = {
            name: getattr(self, name) for name in ("time_s", "phase", "near_side")
        }
        for name, values in self.values.items():
            columns[name] = values
            if name in self.errors:
                columns[f"{name} error"] = self.errors[name]
        return needed_pandas().DataFrame(columns)


def needed_pandas() -> ModuleType:
    """The library for tables; raises PandasMissingError where it isn't installed."""
    try:
        import pandas
    except ImportError as error:
        raise PandasMissingError(message("error.no_pandas")) from error
    library: ModuleType = pandas
    return library


class FrameRecorder:
    """Keeps what is measured, four bytes a number; state over the frames."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget what was kept: the frames are judged anew."""
        self._times = array("d")
        self._phases: list[str] = []
        self._near_sides: list[str] = []
        self._values: dict[str, array[float]] = {}
        self._errors: dict[str, array[float]] = {}

    def update(self, state: FormState) -> None:
        """Keep the values of the next frame; what an exercise doesn't need is NaN in its frames."""
        if state.measures.keys() != self._values.keys():
            self._add_columns(state.measures)
        self._times.append(state.time_s)
        self._phases.append(state.phase or "")
        self._near_sides.append(state.near_side or "")
        for values, columns in ((state.measures, self._values), (state.errors, self._errors)):
            for name, column in columns.items():
                column.append(values.get(name, NAN))

    def _add_columns(self, names: Iterable[str]) -> None:
        """Columns for those that have none yet, NaN in the frames before."""
        for name in names:
            for columns in (self._values, self._errors):
                columns.setdefault(name, array("f", [NAN]) * len(self._times))

    @property
    def frames(self) -> FrameValues:
        """What was kept so far."""
        errors = {name: np.array(column) for name, column in self._errors.items()}
        return FrameValues(
            time_s=np.array(self._times),
            phase=np.array(self._phases, np.str_),
            near_side=np.array(self._near_sides, np.str_),
            values={name: np.array(column) for name, column in self._values.items()},
            errors={name: each for name, each in errors.items() if np.isfinite(each).any()},
        )
