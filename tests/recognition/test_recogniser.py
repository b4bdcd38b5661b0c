"""Telling exercises apart from poses alone."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from formcheck.exercises.load import library
from formcheck.exercises.range import Range
from formcheck.exercises.signature import Signature
from formcheck.pose.jumps import Jumps
from formcheck.pose.landmarks import SIDES
from formcheck.pose.pose import Pose
from formcheck.recognition.answer import DEFAULTS, RECORDING, Answer
from formcheck.recognition.auto import Auto
from formcheck.recognition.feature_sampler import SamplingSettings
from formcheck.recognition.recogniser import Recogniser, recognise_picture
from tests.recognition import movements
from tests.recognition.movements import Figure, kept, repeated
from tests.stick_figure import StickFigure


def watch(poses: Iterable[Pose], recent_s: float | None = None) -> Recogniser:
    recogniser = Recogniser(recent_s=recent_s)
    for pose in poses:
        recogniser.update(pose)
    return recogniser


def recognised(poses: Iterable[Pose]) -> str | None:
    exercise = watch(poses).best.exercise
    return None if exercise is None else exercise.id


@pytest.mark.parametrize(
    ("expected", "figure", "hold_s"),
    [
        ("push-up", movements.push_up, 0.3),
        ("bird-dog", movements.bird_dog, 3.0),
        ("bridge", movements.bridge, 1.0),
        ("leg-raise", movements.leg_raise, 1.0),
        ("double-leg-lift", movements.double_leg_lift, 1.0),
        ("toe-touch", movements.toe_touch, 1.0),
    ],
)
def test_names_what_is_done(expected: str, figure: Figure, hold_s: float) -> None:
    answer = watch(repeated(figure, hold_s=hold_s)).best
    assert answer.exercise is library()[expected]
    assert answer.score > 0.8
    assert answer.runner_up is not None
    assert answer.runner_up_score < answer.score


def test_push_ups_on_the_knees_are_push_ups() -> None:
    assert recognised(repeated(movements.knee_push_up, hold_s=0.3)) == "push-up"


def test_a_bridge_on_one_leg_is_a_bridge() -> None:
    assert recognised(repeated(movements.one_leg_bridge)) == "bridge"


@pytest.mark.parametrize(
    ("expected", "figure"),
    [
        ("bird-dog", movements.bird_dog(1.0)),
        ("plank", movements.plank()),
        ("back-extension", movements.cobra()),
        ("wall-squat", movements.wall_sit()),
    ],
)
def test_a_pose_that_is_held_from_the_first_frame_is_recognised(
    expected: str, figure: StickFigure
) -> None:
    assert recognised(kept(figure)) == expected


def test_legs_that_are_drawn_anywhere_as_a_desk_hides_them_do_no_wall_squat() -> None:
    shins = (255, 244, 266, 250, 263, 243)
    poses = [
        movements.wall_sit(shins[number % len(shins)]).pose(number / movements.RATE)
        for number in range(120)
    ]
    assert recognised(poses) is None


def test_push_ups_whose_hands_are_hidden_are_push_ups_less_surely() -> None:
    hands = tuple(f"{side}_{joint}" for side in SIDES for joint in ("wrist", "index", "pinky"))

    def hidden(share: float) -> StickFigure:
        return replace(movements.push_up(share), hip=(320, 240 + 40 * share), hidden=hands)

    best = watch(repeated(hidden, hold_s=0.3)).best
    assert best.exercise is library()["push-up"]
    assert best.score < watch(repeated(movements.push_up, hold_s=0.3)).best.score - 0.3


def test_who_is_half_turned_is_recognised_less_surely() -> None:
    def half_turned(share: float) -> StickFigure:
        return replace(movements.bird_dog(share), yaw=40)

    square = watch(repeated(movements.bird_dog, hold_s=3.0)).best
    turned = watch(repeated(half_turned, hold_s=3.0)).best
    assert turned.exercise is square.exercise is library()["bird-dog"]
    assert turned.score < square.score - 0.3


def test_a_second_of_a_plank_is_one_in_a_recording_and_not_yet_in_a_session() -> None:
    poses = kept(movements.plank(), seconds=1.5)
    recording = Recogniser(settings=RECORDING)
    for pose in poses:
        recording.update(pose)
    assert recording.best.exercise is library()["plank"]
    assert watch(poses).best.exercise is None


def test_a_plank_that_goes_up_and_down_is_none() -> None:
    assert recognised(repeated(movements.push_up, times=6, hold_s=0.3)) == "push-up"


def test_a_posture_that_is_kept_is_named_without_a_repetition() -> None:
    assert recognised(kept(movements.sitting())) == "desk-sitting"


@pytest.mark.parametrize(
    "poses",
    [
        kept(movements.standing()),
        kept(movements.lying()),
        kept(movements.bird_dog(0.0)),
        list(movements.walking()),
        [Pose.missing(i / 10, 640, 480) for i in range(100)],
        [],
    ],
    ids=["standing", "lying", "on all fours", "walking", "nobody", "no frame"],
)
def test_nothing_is_forced_on_what_is_no_exercise(poses: list[Pose]) -> None:
    assert recognised(poses) is None


def test_a_few_seconds_are_not_enough() -> None:
    poses = repeated(movements.push_up)
    assert recognised(poses[:25]) is None


def test_movements_to_avoid_are_noticed_whatever_is_recognised() -> None:
    recogniser = watch(repeated(movements.toe_touch, times=1))
    assert recogniser.avoid == ("toe-touch",)
    assert watch(repeated(movements.push_up)).avoid == ()


@pytest.mark.parametrize(
    ("top", "expected"), [(30, "partial-sit-up"), (60, "partial-sit-up"), (85, "full-sit-up")]
)
def test_an_exercise_gone_too_far_keeps_its_name_until_it_clearly_is_another(
    top: float, expected: str
) -> None:
    recogniser = watch(repeated(movements.sit_up(top)))
    best = recogniser.best
    assert best.exercise is library()[expected]
    assert recogniser.avoid == (("full-sit-up",) if top > 50 else ())


def test_a_push_up_with_sagging_hips_is_still_a_push_up() -> None:
    assert recognised(repeated(movements.sagging_push_up, hold_s=0.3)) == "push-up"


def test_from_an_unjudgeable_view_nothing_is_recognised() -> None:
    turned = [
        StickFigure(
            trunk=15, thigh=195, shin=195, upper_arm=270, forearm=270, near="right", yaw=80
        ).pose(i / 10)
        for i in range(100)
    ]
    assert recognised(turned) is None


def test_left_and_right_are_the_same_to_it() -> None:
    swapped = [
        StickFigure(
            trunk=168,
            thigh={"left": 270 + 85 * share, "right": 270.0},
            shin={"left": 0.0 - 5 * share, "right": 0.0},
            upper_arm={"left": 270.0, "right": 270 - 95 * share},
            forearm={"left": 270.0, "right": 270 - 95 * share},
            near="left",
        )
        for share in (0.0, 1.0)
    ]
    poses = [swapped[(i // 40) % 2].pose(i / 10) for i in range(200)]
    assert recognised(poses) == "bird-dog"


def test_only_the_last_seconds_count_where_one_exercise_follows_the_other() -> None:
    poses = movements.joined(repeated(movements.push_up), repeated(movements.toe_touch))
    answer = watch(poses, recent_s=12.0).best
    assert answer.exercise is library()["toe-touch"]


def test_a_long_session_is_remembered_coarsely_and_still_recognised() -> None:
    set_of_push_ups = repeated(movements.push_up, times=20)
    poses = movements.joined(*[set_of_push_ups] * 5)
    assert len(poses) > SamplingSettings().most_rows
    assert recognised(poses) == "push-up"


def test_two_exercises_that_are_alike_are_not_told_apart_by_chance() -> None:
    one, other = library()["bridge"], library()["pelvic-tilt"]
    assert Answer(one, 0.9, other, 0.9 - DEFAULTS.least_lead / 2).exercise is None
    assert Answer(one, 0.9, other, 0.5).exercise is one
    assert Answer(one, DEFAULTS.least_score / 2, other, 0.0).exercise is None


def test_a_movement_to_avoid_speaks_against_an_exercise_only_where_it_is_clearly_ahead() -> None:
    one, avoid, other = (library()[id] for id in ("partial-sit-up", "full-sit-up", "bridge"))
    nearly = DEFAULTS.least_lead / 2
    assert Answer(one, 0.8, avoid, 0.8 + nearly, rival_score=0.2).exercise is one
    assert Answer(one, 0.8, avoid, 0.8 + nearly, rival_score=0.8 - nearly).exercise is None
    assert Answer(avoid, 0.9, other, 0.9 - nearly).exercise is None


def test_among_the_users_own_exercises_the_repetition_alone_is_enough() -> None:
    own = library()["push-up"].model_copy(update={"id": "own", "signature": Signature()})
    others = [one for one in library().values() if one.id != "push-up"]
    recogniser = Recogniser(Auto.among([*others, own]).exercises)
    for pose in repeated(movements.push_up):
        recogniser.update(pose)
    assert recogniser.best.exercise is own


def test_an_own_exercise_may_speak_of_any_side() -> None:
    bird_dog = library()["bird-dog"]
    reaching = Range(measure="arm_elevation.reaching", at_least=-100)
    own = bird_dog.model_copy(update={"posture": (*bird_dog.posture, reaching)})
    recogniser = Recogniser([own])
    for pose in repeated(movements.bird_dog, hold_s=3.0):
        recogniser.update(pose)
    assert recogniser.best.likeliest is own


def test_a_picture_of_the_furthest_point_is_recognised() -> None:
    answer = recognise_picture(movements.bird_dog(1.0).pose())
    assert answer.exercise is library()["bird-dog"]


def test_a_picture_of_where_many_exercises_rest_is_none_of_them() -> None:
    assert recognise_picture(movements.bird_dog(0.0).pose()).exercise is None
    assert recognise_picture(movements.standing().pose()).exercise is None
    assert recognise_picture(Pose.missing(0.0, 640, 480)).exercise is None


def test_every_exercise_of_the_program_says_what_it_looks_like() -> None:
    for exercise in library().values():
        looks = exercise.signature
        assert looks.peak or looks.still == "rest", exercise.id


def test_of_an_exercise_and_its_copy_neither_is_named_and_both_are_known() -> None:
    copy = library()["push-up"].model_copy(update={"id": "my-push-up"})
    recogniser = Recogniser([*library().values(), copy])
    for pose in repeated(movements.push_up):
        recogniser.update(pose)
    answer = recogniser.best
    assert answer.exercise is None
    assert {one.id for one in answer.undecided or ()} == {"push-up", "my-push-up"}
    assert watch(repeated(movements.push_up)).best.undecided is None
    assert watch(movements.walking()).best.undecided is None


def test_a_kick_too_quick_to_be_judged_is_remembered_all_the_same() -> None:
    """By the legs of flutter kicks, which jump from picture to picture, they are told apart."""
    doubted = Jumps(np.ones(33, np.bool_))
    kicks = [replace(pose, jumps=doubted) for pose in repeated(movements.leg_raise)]
    assert recognised(kicks) == "leg-raise"


def test_who_is_bent_down_to_lift_is_not_in_child_s_pose() -> None:
    """As folded as in it, but on the feet: the shins stand."""
    bent = StickFigure(trunk=12, thigh=322, shin=232, upper_arm=270, forearm=270, near="right")
    knelt = replace(bent, trunk=345, thigh=35, shin=180, upper_arm=345, forearm=345)
    found = []
    for figure in (bent, knelt):
        recogniser = Recogniser(settings=RECORDING)
        for pose in kept(figure, 2.0):
            recogniser.update(pose)
        found.append([one.exercise.id for one in recogniser.sets])
    assert found == [[], ["childs-pose"]]
