"""A movement of which only the next one tells whether it was a repetition.

Who turns back on the way for a moment and goes on, or shifts about before they begin, goes out and
comes back as in a repetition. What follows tells: beside a whole movement, half a one is a part of
it, or getting ready for it; and beside an unhurried one, a jerk as they are first seen is getting
ready, however far it went.
"""

from dataclasses import dataclass
from enum import Enum, auto
from math import nan

from formcheck.form.repetition_cycle import REST_SHARE, RepetitionCycle


@dataclass(frozen=True)
class DoubtSettings:
    """When a movement is in doubt, for how long, and what settles it."""

    whole_share: float = 0.45
    """Share of the larger of two movements below which the smaller one is none by itself. Real
    people's whole ones reach 0.6 of each other, getting ready and setting out again 0.35."""

    sure_return_share: float = 0.75
    """Share of the person's usual travel from which a way back that stops short of rest ends a
    repetition beyond doubt: fewer turn back so late without having finished. Of a first one that
    goes about as far as people do, of its own travel."""

    ready_share: float = 0.55
    """The same for a first one that came back to rest: half-way and back is getting ready, or no
    repetition anybody would count."""

    small_share: float = 0.7
    """Share of the exercise's usual travel below which the first movement of a set may be getting
    ready: people who are stiff go as far, and their second movement says so."""

    shifting_share: float = 0.35
    """The same where it stopped short of rest: who shifts about ends up elsewhere. So far goes
    getting ready, see `whole_share`."""

    rest_share: float = REST_SHARE
    """Of the larger of two movements, between which it was at rest."""

    waited_s: float = 1.5
    """Seconds that a movement which stopped short of rest waits for what follows: who sets out
    again does so sooner."""

    small_waited_s: float = 5.0
    """Seconds that a small or hasty first movement waits for the next: people settle before they
    begin."""

    soon_s: float = 2.0
    """Seconds from the set's beginning within which getting ready begins: later, people are
    ready."""

    hasty_s: float = 2.5
    """Seconds within which it is over, out and back: people shift for one to two."""

    hasty_times: float = 1.6
    """So many times as long the next movement must take, before it has turned back: people's
    repetitions differ by less."""


DEFAULTS = DoubtSettings()


class Answer(Enum):
    """What the next movement says of one in doubt."""

    NONE_YET = auto()
    REPETITION = auto()
    GETTING_READY = auto()
    BEGUN_AGAIN = auto()
    """Both are one, which goes as far as the second."""
    GONE_ON = auto()
    """Both are one, which had been as far as the first."""


@dataclass(frozen=True)
class DoubtfulMovement:
    """A movement out and back that the next one may show to be none.

    cycle: as it would count. lowest: where it came back to. short: whether that is short of rest.
    small: whether it is a first one that goes less far than people do. hasty: whether it is a first
        one that is over so soon that it may have been getting ready.
    """

    cycle: RepetitionCycle
    lowest: float
    short: bool
    small: bool
    hasty: bool = False
    settings: DoubtSettings = DEFAULTS

    def overdue(self, time_s: float) -> bool:
        """Whether nothing followed for so long that it stands by itself."""
        settings = self.settings
        waited_s = settings.small_waited_s if self.small or self.hasty else settings.waited_s
        return time_s - self.cycle.end_s > waited_s

    def outweighs(self, travel: float) -> bool:
        """Whether a movement that goes so far is but a sway beside a hasty one, and no answer."""
        return self.hasty and travel < self.settings.ready_share * self.cycle.travel

    def answer(self, low: float, high: float, away_s: float, *, turned: bool) -> Answer:
        """What the movement under way says.

        low, high: of that movement so far. away_s: seconds since it left rest. turned: whether it
        is on its way back.
        """
        base = min(self.cycle.low, low)
        settings = self.settings
        # A small one may have come back short of rest only when held against itself.
        near_rest = self.lowest - base < settings.rest_share * (high - base)
        short = self.short and not (self.small and near_rest)
        share = settings.whole_share if short else settings.ready_share
        # What it rose above where it came back to; for one that came to rest that is all of it.
        own = self.cycle.high - (self.lowest if short else base)
        if own < share * (high - base):
            return Answer.BEGUN_AGAIN if short else Answer.GETTING_READY
        if self.hasty and away_s > settings.hasty_times * self.cycle.seconds:
            return Answer.GETTING_READY
        if not turned or self.outweighs(high - low):
            return Answer.NONE_YET
        part = short and high - self.lowest < share * (self.cycle.high - base)
        return Answer.GONE_ON if part else Answer.REPETITION


def in_doubt(
    cycle: RepetitionCycle,
    lowest: float,
    *,
    short: bool,
    usual: float,
    expected: float,
    since_s: float = nan,
    settings: DoubtSettings = DEFAULTS,
) -> DoubtfulMovement | None:
    """The movement as one in doubt; None where it is a repetition whatever follows.

    usual: how far this person usually goes; NaN before their first. expected: how far people
    usually go; NaN where nobody knows. since_s: when the set began; NaN where nobody knows.
    """
    first = usual != usual
    share = settings.shifting_share if short else settings.small_share
    small = first and cycle.travel < share * expected
    whole = cycle.travel if first and cycle.travel >= settings.small_share * expected else usual
    surely_back = cycle.high - lowest >= settings.sure_return_share * whole
    soon = cycle.left_rest_s - since_s < settings.soon_s
    hasty = first and soon and cycle.seconds < settings.hasty_s
    if (short and not surely_back) or small or hasty:
        return DoubtfulMovement(cycle, lowest, short, small, hasty, settings)
    return None
