"""What makes a session similar to an exercise."""

from dataclasses import dataclass, field

import numpy as np

from formcheck.recognition.cycles import CycleSettings
from formcheck.recognition.feature_table import Array
from formcheck.recognition.fit import FitSettings
from formcheck.recognition.usual_signature import UsualSignatureSettings

BEHIND = (0.7, 3.0)
"""By how much poses resemble an exercise less than the one that they resemble most, in mean
logarithms of shares, up to which they resemble it as well, and from which only the other one."""


@dataclass(frozen=True)
class Counts:
    """What fitting well counts: where poses resemble another exercise, where they resemble this
    one, and where it is unknown what they resemble.
    """

    least: float
    most: float
    unknown: float

    def of(self, behind: float) -> float:
        """By how far poses are behind (see BEHIND), NaN where it is unknown."""
        return float(self.of_each(np.array([behind]))[0])

    def of_each(self, behind: Array, least_share: float = 1.0) -> Array:
        """The same of many. least_share: of what counts least."""
        counts = np.interp(behind, BEHIND, (self.most, least_share * self.least))
        return np.where(np.isfinite(behind), counts, self.unknown)


@dataclass(frozen=True)
class SimilaritySettings:
    """Shares, seconds and what they count."""

    enough_share: float = 0.4
    """Share of the time spent in repetitions that is as good as all of it: people rest and walk."""

    enough_s: float = 3.0
    """Seconds of it below which there is too little to go by."""

    enough_of_holds_s: float = 3.0
    """The same of an exercise that is held for long, which no recording shows in less."""

    enough_kept_s: float = 6.0
    """The same for a position that is only kept: people also rest in them for a moment."""

    kept_throughout_s: float = 6.0
    """The same where the position is kept from the first sample to the last. Of a session that goes
    on nobody knows whether it will be; a whole recording says so (see `answer.RECORDING`)."""

    throughout_share: float = 0.9
    """Share of the time in the posture from which it is kept throughout: the model loses a person
    now and then."""

    held_s: float = 4.0
    """An exercise that is held for long is held for so many seconds at least; a repetition that is
    held less counts as much less, and without any hold nothing."""

    least_share: float = 0.08
    """Share of the time in view and in the posture below which nothing else need be looked at."""

    still_counts: float = 0.8
    """What a position that is only kept counts beside a repetition that was seen."""

    still_ends: tuple[float, float] = (10, 90)
    """Percentiles of a measure between which it must stay within what the signature says."""

    never_shown: float = 0.4
    """What repetitions count of which none shows what must be seen: with what can't be seen of each
    they fit as badly as where it is clearly not kept."""

    alike_share: float = 0.5
    """Of the best repetition's fit, from which another one is a repetition of the same: between
    them there may be other movements, which say nothing about these."""

    rightly_counts: Counts = Counts(0.85, 1.0, unknown=1.0)
    """What a session counts that is seen from where the exercise is. Of what people do little was
    drawn, so that what poses resemble decides between two, and takes hardly anything from one
    alone."""

    half_turned_counts: Counts = Counts(0.6, 0.95, unknown=0.69)
    """The same of a session that is seen half turned, where nobody can be sure of angles. Of an
    exercise that nothing was learnt of, with 0.6 what is a little off in one way is no exercise at
    all; with 0.8 a piece of somebody's figure four is a hamstring stretch. Chosen on people's
    tracks, sample clips and random films for learning and choosing."""

    resembled_counts: Counts = Counts(0.0, 0.9, unknown=0.0)
    """The same where poses that resemble the exercise are in its posture from wherever they are
    seen, and whatever is measured of it."""

    least_resemblance: float = -0.7
    """Logarithm of the share from which a pose is taken for one of the exercise: about a half."""

    fit: FitSettings = field(default_factory=FitSettings)
    cycles: CycleSettings = field(default_factory=CycleSettings)
    usual: UsualSignatureSettings = field(default_factory=UsualSignatureSettings)


DEFAULTS = SimilaritySettings()
