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
from formcheck.live.live_contract import When
from formcheck.live.scenes.scene import TextPage
from formcheck.live.surroundings import Surroundings
from formcheck.video.frame import Image

WORST = 10
"""The end of the scale, which begins with 0: the numerical rating scale of 11 points."""


@dataclass(frozen=True)
class PainSettings:
    """How long an answer is waited for, and when it is answered with advice."""

    answer_s: float = 20.0
    """Without an answer for this long, the session goes on (engineering): nobody has to answer."""

    second_digit_s: float = 1.5
    """After a 1 a 0 may follow; and the answer is seen for so long."""

    severe: int = 7
    """From here on exercising alone is advised against. 7 to 10 is severe pain in Serlin and
    others, Pain 61 (1995) 277-284; that it is where to stop here is an engineering value."""

    advice_s: float = 20.0
    """How long the advice is shown, if no key is pressed: it is read and heard in half of that
    (engineering)."""


DEFAULTS = PainSettings()


class PainQuestion(TextPage):
    """How much does it hurt? answer: 0 to 10, None where it was not answered."""

    def __init__(
        self, around: Surroundings, when: When, *, settings: PainSettings = DEFAULTS
    ) -> None:
        super().__init__(around)
        self._settings = settings
        self.answer: int | None = None
        self._when = when
        self._typed = ""
        self._typed_s = self._began_s = around.clock()
        around.announce(f"live.pain_{when}", "live.pain_scale")

    def press(self, key: Key) -> None:
        """A digit answers, Enter confirms, or skips where nothing is typed."""
        if key in (Key.ENTER, Key.NEXT):
            self._finish()
        elif key.value.isdigit():
            longer = self._typed + key.value
            self._typed = longer if longer == str(WORST) else key.value
            self._typed_s = self.around.clock()

    def tick(self) -> None:
        """Take the answer a moment after it was typed, or go on without one."""
        now_s = self.around.clock()
        since_s, patience_s = self._began_s, self._settings.answer_s
        if self._typed:
            since_s, patience_s = self._typed_s, self._settings.second_digit_s
        if now_s - since_s >= patience_s:
            self._finish()

    def contents(self) -> object:
        """What is typed, and the time that is left."""
        return self._typed, self._left

    def draw(self) -> Image:
        """The question, the scale, and how to answer."""
        page, text = blank_page(), self.around.texts.text
        question = Block(text(f"live.pain_{self._when}"), 0.105, lines=2)
        write_blocks(page, [question], 0.06)
        draw_pain_scale(page, self._typed, 0.56)
        ends = Block(text("live.pain_ends"), 0.06, colour=QUIET, bold=False)
        how = Block(text("live.pain_keys"), 0.06, colour=QUIET, bold=False)
        write_blocks(page, [ends, how], 0.63)
        draw_time_left(page, self._left)
        return page

    @property
    def _left(self) -> float:
        waited_s = self.around.clock() - self._began_s
        return 1.0 if self._typed else self.in_steps(1 - waited_s / self._settings.answer_s)

    def _finish(self) -> None:
        self.answer = int(self._typed) if self._typed else None
        self.over = True
        self.around.announcer.hush()


class Advice(TextPage):
    """Said once and plainly before exercising in severe pain. It is left to the person."""

    def __init__(self, around: Surroundings, *, settings: PainSettings = DEFAULTS) -> None:
        super().__init__(around)
        self._settings = settings
        self._began_s = around.clock()
        around.announce("live.severe_pain", "live.severe_pain_more")

    def press(self, key: Key) -> None:
        """Enter goes on."""
        if key in (Key.ENTER, Key.NEXT):
            self._finish()

    def tick(self) -> None:
        """Go on once it has been read and heard."""
        now_s = self.around.clock()
        shown = now_s - self._began_s >= self._settings.advice_s
        if shown and not self.around.announcer.speaking(now_s):
            self._finish()

    def contents(self) -> object:
        """The time that is left."""
        return self.in_steps(1 - (self.around.clock() - self._began_s) / self._settings.advice_s)

    def draw(self) -> Image:
        """The advice, and which keys end the session or go on."""
        page, text = blank_page(), self.around.texts.text
        blocks = [
            Block(text("live.severe_pain"), 0.11, lines=3),
            Block(text("live.severe_pain_more"), 0.075, lines=4, bold=False, space=0.06),
            Block(text("live.severe_pain_keys"), 0.06, colour=QUIET, bold=False, space=0.06),
        ]
        write_blocks(page, blocks, 0.07)
        draw_time_left(page, 1 - (self.around.clock() - self._began_s) / self._settings.advice_s)
        return page

    def _finish(self) -> None:
        self.over = True
        self.around.announcer.hush()
