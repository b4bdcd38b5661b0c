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
from formcheck.results.result_document import ResultDocument
from formcheck.results.result_wording import counted
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
    """One thing that was found otherwise than it is. text: what, in a few words."""

    kind: DifferenceKind
    text: str

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
    yield Difference(kind, f"called {verdict}, though it can't be judged from here")


def _repetitions(
    label: Label, document: ResultDocument, settings: CompareSettings
) -> Iterator[Difference]:
    shown, found = label.repetitions, document.reps
    if len(shown) != len(found):
        yield Difference(
            DifferenceKind.REPETITIONS,
            f"{counted(len(found), 'repetition')} counted of {len(shown)}",
        )
        return
    for number, (one, other) in enumerate(zip(shown, found, strict=True), 1):
        if one.side != other.side:
            yield Difference(
                DifferenceKind.SIDE,
                f"repetition {number}: side {other.side or 'unknown'}, not {one.side}",
            )
        # The small margin lets pass what is 0.5 in decimals and a little more in binary.
        if (
            other.hold_s is not None
            and one.hold_s > 0
            and abs(one.hold_s - other.hold_s) > settings.hold_s + 1e-6
        ):
            yield Difference(
                DifferenceKind.HOLD,
                f"repetition {number}: held {other.hold_s:.1f} s, not {one.hold_s:.1f} s",
            )


def _criteria(label: Label, document: ResultDocument) -> Iterator[Difference]:
    verdicts = {criterion.id: criterion.verdict for criterion in document.criteria}
    for broken in sorted(label.faults):
        match verdicts.get(broken):
            case None:
                yield Difference(
                    DifferenceKind.MISSED, f"{broken}: the exercise has no such criterion"
                )
            case "good":
                yield Difference(DifferenceKind.FALSE_GOOD, f"{broken}: called good, but is broken")
            case "unknown" if broken not in label.unseen:
                yield Difference(DifferenceKind.UNSEEN, f"{broken}: not judged, but is broken")
    for criterion, verdict in verdicts.items():
        if verdict == "fault" and criterion not in label.faults:
            yield Difference(
                DifferenceKind.FALSE_ALARM, f"{criterion}: called a fault, but is right"
            )


def _warnings(label: Label, document: ResultDocument, exercise: Exercise) -> Iterator[Difference]:
    warned = warned_of(document, exercise)
    for avoided in label.avoid:
        if avoided not in warned:
            yield Difference(DifferenceKind.AVOID, f"no warning of {avoided}")
    for avoided in warned:
        if avoided not in label.avoid:
            yield Difference(DifferenceKind.AVOID, f"a warning of {avoided}, which is not done")


def warned_of(document: ResultDocument, exercise: Exercise) -> tuple[str, ...]:
    """The movements to avoid that were seen and warned about.

    The advice that comes with such a movement as the exercise counts only where it was seen.
    """
    movements = (one for one in library().values() if one.kind == "avoid")
    warned = tuple(
        one.id
        for one in movements
        if any(text.startswith(f"{one.title}:") for text in document.warnings)
    )
    return tuple(one for one in warned if one != exercise.id or document.reps)
