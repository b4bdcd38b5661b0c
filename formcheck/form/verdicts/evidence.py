"""When a value with an error says that something is right or wrong, and when it says neither.

The one rule for every criterion, live and recorded. A value and its standard error, with nothing
else known, make what is true normally distributed around the value. A fault is told, and good is
said, where the chance of being wrong costs less than saying nothing does.

The error of a measure is mostly a bias: of the view, of the clothes, of how the model sees this
body. It stays the same from frame to frame, so that many frames are no better than one, and the
error is never divided by the root of their number. Nor do several repetitions on the same side of a
limit say more than the one furthest out: against the true values (107 sample clips, and 96 random
films for learning and choosing) 93 and 72 of 100 parts of the error's square are the same in all
repetitions of a film, so that the mean of three would be surer by 2 and 10 parts of 100.

How large it is in the view that an exercise asks for depends on the exercise more than on the
measure, so its file has it, as the tolerance of a condition; where it has none, it is what the
measure says of itself. In another view, or of a body unlike those that the measure was learnt from,
what the measure is less sure there comes on top.
"""

from dataclasses import dataclass
from functools import cached_property
from statistics import NormalDist

from formcheck.form.state import Verdict


@dataclass(frozen=True)
class EvidenceSettings:
    """What wrong answers cost, in times what it costs to say nothing.

    Engineering values. That of a false alarm was 20 at first, and was halved when the sample clips
    had been judged by it with larger errors than now.
    """

    false_alarm: float = 10.0
    """Price of telling somebody to change who is right: they change to worse, and stop to listen.
    So a fault is told from a chance of 90 % on, 1.28 standard errors outside."""

    miss: float = 4.0
    """Price of calling right what is just outside: they go on as they would have in silence. So
    good is said up to a chance of 25 % of being outside."""

    @cached_property
    def fault_beyond(self) -> float:
        """Standard errors outside the range from which on a fault is told."""
        return NORMAL.inv_cdf(1 - 1 / self.false_alarm)

    @property
    def most_outside(self) -> float:
        """Chance of being outside up to which good is said."""
        return 1 / self.miss


NORMAL = NormalDist()

DEFAULTS = EvidenceSettings()


@dataclass(frozen=True)
class Evidence:
    """How far inside its range a value is, in standard errors of the value.

    nearer: from the limit that is nearer, negative outside. farther: from the other one, infinite
        where there is none.
    doubt: how much of the error isn't that of the exercise's own view, 0 to 1. A file's limits are
        for values as they are had in that view, so its error makes nothing doubtful that is inside.
    """

    nearer: float
    farther: float = float("inf")
    doubt: float = 0.0

    def verdict(self, settings: EvidenceSettings = DEFAULTS) -> Verdict:
        """A fault where it is clearly outside, good where it is surely inside, else unknown."""
        if self.nearer < -settings.fault_beyond:
            return Verdict.FAULT
        good = self.nearer >= 0 and self.outside < settings.most_outside
        return Verdict.GOOD if good else Verdict.UNKNOWN

    @property
    def outside(self) -> float:
        """The chance that a value inside is truly outside, by what is doubtful of it."""
        if self.doubt == 0:
            return 0.0
        return sum(NORMAL.cdf(-room / self.doubt) for room in (self.nearer, self.farther))


def error_of(tolerance: float, settings: EvidenceSettings = DEFAULTS) -> float:
    """The standard error of a value in the exercise's own view, where that lets a tolerance pass.

    Such that a fault is told from the tolerance of the exercise's file on.
    """
    return tolerance / settings.fault_beyond
