"""One criterion from what was shown: its limits, its words, and what they rest on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import Literal

from formcheck.exercises.criterion import Criterion
from formcheck.learn.citation import as_shown
from formcheck.learn.movement import Movement
from formcheck.learn.repetitions import ShownRepetition, Spread, spread
from formcheck.learn.words import MeasureWords

Phase = Literal["all", "rest", "peak", "back"]

ROOM = 5.0
"""Degrees between what was shown and the limit: nobody does it twice the same."""

ROOM_IN_ERRORS = 0.7
"""The same for lengths, as a share of the measuring error."""

SCATTER_DEGREES = 25.0
"""What is spread wider than this within one phase was of no concern to the one who showed it."""

NEARLY_FULL = 20.0
"""Degrees from quite straight within which a joint was meant to be straight."""

LEAST_SEEN = 0.7
"""Share of a phase in which a measure must be seen to become a criterion."""

SURELY_SEEN = 0.95
"""Share below which a repetition may be called good without it."""

TEMPO_SHARE = 0.6
"""Share of the time shown for the way back below which it is too fast."""

LEAST_TEMPO_S = 1.0
"""A way back that took less than this was not meant to be slow."""


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
    repetitions: Sequence[ShownRepetition],
    words: MeasureWords,
    role: str,
    phase: Phase,
    view: str,
    during: str,
) -> Suggestion | None:
    """One measure kept within what was shown; None where that was too little or too scattered."""
    measure = words.sided(role)
    shown = spread(repetitions, measure, phase, from_start=words.from_start)
    if shown is None or shown.seen < LEAST_SEEN:
        return None
    if words.in_degrees and shown.width > SCATTER_DEGREES:
        return None
    low, high = _limits(words, shown)
    still = words.say(words.still, role) if phase == "all" else ""
    criterion = Criterion(
        id=_id(words, role, phase),
        title=_title(words, role, phase, straight=high is None),
        during=during,
        measure=measure,
        at_least=low,
        at_most=high,
        tolerance=words.tolerance(view),
        relative_to="start" if words.from_start else None,
        may_be_unseen=words.easily_hidden or role == "support" or shown.seen < SURELY_SEEN,
        cue=still,
        cue_below="" if still else words.say(words.low, role),
        cue_above="" if still or high is None else words.say(words.high, role),
        why=_WHY[phase],
        source=as_shown(),
    )
    return Suggestion(criterion, _seen(words, shown))


def _limits(words: MeasureWords, shown: Spread) -> tuple[float, float | None]:
    """What was shown and some room, to round numbers; open upwards for a straight joint."""
    if not words.in_degrees:
        room = ROOM_IN_ERRORS * max(words.errors.values())
        return floor(100 * (shown.low - room)) / 100, ceil(100 * (shown.high + room)) / 100
    low = 5.0 * floor((shown.low - ROOM) / 5)
    if words.full is not None and shown.middle >= words.full - NEARLY_FULL:
        return low, None
    return low, 5.0 * ceil((shown.high + ROOM) / 5)


def back_at_rest(
    repetitions: Sequence[ShownRepetition],
    movement: Movement,
    view: str,
    during: str,
) -> Suggestion | None:
    """The movement comes back as far as it was shown to; None where rest was hardly seen."""
    words = movement.words
    shown = spread(repetitions, movement.measure, "rest", from_start=words.from_start)
    if shown is None or shown.seen < LEAST_SEEN:
        return None
    room = ROOM if words.in_degrees else ROOM_IN_ERRORS * words.errors[view]
    step = 5.0 if words.in_degrees else 0.01
    rises = movement.direction == "rises"
    limit = ceil((shown.high + room) / step) if rises else floor((shown.low - room) / step)
    reached = round(limit * step, 2)
    criterion = Criterion(
        id="back-to-the-start",
        title="All the way back",
        during=during,
        measure=movement.measure,
        at_least=None if rises else reached,
        at_most=reached if rises else None,
        tolerance=words.tolerance(view),
        relative_to="start" if words.from_start else None,
        judge="reached",
        may_be_unseen=True,
        cue="Come back all the way",
        why="The whole movement was shown.",
        source=as_shown(),
    )
    return Suggestion(criterion, _seen(words, shown))


def slowly_back(repetitions: Sequence[ShownRepetition], during: str) -> Suggestion | None:
    """The way back not much faster than it was shown; None where it was quick itself."""
    quickest = min(one.phases.back.seconds for one in repetitions)
    least = floor(10 * TEMPO_SHARE * quickest) / 10
    if quickest < LEAST_TEMPO_S:
        return None
    criterion = Criterion(
        id="slowly-back",
        title="Slowly back",
        during=during,
        measure="seconds",
        at_least=least,
        tolerance=0.1,
        may_be_unseen=True,
        cue="Come back more slowly",
        why="The way back trains as much as the way out.",
        source=as_shown(),
        source_note="three fifths of the time that was shown",
    )
    return Suggestion(criterion, f"Shown: {quickest:.1f} seconds at the quickest.")


_WHY: Mapping[Phase, str] = {
    "all": "It stayed still in every repetition that was shown.",
    "peak": "This is where it was at the furthest point.",
    "rest": "This is where it was between the repetitions.",
}

_WHEN: Mapping[Phase, str] = {
    "all": "kept as it is",
    "peak": "at the furthest point",
    "rest": "at the start",
}


def _id(words: MeasureWords, role: str, phase: Phase) -> str:
    whose = {"working": "moving-", "support": "other-"}.get(role, "")
    when = {"all": "still", "peak": "furthest", "rest": "start"}[phase]
    return f"{whose}{words.part.replace(' ', '-')}-{when}"


def _title(words: MeasureWords, role: str, phase: Phase, *, straight: bool) -> str:
    whose = {"working": "moving ", "support": "other "}.get(role, "")
    if straight and phase == "all":
        return f"{whose}{words.name} kept straight".capitalize()
    return f"{whose}{words.name} {'straight ' if straight else ''}{_WHEN[phase]}".capitalize()


def _seen(words: MeasureWords, shown: Spread) -> str:
    number = f"{shown.low:.0f}" if words.in_degrees else f"{shown.low:.2f}"
    return f"Shown: {number} to {words.with_unit(shown.high)}."
