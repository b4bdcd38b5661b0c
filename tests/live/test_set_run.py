"""One set: what counts, what a pause does to it, and what is kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from formcheck.form.state import FormState
from formcheck.live.sets.set_run import BEGUN_BEFORE, LEFT_FOR_S, SetRun
from tests.feedback.builders import exercise, frame, pose, repetition
from tests.live.doubles import Checker, resting


def trouble(what: str, error: Exception) -> None:
    raise AssertionError(what) from error


class Watched:
    """A run whose checkers' times can be looked at."""

    def __init__(self, judge: Callable[[float], FormState] = resting) -> None:
        self.times: list[list[float]] = []
        self._judge = judge
        self.run = SetRun(self._new_checker, trouble=trouble)

    def _new_checker(self) -> Checker:
        self.times.append([])

        def judge(time_s: float) -> FormState:
            self.times[-1].append(time_s)
            return self._judge(time_s)

        return Checker(judge, exercise())

    def show(self, *times_s: float) -> None:
        for time_s in times_s:
            shown = frame(time_s)
            self.run.judge(shown, pose(shown.width, shown.height, time_s))


def test_what_was_judged_before_the_beginning_is_taken_back() -> None:
    watched = Watched()
    watched.show(1.0, 1.1)
    watched.run.interrupt()
    watched.show(5.0, 5.1)

    assert watched.times == [[1.0, 1.1], [5.0, 5.1]]
    assert watched.run.finish() is None


def test_a_pause_is_an_empty_place_and_takes_no_time() -> None:
    watched = Watched()
    watched.run.begin()
    watched.show(1.0, 1.1)
    watched.run.interrupt()
    watched.show(60.0, 60.1)

    (times,) = watched.times
    assert times[0] == 1.0
    assert times[-1] - times[0] < LEFT_FOR_S + 1.0
    assert times[3] - times[2] > LEFT_FOR_S - 0.1
    assert all(later > earlier for earlier, later in pairwise(times))
    assert times[-1] - times[-2] == pytest.approx(0.1)


def test_a_repetition_that_the_pause_ends_is_handed_over() -> None:
    def ends(time_s: float) -> FormState:
        over = 1.05 < time_s < 1.2
        return replace(resting(time_s), finished=repetition(1) if over else None)

    watched = Watched(ends)
    watched.run.begin()
    watched.show(1.0)
    assert watched.run.interrupt() is not None
    watched = Watched(ends)
    watched.run.begin()
    watched.show(1.06)

    ended = watched.run.interrupt()

    assert ended is not None
    assert ended.finished is not None


def test_the_summary_is_given_once() -> None:
    watched = Watched()
    watched.run.begin()
    watched.show(1.0)

    assert watched.run.finish() is not None
    assert watched.run.finish() is None


def test_what_was_done_before_it_was_known_is_written_down_and_said_not_to_be_in_the_video() -> (
    None
):
    written: list[FormState] = []
    told: list[str] = []

    class Diary:
        def update(self, state: FormState) -> None:
            written.append(state)

        def finish(self, summary: object) -> None: ...

    class Film:
        def finish(self, summary: object, warnings: Sequence[str]) -> None:  # noqa: ARG002
            told.extend(warnings)

    run = SetRun(
        lambda: Checker(resting, exercise()),
        open_diary=Diary,
        open_recording=Film,  # type: ignore[arg-type]
        trouble=trouble,
    )
    earlier = [run.recall(pose(64, 36, time_s)) for time_s in (1.0, 1.1)]
    assert written == []
    run.begin(earlier)
    run.finish()

    assert written == earlier
    assert told == [BEGUN_BEFORE]
