"""One criterion from what was shown: its limits, its words, and what they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, hypot
from typing import Literal

from formcheck.exercises.criterion import Criterion
from formcheck.form.vocabulary import SECONDS
from formcheck.learn.citation import as_shown
from formcheck.learn.demonstrated_repetitions import DemonstratedRepetition, Spread, spread
from formcheck.learn.movement import Movement
from formcheck.learn.words import MeasureWords
from formcheck.texts.texts import Texts

Phase = Literal["all", "rest", "peak", "back"]


@dataclass(frozen=True)
class SuggestionSettings:
    """How a limit follows from what was shown."""

    alike_degrees: float = 5.0
    """Nobody does it twice the same: how far a repetition as good as those shown may differ."""

    alike_in_errors: float = 0.7
    """The same for lengths, as a share of the measuring error."""

    step_degrees: float = 5.0
    """Limits are round numbers, which people read and remember."""

    step_length: float = 0.01
    """The same for lengths."""

    scatter_degrees: float = 25.0
    """What is spread wider than this within one phase was of no concern to who showed it."""

    nearly_full_degrees: float = 20.0
    """From quite straight, within which a joint was meant to be straight."""

    least_seen: float = 0.7
    """Share of a phase in which a measure must be seen to become a criterion."""

    surely_seen: float = 0.95
    """Share below which a repetition may be called good without it."""

    tempo_share: float = 0.6
    """Share of the time shown for the way back below which it is too fast."""

    least_tempo_s: float = 1.0
    """A way back that took less than this was not meant to be slow."""

    tempo_tolerance_s: float = 0.1
    """How far the time may be below its limit: an engineering value, about three frames."""


DEFAULTS = SuggestionSettings()


@dataclass(frozen=True)
class Suggestion:
    """A criterion, and what was seen that it rests on."""

    criterion: Criterion
    seen: str

    def needed(self) -> "Suggestion":
        """Without it no repetition may be called good."""
        one = self.criterion
        return replace(self, criterion=one.model_copy(update={"may_be_unseen": False}))

    def widened(self) -> "Suggestion":
        """With limits that are further away by the tolerance."""
        one = self.criterion
        limits = {
            "at_least": None if one.at_least is None else round(one.at_least - one.tolerance, 2),
            "at_most": None if one.at_most is None else round(one.at_most + one.tolerance, 2),
        }
        return replace(self, criterion=one.model_copy(update=limits))


def kept_within(
    repetitions: Sequence[DemonstratedRepetition],
    words: MeasureWords,
    role: str,
    phase: Phase,
    view: str,
    during: str,
    settings: SuggestionSettings = DEFAULTS,
) -> Suggestion | None:
    """One measure kept within what was shown; None where that was too little or too scattered."""
    measure = words.sided(role)
    shown = spread(repetitions, measure, phase, from_start=words.from_start)
    if shown is None or shown.seen < settings.least_seen:
        return None
    if words.in_degrees and shown.width > settings.scatter_degrees:
        return None
    low, high = _limits(words, shown, view, settings)
    still = words.say("still", role) if phase == "all" and words.stays_still else ""
    criterion = Criterion(
        id=_id(words, role, phase),
        title=_title(words, role, phase, straight=high is None),
        during=during,
        measure=measure,
        at_least=low,
        at_most=high,
        tolerance=words.tolerance(view),
        relative_to="start" if words.from_start else None,
        may_be_unseen=words.easily_hidden or role == "support" or shown.seen < settings.surely_seen,
        cue=still,
        cue_below="" if still else words.say("low", role),
        cue_above="" if still or high is None else words.say("high", role),
        why=words.texts.text(f"learn.why.{phase}"),
        source=as_shown(),
    )
    return Suggestion(criterion, _seen(words, shown, view))


def _limits(
    words: MeasureWords, shown: Spread, view: str, settings: SuggestionSettings
) -> tuple[float, float | None]:
    """What was shown and some room, to round numbers; open upwards for a straight joint."""
    room, step = _room(words, view, settings)
    low = _round(floor((shown.low - room) / step) * step)
    if words.full is not None and shown.middle >= words.full - settings.nearly_full_degrees:
        return low, None
    return low, _round(ceil((shown.high + room) / step) * step)


def _room(words: MeasureWords, view: str, settings: SuggestionSettings) -> tuple[float, float]:
    """How far a limit lies from what was shown, and to which step it is rounded.

    Another recording of the same movement differs by what people vary and by what is measured
    wrongly: independent errors add up by their squares.
    """
    measured = words.likely_error(view)
    if words.in_degrees:
        return hypot(settings.alike_degrees, measured), settings.step_degrees
    return hypot(settings.alike_in_errors * words.errors[view], measured), settings.step_length


def _round(limit: float) -> float:
    """A limit without what floating point adds to it."""
    return round(limit, 2)


def back_at_rest(
    repetitions: Sequence[DemonstratedRepetition],
    movement: Movement,
    view: str,
    during: str,
    settings: SuggestionSettings = DEFAULTS,
) -> Suggestion | None:
    """The movement comes back as far as it was shown to; None where rest was hardly seen."""
    words = movement.words
    shown = spread(repetitions, movement.measure, "rest", from_start=words.from_start)
    if shown is None or shown.seen < settings.least_seen:
        return None
    room, step = _room(words, view, settings)
    rises = movement.direction == "rises"
    limit = ceil((shown.high + room) / step) if rises else floor((shown.low - room) / step)
    reached, texts = _round(limit * step), words.texts
    criterion = Criterion(
        id="back-to-the-start",
        title=texts.text("learn.back.title"),
        during=during,
        measure=movement.measure,
        at_least=None if rises else reached,
        at_most=reached if rises else None,
        tolerance=words.tolerance(view),
        relative_to="start" if words.from_start else None,
        judge="reached",
        may_be_unseen=True,
        cue=texts.text("learn.back.cue"),
        why=texts.text("learn.back.why"),
        source=as_shown(),
    )
    return Suggestion(criterion, _seen(words, shown, view))


def slowly_back(
    repetitions: Sequence[DemonstratedRepetition],
    during: str,
    texts: Texts,
    settings: SuggestionSettings = DEFAULTS,
) -> Suggestion | None:
    """The way back not much faster than it was shown; None where it was quick itself."""
    quickest = min(one.phases.back.seconds for one in repetitions)
    least = floor(10 * settings.tempo_share * quickest) / 10
    if quickest < settings.least_tempo_s:
        return None
    criterion = Criterion(
        id="slowly-back",
        title=texts.text("learn.slowly.title"),
        during=during,
        measure=SECONDS,
        at_least=least,
        tolerance=settings.tempo_tolerance_s,
        may_be_unseen=True,
        cue=texts.text("learn.slowly.cue"),
        why=texts.text("learn.slowly.why"),
        source=as_shown(),
        source_note=texts.text("learn.slowly.note"),
    )
    return Suggestion(criterion, texts.text("learn.notes.quickest", seconds=quickest))


def _id(words: MeasureWords, role: str, phase: Phase) -> str:
    whose = {"working": "moving-", "support": "other-"}.get(role, "")
    when = {"all": "still", "peak": "furthest", "rest": "start"}[phase]
    return f"{whose}{words.part.replace(' ', '-')}-{when}"


def _title(words: MeasureWords, role: str, phase: Phase, *, straight: bool) -> str:
    how = "straight_" if straight else ""
    title = words.texts.text(f"learn.title.{how}{phase}", what=words.named(role))
    return title[:1].upper() + title[1:]


def _seen(words: MeasureWords, shown: Spread, view: str) -> str:
    """What was shown, and how surely: what differs by less than is measured wrongly is one value.

    Of a single repetition one value may be all that there is.
    """
    off = words.likely_error(view)
    within = words.with_unit(ceil(off) if words.in_degrees else ceil(100 * off) / 100)
    text = words.texts.text
    if shown.width < off:
        return text("learn.notes.about", value=words.number(shown.middle), within=within)
    low, high = words.number(shown.low), words.number(shown.high)
    return text("learn.notes.shown", low=low, high=high, within=within)
