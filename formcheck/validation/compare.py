"""What formcheck found in a clip against what the clip shows.

The rules:

- Repetitions are counted exactly, and each has the right working side.
- A hold is timed within half a second. Where the label says that nothing is held, none is compared.
- The criteria that are broken somewhere in the clip are those that the label names, no more and no
  fewer. A criterion that is not broken may be unknown.
- A criterion that the label calls unseen may stay unknown though it is broken; good it may not be.
- A posture is kept and not repeated, so of a posture only the criteria are compared.
- A clip that must be refused has the verdict `unknown`; nothing else of it is compared.
- A movement to avoid is warned about. Of a clip that shows no exercise, no criteria are compared.

On a clip marked hard a difference is told but is no failure, except for what must never happen: a
verdict of good for what is broken or can't be seen, and a clip that can't be judged at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.results.document.advice import ADVICE
from formcheck.results.result_document import ResultDocument
from formcheck.texts.message import Message, message
from formcheck.validation.label import Label


@dataclass(frozen=True)
class CompareSettings:
    """How far apart label and result may be.

    hold_s: seconds by which a hold may be off: people count seconds aloud, no finer.
    """

    hold_s: float = 0.5


DEFAULTS = CompareSettings()


class DifferenceKind(StrEnum):
    """What differs."""

    EXERCISE = "exercise"
    ERROR = "error"
    REPETITIONS = "repetitions"
    SIDE = "side"
    HOLD = "hold"
    MISSED = "missed"
    UNSEEN = "unseen"
    FALSE_GOOD = "false-good"
    FALSE_ALARM = "false-alarm"
    AVOID = "avoid"
    NOT_REFUSED = "not-refused"
    GOOD_UNSEEN = "good-unseen"


NEVER = frozenset({DifferenceKind.ERROR, DifferenceKind.FALSE_GOOD, DifferenceKind.GOOD_UNSEEN})
"""What fails on hard clips too."""


@dataclass(frozen=True)
class Difference:
    """One thing that was found otherwise than it is. told: what, in a few words."""

    kind: DifferenceKind
    told: Message

    def fails(self, *, hard: bool) -> bool:
        """Whether the check has failed because of it."""
        return not hard or self.kind in NEVER


def compare(
    label: Label,
    document: ResultDocument,
    exercise: Exercise,
    settings: CompareSettings = DEFAULTS,
) -> tuple[Difference, ...]:
    """Every difference between a label and a result.

    exercise: what the clip was judged as.
    """
    if label.refused:
        return tuple(_refusal(document))
    return (
        *(_repetitions(label, document, settings) if exercise.kind != "posture" else ()),
        *(_criteria(label, document) if label.exercise else ()),
        *_warnings(label, document, exercise),
    )


def _refusal(document: ResultDocument) -> Iterator[Difference]:
    verdict = document.summary.verdict
    if verdict == "unknown":
        return
    kind = DifferenceKind.GOOD_UNSEEN if verdict == "good" else DifferenceKind.NOT_REFUSED
    yield _difference(kind, "not_refused", verdict=verdict)


def _repetitions(
    label: Label, document: ResultDocument, settings: CompareSettings
) -> Iterator[Difference]:
    shown, found = label.repetitions, document.reps
    if len(shown) != len(found):
        kind = DifferenceKind.REPETITIONS
        yield _difference(kind, "repetitions", count=len(found), shown=len(shown))
        return
    for number, (one, other) in enumerate(zip(shown, found, strict=True), 1):
        if one.side != other.side:
            sides = {"found": _side(other.side), "shown": _side(one.side)}
            yield _difference(DifferenceKind.SIDE, "side", number=number, **sides)
        # The small margin lets pass what is 0.5 in decimals and a little more in binary.
        if (
            other.hold_s is not None
            and one.hold_s > 0
            and abs(one.hold_s - other.hold_s) > settings.hold_s + 1e-6
        ):
            held = {"found": float(other.hold_s), "shown": float(one.hold_s)}
            yield _difference(DifferenceKind.HOLD, "hold", number=number, **held)


def _criteria(label: Label, document: ResultDocument) -> Iterator[Difference]:
    verdicts = {criterion.id: criterion.verdict for criterion in document.criteria}
    for broken in sorted(label.faults):
        match verdicts.get(broken):
            case None:
                yield _difference(DifferenceKind.MISSED, "no_criterion", criterion=broken)
            case "good":
                yield _difference(DifferenceKind.FALSE_GOOD, "false_good", criterion=broken)
            case "unknown" if broken not in label.unseen:
                yield _difference(DifferenceKind.UNSEEN, "unseen", criterion=broken)
    for criterion, verdict in verdicts.items():
        if verdict == "fault" and criterion not in label.faults:
            yield _difference(DifferenceKind.FALSE_ALARM, "false_alarm", criterion=criterion)


def _warnings(label: Label, document: ResultDocument, exercise: Exercise) -> Iterator[Difference]:
    warned = warned_of(document, exercise)
    for avoided in label.avoid:
        if avoided not in warned:
            yield _difference(DifferenceKind.AVOID, "no_warning", movement=avoided)
    for avoided in warned:
        if avoided not in label.avoid:
            yield _difference(DifferenceKind.AVOID, "needless_warning", movement=avoided)


def warned_of(document: ResultDocument, exercise: Exercise) -> tuple[str, ...]:
    """The movements to avoid that were seen and warned about.

    The advice that comes with such a movement as the exercise counts only where it was seen.
    """
    movements = (one for one in library().values() if one.kind == "avoid")
    warned = tuple(one.id for one in movements if f"{ADVICE}.{one.id}" in document.warning_ids)
    return tuple(one for one in warned if one != exercise.id or document.reps)


def _difference(kind: DifferenceKind, key: str, **values: object) -> Difference:
    return Difference(kind, message(f"samples.difference.{key}", **values))


def _side(side: str | None) -> Message:
    return message(f"samples.side.{side or 'unknown'}")
