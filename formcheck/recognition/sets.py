"""Which exercises a whole recording holds, from when to when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.recognition.answer import RECORDING, Answer, RecognitionSettings, answer_of_session
from formcheck.recognition.evidence import EvidenceSettings, evidence_over_time
from formcheck.recognition.feature_table import Array, FeatureTable
from formcheck.recognition.segmentation import SegmentationSettings, segments
from formcheck.recognition.similarity import Comparison


@dataclass(frozen=True)
class SetSettings:
    """When a part of a recording is a set of its own."""

    margin_s: float = 1.0
    """Seconds before and after what speaks for an exercise that are recognised with it: rest, from
    which a movement is told."""

    avoided_counts: float = 0.9
    """What the evidence of a movement to avoid counts: nearer than that to an exercise it is the
    exercise, gone too far, as for a recording as a whole."""

    least_posture_s: float = 10.0
    """A posture, such as sitting, is one from so long on: people come by it in every pause."""

    most_of_it: float = 0.5
    """Share of the time in which somebody is seen, from which a part is most of the recording: what
    is not recognised in it as a whole is then not recognised in that part either."""

    pause_s: float = 15.0
    """A pause from which the same exercise afterwards is another set: longer than people rest
    between two repetitions, shorter than between two sets."""

    recognition: RecognitionSettings = RECORDING
    evidence: EvidenceSettings = field(default_factory=EvidenceSettings)
    segmentation: SegmentationSettings = field(default_factory=SegmentationSettings)


DEFAULTS = SetSettings()


@dataclass(frozen=True)
class FoundSet:
    """An exercise from when to when, in seconds, and how sure that is.

    throughout: whether it was recognised in the recording as a whole.
    """

    exercise: Exercise
    answer: Answer
    begin_s: float
    end_s: float
    throughout: bool = False


def find_sets(
    exercises: Sequence[Exercise], table: FeatureTable, settings: SetSettings = DEFAULTS
) -> tuple[FoundSet, ...]:
    """The sets of a recording in turn; what lies between is nothing that was recognised.

    Where it is one exercise all along, and recognised in the recording as a whole, that answer
    holds for each of its sets. A movement to avoid is none, unless it is all that was done.
    """
    if not table.found.any():
        return ()
    parts = [one for one in _parts(exercises, table, settings) if one.exercise.kind != "avoid"]
    if len({one.exercise.id for one in parts}) > 1:
        return tuple(_joined(parts, settings.pause_s))
    whole = answer_of_session(exercises, table, settings.recognition)
    if whole.exercise is None:
        seen_s = float(table.found.sum()) * table.step_s
        found_s = sum(one.end_s - one.begin_s for one in parts)
        parts = [] if found_s >= settings.most_of_it * seen_s else parts
        return tuple(_joined(parts, settings.pause_s))
    same = [one for one in parts if one.exercise.id == whole.exercise.id]
    begin_s, end_s = float(table.times[0]), float(table.times[-1])
    sets = _joined(same, settings.pause_s) or [FoundSet(whole.exercise, whole, begin_s, end_s)]
    return tuple(replace(one, answer=whole, throughout=True) for one in sets)


def _parts(
    exercises: Sequence[Exercise], table: FeatureTable, settings: SetSettings
) -> Iterator[FoundSet]:
    """The stretches that are recognised when each is looked at as if it were a recording."""
    evidence = [_evidence(one, table, settings) for one in exercises]
    found = segments(evidence, table.times, settings.segmentation)
    for number, (_, begin, end) in enumerate(found):
        earliest = found[number - 1][2] if number else 0
        latest = found[number + 1][1] if number + 1 < len(found) else len(table)
        first, last = _with_margin(table, (begin, end), (earliest, latest), settings.margin_s)
        answer = answer_of_session(exercises, table.part(first, last), settings.recognition)
        one = answer.exercise
        lasted_s = float(table.times[end - 1] - table.times[begin])
        if one is None or (one.kind == "posture" and lasted_s < settings.least_posture_s):
            continue
        yield FoundSet(one, answer, float(table.times[begin]), float(table.times[end - 1]))


def _evidence(exercise: Exercise, table: FeatureTable, settings: SetSettings) -> Array:
    comparison = Comparison(exercise, table, settings.recognition.similarity)
    counts = settings.avoided_counts if exercise.kind == "avoid" else 1.0
    return counts * evidence_over_time(comparison, settings.evidence)


def _with_margin(
    table: FeatureTable, place: tuple[int, int], between: tuple[int, int], margin_s: float
) -> tuple[int, int]:
    """The stretch with what lies just before and after it in its take."""
    begin, end = place
    times, takes = table.times, table.takes
    first = int(np.searchsorted(times, times[begin] - margin_s))
    last = int(np.searchsorted(times, times[end - 1] + margin_s, side="right"))
    first, last = max(first, between[0]), min(last, between[1])
    same = np.flatnonzero(takes[first:begin] != takes[begin])
    first += int(same[-1]) + 1 if same.size else 0
    other = np.flatnonzero(takes[end:last] != takes[end - 1])
    return first, end + int(other[0]) if other.size else last


def _joined(parts: Sequence[FoundSet], pause_s: float) -> list[FoundSet]:
    """Parts of one exercise that no long pause and nothing else parts, as one set."""
    joined: list[FoundSet] = []
    for one in parts:
        before = joined[-1] if joined else None
        same = before is not None and before.exercise.id == one.exercise.id
        if before is not None and same and one.begin_s - before.end_s < pause_s:
            best = max(before.answer, one.answer, key=lambda answer: answer.score)
            joined[-1] = replace(before, answer=best, end_s=one.end_s)
        else:
            joined.append(one)
    return joined
