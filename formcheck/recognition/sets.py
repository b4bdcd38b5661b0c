"""Which exercises a whole recording holds, from when to when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.recognition.answer import RECORDING, Answer, RecognitionSettings, answer_of_session
from formcheck.recognition.around import Around, AroundSettings
from formcheck.recognition.evidence import (
    EvidenceSettings,
    evidence_over_time,
    longest_kept,
)
from formcheck.recognition.feature_table import Array, FeatureTable
from formcheck.recognition.neighbours import Neighbours, NeighbourSettings, is_kept
from formcheck.recognition.segmentation import SegmentationSettings, segments
from formcheck.recognition.similarity import Comparison
from formcheck.recognition.similarity_settings import Counts, SimilaritySettings

OF_PARTS = RecognitionSettings(
    least_score=0.58,
    similarity=SimilaritySettings(half_turned_counts=Counts(0.6, 0.95, unknown=0.6)),
)
"""More than of a recording as a whole, as much of a session is nothing: a position that is kept for
less than four or five seconds is passed through. So of a part that is seen half turned hardly
anything may be off: settling into a child's pose was taken for a bridge."""


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
    """A posture that is only kept, such as sitting, is one from so long on: people come by it in
    every pause, and of a few seconds of a wall squat nobody sees more than that somebody sits. Two
    lifts are done in less."""

    most_of_it: float = 0.5
    """Share of the time in which somebody is seen, from which a part is most of the recording: what
    is not recognised in it as a whole is then not recognised in that part either."""

    pause_s: float = 15.0
    """A pause from which the same exercise afterwards is another set: longer than people rest
    between two repetitions, shorter than between two sets."""

    elsewhere_s: float = 5.0
    """How long somebody may be seen in takes in which nothing speaks for the one exercise of a
    recording: a title's length. After more of it a cut led to something else."""

    recognition: RecognitionSettings = RECORDING
    """Of the recording as a whole, and of takes."""

    of_parts: RecognitionSettings = OF_PARTS
    """Of what is only a part of a take."""

    neighbours: NeighbourSettings = field(default_factory=NeighbourSettings)
    around: AroundSettings = field(default_factory=AroundSettings)
    evidence: EvidenceSettings = field(default_factory=EvidenceSettings)
    segmentation: SegmentationSettings = field(default_factory=SegmentationSettings)


DEFAULTS = SetSettings()


@dataclass(frozen=True)
class FoundSet:
    """An exercise from when to when, in seconds, and how sure that is.

    take_begin_s, take_end_s: of the takes in which it lies. ready_s, left_s: from when to when
    somebody is there to do it, which is a little more than what speaks for it. throughout: whether
    it was recognised in the recording as a whole, and no other takes tell of something else.
    """

    exercise: Exercise
    answer: Answer
    begin_s: float
    end_s: float
    take_begin_s: float
    take_end_s: float
    ready_s: float
    left_s: float
    throughout: bool = False


def find_sets(
    exercises: Sequence[Exercise], table: FeatureTable, settings: SetSettings = DEFAULTS
) -> tuple[FoundSet, ...]:
    """The sets of a recording in turn; what lies between is nothing that was recognised.

    Where it is one exercise all along, and recognised in the recording as a whole, that answer
    holds for each of its sets. A movement to avoid is none, unless it is all that was done: beside
    it an exercise that was done for less long stays one.
    """
    if not table.found.any():
        return ()
    parts = [one for one in _parts(exercises, table, settings) if one.exercise.kind != "avoid"]
    if len({one.exercise.id for one in parts}) > 1:
        return tuple(_joined(parts, settings.pause_s))
    whole = answer_of_session(exercises, table, settings.recognition)
    seen_s = float(table.found.sum()) * table.step_s
    if parts and whole.exercise is not None and whole.exercise.kind == "avoid":
        return tuple(_joined(parts, settings.pause_s))
    if whole.exercise is None or _is_too_short(whole.exercise, seen_s, settings):
        found_s = sum(one.end_s - one.begin_s for one in parts)
        parts = [
            one for one in parts if found_s < settings.most_of_it * seen_s or is_kept(one.exercise)
        ]
        return tuple(_joined(parts, settings.pause_s))
    same = [one for one in parts if one.exercise.id == whole.exercise.id]
    begin_s, end_s = float(table.times[0]), float(table.times[-1])
    sets = _joined(same, settings.pause_s) or [
        FoundSet(whole.exercise, whole, begin_s, end_s, begin_s, end_s, begin_s, end_s)
    ]
    return tuple(
        replace(one, answer=whole, throughout=_seen_elsewhere_s(one, table) <= settings.elsewhere_s)
        for one in sets
    )


def _is_too_short(exercise: Exercise, seconds: float, settings: SetSettings) -> bool:
    """Whether it is a posture that was kept for too short to be one."""
    return exercise.signature.still == "rest" and seconds < settings.least_posture_s


def _seen_elsewhere_s(one: FoundSet, table: FeatureTable) -> float:
    """How long somebody is seen in other takes than those of a set."""
    outside = (table.times < one.take_begin_s) | (table.times > one.take_end_s)
    return float(np.count_nonzero(table.found & outside)) * table.step_s


def _parts(
    exercises: Sequence[Exercise], table: FeatureTable, settings: SetSettings
) -> Iterator[FoundSet]:
    """The stretches that are recognised when each is looked at as if it were a recording."""
    evidence = [_evidence(one, table, settings) for one in exercises]
    stretches = segments(evidence, table.times, table.takes, settings.segmentation)
    neighbours = Neighbours(exercises, table, settings.recognition.similarity, settings.neighbours)
    found = neighbours.joined(stretches, evidence)
    for number, (which, begin, end) in enumerate(found):
        if neighbours.passed_through(found, number) or neighbours.only_rests(found, number):
            continue
        earliest = found[number - 1][2] if number else 0
        latest = found[number + 1][1] if number + 1 < len(found) else len(table)
        first, last = _with_margin(table, (begin, end), (earliest, latest), settings.margin_s)
        part = table.part(first, last)
        is_take = (part.times[0], part.times[-1]) == _takes_around(table, begin, end)
        recognition = settings.recognition if is_take else settings.of_parts
        answer = answer_of_session(exercises, part, recognition)
        if answer.exercise is None:
            answer = _of_kept(exercises, exercises[which], table.part(begin, end), recognition)
        one = answer.exercise
        lasted_s = float(table.times[end - 1] - table.times[begin])
        if one is None or _is_too_short(one, lasted_s, settings):
            continue
        around = Around(one, table, settings.around)
        yield FoundSet(
            one,
            answer,
            float(table.times[begin]),
            float(table.times[end - 1]),
            *_takes_around(table, begin, end),
            ready_s=around.ready_s(begin),
            left_s=around.left_s(end - 1),
        )


def _of_kept(
    exercises: Sequence[Exercise],
    likely: Exercise,
    part: FeatureTable,
    recognition: RecognitionSettings,
) -> Answer:
    """What a part is without getting down to a position and up from it, where one is kept."""
    kept = longest_kept(Comparison(likely, part, recognition.similarity))
    return Answer() if kept is None else answer_of_session(exercises, part.part(*kept), recognition)


def _takes_around(table: FeatureTable, begin: int, end: int) -> tuple[float, float]:
    """From when to when the takes last in which a part lies."""
    first = np.searchsorted(table.takes, table.takes[begin])
    last = np.searchsorted(table.takes, table.takes[end - 1], side="right") - 1
    return float(table.times[first]), float(table.times[last])


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
            joined[-1] = replace(
                before,
                answer=best,
                end_s=one.end_s,
                take_end_s=one.take_end_s,
                left_s=one.left_s,
            )
        else:
            joined.append(one)
    return joined
