"""What is wrong with the camera and its picture, and who else is in it, told once each time."""

from dataclasses import dataclass

from formcheck.live.monitor.black_picture import BlackPicture
from formcheck.live.monitor.even_picture import Even, EvenPicture
from formcheck.live.monitor.notice_board import NoticeBoard
from formcheck.live.monitor.picture_rate import PictureRate
from formcheck.live.surroundings import Surroundings
from formcheck.pose.pose import Pose
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame
from formcheck.video.too_dark import is_too_dark


@dataclass(frozen=True)
class MonitorSettings:
    """What is worth telling; engineering values that weigh warning against nagging."""

    fewest_pictures: float = 10.0
    """A second. Repetitions are still counted at five, but what is said comes late."""

    another_roll: float = 4.0
    """Degrees by which a camera's roll must change to be told anew."""

    alone_for_s: float = 20.0
    """Who has been alone for so long is told anew that there are others."""


DEFAULTS = MonitorSettings()


class CameraMonitor:
    """Puts trouble with the picture on the notice board, and says aloud what can't wait.

    A black picture counts as none, whoever seems to be in it: nobody has left who is in the dark,
    and nothing of what is guessed there is told.

    blind: whether there is nothing to see in the newest frame: in the dark, or with a finger on the
    lens.
    """

    def __init__(
        self, around: Surroundings, notices: NoticeBoard, *, settings: MonitorSettings = DEFAULTS
    ) -> None:
        self._settings = settings
        self.blind = False
        self._around = around
        self._notices = notices
        self._black = BlackPicture()
        self._even = EvenPicture()
        self._unclear = BlackPicture()
        self._rate = PictureRate()
        self._rate_told = False
        self._others_s = float("-inf")
        self._roll_told = 0.0
        self._polite: list[str] = []

    @property
    def black(self) -> bool:
        """Whether the picture has been black for a while."""
        return self._black.lasting

    def update_camera(self, status: CameraStatus) -> None:
        """How the camera is doing."""
        self._say_aloud(self._notices.update_camera(status))

    def update(self, frame: Frame, pose: Pose) -> None:
        """A new frame, and who was found in it."""
        self._rate.update(frame.time_s, frame.index)
        even = self._even.update(frame, pose)
        self.blind = even is Even.COVER or is_too_dark(frame.image)
        self._black.update(frame.time_s, black=self.blind)
        unclear = even is Even.UNCLEAR and not self.blind
        self._unclear.update(frame.time_s, black=unclear)
        self._say_aloud(
            self._notices.update_picture(black=self._black.lasting, empty=self._unclear.lasting)
        )
        if pose.others:
            self._tell_of_others(pose.others)
        if abs(pose.roll - self._roll_told) >= self._settings.another_roll:
            self._tell_of_roll(pose.roll)

    def tell_of_turn(self, degrees: int) -> None:
        """The pictures are turned by so many degrees from now on."""
        key = "notices.upside_down" if degrees == 180 else "notices.on_its_side"
        self._tell_politely(self._around.texts.text(key))

    def tick(self) -> None:
        """What may wait is told when nothing else is."""
        announcer, now_s = self._around.announcer, self._around.clock()
        if self._polite and not announcer.speaking(now_s):
            announcer.announce(self._polite.pop(0), now_s)
        if not self._rate_told and not self._notices.text:
            self._tell_of_rate()

    def _say_aloud(self, text: str) -> None:
        """At once: whoever lies on the floor doesn't see that nobody watches."""
        if text:
            self._around.announcer.announce(text, self._around.clock())

    def _tell_of_others(self, others: int) -> None:
        now_s = self._around.clock()
        alone_s, self._others_s = now_s - self._others_s, now_s
        if alone_s >= self._settings.alone_for_s:
            key = "notices.two_people" if others == 1 else "notices.several_people"
            self._tell_politely(self._around.texts.text(key))

    def _tell_of_roll(self, roll: float) -> None:
        """A camera that has been straightened is nothing to tell."""
        self._roll_told = roll
        if roll:
            degrees = round(abs(roll))
            self._tell_politely(self._around.texts.text("notices.camera_tilted", degrees=degrees))

    def _tell_politely(self, text: str) -> None:
        """Shown at once, and spoken when nothing else is."""
        self._polite.append(text)
        self._notices.tell(text)

    def _tell_of_rate(self) -> None:
        """Once, and only shown: the session works all the same."""
        sent, looked_at = self._rate.sent, self._rate.looked_at
        if not sent or looked_at >= self._settings.fewest_pictures:
            return
        key = "slow_camera" if sent < self._settings.fewest_pictures else "slow_computer"
        rate = max(round(looked_at), 1)
        self._rate_told = True
        self._notices.tell(self._around.texts.counted(f"notices.{key}", rate))
