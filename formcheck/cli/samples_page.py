"""The check of the sample clips on the terminal: expected beside found."""

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formcheck.results.result_document import CriterionJudged, ResultDocument
from formcheck.results.result_wording import counted
from formcheck.validation.check_clips import CheckedClip
from formcheck.validation.label import Label

MARKS = {"agrees": ("✓", "blue"), "hard": ("~ hard", "dim"), "differs": ("✗", "bold yellow")}


def samples_page(checks: Sequence[CheckedClip]) -> RenderableType:
    """A line for each clip, what differs below it, and how many agree."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("", no_wrap=True)
    table.add_column("Clip", no_wrap=True)
    table.add_column("Expected")
    table.add_column("Found")
    for one in checks:
        mark, style = MARKS[_outcome(one)]
        table.add_row(
            Text(mark, style),
            one.clip.name,
            _expected(one.clip.label),
            "not judged" if one.document is None else _found(one.document, one),
        )
        for difference in one.differences:
            table.add_row("", "", "", Text(f"→ {difference.text}", style))
    return Group(table, Text(f"\n{_in_all(checks)}"))


def _outcome(checked: CheckedClip) -> str:
    if not checked.differences:
        return "agrees"
    return "differs" if checked.fails else "hard"


def _in_all(checks: Sequence[CheckedClip]) -> str:
    outcomes = [_outcome(one) for one in checks]
    agree, differ, hard = (outcomes.count(kind) for kind in ("agrees", "differs", "hard"))
    told = f", {hard} marked hard differ" if hard else ""
    return f"{agree} of {len(checks)} clips agree, {differ} differ{told}."


def _expected(label: Label) -> str:
    if label.refused:
        return f"{label.exercise or 'nobody exercising'}: no verdict"
    holds = [one.hold_s for one in label.repetitions]
    sides: list[str | None] = [one.side for one in label.repetitions]
    faults = sorted(label.faults - set(label.unseen))
    told = _told(label.exercise or ", ".join(label.avoid), sides, holds, faults, label.avoid)
    return ", ".join([told, *(f"{one} can't be seen" for one in label.unseen)])


def _found(document: ResultDocument, checked: CheckedClip) -> str:
    if document.summary.verdict == "unknown" and not document.reps:
        return "no verdict"
    sides: list[str | None] = [one.side for one in document.reps]
    holding = any(one.hold_s for one in checked.clip.label.repetitions)
    holds = [one.hold_s or 0.0 for one in document.reps] if holding else []
    faults = [one.id for one in document.criteria if one.verdict == "fault"]
    told = _told(document.exercise.id or "", sides, holds, faults, checked.warned)
    unseen = checked.clip.label.unseen
    told = ", ".join(
        [told, *(f"{one.id} unknown" for one in document.criteria if _stays(one, unseen))]
    )
    return told if document.summary.verdict != "unknown" else f"{told}, no verdict"


def _stays(criterion: CriterionJudged, unseen: Sequence[str]) -> bool:
    return criterion.id in unseen and criterion.verdict == "unknown"


def _told(
    exercise: str,
    sides: Sequence[str | None],
    holds: Sequence[float],
    faults: Sequence[str],
    warned: Sequence[str],
) -> str:
    parts = [f"{exercise}: {counted(len(sides), 'repetition')}"]
    named = [side or "?" for side in sides]
    if any(side != "both" for side in named):
        parts.append(" ".join(named))
    if any(holds):
        parts.append(f"held {' '.join(f'{hold:.1f}' for hold in holds)} s")
    parts.append(f"broken {', '.join(faults)}" if faults else "nothing broken")
    parts += [f"warned of {one}" for one in warned]
    return ", ".join(parts)
