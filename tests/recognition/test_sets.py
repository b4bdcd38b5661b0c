"""Which exercises a whole recording holds, from when to when."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from formcheck.pose.pose import Pose
from formcheck.recognition.answer import RECORDING
from formcheck.recognition.recogniser import Recogniser
from formcheck.recognition.sets import FoundSet
from tests.recognition import movements
from tests.recognition.movements import RATE, joined, kept, repeated, standing
from tests.stick_figure import StickFigure


def sets_of(poses: Sequence[Pose]) -> tuple[FoundSet, ...]:
    recogniser = Recogniser(settings=RECORDING)
    for pose in poses:
        recogniser.update(pose)
    return recogniser.sets


def names(poses: Sequence[Pose]) -> list[str]:
    return [one.exercise.id for one in sets_of(poses)]


def another_take(poses: Sequence[Pose]) -> list[Pose]:
    return [replace(pose, take=1) for pose in poses]


def mirrored(pose: Pose) -> Pose:
    """As the picture looks in a mirror."""
    landmarks, world = pose.landmarks.copy(), pose.world.copy()
    landmarks[:, 0] = pose.width - landmarks[:, 0]
    world[:, 0] *= -1
    return replace(pose, landmarks=landmarks, world=world)


PUSH_UPS = repeated(movements.push_up, times=4)
BRIDGES = repeated(movements.bridge, times=3, hold_s=3.0)


@pytest.mark.parametrize("cut", [False, True], ids=["filmed on", "cut"])
def test_two_exercises_are_two_sets_in_their_order(cut: bool) -> None:
    second = another_take(BRIDGES) if cut else BRIDGES
    first, last = sets_of(joined(PUSH_UPS, second))
    assert (first.exercise.id, last.exercise.id) == ("push-up", "bridge")
    ends_s = PUSH_UPS[-1].time_s
    assert first.begin_s < first.end_s <= ends_s < last.begin_s < last.end_s


def test_one_exercise_all_along_is_one_set_of_the_whole_recording() -> None:
    (found,) = sets_of(PUSH_UPS)
    assert found.throughout
    assert found.exercise.id == "push-up"


@pytest.mark.parametrize(("seconds", "throughout"), [(3.0, True), (8.0, False)])
def test_takes_of_something_else_are_not_part_of_the_one_exercise(
    seconds: float, throughout: bool
) -> None:
    title = another_take(list(movements.walking(seconds)))
    (found,) = sets_of(joined(PUSH_UPS, title))
    assert found.throughout is throughout
    assert found.take_end_s == pytest.approx(PUSH_UPS[-1].time_s, abs=0.2)


def test_after_a_long_pause_the_same_exercise_is_another_set() -> None:
    pause = list(movements.walking(30.0))
    assert names(joined(PUSH_UPS, pause, PUSH_UPS)) == ["push-up", "push-up"]


def test_after_a_short_one_it_is_not() -> None:
    pause = list(movements.walking(8.0))
    assert names(joined(PUSH_UPS, pause, PUSH_UPS)) == ["push-up"]


def test_a_set_in_minutes_of_walking_is_found() -> None:
    walk = list(movements.walking(90.0))
    (found,) = sets_of(joined(walk, PUSH_UPS, walk))
    assert found.exercise.id == "push-up"
    assert not found.throughout
    assert found.begin_s == pytest.approx(92, abs=2)


def test_walking_is_nothing() -> None:
    assert names(list(movements.walking(60.0))) == []


def test_nobody_is_nothing() -> None:
    assert names([Pose.missing(i / RATE, 640, 480) for i in range(200)]) == []


def test_a_movement_to_avoid_between_two_exercises_is_no_set() -> None:
    bend = repeated(movements.toe_touch, times=2)
    assert names(joined(PUSH_UPS, bend, BRIDGES)) == ["push-up", "bridge"]


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("bends", [4, 6])
def test_an_exercise_before_a_movement_to_avoid_that_is_done_longer_is_a_set(
    times: int, bends: int
) -> None:
    bent = repeated(movements.toe_touch, times=bends)
    assert names(joined(repeated(movements.push_up, times), bent)) == ["push-up"]


def test_a_movement_to_avoid_alone_is_told_as_that() -> None:
    assert names(repeated(movements.toe_touch, times=3)) == ["toe-touch"]


@pytest.mark.parametrize("times", [1, 2])
def test_a_box_that_is_lifted_between_other_exercises_is_a_set(times: int) -> None:
    """In less time than sitting must be kept."""
    lifts, walk = repeated(movements.lift, times), list(movements.walking(6.0))
    assert names(joined(BRIDGES, walk, lifts, walk, PUSH_UPS)) == ["bridge", "safe-lift", "push-up"]


def test_a_long_session_gives_every_set_however_often_somebody_turns_round() -> None:
    # The other side of the body towards the camera, and nothing in the picture for a while.
    other_side = repeated(lambda share: replace(movements.bridge(share), near="right"))
    turned = [mirrored(pose) for pose in other_side]
    gone = [Pose.missing(i / RATE, 640, 480) for i in range(150)]
    session = joined(PUSH_UPS, gone, turned, gone, PUSH_UPS, gone, BRIDGES, gone, turned)
    assert names(session) == ["push-up", "bridge", "push-up", "bridge", "bridge"]


def wall_squat(share: float) -> StickFigure:
    return replace(standing(), thigh=270 - 70 * share, hip=(320, 160 + 50 * share))


def kneeling() -> StickFigure:
    """Upright on the knees, as people are who get up from the floor."""
    return StickFigure(trunk=80, thigh=265, shin=180, upper_arm=275, forearm=275)


def test_who_kneels_to_stand_up_does_not_squat_yet() -> None:
    up = joined(BRIDGES, kept(kneeling(), 2.0))
    _, squats = sets_of(joined(up, repeated(wall_squat, times=2, hold_s=5.0)))
    assert squats.exercise.id == "wall-squat"
    assert squats.ready_s > up[-1].time_s


def test_a_plank_is_found_between_getting_down_to_it_and_up_again() -> None:
    on_all_fours = kept(replace(movements.bird_dog(0.0), near="left"), 2.0)
    session = joined(BRIDGES, on_all_fours, kept(movements.plank(), 8.0), on_all_fours)
    assert names(session) == ["bridge", "plank"]


@pytest.mark.parametrize("held_s", [8.0, 20.0])
@pytest.mark.parametrize("cut_s", [0, 2])
def test_a_plank_that_is_begun_on_the_hands_is_no_push_up(held_s: float, cut_s: int) -> None:
    """From the hands down onto the forearms, and back up again where the film isn't cut before."""
    session = repeated(movements.onto_the_forearms, times=1, hold_s=held_s)
    assert names(session[: len(session) - cut_s * RATE]) == ["plank"]


@pytest.mark.parametrize("rest_s", [4.0, 7.0])
def test_who_rests_on_straight_arms_before_or_after_push_ups_is_in_no_plank(rest_s: float) -> None:
    rest = kept(movements.push_up(0.0), rest_s)
    assert names(joined(rest, PUSH_UPS[2 * RATE :])) == ["push-up"]
    assert names(joined(PUSH_UPS[:-RATE], rest)) == ["push-up"]


def test_a_plank_on_straight_arms_for_a_quarter_of_a_minute_is_one_beside_push_ups() -> None:
    rest = kept(movements.push_up(0.0), 15.0)
    assert names(joined(rest, PUSH_UPS[2 * RATE :])) == ["plank", "push-up"]


@pytest.mark.parametrize("low_s", [0.0, 2.0, 3.0])
def test_who_stops_low_in_a_push_up_does_push_ups(low_s: float) -> None:
    assert names(repeated(movements.push_up, hold_s=low_s)) == ["push-up"]


@pytest.mark.parametrize(("rest_s", "expected"), [(0, ["push-up"]), (3, ["bridge", "push-up"])])
def test_a_short_movement_that_another_exercise_follows_at_once_is_getting_ready(
    rest_s: int, expected: list[str]
) -> None:
    """One bridge of 2.5 s, and then push-ups, with or without a rest in between."""
    bridge = repeated(movements.bridge, times=1, hold_s=0.5)[: -RATE - 1]
    push_ups = PUSH_UPS[2 * RATE :]
    assert names(joined(bridge, kept(movements.bridge(0.0), rest_s), push_ups)) == expected


@pytest.mark.parametrize(("seconds", "expected"), [(5.0, []), (12.0, ["desk-sitting"])])
def test_who_sits_for_a_few_seconds_may_be_in_a_wall_squat(
    seconds: float, expected: list[str]
) -> None:
    assert names(kept(movements.sitting(), seconds)) == expected
