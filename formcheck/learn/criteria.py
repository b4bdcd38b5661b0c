"""What good form asks for, as far as a demonstration shows it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from formcheck.exercises.start_position import StartPosition
from formcheck.learn.demonstrated_repetitions import DemonstratedRepetition, spread
from formcheck.learn.movement import Movement
from formcheck.learn.suggestion import (
    Phase,
    Suggestion,
    SuggestionSettings,
    back_at_rest,
    kept_within,
    slowly_back,
)
from formcheck.learn.words import MeasureWords
from formcheck.measure.catalogue import find
from formcheck.measure.measure_name import role_of


@dataclass(frozen=True)
class CriteriaSettings:
    """What of a demonstration is worth asking for."""

    deliberate_degrees: float = 30.0
    """An arm that moves by less went along with the trunk."""

    still_degrees: float = 15.0
    """A joint that moves by no more than this over all repetitions was held still."""

    still_in_errors: float = 1.6
    """The same for lengths, as a multiple of the measuring error."""

    most: int = 12
    """More criteria than this nobody can keep in mind."""

    limits: SuggestionSettings = field(default_factory=SuggestionSettings)
    """How each one's limits follow from what was shown."""


DEFAULTS = CriteriaSettings()


def suggest(
    repetitions: Sequence[DemonstratedRepetition],
    movement: Movement,
    words: Mapping[str, MeasureWords],
    view: str,
    position: StartPosition,
    phases: Mapping[Phase, str],
    settings: CriteriaSettings = DEFAULTS,
) -> list[Suggestion]:
    """Criteria from a demonstration, the most telling first.

    How far the movement goes; what stayed still; where the parts that moved along were at the
    furthest point and at rest; that it comes back fully, and not too fast.

    words: the measures that can be judged here. position: where it begins. phases: what the draft
    calls each phase.
    """

    def build(one: MeasureWords, role: str, phase: Phase) -> Suggestion | None:
        return kept_within(repetitions, one, role, phase, view, phases[phase], settings.limits)

    furthest = build(movement.words, role_of(movement.measure), "peak")
    others = list(judged_parts(words.values(), movement, view))
    still = [pair for pair in others if _held_still(repetitions, *pair, settings)]
    moved = [pair for pair in others if pair not in still and _moved(repetitions, *pair, settings)]
    kept = [pair for pair in still if pair[0].matters_still(position)]
    suggestions = [
        furthest and furthest.needed(),
        back_at_rest(repetitions, movement, view, phases["rest"], settings.limits),
        slowly_back(repetitions, phases["back"], movement.words.texts, settings.limits),
        *(build(*pair, "all") for pair in kept),
        *(build(*pair, "peak") for pair in moved),
        *(build(*pair, "rest") for pair in moved if position.on_hands),
    ]
    return [one for one in suggestions if one is not None][: settings.most]


def judged_parts(
    words: Iterable[MeasureWords], movement: Movement, view: str
) -> Iterator[tuple[MeasureWords, str]]:
    """What may be asked for of every part of the body but the one that is counted on, with whose
    it is."""
    for one in _one_a_part(words, movement, view):
        for whose in _roles(one, movement):
            yield one, whose


def _one_a_part(words: Iterable[MeasureWords], movement: Movement, view: str) -> list[MeasureWords]:
    """For every part of the body but the one that is counted on, its first measure."""
    taken = {movement.words.part}
    chosen = []
    for one in words:
        seen = view == "side" or not one.easily_hidden
        if one.judged and seen and one.part not in taken:
            taken.add(one.part)
            chosen.append(one)
    return chosen


def _roles(words: MeasureWords, movement: Movement) -> tuple[str, ...]:
    if not find(words.measure).sided:
        return ("",)
    both = movement.pattern == "none" or words.midline
    return ("near",) if both else ("working", "support")


def _held_still(
    repetitions: Sequence[DemonstratedRepetition],
    words: MeasureWords,
    role: str,
    settings: CriteriaSettings,
) -> bool:
    shown = spread(repetitions, words.sided(role), "all", from_start=words.from_start)
    if shown is None:
        return False
    if words.in_degrees:
        return shown.width <= settings.still_degrees
    return shown.width <= settings.still_in_errors * max(words.errors.values())


def _moved(
    repetitions: Sequence[DemonstratedRepetition],
    words: MeasureWords,
    role: str,
    settings: CriteriaSettings,
) -> bool:
    """Whether where it moved to is worth a criterion."""
    shown = spread(repetitions, words.sided(role), "all")
    if shown is None or words.from_start:
        return False
    return not words.goes_along or shown.width >= settings.deliberate_degrees
