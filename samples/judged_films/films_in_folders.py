"""Every film of some folders, several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

Answer = TypeVar("Answer")


def each_film(answer: Callable[[Path], Answer], folders: Sequence[Path], jobs: int) -> list[Answer]:
    """What is answered of each film, by the file that says what was done in it, in their order."""
    files = sorted(path for folder in folders for path in folder.glob("*.json"))
    with get_context("spawn").Pool(jobs) as pool:
        return pool.map(answer, files, chunksize=2)
