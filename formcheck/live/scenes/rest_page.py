"""Between two sets: rest, and what comes next."""

import math

from formcheck.feedback.drawing.pages import Block, blank_page, draw_time_left, write_blocks
from formcheck.feedback.drawing.palette import BLUE, QUIET
from formcheck.feedback.window import Key
from formcheck.live.hands_free.hand_sign import HandSign
from formcheck.live.hands_free.raised_hand import hand_raised
from formcheck.live.scenes.instructions import camera_of, heading, how_much, spoken
from formcheck.live.scenes.scene import LiveFrame, TextPage
from formcheck.live.surroundings import Surroundings
from formcheck.programmes.steps import Step
from formcheck.video.frame import Image

LEAST_S = 5.0
"""How long it is shown what comes next, also where no rest is wanted (engineering)."""


class RestPage(TextPage):
    """Shows and says what comes next, while the rest lasts and the voice speaks.

    skipped, back: whether the person wants another exercise, or the last set once more.
    """

    watching = True

    def __init__(
        self, around: Surroundings, step: Step, before: Step | None, *, least_s: float = LEAST_S
    ) -> None:
        """Before: the set that was just done, None at the beginning."""
        super().__init__(around)
        self.skipped = self.back = False
        self._step = step
        self._before = before
        self._began_s = around.clock()
        self._rest_s = max(step.rest_s if before is not None else 0.0, least_s)
        self._hand = HandSign()
        around.announcer.announce(spoken(step, before, around.texts), self._began_s)

    def press(self, key: Key) -> None:
        """Enter goes on at once, n to another exercise, b back to the last one."""
        if key is Key.AGAIN and self._before is None:
            return
        self.skipped, self.back = key is Key.NEXT, key is Key.AGAIN
        if key in (Key.ENTER, Key.NEXT, Key.AGAIN):
            self._finish()

    def update(self, seen: LiveFrame) -> None:
        """A raised hand goes on at once."""
        if self._hand.update(seen.frame.time_s, hand_raised(seen.pose)):
            self._finish()

    def tick(self) -> None:
        """The rest ends, but not in the middle of a sentence."""
        now_s = self.around.clock()
        if self._left_s <= 0 and not self.around.announcer.speaking(now_s):
            self.over = True

    def contents(self) -> object:
        """The seconds that are left."""
        return math.ceil(self._left_s)

    def draw(self) -> Image:
        """Seconds left, and what comes next."""
        page, texts = blank_page(), self.around.texts
        title = Block(self._step.exercise.title, 0.115, space=0.04)
        about = [
            Block(heading(self._step, texts), 0.085, colour=BLUE, space=0.03),
            Block(how_much(self._step, texts), 0.075, space=0.035),
        ]
        camera = Block(
            camera_of(self._step, self._before, texts), 0.058, 2, QUIET, bold=False, space=0.035
        )
        steps = " ".join(self._step.exercise.steps)
        how = Block(steps, 0.05, 4, QUIET, bold=False, space=0.03)
        known = self._before is not None and self._before.exercise.id == self._step.exercise.id
        write_blocks(page, [*self._top(), title, *about, *([] if known else [camera, how])], 0.02)
        draw_time_left(page, self._left_s / self._rest_s)
        return page

    def _top(self) -> list[Block]:
        texts = self.around.texts
        if self._before is None:
            return [Block(texts.text("programme.first"), 0.075, colour=BLUE)]
        seconds = max(math.ceil(self._left_s), 0)
        rest = texts.text("programme.rest", seconds=seconds)
        return [Block(rest, 0.15, colour=BLUE, space=0.03)]

    @property
    def _left_s(self) -> float:
        return self._rest_s - (self.around.clock() - self._began_s)

    def _finish(self) -> None:
        self.over = True
        self.around.announcer.hush()
