"""Which pose model watches a film: what is learnt of one holds for no other."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from formcheck.pose.backend import PoseBackend
from formcheck.pose.backends import find_backend
from samples.command_line import ROOT

LANDMARKS = ROOT / "samples" / "random_films"


class PoseModel(StrEnum):
    """A pose model that something is learnt of; heavy must have been fetched."""

    FULL = "full"
    HEAVY = "heavy"

    @property
    def backend(self) -> PoseBackend:
        """What runs it."""
        return find_backend(self.value)

    @property
    def films(self) -> Path:
        """The folder with what it found in the random films."""
        return LANDMARKS / self.value


PoseModelOption = Annotated[PoseModel, typer.Option("--pose-model", help="Which one watches.")]
