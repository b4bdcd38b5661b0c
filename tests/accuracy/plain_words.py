"""What can and what can't be trusted, in sentences made from the figures."""

from collections.abc import Iterator

import numpy as np

from formcheck.validation.compare import CompareSettings
from tests.accuracy.errors import FROM_START
from tests.accuracy.findings import Findings

ANGLES = {
    "knee": "the bend of the knee",
    "hip": "the bend of the hip",
    "elbow": "the bend of the elbow",
    "trunk_inclination": "the lean of the trunk",
}

GOOD_DEGREES = 12.0
"""A tolerance narrower than 8 degrees can't be defended with one camera; half as much again is
still told as trustworthy, for 95 of 100 frames."""


GOOD_CURVE = 0.06
"""Lengths of the hip–shoulder line; the narrowest criterion on the curve allows as much."""

ENOUGH = 0.9
"""Share that must be right for something to be told as trustworthy."""


def plain_words(findings: Findings) -> Iterator[str]:
    """Paragraphs, most important first."""
    told = [*_faults(findings), *_counts(findings), *_angles(findings), *_back(findings)]
    yield "## What can be trusted"
    yield _bullets([text for text, trusted in told if trusted])
    yield "## What can't"
    weak = [*_unseen(findings), *_weak(findings), *_views(findings)]
    yield _bullets([*(text for text, trusted in told if not trusted), *weak])


def _faults(findings: Findings) -> Iterator[tuple[str, bool]]:
    for where, confusions in (
        ("Over a whole clip", findings.by_clip),
        ("In a single repetition", findings.by_repetition),
    ):
        total = confusions.get(("all", "all"))
        if total is None or not total.broken:
            continue
        yield (
            f"{where}, {total.found} of {total.broken} broken criteria are told, {total.missed} "
            f"are called good and {total.broken_unknown} stay unknown; of "
            f"{total.total - total.broken} that are kept, {total.false_alarms} are called a fault.",
            min(total.recall, total.precision) >= ENOUGH,
        )


def _counts(findings: Findings) -> Iterator[tuple[str, bool]]:
    count = findings.counts.get("all")
    if count is None:
        return
    yield (
        f"Repetitions are counted exactly in {count.exact} of {count.clips} clips, within one in "
        f"{count.within_one}.",
        count.exact >= ENOUGH * count.clips,
    )
    yield (
        f"The working side is right in {count.sides_right} of {count.sides} repetitions.",
        count.sides_right >= ENOUGH * count.sides,
    )
    holds = np.abs(count.hold_errors)
    if holds.size:
        within_s = CompareSettings().hold_s
        close = int((holds <= within_s).sum())
        yield (
            f"Holds are timed within {within_s} s in {close} of {holds.size} repetitions.",
            close >= ENOUGH * holds.size,
        )


def _angles(findings: Findings) -> Iterator[tuple[str, bool]]:
    for name, words in ANGLES.items():
        one = findings.errors.get((name, "all", "side"))
        if one is None or not one.frames:
            continue
        side = "" if name == "trunk_inclination" else " of the near side"
        yield (
            f"From the side, {words}{side} is {one.mean:.0f}° off on average and within "
            f"{one.high:.0f}° in 95 of 100 frames (bias {one.bias:+.0f}°).",
            one.high <= GOOD_DEGREES,
        )


def _back(findings: Findings) -> Iterator[tuple[str, bool]]:
    change = findings.errors.get((FROM_START, "all", "side"))
    if change is None or not change.frames:
        return
    yield (
        "The curve of the back, as its change from the start, is "
        f"{change.mean:.3f} off on average and within {change.high:.3f} in 95 of 100 frames, and "
        f"can be seen in {100 * change.seen:.0f} % of them. People's backs swing by 0.2 between "
        "rounded and arched.",
        change.high <= GOOD_CURVE and change.seen >= ENOUGH,
    )


def _weak(findings: Findings) -> Iterator[str]:
    """The criteria that were not always told right, each in a sentence."""
    for (exercise, criterion), one in findings.by_repetition.items():
        if criterion == "all":
            continue
        kept = one.total - one.broken
        parts = [
            f"{count} of {of} repetitions {words}"
            for count, of, words in (
                (one.missed, one.broken, "that break it are called good"),
                (one.broken_unknown, one.broken, "that break it stay unknown"),
                (one.false_alarms, kept, "that keep it are called a fault"),
                (one.right_unknown, kept, "that keep it stay unknown"),
            )
            if count
        ]
        if parts:
            yield f"{exercise}, `{criterion}`: {'; '.join(parts)}."


def _unseen(findings: Findings) -> Iterator[str]:
    """The criteria that one camera can't judge, as the labels say."""
    for (exercise, criterion), one in findings.by_clip.items():
        if criterion != "all" and one.unseen:
            yield (
                f"{exercise}, `{criterion}`: can't be seen by one camera from where the exercise "
                f"is filmed; unknown in {one.unseen} of {one.unseen + one.broken} clips that break "
                "it, and never called good there."
                if not one.missed
                else f"{exercise}, `{criterion}`: called good in {one.missed} clips that break it."
            )


def _views(findings: Findings) -> Iterator[str]:
    yield (
        "Anything seen from a view that the exercise was not made for: angles are then wrong by "
        "tens of degrees, and formcheck gives no verdict."
    )
    for view, one in findings.sight.items():
        if one.view_clips < one.clips:
            yield (
                f"The view itself, where it is {view}: named rightly in {one.view_clips} of "
                f"{one.clips} clips."
            )


def _bullets(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
