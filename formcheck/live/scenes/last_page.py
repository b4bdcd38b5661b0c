"""The last page: what was done, and a kind word."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from formcheck.feedback.drawing.pages import (
    Block,
    blank_page,
    draw_table,
    draw_time_left,
    move_to_the_middle,
    write_blocks,
)
from formcheck.feedback.drawing.palette import BLUE, ORANGE
from formcheck.feedback.window import Key
from formcheck.form.state import Verdict
from formcheck.live.live_contract import SetDone
from formcheck.live.scenes.timed_page import TimedPage
from formcheck.live.sets.goal_checker import Asked
from formcheck.live.surroundings import Surroundings
from formcheck.texts.texts import Texts
from formcheck.video.frame import Image


@dataclass(frozen=True)
class LastPageSettings:
    """How long the page stays, and when pain is spoken of."""

    shown_s: float = 30.0
    """How long the page stays, if no key is pressed: it is read while getting up (engineering)."""

    few_rows: int = 3
    """Up to so many exercises there is room to write larger (engineering)."""

    worse_by: int = 2
    """More pain than before by so many points is more than chance: the least that patients notice
    is about 2 of 10 (Farrar and others, Pain 94 (2001) 149-158)."""


DEFAULTS = LastPageSettings()


class Word(StrEnum):
    """Which kind sentence fits."""

    WORSE = "worse"
    NOTHING = "nothing"
    BETTER = "better"
    GOOD = "good"
    DONE = "done"


def word_for(
    sets: Sequence[SetDone],
    before: int | None,
    after: int | None,
    settings: LastPageSettings = DEFAULTS,
) -> Word:
    """The kind sentence for a session; pain that grew comes first."""
    repetitions = sum(len(one.summary.repetitions) for one in sets)
    held_s = sum(one.summary.seen_hold_s or 0.0 for one in sets)
    good = sum(one.summary.good_repetitions for one in sets)
    if before is not None and after is not None:
        if after >= before + settings.worse_by:
            return Word.WORSE
        if after < before and (repetitions or held_s):
            return Word.BETTER
    if not repetitions and not held_s:
        return Word.NOTHING
    return Word.GOOD if good * 2 >= max(repetitions, 1) else Word.DONE


def rows_of(sets: Sequence[SetDone], texts: Texts) -> list[tuple[str, str]]:
    """Each exercise with what went well in it, all its sets together, in order."""
    titles = {one.step.exercise.id: one.step.exercise.title for one in sets}
    return [
        (title, outcome_of([one for one in sets if one.step.exercise.id == name], texts))
        for name, title in titles.items()
    ]


def outcome_of(sets: Sequence[SetDone], texts: Texts) -> str:
    """What some sets of one exercise came to, in a few words."""
    own, goals = [one.summary for one in sets], [one.step.goal for one in sets]
    done = sum(len(one.repetitions) for one in own)
    good = sum(one.good_repetitions for one in own)
    seen = [one.seen_hold_s for one in own if one.seen_hold_s is not None]
    held_s = round(sum(seen))
    wanted_s = round(sum(goal.hold_s for goal in goals))
    if seen and goals[0].long_hold and (goals[0].most or max(done, 1)) == 1:
        if held_s > wanted_s or goals[0].most is None:
            return texts.text("closing.held", seconds=held_s)
        return texts.text("closing.held_of", seconds=held_s, wanted=wanted_s)
    unclear = sum(each.verdict is Verdict.UNKNOWN for one in own for each in one.repetitions)
    # "0 of 2 good" would say that something was wrong with them.
    if done and unclear == done:
        return texts.counted("closing.unclear", done)
    if unclear:
        return texts.text("closing.partly", good=good, done=done, unclear=unclear)
    if done:
        return texts.text("closing.good", good=good, done=done)
    if held_s:
        return texts.text("closing.held", seconds=held_s)
    # Of a posture there is nothing to count.
    posture = sets[0].step.exercise.kind == "posture"
    verdicts = {one.verdict for one in own} if posture else set()
    if Verdict.FAULT in verdicts:
        return texts.text("closing.posture_fault")
    return texts.text("closing.posture_good" if Verdict.GOOD in verdicts else "closing.tried")


def to_work_on(sets: Sequence[SetDone], texts: Texts) -> tuple[str, str]:
    """What most repetitions missed, a criterion or the time to hold, and its cue; empty for none.

    Of two that were missed as often, the one that its exercise names first.
    """
    missed = Counter(
        (one.step.exercise.id, name)
        for one in sets
        for repetition in one.summary.repetitions
        for name in repetition.faults
    )
    faults = [
        (missed[one.step.exercise.id, total.criterion.id], total)
        for one in sets
        for total in one.summary.criteria
        if total.cue
    ]
    words = [(times, total.criterion.title, total.cue) for times, total in faults]
    words += [(times, title, texts.text("closing.hold_longer")) for times, title in _short(sets)]
    _, title, cue = max(words, key=lambda word: word[0], default=(0, "", ""))
    return title, cue


def _short(sets: Sequence[SetDone]) -> list[tuple[int, str]]:
    """How many holds were let go early of each exercise that had such, and its title."""
    times = Counter(
        one.step.exercise.title
        for one in sets
        for repetition in one.summary.repetitions
        if Asked(one.step.goal).held_short(repetition)
    )
    return [(number, title) for title, number in times.items()]


class LastPage(TimedPage):
    """Shows the summary and says the sentence; any key of the session ends it."""

    keys = (("enter", "end"),)

    def __init__(
        self,
        around: Surroundings,
        sets: Sequence[SetDone],
        pain_before: int | None,
        pain_after: int | None,
        *,
        settings: LastPageSettings = DEFAULTS,
    ) -> None:
        super().__init__(around, settings.shown_s)
        self._settings = settings
        self._rows = rows_of(sets, around.texts)
        title, cue = to_work_on(sets, around.texts)
        self._work_on = around.texts.text("closing.work_on", title=title, cue=cue) if cue else ""
        self._word = f"closing.word_{word_for(sets, pain_before, pain_after, settings)}"
        said = f"{around.texts.text(self._word)} {self._work_on}".strip()
        around.announcer.announce(said, around.clock())

    def press(self, key: Key) -> None:
        """Enter, space or n ends it."""
        self.over = self.over or key in (Key.ENTER, Key.PAUSE, Key.NEXT)

    def tick(self) -> None:
        """End by itself."""
        self.over = self.over or self.shown_long_enough

    def draw(self) -> Image:
        """Title, sentence, the one thing to work on, and the table."""
        page, texts = blank_page(), self.around.texts
        few = len(self._rows) <= self._settings.few_rows
        blocks = [
            Block(texts.text("closing.title"), 0.11 if few else 0.09, space=0.0),
            Block(texts.text(self._word), 0.075 if few else 0.062, 2, BLUE, space=0.02),
            Block(self._work_on, 0.085 if few else 0.068, 3 if few else 2, ORANGE, space=0.03),
        ]
        below = write_blocks(page, blocks, 0.03 if few else 0.015)
        draw_table(page, self._rows, below / page.shape[0] + (0.035 if few else 0.025))
        move_to_the_middle(page)
        draw_time_left(page, self.time_left)
        return page
