"""The check of the sample clips on the terminal: expected beside found."""

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formcheck.results.result_document import CriterionJudged, ResultDocument
from formcheck.texts.texts import Texts
from formcheck.validation.check_clips import CheckedClip
from formcheck.validation.label import Label

STYLES = {"agrees": "blue", "hard": "dim", "differs": "bold yellow"}


def samples_page(checks: Sequence[CheckedClip], texts: Texts) -> RenderableType:
    """A line for each clip, what differs below it, and how many agree."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("", no_wrap=True)
    table.add_column(texts.text("samples.column.clip"), no_wrap=True)
    table.add_column(texts.text("samples.column.expected"))
    table.add_column(texts.text("samples.column.found"))
    for one in checks:
        outcome = _outcome(one)
        table.add_row(
            Text(texts.text(f"samples.{outcome}"), STYLES[outcome]),
            one.clip.name,
            _expected(one.clip.label, texts),
            texts.text("samples.not_judged")
            if one.document is None
            else _found(one.document, one, texts),
        )
        for difference in one.differences:
            told = texts.told(difference.told)
            table.add_row("", "", "", Text(f"→ {told}", STYLES[outcome]))
    return Group(table, Text(f"\n{_in_all(checks, texts)}"))


def _outcome(checked: CheckedClip) -> str:
    if not checked.differences:
        return "agrees"
    return "differs" if checked.fails else "hard"


def _in_all(checks: Sequence[CheckedClip], texts: Texts) -> str:
    outcomes = [_outcome(one) for one in checks]
    agree, differ, hard = (outcomes.count(kind) for kind in ("agrees", "differs", "hard"))
    numbers = {"agree": agree, "count": len(checks), "differ": differ}
    if hard:
        return texts.text("samples.in_all_hard", hard=hard, **numbers)
    return texts.text("samples.in_all", **numbers)


def _expected(label: Label, texts: Texts) -> str:
    if label.refused:
        what = label.exercise or texts.text("samples.nobody")
        return texts.text("samples.no_verdict_of", what=what)
    holds = [one.hold_s for one in label.repetitions]
    sides: list[str | None] = [one.side for one in label.repetitions]
    faults = sorted(label.faults - set(label.unseen))
    exercise = label.exercise or ", ".join(label.avoid)
    told = _told(exercise, sides, holds, faults, label.avoid, texts)
    return ", ".join([told, *(texts.text("samples.unseen", criterion=one) for one in label.unseen)])


def _found(document: ResultDocument, checked: CheckedClip, texts: Texts) -> str:
    no_verdict = texts.text("samples.no_verdict")
    if document.summary.verdict == "unknown" and not document.reps:
        return no_verdict
    sides: list[str | None] = [one.side for one in document.reps]
    holding = any(one.hold_s for one in checked.clip.label.repetitions)
    holds = [one.hold_s or 0.0 for one in document.reps] if holding else []
    faults = [one.id for one in document.criteria if one.verdict == "fault"]
    told = [_told(document.exercise.id or "", sides, holds, faults, checked.warned, texts)]
    unseen = checked.clip.label.unseen
    told += [
        texts.text("samples.unknown", criterion=one.id)
        for one in document.criteria
        if _stays(one, unseen)
    ]
    return ", ".join(told if document.summary.verdict != "unknown" else [*told, no_verdict])


def _stays(criterion: CriterionJudged, unseen: Sequence[str]) -> bool:
    return criterion.id in unseen and criterion.verdict == "unknown"


def _told(
    exercise: str,
    sides: Sequence[str | None],
    holds: Sequence[float],
    faults: Sequence[str],
    warned: Sequence[str],
    texts: Texts,
) -> str:
    parts = [texts.counted("samples.reps", len(sides), exercise=exercise)]
    if any(side != "both" for side in sides):
        named = [texts.text(f"samples.side.{side}") if side else "?" for side in sides]
        parts.append(" ".join(named))
    if any(holds):
        seconds = " ".join(texts.number(hold, ".1f") for hold in holds)
        parts.append(texts.text("samples.held", seconds=seconds))
    if faults:
        parts.append(texts.text("samples.broken", criteria=", ".join(faults)))
    else:
        parts.append(texts.text("samples.nothing_broken"))
    parts += [texts.text("samples.warned", movement=one) for one in warned]
    return ", ".join(parts)
