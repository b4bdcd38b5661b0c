"""When a word is said, and that it never nags."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from formcheck.desk.posture import Posture, PostureState
from formcheck.desk.presence import Presence
from formcheck.desk.reminders import Reminder, ReminderChooser, ReminderKind, ReminderSettings
from formcheck.form.state import Verdict
from tests.feedback.builders import criterion

SLOUCHED = PostureState(
    Posture.SLOUCHED, (criterion("upright", Verdict.FAULT, cue="Sit up straight"),)
)
UPRIGHT = PostureState(Posture.UPRIGHT)
UNKNOWN = PostureState(Posture.UNKNOWN)

TIMES = ReminderSettings()


def follow(
    chooser: ReminderChooser, *stretches: tuple[int, PostureState], from_s: int = 0
) -> list[tuple[float, Reminder]]:
    """Everything that is said to someone who sits all the time, second by second."""
    said, second = [], from_s
    for seconds, state in stretches:
        for _ in range(seconds):
            reminder = chooser.update(float(second), state, Presence(True, float(second), 0))
            if reminder is not None:
                said.append((float(second), reminder))
            second += 1
    return said


def kinds(said: list[tuple[float, Reminder]]) -> list[ReminderKind]:
    return [reminder.kind for _, reminder in said]


def test_slouching_that_lasts_is_told_with_what_to_change() -> None:
    [(when_s, reminder)] = follow(ReminderChooser(3000, 300), (60, SLOUCHED))
    assert reminder == Reminder(ReminderKind.SLOUCHED, cue="Sit up straight")
    assert when_s == TIMES.slouching_s


def test_who_cannot_be_judged_for_a_moment_goes_on_slouching() -> None:
    said = follow(ReminderChooser(3000, 300), *[(1, SLOUCHED), (2, UNKNOWN)] * 10)
    assert kinds(said) == [ReminderKind.SLOUCHED]


def test_who_is_overlooked_for_a_moment_goes_on_slouching() -> None:
    overlooked = PostureState(Posture.AWAY)
    said = follow(ReminderChooser(3000, 300), *[(2, SLOUCHED), (1, overlooked)] * 10, (5, UPRIGHT))
    assert kinds(said) == [ReminderKind.SLOUCHED, ReminderKind.PUT_RIGHT]


def test_who_may_be_bent_too_far_to_be_found_goes_on_slouching_for_longer() -> None:
    said: dict[bool, list[Reminder | None]] = {True: [], False: []}
    for may_bend, told in said.items():
        chooser = ReminderChooser(3000, 300)
        for second in range(30):
            state = SLOUCHED if second % 8 == 0 else UNKNOWN
            here = Presence(True, float(second), 0)
            told.append(chooser.update(float(second), state, here, may_bend=may_bend))
    assert any(said[True])
    assert not any(said[False])


def test_nobody_is_told_by_what_could_not_be_judged() -> None:
    parts = [(5, SLOUCHED), (20, UNKNOWN), (5, SLOUCHED), (20, UNKNOWN)]
    assert follow(ReminderChooser(3000, 300), *parts) == []


def test_a_short_slouch_is_not() -> None:
    assert follow(ReminderChooser(3000, 300), *[(9, SLOUCHED), (5, UPRIGHT)] * 20) == []


def test_someone_who_goes_on_slouching_is_told_again_after_the_pause() -> None:
    said = follow(ReminderChooser(3000, 300), (700, SLOUCHED))
    assert [when_s for when_s, _ in said] == [10.0, 310.0, 610.0]


def test_sitting_up_after_a_word_is_answered_once() -> None:
    said = follow(ReminderChooser(3000, 300), (20, SLOUCHED), (20, UPRIGHT), (20, UPRIGHT))
    assert kinds(said) == [ReminderKind.SLOUCHED, ReminderKind.PUT_RIGHT]


def test_a_posture_that_is_unknown_is_neither_told_nor_praised() -> None:
    said = follow(ReminderChooser(3000, 300), (20, SLOUCHED), (100, UNKNOWN))
    assert kinds(said) == [ReminderKind.SLOUCHED]


def test_a_break_is_due_after_its_time_and_not_asked_for_again_at_once() -> None:
    said = follow(ReminderChooser(3000, 60), (4000, UPRIGHT))
    assert [when_s for when_s, _ in said] == [3000.0, 3000.0 + TIMES.again_s]
    assert said[0][1] == Reminder(ReminderKind.BREAK_DUE, seconds=3000.0)


def test_a_break_comes_before_the_posture() -> None:
    said = follow(ReminderChooser(3000, 300), (30, SLOUCHED), from_s=2990)
    assert kinds(said) == [ReminderKind.BREAK_DUE]


def test_who_comes_back_from_a_break_is_praised_even_soon_after_another_word() -> None:
    chooser = ReminderChooser(3000, 300)
    follow(chooser, (20, SLOUCHED))
    back = chooser.update(400.0, UPRIGHT, Presence(True, 0.0, 1, break_over_s=360.0))
    assert back == Reminder(ReminderKind.WELCOME_BACK, seconds=360.0)


def test_after_a_break_the_next_one_is_due_in_its_own_time() -> None:
    chooser = ReminderChooser(600, 0)
    assert kinds(follow(chooser, (601, UPRIGHT))) == [ReminderKind.BREAK_DUE]
    chooser.update(700.0, UPRIGHT, Presence(True, 0.0, 1, break_over_s=90.0))
    assert chooser.update(1299.0, UPRIGHT, Presence(True, 599.0, 1)) is None
    again = chooser.update(1300.0, UPRIGHT, Presence(True, 600.0, 1))
    assert again is not None
    assert again.kind is ReminderKind.BREAK_DUE


def test_nothing_is_said_to_an_empty_chair() -> None:
    chooser = ReminderChooser(10, 0)
    away = PostureState(Posture.AWAY)
    assert all(
        chooser.update(float(second), away, Presence(False, 0.0, 0)) is None
        for second in range(100)
    )


@given(
    st.lists(
        st.tuples(st.integers(1, 90), st.sampled_from([SLOUCHED, UPRIGHT, UNKNOWN])), max_size=20
    ),
    st.integers(0, 400),
)
def test_between_two_words_that_ask_for_something_lies_the_pause(
    stretches: list[tuple[int, PostureState]], pause_s: int
) -> None:
    said = follow(ReminderChooser(500, pause_s), *stretches)
    asked = [when_s for when_s, reminder in said if reminder.kind is not ReminderKind.PUT_RIGHT]
    assert all(later - sooner >= pause_s for sooner, later in pairwise(asked))
