"""Between two sets: rest, and what comes next."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from formcheck.feedback.drawing.help_panel import AGAIN, NamedKeys
from formcheck.feedback.drawing.pages import Block, blank_page, draw_time_left, write_blocks
from formcheck.feedback.drawing.palette import BLUE, QUIET
from formcheck.feedback.window import Key
from formcheck.live.hands_free.hand_sign import HandSign
from formcheck.live.hands_free.raised_hand import hand_raised
from formcheck.live.scenes.instructions import (
    camera_of,
    heading,
    how_much,
    position_of,
    spoken,
    steps_of,
)
from formcheck.live.scenes.scene import LiveFrame, TextPage
from formcheck.live.surroundings import Surroundings
from formcheck.programmes.steps import Step
from formcheck.video.frame import Image


@dataclass(frozen=True)
class RestSettings:
    """How long what comes next is shown; engineering values."""

    least_s: float = 5.0
    """Seconds, also where no rest is wanted."""

    letters_a_second: float = 12.0
    """The pace at which it is read: a little slower than subtitles, which nobody reads from the
    floor."""

    glance_s: float = 1.5
    """Added for each part: to see that it has changed."""


DEFAULTS = RestSettings()


def _keys(space: str) -> tuple[tuple[str, str], ...]:
    return (("enter", "begin_now"), ("space", space), ("n", "skip"))


class RestPage(TextPage):
    """Shows and says what comes next, until the rest is over and it has been heard or read.

    How it is done is shown part by part, so large that it can be read from the floor.

    skipped, back: whether the person wants another exercise, or the last set once more.
    """

    watching = True
    asks_before_ending = True
    keys = _keys("pause")

    def __init__(
        self,
        around: Surroundings,
        step: Step,
        before: Step | None,
        *,
        settings: RestSettings = DEFAULTS,
    ) -> None:
        """Before: the set that was just done, None at the beginning."""
        super().__init__(around)
        self.skipped = self.back = False
        self._step = step
        self._before = before
        self._paused_since_s: float | None = None
        self._began_s = around.clock()
        self._hand = HandSign()
        self._parts = tuple(self._parts_of(step))
        self._reads_s = tuple(
            settings.glance_s + len(part) / settings.letters_a_second for part in self._parts
        )
        rest_s = max(step.rest_s if before is not None else 0.0, settings.least_s)
        self._rest_s = max(rest_s, sum(self._reads_s)) if self._unheard else rest_s
        around.announcer.announce(spoken(step, before, around.texts), self._began_s)

    @property
    def keys_now(self) -> NamedKeys:
        """Before the first set there is none to do again."""
        return (*self.keys, *(AGAIN if self._before is not None else ()))

    def press(self, key: Key) -> None:
        """Enter goes on at once, space rests on, n to another exercise, b back to the last one."""
        if key is Key.AGAIN and self._before is None:
            return
        if key is Key.PAUSE:
            self._toggle_pause()
        self.skipped, self.back = key is Key.NEXT, key is Key.AGAIN
        if key in (Key.ENTER, Key.NEXT, Key.AGAIN):
            self._finish()

    def update(self, seen: LiveFrame) -> None:
        """A raised hand goes on at once."""
        if self._hand.update(seen.frame.time_s, hand_raised(seen.pose)):
            self._finish()

    def tick(self) -> None:
        """The rest ends, but not in the middle of a sentence."""
        over = self._paused_since_s is None and self._left_s <= 0
        if over and not self.around.announcer.speaking(self.around.clock()):
            self.over = True

    def contents(self) -> object:
        """The seconds that are left, and the part that is shown."""
        return math.ceil(self._left_s), self._part, self._paused_since_s is None

    def draw(self) -> Image:
        """Seconds left, what comes next, one part of how it is done, and the hands-free sign."""
        page, texts = blank_page(), self.around.texts
        about = [one for one in (heading(self._step, texts), how_much(self._step, texts)) if one]
        known = not self._parts
        blocks = [
            self._top(),
            Block(self._step.exercise.title, 0.14 if known else 0.1, space=0.03),
            Block("  ·  ".join(about), 0.09 if known else 0.068, 2, BLUE, space=0.02),
            Block(self._part, 0.085, 4, bold=False, space=0.03),
            Block(texts.text("programme.hand"), 0.06, 1, QUIET, bold=False, space=0.03),
        ]
        write_blocks(page, blocks, 0.1 if known else 0.03)
        draw_time_left(page, self._left_s / self._rest_s)
        return page

    def _parts_of(self, step: Step) -> Iterator[str]:
        """Where the camera goes, each step of how it is done, and how to begin; none if known."""
        before, texts = self._before, self.around.texts
        if before is not None and before.exercise.id == step.exercise.id:
            return
        yield camera_of(step, before, texts)
        yield from steps_of(step, texts)
        yield position_of(step, texts)

    def _top(self) -> Block:
        texts = self.around.texts
        if self._paused_since_s is not None:
            return Block(texts.text("live.paused"), 0.12, colour=BLUE, space=0.01)
        if self._before is None:
            return Block(texts.text("programme.first"), 0.075, colour=BLUE, space=0.01)
        seconds = max(math.ceil(self._left_s), 0)
        rest = texts.text("programme.rest", seconds=seconds)
        return Block(rest, 0.12, colour=BLUE, space=0.01)

    @property
    def _unheard(self) -> bool:
        """Whether it must be read, as nobody speaks."""
        announcer = self.around.announcer
        return announcer.muted or bool(announcer.problem)

    @property
    def _part(self) -> str:
        """What of it is shown now: one part after the other, and from the first again."""
        if not self._parts:
            return ""
        gone_s = (self._rest_s - self._left_s) % sum(self._reads_s)
        for part, read_s in zip(self._parts, self._reads_s, strict=True):
            gone_s -= read_s
            if gone_s < 0:
                return part
        return self._parts[-1]

    @property
    def _left_s(self) -> float:
        now_s = self._paused_since_s
        return self._rest_s - ((self.around.clock() if now_s is None else now_s) - self._began_s)

    def _toggle_pause(self) -> None:
        now_s = self.around.clock()
        if self._paused_since_s is None:
            self._paused_since_s = now_s
            self.keys = _keys("go_on")
        else:
            self._began_s += now_s - self._paused_since_s
            self._paused_since_s = None
            self.keys = _keys("pause")

    def _finish(self) -> None:
        self.over = True
        self.around.announcer.hush()
