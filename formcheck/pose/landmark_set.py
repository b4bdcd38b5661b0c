"""Which of the body's landmarks a pose model places, and how its output becomes a pose."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, LANDMARKS


@dataclass(frozen=True)
class LandmarkSet:
    """The landmarks that a pose model places.

    name: of the set. names: in the order of the model's output; those that are not among LANDMARKS
        are left out of poses. world: whether the model places them in metres, with depth, too;
        without, the view stays unknown.
    """

    name: str
    names: tuple[str, ...]
    world: bool

    def lay_out(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """The model's output, a row for each of its landmarks, as rows of LANDMARKS; NaN elsewhere.

        values: as many rows as names, of any shape.
        """
        rows = np.full((len(LANDMARKS), *values.shape[1:]), np.nan, np.float32)
        placed = [place for place, name in enumerate(self.names) if name in INDEX]
        rows[[INDEX[self.names[place]] for place in placed]] = values[placed]
        return rows


BODY: Final = LandmarkSet("body-33", LANDMARKS, world=True)
"""All of them."""
