"""What is learnt beside what is drawn, as cells of a table."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


def beside_drawn(
    of_drawn: Array, of_learnt: Array, half: Array, *, unit: float, digits: int
) -> list[str]:
    """How far off both are (mean and 95th percentile), the share within the range, and its width.

    of_drawn, of_learnt: what they are off, NaN where unseen. half: half the 90 % range. unit: how
    much of all of these is one.
    """
    return [
        _told(of_drawn / unit, digits),
        f"**{_told(of_learnt / unit, digits)}**",
        f"{(of_learnt <= half).mean():.0%}",
        f"{np.median(half) / unit:.{digits}f}",
    ]


def _told(off: Array, digits: int) -> str:
    seen = off[np.isfinite(off)]
    return f"{seen.mean():.{digits}f} ({np.quantile(seen, 0.95):.{digits}f})"
