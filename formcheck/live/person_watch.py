"""From the newest picture of the camera to who is in it, for the scene that is on."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

from formcheck.live.live_contract import CameraFeed, Ending
from formcheck.live.lookout import Lookout
from formcheck.live.monitor.camera_monitor import CameraMonitor
from formcheck.live.monitor.notice_board import TROUBLES
from formcheck.live.monitor.picture_turn import PictureTurn
from formcheck.live.scenes.scene import LiveFrame, Scene
from formcheck.pose.estimator import PoseEstimator
from formcheck.right_of_way import RightOfWay
from formcheck.video.cameras.live_source import CameraStatus


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
        beside: Executor | None = None,
        settings: PersonWatchSettings = DEFAULTS,
    ) -> None:
        """right_of_way: is taken once somebody waits for the picture. beside: see `Lookout`."""
        self._settings = settings
        self._camera = camera
        self._monitor = monitor
        self._right_of_way = right_of_way
        self._clock = clock
        self._turn = PictureTurn()
        self._lookout = Lookout(camera, estimator, self._turn.upright, settings.patience_s, beside)
        self._unturned: LiveFrame | None = None
        self._present_s = clock()

    def follow(self, scene: Scene) -> Ending | None:
        """Show the scene what comes next, if it looks; why the session ends, None where it goes on.

        What comes is waited for, but no longer than the window can be left alone.
        """
        self._turn_to(scene)
        seen = self._lookout.next()
        self._monitor.update_camera(seen.status)
        if seen.frame is not None:
            if seen.pose is None or not scene.watching:
                return None
            return self._show_person(scene, LiveFrame(seen.frame, seen.pose))
        if seen.status is CameraStatus.ENDED and scene.watching:
            return Ending.CAMERA
        if seen.status in TROUBLES:
            scene.unseen()
        return None

    def look_ahead(self, scene: Scene, *, late: bool = False) -> None:
        """The last picture is only to be painted: begin with the next one meanwhile.

        late: it is still to be drawn, and the next one is begun with only if it is there already.
        """
        if not late or self._camera.waiting:
            self._turn_to(scene)
            self._lookout.look_ahead()

    def catch_up(self, *, begun: bool) -> None:
        """What no picture waits for: see how the camera lies, which takes as long as finding a
        pose.

        begun: whether a set was; what one has been done in was upright.
        """
        seen, self._unturned = self._unturned, None
        if seen is not None and not begun and self._turn.update(seen.frame, seen.pose):
            self._monitor.tell_of_turn(self._turn.degrees)

    def _turn_to(self, scene: Scene) -> None:
        """Let a film run and look for somebody as the scene wants it."""
        self._lookout.watching = scene.watching
        if scene.film_runs:
            self._camera.go_on()
        else:
            self._camera.stand_still()

    def _show_person(self, scene: Scene, seen: LiveFrame) -> Ending | None:
        # Until the picture has been painted.
        self._right_of_way.take()
        now_s = self._clock()
        if seen.pose.found:
            self._present_s = now_s
        self._monitor.update(seen.frame, seen.pose)
        self._unturned = seen
        if self._monitor.blind:
            scene.unseen()
        else:
            scene.update(seen)
        return Ending.AWAY if now_s - self._present_s >= self._settings.nobody_s else None
