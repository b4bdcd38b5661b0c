"""Processes for a long recording, or for many, begun before this one has loaded what it needs."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import av

from formcheck.analysis.parts.part_settings import DEFAULTS as PARTS
from formcheck.analysis.workers.worker_start import Loaded, expect_workers
from formcheck.analysis.workers.workers import usable_cores
from formcheck.errors import FormcheckError
from formcheck.video.recordings.decoding import open_file


def begin_workers(inputs: Sequence[Path], jobs: int | None, *, video: bool) -> None:
    """Begin to load what they need, where some will be wanted; returns at once.

    video: whether they will also draw on pictures.
    """
    if (jobs or usable_cores()) <= 1:
        return
    if len(inputs) > 1 or any(path.is_dir() for path in inputs):
        expect_workers(Loaded.INPUTS)
    elif any(map(_is_long, inputs)):
        expect_workers(Loaded.FILMS if video else Loaded.POSES)


def _is_long(path: Path) -> bool:
    if path.suffix == ".npz":
        return False
    with suppress(FormcheckError, OSError, MemoryError), open_file(path) as container:
        return (container.duration or 0) >= PARTS.least_cut_s * av.time_base
    return False
