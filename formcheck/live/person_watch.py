"""From the newest picture of the camera to who is in it, for the scene that is on."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from formcheck.live.live_contract import CameraFeed, Ending
from formcheck.live.monitor.camera_monitor import CameraMonitor
from formcheck.live.monitor.notice_board import TROUBLES
from formcheck.live.monitor.picture_turn import PictureTurn
from formcheck.live.scenes.scene import LiveFrame, Scene
from formcheck.pose.estimator import PoseEstimator
from formcheck.right_of_way import RightOfWay
from formcheck.video.frame import Frame
from formcheck.video.live_source import CameraStatus


@dataclass(frozen=True)
class PersonWatchSettings:
    """How long is waited; seconds."""

    patience_s: float = 0.05
    """For a frame, before the window is looked after: a key is answered within two pictures."""

    nobody_s: float = 900.0
    """A camera that has seen nobody for a quarter of an hour is switched off: longer than any rest
    (engineering)."""


DEFAULTS = PersonWatchSettings()


class PersonWatch:
    """Takes one picture after the other and finds the person in it. State over time."""

    def __init__(
        self,
        camera: CameraFeed,
        estimator: PoseEstimator,
        monitor: CameraMonitor,
        right_of_way: RightOfWay,
        clock: Callable[[], float],
        *,
        settings: PersonWatchSettings = DEFAULTS,
    ) -> None:
        """right_of_way: is taken once somebody waits for the picture."""
        self._settings = settings
        self._camera = camera
        self._estimator = estimator
        self._monitor = monitor
        self._right_of_way = right_of_way
        self._clock = clock
        self._turn = PictureTurn()
        self._unturned: LiveFrame | None = None
        self._present_s = clock()

    def follow(self, scene: Scene) -> Ending | None:
        """Show the scene what comes next, if it looks; why the session ends, None where it goes on.

        What comes is waited for, but no longer than the window can be left alone.
        """
        if scene.film_runs:
            self._camera.go_on()
        else:
            self._camera.stand_still()
        frame = self._camera.newest(self._settings.patience_s)
        status = self._camera.status
        self._monitor.update_camera(status)
        if frame is not None:
            return self._find_person(scene, frame) if scene.watching else None
        if status is CameraStatus.ENDED and scene.watching:
            return Ending.CAMERA
        if status in TROUBLES:
            scene.unseen()
        return None

    def catch_up(self, *, begun: bool) -> None:
        """What no picture waits for: see how the camera lies, which takes as long as finding a
        pose.

        begun: whether a set was; what one has been done in was upright.
        """
        seen, self._unturned = self._unturned, None
        if seen is not None and not begun and self._turn.update(seen.frame, seen.pose):
            self._monitor.tell_of_turn(self._turn.degrees)

    def _find_person(self, scene: Scene, frame: Frame) -> Ending | None:
        frame = self._turn.upright(frame)
        pose = replace(self._estimator.estimate(frame), take=frame.take)
        # Until the picture has been painted.
        self._right_of_way.take()
        now_s = self._clock()
        if pose.found:
            self._present_s = now_s
        self._monitor.update(frame, pose)
        seen = self._unturned = LiveFrame(frame, pose)
        if self._monitor.blind:
            scene.unseen()
        else:
            scene.update(seen)
        return Ending.AWAY if now_s - self._present_s >= self._settings.nobody_s else None
