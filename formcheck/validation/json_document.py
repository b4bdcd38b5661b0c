"""The check of the sample clips as one JSON document."""

from collections.abc import Sequence
from typing import Any

from formcheck.texts.texts import Texts
from formcheck.validation.check_clips import CheckedClip


def as_document(checks: Sequence[CheckedClip], texts: Texts) -> dict[str, Any]:
    """Every clip, expected beside found, and how many there are of each kind.

    texts: that differences are told in.
    """
    return {
        "schema": 1,
        "clips": [_clip(one, texts) for one in checks],
        "summary": {
            "clips": len(checks),
            "agree": sum(1 for one in checks if not one.differences),
            "differ": sum(1 for one in checks if one.fails),
            "hard_differ": sum(1 for one in checks if one.differences and not one.fails),
        },
    }


def _clip(checked: CheckedClip, texts: Texts) -> dict[str, Any]:
    label = checked.clip.label
    return {
        "name": checked.clip.name,
        "what": label.what,
        "hard": label.hard,
        "agrees": not checked.differences,
        "fails": checked.fails,
        "expected": {
            "exercise": label.exercise or None,
            "refused": label.refused,
            "reps": [
                {"side": one.side, "hold_s": one.hold_s, "faults": list(one.faults)}
                for one in label.repetitions
            ],
            "faults": sorted(label.faults),
            "avoid": list(label.avoid),
            "unseen": list(label.unseen),
        },
        "found": _found(checked),
        "differences": [
            {"kind": one.kind, "text": texts.told(one.told), "fails": one.fails(hard=label.hard)}
            for one in checked.differences
        ],
    }


def _found(checked: CheckedClip) -> dict[str, Any] | None:
    document = checked.document
    if document is None:
        return None
    return {
        "exercise": document.exercise.id,
        "verdict": document.summary.verdict,
        "view": document.view.seen,
        "reps": [
            {"side": one.side, "hold_s": one.hold_s, "faults": list(one.faults)}
            for one in document.reps
        ],
        "faults": [one.id for one in document.criteria if one.verdict == "fault"],
        "unknown": [one.id for one in document.criteria if one.verdict == "unknown"],
        "avoid": list(checked.warned),
    }
