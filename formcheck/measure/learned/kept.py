"""Where what is learnt is kept: a folder for each pose model whose poses it was learnt from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Final

from formcheck.measure.learned.network import Networks, read_networks
from formcheck.pose.blazepose_calibration import FULL, HEAVY


@dataclass(frozen=True)
class Kept:
    """What was learnt of one pose model's poses; written by `python -m samples.learned_measures`.

    folder: where its files are. back: networks of the back's curve.
    """

    folder: Path
    back: Path

    @property
    def limbs(self) -> Path:
        """Networks of angles and lines."""
        return self.folder / "limbs.npz"

    @property
    def has_own_back(self) -> bool:
        """Whether the back's networks were learnt of this model's poses too."""
        return self.back.parent == self.folder

    @property
    def foot(self) -> Path:
        """Networks of a crossed foot."""
        return self.folder / "foot.npz"

    @property
    def usual_errors(self) -> Path:
        """What they usually say of their error."""
        return self.folder / "usual_errors.toml"


_HERE = Path(__file__).parent

_BACK = _HERE / "full" / "back.npz"
"""Of the outline's edge, which both draw alike: in the sample clips as heavy sees them it is 0.012
chord lengths off so, and the edge itself 0.026; as full does 0.010 and 0.028."""

LEARNT: Final[Mapping[str, Kept]] = {
    FULL.model: Kept(_HERE / "full", _BACK),
    HEAVY.model: Kept(_HERE / "heavy", _BACK),
}
"""By the pose model's name in its calibration; of other models nothing is learnt."""


@cache
def networks_at(path: Path) -> Networks:
    """Networks that are read once."""
    return read_networks(path)


@cache
def usual_errors(model: str) -> Mapping[str, Mapping[str, float]]:
    """What is usual of each learnt output, by row: near, far, on_the_side.

    model: the pose model's name, one of LEARNT; what is usual of the back stands with full.
    """
    found: Mapping[str, Mapping[str, float]] = loads(LEARNT[model].usual_errors.read_text("utf-8"))
    return found
