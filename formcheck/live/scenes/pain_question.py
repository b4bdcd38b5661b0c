"""Asking about pain, before and after, with the number keys; who doesn't answer is not kept."""

from dataclasses import dataclass

from formcheck.feedback.drawing.pages import (
    Block,
    blank_page,
    draw_pain_scale,
    draw_time_left,
    write_blocks,
)
from formcheck.feedback.drawing.palette import QUIET
from formcheck.feedback.window import Key
from formcheck.live.live_contract import Ending, When
from formcheck.live.scenes.scene import TextPage
from formcheck.live.scenes.typed_level import TypedLevel
from formcheck.live.surroundings import Surroundings
from formcheck.video.frame import Image


@dataclass(frozen=True)
class PainSettings:
    """How long an answer is waited for, and when it is answered with advice."""

    answer_s: float = 20.0
    """Without an answer for this long, the session goes on (engineering): nobody has to answer."""

    severe: int = 7
    """From here on exercising alone is advised against. 7 to 10 is severe pain in Serlin and
    others, Pain 61 (1995) 277-284; that it is where to stop here is an engineering value."""

    advice_s: float = 180.0
    """Who has not said by then that they want to exercise all the same doesn't (engineering): it is
    read and heard many times over."""


DEFAULTS = PainSettings()


class PainQuestion(TextPage):
    """How much does it hurt? answer: 0 to 10, None where it was not answered."""

    keys = (("numbers", "answer"), ("enter", "no_answer"))

    def __init__(
        self, around: Surroundings, when: When, *, settings: PainSettings = DEFAULTS
    ) -> None:
        super().__init__(around)
        self._settings = settings
        self.answer: int | None = None
        self._when = when
        self._typed = TypedLevel()
        self._began_s = around.clock()
        around.announce(f"live.pain_{when}", "live.pain_scale")

    def press(self, key: Key) -> None:
        """A digit answers, Enter confirms, or skips where nothing is typed."""
        if key in (Key.ENTER, Key.NEXT):
            self._finish()
        else:
            self._typed.press(key, self.around.clock())

    def tick(self) -> None:
        """Take the answer a moment after it was typed, or go on without one."""
        now_s = self.around.clock()
        waited = now_s - self._began_s >= self._settings.answer_s
        if self._typed.meant(now_s) or (waited and not self._typed.typed):
            self._finish()

    def contents(self) -> object:
        """What is typed, and the time that is left."""
        return self._typed.typed, self._left

    def draw(self) -> Image:
        """The question, the scale, and how to answer."""
        page, text = blank_page(), self.around.texts.text
        question = Block(text(f"live.pain_{self._when}"), 0.105, lines=2)
        write_blocks(page, [question], 0.04)
        draw_pain_scale(page, self._typed.typed, 0.5)
        ends = Block(text("live.pain_ends"), 0.06, colour=QUIET, bold=False)
        how = [Block(text("live.pain_keys"), 0.06, colour=QUIET, bold=False)]
        if self._when == "after":
            how.append(Block(text("live.pain_later"), 0.05, colour=QUIET, bold=False))
        write_blocks(page, [ends, *how], 0.57)
        draw_time_left(page, self._left)
        return page

    @property
    def _left(self) -> float:
        waited_s = self.around.clock() - self._began_s
        return 1.0 if self._typed.typed else self.in_steps(1 - waited_s / self._settings.answer_s)

    def _finish(self) -> None:
        self.answer = self._typed.level
        self.over = True
        self.around.announcer.hush()


class Advice(TextPage):
    """Said once and plainly before exercising in severe pain. Going on takes a key."""

    keys = (("enter", "go_on"),)

    def __init__(self, around: Surroundings, *, settings: PainSettings = DEFAULTS) -> None:
        super().__init__(around)
        self._settings = settings
        self._began_s = around.clock()
        around.announce("live.severe_pain", "live.severe_pain_more", "live.severe_pain_keys")

    def press(self, key: Key) -> None:
        """Enter goes on."""
        if key in (Key.ENTER, Key.NEXT):
            self._finish()

    def tick(self) -> None:
        """End the session where nobody says that they want to go on."""
        if self.around.clock() - self._began_s >= self._settings.advice_s:
            self.ending = Ending.PAIN
            self._finish()

    def contents(self) -> object:
        """The time that is left."""
        return self._left

    def draw(self) -> Image:
        """The advice, and which keys end the session or go on."""
        page, text = blank_page(), self.around.texts.text
        blocks = [
            Block(text("live.severe_pain"), 0.11, lines=3),
            Block(text("live.severe_pain_more"), 0.075, lines=4, bold=False, space=0.05),
            Block(text("live.severe_pain_keys"), 0.06, colour=QUIET, bold=False, space=0.05),
        ]
        write_blocks(page, blocks, 0.05)
        draw_time_left(page, self._left)
        return page

    @property
    def _left(self) -> float:
        waited_s = self.around.clock() - self._began_s
        return self.in_steps(1 - waited_s / self._settings.advice_s)

    def _finish(self) -> None:
        self.over = True
        self.around.announcer.hush()
