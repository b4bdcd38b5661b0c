"""One screenful of a live session: a question, a rest, an exercise."""

from dataclasses import dataclass
from typing import Final

from formcheck.feedback.drawing.help_panel import NamedKeys, draw_keys_line
from formcheck.feedback.drawing.pages import KEYS_END, KEYS_LINE
from formcheck.feedback.window import Key
from formcheck.live.live_contract import Ending
from formcheck.live.surroundings import Surroundings
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame, Image

KEYS_OF_EVERY_PAGE: Final = (("m", "mute"), ("h", "help"), ("q", "quit"))


@dataclass(frozen=True, eq=False)
class LiveFrame:
    """The newest frame and who was found in it, at the camera's time."""

    frame: Frame
    pose: Pose


class Scene:
    """A screenful; each kind replaces what it needs.

    watching: whether it wants to know who is in front of the camera.
    over: whether the next scene may begin.
    in_the_way: what kept its set from beginning, in words; empty where it began or has none.
    ending: why the session ends with this scene; None where it goes on.
    only_text: whether there is nothing but text on it.
    asks_before_ending: whether there is something to lose, so that q only asks.
    """

    watching = False
    asks_before_ending = False
    only_text = False

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.over = False
        self.in_the_way = ""
        self.ending: Ending | None = None

    @property
    def begun(self) -> bool:
        """Whether a set was begun in it."""
        return False

    @property
    def film_runs(self) -> bool:
        """Whether a film in a camera's place goes on: only while what it shows is judged."""
        return False

    @property
    def keys_now(self) -> NamedKeys:
        """The keys that it obeys now, for who asks for help."""
        return ()

    def press(self, key: Key) -> None:
        """A key that the session itself has no use for."""

    def update(self, seen: LiveFrame) -> None:
        """A new frame."""

    def unseen(self) -> None:
        """The camera sends nothing."""

    def tick(self) -> None:
        """Time passes."""

    def catch_up(self) -> None:
        """What no picture waits for; called once the newest is shown."""

    def picture(self) -> Image:
        """What the window shows now."""
        raise NotImplementedError

    def close(self) -> None:
        """The scene is left, at its end or before."""


class TextPage(Scene):
    """A scene of text alone; it is drawn anew only when something on it changes.

    keys: what its line of keys names, and what each key does, by the names of their texts; those
    that every page knows come after them.
    """

    only_text = True
    keys: tuple[tuple[str, str], ...] = ()

    @property
    def keys_now(self) -> NamedKeys:
        """Those of its line."""
        return self.keys

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._drawn: tuple[object, Image] | None = None

    def picture(self) -> Image:
        """What the window shows now."""
        muted = self.around.announcer.muted
        contents = (self.contents(), self.keys, muted)
        if self._drawn is None or self._drawn[0] != contents:
            page = self.draw()
            keys = (*self.keys, *KEYS_OF_EVERY_PAGE)
            draw_keys_line(
                page, self.around.texts, muted=muted, keys=keys, bottom=KEYS_END, share=KEYS_LINE
            )
            self._drawn = (contents, page)
        return self._drawn[1].copy()

    def contents(self) -> object:
        """What the page depends on."""
        raise NotImplementedError

    def draw(self) -> Image:
        """The page as it is now."""
        raise NotImplementedError

    def in_steps(self, share: float) -> float:
        """A share of time that is left, coarse enough that the page isn't drawn all the time."""
        return round(50 * max(share, 0.0)) / 50
