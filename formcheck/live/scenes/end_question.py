"""Asking whether to end; a session is not lost by a slip of the finger."""

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
from formcheck.live.live_contract import Ending
from formcheck.live.scenes.timed_page import PainPage
from formcheck.live.surroundings import Surroundings
from formcheck.video.frame import Image


@dataclass(frozen=True)
class EndQuestionSettings:
    """How long is waited; seconds."""

    answer_s: float = 30.0
    """Whoever pressed q and went away wanted to end (engineering)."""


DEFAULTS = EndQuestionSettings()


class EndQuestion(PainPage):
    """Shall it end here? The session waits meanwhile.

    answer: the pain now, 0 to 10; None where it was not told.
    """

    keys = (("enter", "end_here"), ("space", "go_on"))

    def __init__(
        self, around: Surroundings, *, pain: bool, settings: EndQuestionSettings = DEFAULTS
    ) -> None:
        """Pain: whether it is asked how much it hurts now."""
        super().__init__(around, settings.answer_s)
        self._pain = pain
        around.announce("live.end_question", *(["live.pain_after"] if pain else []))

    def press(self, key: Key) -> None:
        """Enter or q ends, space goes on; a digit tells the pain, and ends."""
        if key in (Key.ENTER, Key.QUIT):
            self._finish(Ending.QUIT)
        elif key in (Key.PAUSE, Key.NEXT, Key.AGAIN):
            self._finish(None)
        elif self._pain:
            self.typed.press(key, self.around.clock())

    def tick(self) -> None:
        """End a moment after the pain was typed, or where nobody answers."""
        if self.settled:
            self._finish(Ending.QUIT)

    def draw(self) -> Image:
        """The question, and the scale where pain is asked about."""
        page, text = blank_page(), self.around.texts.text
        question = Block(text("live.end_question"), 0.13)
        keys = Block(text("live.end_keys"), 0.075, lines=2, bold=False, space=0.03)
        if not self._pain:
            write_blocks(page, [question, keys], 0.25)
        else:
            pain = Block(text("live.pain_after"), 0.075, lines=2, space=0.05)
            write_blocks(page, [question, keys, pain], 0.0)
            draw_pain_scale(page, self.typed.typed, 0.63)
            ends = Block(text("live.pain_ends"), 0.055, colour=QUIET, bold=False)
            later = Block(text("live.pain_later"), 0.05, colour=QUIET, bold=False, space=0.02)
            write_blocks(page, [ends, later], 0.68)
        draw_time_left(page, self.time_left)
        return page

    def _finish(self, ending: Ending | None) -> None:
        self.ending = ending
        self.answer = self.typed.level if ending is not None else None
        self.leave()
