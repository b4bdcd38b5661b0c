"""When not to exercise at all, said once and plainly before the first session."""

from dataclasses import dataclass

from formcheck.feedback.drawing.pages import Block, blank_page, draw_time_left, write_blocks
from formcheck.feedback.drawing.palette import ORANGE
from formcheck.live.scenes.timed_page import ReadPage
from formcheck.live.surroundings import Surroundings
from formcheck.texts.texts import Texts
from formcheck.video.frame import Image

SIGNS = ("numb", "weak", "bladder", "fever", "night", "fall", "weight")
"""By the names of their texts. They are the signs of a cause that needs a doctor in NICE guideline
NG59 (recommendation 1.1.1), in the German Nationale VersorgungsLeitlinie Nicht-spezifischer
Kreuzschmerz (2017, table 6), and in the NHS's advice on back pain to the public."""


@dataclass(frozen=True)
class RedFlagSettings:
    """How long the page is shown; seconds."""

    shown_s: float = 40.0
    """It is some 400 letters: read in 30 seconds at the pace of subtitles (engineering)."""


DEFAULTS = RedFlagSettings()


def red_flags_text(texts: Texts) -> str:
    """The whole of it in one paragraph, to be heard or read in a terminal."""
    signs = "; ".join(texts.text(f"red_flags.{name}") for name in SIGNS)
    return f"{texts.text('red_flags.title')} {signs}. {texts.text('red_flags.at_once')}"


class RedFlags(ReadPage):
    """With any of these signs: see a doctor. Enter says that there is none of them."""

    keys = (("enter", "none_of_it"),)

    def __init__(self, around: Surroundings, *, settings: RedFlagSettings = DEFAULTS) -> None:
        super().__init__(around, settings.shown_s)
        around.announcer.announce(red_flags_text(around.texts), around.clock())

    def draw(self) -> Image:
        """The signs, one a line, and what is urgent."""
        page, text = blank_page(), self.around.texts.text
        signs = [Block(text(f"red_flags.{name}"), 0.058, bold=False, space=0.008) for name in SIGNS]
        blocks = [
            Block(text("red_flags.title"), 0.085, lines=2, colour=ORANGE, space=0.0),
            *signs,
            Block(text("red_flags.at_once"), 0.06, lines=2, space=0.03),
        ]
        write_blocks(page, blocks, 0.045)
        draw_time_left(page, self.time_left)
        return page
