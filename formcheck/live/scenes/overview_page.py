"""The first page of a programme: what is in it, and how long it takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from formcheck.feedback.drawing.pages import (
    Block,
    blank_page,
    draw_table,
    draw_time_left,
    move_to_the_middle,
    write_blocks,
)
from formcheck.feedback.drawing.palette import BLUE
from formcheck.live.scenes.timed_page import ReadPage
from formcheck.live.surroundings import Surroundings
from formcheck.programmes.duration import duration_s
from formcheck.programmes.steps import Step
from formcheck.video.frame import Image


@dataclass(frozen=True)
class OverviewSettings:
    """How long the page is shown; seconds."""

    shown_s: float = 12.0
    """Time to see how long it takes and to say no (engineering)."""


DEFAULTS = OverviewSettings()


def are_several(steps: Sequence[Step]) -> bool:
    """Whether there is more than one exercise, and so something to overlook."""
    return len({step.exercise.id for step in steps}) > 1


def minutes_of(steps: Sequence[Step]) -> list[tuple[str, int]]:
    """Each exercise's title in order, with the minutes that all its sets take."""
    titles = {step.exercise.id: step.exercise.title for step in steps}
    own = {name: [step for step in steps if step.exercise.id == name] for name in titles}
    return [(title, _minutes(own[name])) for name, title in titles.items()]


def _minutes(steps: Sequence[Step]) -> int:
    return max(round(duration_s(steps) / 60), 1)


class OverviewPage(ReadPage):
    """Says how long it takes before it begins. Enter begins at once."""

    keys = (("enter", "begin"),)

    def __init__(
        self,
        around: Surroundings,
        steps: Sequence[Step],
        *,
        settings: OverviewSettings = DEFAULTS,
    ) -> None:
        super().__init__(around, settings.shown_s)
        text, each = around.texts.text, minutes_of(steps)
        self._rows = [
            (title, text("programme.minutes", minutes=minutes)) for title, minutes in each
        ]
        # The sum of what stands below it, which everybody adds up.
        self._how_long = text(
            "programme.how_long", count=len(each), minutes=sum(own for _, own in each)
        )
        signs = text("programme.signs")
        around.announcer.announce(f"{self._how_long} {signs}", around.clock())

    def draw(self) -> Image:
        """How long, the exercises, and the signs that need no hands at the keyboard."""
        page, texts = blank_page(), self.around.texts
        blocks = [
            Block(self._how_long, 0.1, lines=1, space=0.0),
            Block(texts.text("programme.signs"), 0.058, 2, BLUE, space=0.02),
        ]
        below = write_blocks(page, blocks, 0.03)
        draw_table(page, self._rows, below / page.shape[0] + 0.02)
        move_to_the_middle(page)
        draw_time_left(page, self.time_left)
        return page
