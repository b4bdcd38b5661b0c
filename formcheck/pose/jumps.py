"""What isn't believed of a pose, because it jumped a moment ago as no body can."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import LANDMARKS


@dataclass(frozen=True, eq=False)
class Jumps:
    """What jumped in the light of the pictures before.

    doubted: 33, whether a landmark isn't believed. of_body: whether the whole body jumped with this
    very picture; several jumps in a row are one.
    """

    doubted: NDArray[np.bool_]
    of_body: bool = False

    def reordered(self, order: Sequence[int]) -> Self:
        """The same under other names. order: for each landmark the one whose place it takes."""
        return type(self)(self.doubted[order], self.of_body)


NO_JUMPS: Final = Jumps(np.zeros(len(LANDMARKS), np.bool_))
