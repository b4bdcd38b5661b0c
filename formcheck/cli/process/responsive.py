"""Keeps Python itself from holding up the picture of a live session."""

import gc
import sys
from dataclasses import dataclass

import cv2


@dataclass(frozen=True)
class ResponsivenessSettings:
    """How long a thread may keep the others waiting."""

    switch_interval_s: float = 0.0005
    """After which Python lets another thread go on. Usually it is ten times as long, and the
    picture waits for it while a recording is drawn beside."""

    opencv_threads: int = 1
    """Work on a picture is some tenths of a millisecond and ready sooner in one thread than shared
    with one that waits for the core on which the pose model works."""


DEFAULTS = ResponsivenessSettings()


def become_responsive(settings: ResponsivenessSettings = DEFAULTS) -> None:
    """Call it once all is loaded; it holds for the rest of the process.

    What is loaded is looked through for garbage once and never again: it takes 50 ms, and would be
    done amid a picture.
    """
    cv2.setNumThreads(settings.opencv_threads)
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(settings.switch_interval_s)
