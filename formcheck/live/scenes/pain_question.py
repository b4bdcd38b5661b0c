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
from formcheck.live.scenes.timed_page import PainPage, TimedPage
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


class PainQuestion(PainPage):
    """How much does it hurt? answer: 0 to 10, None where it was not answered."""

    keys = (("numbers", "answer"), ("enter", "no_answer"))

    def __init__(
        self, around: Surroundings, when: When, *, settings: PainSettings = DEFAULTS
    ) -> None:
        super().__init__(around, settings.answer_s)
        self._when = when
        around.announce(f"live.pain_{when}", "live.pain_scale")

    def press(self, key: Key) -> None:
        """A digit answers, Enter confirms, or skips where nothing is typed."""
        if key in (Key.ENTER, Key.NEXT):
            self._finish()
        else:
            self.typed.press(key, self.around.clock())

    def tick(self) -> None:
        """Take the answer a moment after it was typed, or go on without one."""
        if self.settled:
            self._finish()

    def draw(self) -> Image:
        """The question, the scale, and how to answer."""
        page, text = blank_page(), self.around.texts.text
        question = Block(text(f"live.pain_{self._when}"), 0.105, lines=2)
        write_blocks(page, [question], 0.04)
        draw_pain_scale(page, self.typed.typed, 0.5)
        ends = Block(text("live.pain_ends"), 0.06, colour=QUIET, bold=False)
        how = [Block(text("live.pain_keys"), 0.06, colour=QUIET, bold=False)]
        if self._when == "after":
            how.append(Block(text("live.pain_later"), 0.05, colour=QUIET, bold=False))
        write_blocks(page, [ends, *how], 0.57)
        draw_time_left(page, self.time_left)
        return page

    def _finish(self) -> None:
        self.answer = self.typed.level
        self.leave()


class Advice(TimedPage):
    """Said once and plainly before exercising in severe pain. Going on takes a key."""

    keys = (("enter", "go_on"),)

    def __init__(self, around: Surroundings, *, settings: PainSettings = DEFAULTS) -> None:
        super().__init__(around, settings.advice_s)
        around.announce("live.severe_pain", "live.severe_pain_more", "live.severe_pain_keys")

    def press(self, key: Key) -> None:
        """Enter goes on."""
        if key in (Key.ENTER, Key.NEXT):
            self.leave()

    def tick(self) -> None:
        """End the session where nobody says that they want to go on."""
        if self.shown_long_enough:
            self.ending = Ending.PAIN
            self.leave()

    def draw(self) -> Image:
        """The advice; its line of keys says which end the session or go on."""
        page, text = blank_page(), self.around.texts.text
        blocks = [
            Block(text("live.severe_pain"), 0.11, lines=3),
            Block(text("live.severe_pain_more"), 0.075, lines=4, bold=False, space=0.05),
        ]
        write_blocks(page, blocks, 0.05)
        draw_time_left(page, self.time_left)
        return page
