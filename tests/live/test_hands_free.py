"""When a set begins, pauses and goes on without a hand on the keyboard."""

from dataclasses import replace

import pytest

from formcheck.live.hands_free.set_stage import (
    HandsFree,
    HandsFreeSettings,
    PersonState,
    Reason,
    Stage,
)

STEP_S = 0.1

NOBODY = PersonState(0.0, present=False, in_position=False)
SITTING = PersonState(0.0, present=True, in_position=False)
READY = PersonState(0.0, present=True, in_position=True, in_set=True)
MOVING = PersonState(0.0, present=True, in_position=False, in_set=True, under_way=True)
RESTING = PersonState(0.0, present=True, in_position=False, in_set=True)

TIMES = HandsFreeSettings()


class Film:
    """Shows a person doing one thing after the other, ten frames a second."""

    def __init__(self, hold_s: float = 0.0) -> None:
        self.set = HandsFree(hold_s)
        self.time_s = 0.0

    def show(self, person: PersonState, seconds: float, **changes: object) -> Stage:
        for _ in range(round(seconds / STEP_S)):
            self.time_s += STEP_S
            self.set.update(replace(person, time_s=self.time_s, **changes))  # type: ignore[arg-type]
        return self.set.stage


def begun(hold_s: float = 0.0) -> Film:
    film = Film(hold_s)
    assert film.show(READY, TIMES.hold_s + 0.3) is Stage.EXERCISING
    return film


def test_a_set_begins_when_the_start_position_has_been_held() -> None:
    film = Film()

    assert film.show(NOBODY, 3) is Stage.PLACING
    assert film.show(SITTING, 3) is Stage.PLACING
    assert film.show(READY, TIMES.hold_s - 0.3) is Stage.READY
    assert film.show(READY, 0.6) is Stage.EXERCISING


def test_the_countdown_runs_with_the_hold() -> None:
    film = Film()
    film.show(READY, 0.1 + TIMES.hold_s / 2)

    assert film.set.held_share == pytest.approx(0.5)
    assert film.set.seconds_left == pytest.approx(TIMES.hold_s / 2)


def test_leaving_the_start_position_begins_the_countdown_anew() -> None:
    film = Film()
    film.show(READY, TIMES.hold_s - 0.5)

    assert film.show(SITTING, 1) is Stage.PLACING
    assert film.show(READY, TIMES.hold_s - 0.5) is Stage.READY


def test_a_slip_of_the_pose_model_does_not() -> None:
    film = Film()
    film.show(READY, TIMES.hold_s / 2)
    film.show(NOBODY, 0.2)

    assert film.show(READY, TIMES.hold_s / 2 + 0.3) is Stage.EXERCISING


def test_nothing_begins_while_the_instructions_are_being_spoken() -> None:
    film = Film()

    assert film.show(READY, 10, told=False) is Stage.PLACING
    assert film.show(READY, TIMES.hold_s + 0.3) is Stage.EXERCISING


def test_who_begins_before_the_countdown_is_over_has_begun() -> None:
    film = Film()
    film.show(READY, 1.0)

    assert film.show(MOVING, 0.1) is Stage.EXERCISING


def test_moving_through_the_start_position_is_no_beginning() -> None:
    film = Film()
    film.show(READY, 0.3)

    assert film.show(MOVING, 1) is Stage.PLACING


def test_leaving_the_picture_pauses_and_coming_back_into_position_goes_on() -> None:
    film = begun()
    film.show(MOVING, 5)

    assert film.show(NOBODY, 1) is Stage.PAUSED
    assert film.set.reason is Reason.AWAY
    assert film.show(SITTING, 60) is Stage.PAUSED
    assert film.show(READY, 1) is Stage.READY
    assert film.show(READY, TIMES.hold_s) is Stage.EXERCISING


def test_who_is_hidden_by_somebody_has_not_left_and_goes_on_alike() -> None:
    film = begun()
    film.show(MOVING, 5)

    assert film.show(NOBODY, 1, hidden=True) is Stage.PAUSED
    assert film.set.reason is Reason.HIDDEN
    assert film.show(READY, 1) is Stage.READY
    assert film.show(READY, TIMES.hold_s) is Stage.EXERCISING


def test_one_bad_moment_does_not_pause() -> None:
    film = begun()

    assert film.show(NOBODY, 0.3) is Stage.EXERCISING
    assert film.show(MOVING, 1) is Stage.EXERCISING


def test_a_raised_hand_pauses_and_another_goes_on() -> None:
    film = begun()

    assert film.show(RESTING, 1.3, hand_raised=True) is Stage.EXERCISING
    assert film.show(RESTING, 0.5, hand_raised=True) is Stage.PAUSED
    assert film.set.reason is Reason.HAND
    assert film.show(RESTING, 10, hand_raised=True) is Stage.PAUSED
    assert film.show(READY, 10) is Stage.PAUSED
    film.show(RESTING, 2, hand_raised=True)
    assert film.set.stage is Stage.PLACING
    assert film.show(READY, TIMES.hold_s + 0.3) is Stage.EXERCISING


def test_a_hand_that_is_up_as_part_of_a_repetition_is_no_sign() -> None:
    film = begun()

    assert film.show(MOVING, 5, hand_raised=True) is Stage.EXERCISING


def test_nor_is_an_arm_that_is_up_in_the_start_position() -> None:
    film = Film()
    film.show(READY, TIMES.hold_s + 0.3, hand_raised=True)
    film.show(MOVING, 2)

    assert film.show(RESTING, 5, hand_raised=True) is Stage.EXERCISING


def test_a_key_pauses_and_goes_on_at_any_stage() -> None:
    film = begun()
    film.set.toggle()
    assert (film.set.stage, film.set.reason) == (Stage.PAUSED, Reason.KEY)
    assert film.show(READY, 5) is Stage.PAUSED

    film.set.toggle()
    assert film.show(READY, TIMES.hold_s + 0.3) is Stage.EXERCISING

    waiting = Film()
    waiting.show(SITTING, 1)
    waiting.set.toggle()
    assert waiting.set.stage is Stage.PAUSED


def test_who_cannot_be_judged_is_offered_to_skip_and_then_skipped() -> None:
    film = Film()

    film.show(SITTING, TIMES.offer_s - 1)
    assert not film.set.offered
    film.show(SITTING, 2)
    assert film.set.offered
    assert not film.set.given_up
    film.show(SITTING, TIMES.skip_s - TIMES.offer_s)
    assert film.set.given_up


def test_the_offer_is_taken_by_raising_a_hand() -> None:
    film = Film()
    film.show(SITTING, TIMES.offer_s + 1)

    film.show(SITTING, 2, hand_raised=True)

    assert film.set.given_up


def test_who_does_not_come_back_into_position_is_offered_to_skip_too() -> None:
    film = begun()
    film.show(SITTING, 2)

    film.show(SITTING, TIMES.offer_s + TIMES.still_s)
    assert film.set.stage is Stage.PAUSED
    assert film.set.offered
    film.show(SITTING, 2, hand_raised=True)
    assert film.set.given_up


def test_who_paused_on_purpose_is_left_in_peace() -> None:
    film = begun()
    film.set.toggle()

    film.show(SITTING, 10 * TIMES.skip_s)

    assert not film.set.offered


def test_nobody_is_skipped_while_away() -> None:
    film = Film()

    film.show(NOBODY, 10 * TIMES.skip_s)

    assert not film.set.offered
    assert not film.set.given_up


def test_an_exercise_that_counts_nothing_does_not_go_on_forever() -> None:
    film = begun(hold_s=10)

    film.show(MOVING, TIMES.offer_s + TIMES.still_s + 5)
    assert not film.set.offered
    film.show(MOVING, 6)
    assert film.set.offered
    film.show(MOVING, 1, progress=1)
    assert not film.set.offered
    film.show(MOVING, TIMES.skip_s + TIMES.still_s + 11, progress=1)
    assert film.set.given_up


def test_nothing_happens_any_more_when_it_is_done() -> None:
    film = begun()
    film.set.finish()

    assert film.show(NOBODY, 10) is Stage.DONE
    film.set.toggle()
    assert film.set.stage is Stage.DONE
