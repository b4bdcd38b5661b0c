"""What is told about the machine and not about the person: the camera, the recording."""

import time
from collections.abc import Callable

from formcheck.video.live import CameraStatus

NOTICE_S = 3.0
"""How long something that has passed is shown."""

STARTING = "Starting the camera"
TROUBLES = {
    CameraStatus.STALLED: "The camera sends no pictures. Is another program using it?",
    CameraStatus.LOST: "The camera is gone. Plug it in again and I go on.",
}
BACK = "The camera is back"


class NoticeBoard:
    """The one notice of the moment.

    clock: seconds, rising; a camera that sends nothing brings no time of its own.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._status = CameraStatus.RUNNING
        self._passing = ""
        self._until_s = 0.0

    def see_camera(self, status: CameraStatus) -> None:
        """Note how the camera is doing; that it is back is news too."""
        if status is CameraStatus.RUNNING and self._status in TROUBLES:
            self.tell(BACK)
        self._status = status

    def tell(self, text: str) -> None:
        """Show a notice for a while."""
        self._passing, self._until_s = text, self._clock() + NOTICE_S

    @property
    def text(self) -> str:
        """What to show now; empty for nothing. A camera in trouble comes first."""
        passing = self._passing if self._clock() < self._until_s else ""
        return TROUBLES.get(self._status, passing)
