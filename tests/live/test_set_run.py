"""One set: what counts, what a pause does to it, and what is kept."""

from collections.abc import Sequence

import pytest

from formcheck.form.state import FormState, Repetition
from formcheck.live.sets.session_clock import AFTER_A_PAUSE_S
from formcheck.live.sets.set_run import BEGUN_BEFORE, SetRun
from formcheck.texts.message import Message
from tests.feedback.builders import exercise, frame, pose, repetition
from tests.live.doubles import Checker, resting


def trouble(what: str, error: Exception) -> None:
    raise AssertionError(what) from error


class Watched:
    """A run whose checkers' times can be looked at."""

    def __init__(self, *, ended_by_pause: Repetition | None = None) -> None:
        self.times: list[list[float]] = []
        self.checkers: list[Checker] = []
        self._ended_by_pause = ended_by_pause
        self.run = SetRun(self._new_checker, trouble=trouble)

    def _new_checker(self) -> Checker:
        self.times.append([])

        def judge(time_s: float) -> FormState:
            self.times[-1].append(time_s)
            return resting(time_s)

        self.checkers.append(Checker(judge, exercise(), self._ended_by_pause))
        return self.checkers[-1]

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


def test_a_pause_ends_what_was_under_way_and_takes_no_time() -> None:
    watched = Watched()
    watched.run.begin()
    watched.show(1.0, 1.1)
    watched.run.interrupt()
    watched.show(60.0, 60.1)

    (checker,), (times,) = watched.checkers, watched.times
    assert checker.interruptions == 1
    again_s = 1.1 + AFTER_A_PAUSE_S
    assert times == pytest.approx([1.0, 1.1, again_s, again_s + 0.1])


@pytest.mark.parametrize(
    ("missing_s", "long_hold", "takes"), [(8.0, False, 2), (0.5, False, 1), (8.0, True, 1)]
)
def test_of_two_halves_before_and_after_a_camera_was_gone_nothing_is_made(
    missing_s: float, long_hold: bool, takes: int
) -> None:
    """What comes then is a take of its own, as after a cut; a hold goes on where it stopped."""
    run = SetRun(lambda: Checker(resting, exercise()), trouble=trouble, long_hold=long_hold)
    run.begin()
    seen = []
    for time_s in (1.0, 1.1, 1.1 + missing_s, 1.2 + missing_s):
        if time_s == 1.1 + missing_s:
            run.unseen()
        shown = frame(time_s)
        kept, whose, _ = run.judge(shown, pose(shown.width, shown.height, time_s))
        assert kept.take == whose.take
        seen.append(whose.take)

    assert len(set(seen)) == takes


def test_a_repetition_that_the_pause_ends_is_handed_over() -> None:
    for ended_by_pause in (None, repetition(1)):
        watched = Watched(ended_by_pause=ended_by_pause)
        watched.run.begin()
        watched.show(1.0)

        state = watched.run.interrupt()

        assert state is not None
        assert state.finished is ended_by_pause


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
    told: list[Message] = []
    ages: list[float] = []

    class Diary:
        def __init__(self, ago_s: float) -> None:
            ages.append(ago_s)

        def update(self, state: FormState, ago_s: float = 0.0) -> None:
            written.append(state)
            ages.append(ago_s)

        def finish(self, summary: object) -> None: ...

    class Film:
        def finish(self, summary: object, warnings: Sequence[Message]) -> None:  # noqa: ARG002
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
    assert ages == pytest.approx([0.1, 0.1, 0.0])
    assert told == [BEGUN_BEFORE]
