"""A live session in a real window with a made-up camera, for the tests under Xvfb.

Prints one JSON document when the session has ended.
"""

import json
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count

from formcheck.closeable import Closeable
from formcheck.feedback.window import DesktopWindow
from formcheck.form.state import FormState
from formcheck.live.live_contract import Preferences
from formcheck.live.opening import open_session
from formcheck.live.session import run_live
from formcheck.pose.pose import Pose
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame
from tests.feedback.builders import criterion, frame, pose, state
from tests.live.doubles import Checker, step


class GreyCamera:
    """Sends a grey picture twenty times a second."""

    status = CameraStatus.RUNNING

    def __init__(self) -> None:
        self._numbers = count()

    waiting = False

    def stand_still(self) -> None: ...

    def go_on(self) -> None: ...

    def newest(self, timeout_s: float) -> Frame | None:
        time.sleep(min(timeout_s, 0.05))
        number = next(self._numbers)
        return frame(number * 0.05, number, 640, 480)


class SamePose(Closeable):
    """Finds the same person in every frame."""

    def estimate(self, frame: Frame) -> Pose:
        return pose(frame.width, frame.height, frame.time_s)

    def close(self) -> None: ...


def all_good(time_s: float) -> FormState:
    """One criterion, and it is good."""
    return state(time_s, criterion(), repetitions=3, phase="start")


def main() -> None:
    """Run until the session ends, and say how."""
    with DesktopWindow() as window, ThreadPoolExecutor(1, "next pose") as beside:
        steps = (step(hold_s=3),)
        summary = run_live(
            steps,
            camera=GreyCamera(),
            estimator=SamePose(),
            new_checker=lambda exercise: Checker(all_good, exercise),
            window=window,
            opening=open_session(steps, preferences=Preferences(questions=False)),
            beside=beside,
        )
    found = {
        "ending": summary.ending,
        "mirrored": summary.preferences.mirrored,
        "muted": summary.preferences.muted,
        "sets": len(summary.sets),
        "threads": threading.active_count(),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
