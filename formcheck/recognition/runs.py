"""Where something lasts without a break."""

from collections.abc import Iterator

import numpy as np

from formcheck.recognition.feature_table import Mask


def runs(mask: Mask) -> Iterator[tuple[int, int]]:
    """Where a mask is True without a break: the first place, and the one after the last."""
    edges = np.flatnonzero(np.diff(mask.astype(int), prepend=0, append=0))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
