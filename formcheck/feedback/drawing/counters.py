"""The two numbers to be read from three metres: repetitions done and seconds held."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from formcheck.exercises.exercise import Exercise
from formcheck.feedback.drawing.counter_sizes import CounterSizes, counter_sizes
from formcheck.feedback.drawing.hold_ring import HoldRing
from formcheck.feedback.drawing.icons import draw_tick
from formcheck.feedback.drawing.lettering import DIGIT_HEIGHT, REGULAR, text_width, write
from formcheck.feedback.drawing.palette import BLUE, INK, PAPER, PLATE, QUIET
from formcheck.feedback.drawing.panels import Rectangle, plate
from formcheck.feedback.drawing.stamp import Stamp
from formcheck.form.state import FormState
from formcheck.texts.texts import Texts
from formcheck.video.frame import Image


def draw_counters(
    image: Image, state: FormState, exercise: Exercise, bottom: int, texts: Texts
) -> list[Rectangle]:
    """Draw the repetitions at the left and the hold's ring at the right; returns their places.

    bottom: the row in pixels above which they stand. Of a single hold nothing is counted until it
    is done. In a narrow picture both lose their notes, and where there is still no room for the
    two, the hold is shown while it lasts.
    """
    if exercise.at_the_desk:
        return []  # Who sits repeats nothing.
    reps = exercise.dosage.reps
    counts = state.repetitions, state.good_repetitions, state.unclear_repetitions
    counter = RepetitionCount.of(image.shape[:2], counts, reps, bottom, texts)
    if exercise.repetition.hold_s <= 0:
        return [counter.draw(image)]
    # Who was asked for no number was asked for no time either.
    to_hold_s = exercise.repetition.hold_s if reps is not None else None
    ring = HoldRing.of(image.shape[:2], state.hold_s, to_hold_s, bottom, texts)
    alone = reps == (1, 1) or (reps is None and exercise.repetition.is_long_hold)
    if alone and not state.repetitions:
        return [ring.draw(image)]
    if counter.area.overlaps(ring.area):
        counter, ring = counter.bare(), ring.bare()
    if not counter.area.overlaps(ring.area):
        return [counter.draw(image), ring.draw(image)]
    return [ring.draw(image) if state.hold_s > 0 else counter.draw(image)]


@dataclass(frozen=True)
class RepetitionCount:
    """The number of repetitions and the notes beside it, laid out in the left lower corner.

    notes: how many there should be, and how many were good; empty where there is no room.
    """

    size: CounterSizes
    number: str
    notes: tuple[str, ...]
    any_good: bool
    area: Rectangle

    @classmethod
    @lru_cache(maxsize=8)
    def of(
        cls,
        picture: tuple[int, int],
        counts: tuple[int, int, int],
        reps: tuple[int, int] | None,
        bottom: int,
        texts: Texts,
    ) -> Self:
        """A count above a row of the picture; its width doesn't follow the number of good ones.

        picture: rows and columns. counts: of repetitions, of good ones, and of those that could
        not be judged. reps: how many are asked for.
        """
        size, (done, well_done, unclear) = counter_sizes(picture), counts
        wanted = ""
        if reps is not None and done <= reps[1]:  # Of more than were asked for: "4 of 2".
            fewest, most = reps
            key = "counters.of" if fewest == most else "counters.of_range"
            wanted = texts.text(key, count=most, fewest=fewest, most=most)
        good = texts.text("counters.repetitions")
        if done > unclear:
            good = texts.text("counters.good", count=well_done)
        elif done:
            # "0 good" would say that something was wrong with them.
            good = texts.text("counters.unclear")
        beside = max(
            text_width(wanted, size.small, REGULAR),
            text_width(texts.text("counters.good", count=88), size.small) + size.small,
        )
        number = str(done)
        width = text_width(number, size.digits) + beside + 3 * size.pad
        height = round(DIGIT_HEIGHT * size.digits) + 2 * size.pad
        area = Rectangle(size.pad, bottom - size.pad - height, width, height)
        return cls(size, number, (wanted, good), well_done > 0, area)

    def bare(self) -> Self:
        """The same without its notes."""
        width = text_width(self.number, self.size.digits) + 2 * self.size.pad
        return replace(self, notes=(), area=replace(self.area, width=width))

    def draw(self, image: Image) -> Rectangle:
        """Draw it and return its place."""
        _count_stamp(image.shape[:2], self).press(image)
        return self.area

    def draw_anew(self, image: Image) -> None:
        """Draw it letter by letter."""
        size, area = self.size, self.area
        plate(image, area, INK, PLATE)
        line = area.bottom - size.pad
        write(image, self.number, (area.x + size.pad, line), size.digits, PAPER)
        if not self.notes:
            return
        beside = area.x + 2 * size.pad + text_width(self.number, size.digits)
        tick = round(DIGIT_HEIGHT * size.small)
        wanted, good = self.notes
        write(image, wanted, (beside, area.y + size.pad + tick), size.small, QUIET, REGULAR)
        if self.any_good:
            draw_tick(image, (beside + tick // 2, line - tick // 2), tick, BLUE)
            write(image, good, (beside + tick + size.pad // 2, line), size.small, BLUE)
        else:
            write(image, good, (beside, line), size.small, QUIET, REGULAR)


@lru_cache(maxsize=8)
def _count_stamp(size: tuple[int, int], count: RepetitionCount) -> Stamp:
    return Stamp.of(size, count.area, count.draw_anew)
