"""Runs sample clips through the whole program and compares what comes out with their labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formcheck.analysis.batches.batch import Failure, Task, TaskOutcome, run_in_turn
from formcheck.analysis.batches.side_by_side import run_side_by_side
from formcheck.analysis.progress import Stop
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.results.result_document import ResultDocument
from formcheck.texts.message import message
from formcheck.texts.shown import shown
from formcheck.validation.clips import SampleClip
from formcheck.validation.compare import Difference, DifferenceKind, compare, warned_of
from formcheck.validation.label import Label


@dataclass(frozen=True)
class CheckedClip:
    """One clip's result.

    document: what was found, None where the clip could not be judged. warned: the movements to
    avoid that were warned about.
    """

    clip: SampleClip
    document: ResultDocument | None
    warned: tuple[str, ...]
    differences: tuple[Difference, ...]

    @property
    def fails(self) -> bool:
        """Whether there is a difference that counts."""
        return any(one.fails(hard=self.clip.label.hard) for one in self.differences)


def check_clips(clips: Sequence[SampleClip], jobs: int, stop: Stop) -> Iterator[CheckedClip]:
    """Judge every clip, up to `jobs` at once, each in a process; results come as they are ready.

    What was under way when `stop` said so is left out.
    """
    tasks: dict[str, Task] = {}
    exercises: dict[str, Exercise] = {}
    by_path = {shown(clip.path): clip for clip in clips}
    for clip in clips:
        exercise = judged_as(clip.label)
        if exercise is None:
            yield _unknown_exercise(clip)
            continue
        exercises[shown(clip.path)] = exercise
        tasks[shown(clip.path)] = Task(clip.path, exercise, model=None, place=None, video=False)
    for outcome in _run(list(tasks.values()), jobs, stop):
        path = shown(outcome.path) if isinstance(outcome, Failure) else outcome.document.input.path
        checked = _checked(by_path[path], exercises[path], outcome)
        if checked is not None:
            yield checked


def judged_as(label: Label) -> Exercise | None:
    """The exercise that a clip is judged as; None where the program doesn't know it.

    A movement to avoid is judged as itself. Where nothing is done, it is the first exercise: none
    of them may be seen there.
    """
    named = label.exercise or next(iter(label.avoid), "") or next(iter(library()))
    return library().get(named)


def _run(tasks: Sequence[Task], jobs: int, stop: Stop) -> Iterator[TaskOutcome]:
    if jobs > 1 and len(tasks) > 1:
        return run_side_by_side(tasks, jobs, stop)
    return run_in_turn(tasks, stop, lambda _: None)


def _checked(clip: SampleClip, exercise: Exercise, outcome: TaskOutcome) -> CheckedClip | None:
    if isinstance(outcome, Failure):
        return CheckedClip(clip, None, (), (_error(outcome),))
    if outcome.interrupted:
        return None
    document = outcome.document
    differences = compare(clip.label, document, exercise)
    return CheckedClip(clip, document, warned_of(document, exercise), differences)


def _unknown_exercise(clip: SampleClip) -> CheckedClip:
    named = clip.label.exercise or ", ".join(clip.label.avoid)
    told = message("samples.difference.no_exercise", exercise=named)
    return CheckedClip(clip, None, (), (Difference(DifferenceKind.EXERCISE, told),))


def _error(failure: Failure) -> Difference:
    return Difference(
        DifferenceKind.ERROR, message("samples.difference.error", error=failure.reason)
    )
