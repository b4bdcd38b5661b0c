"""Somebody who holds a position from a recording's first picture on."""

from collections.abc import Callable
from dataclasses import replace
from math import radians, sin

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from tests.form.test_getting_ready import propped
from tests.recognition.movements import bird_dog, plank
from tests.stick_figure import StickFigure

FRAME_S = 1 / 30


def judged(
    figure: Callable[[float], StickFigure], seconds: float, exercise: str = "plank"
) -> SetSummary:
    """What is said of somebody who is filmed for so long; the figure by the time."""
    checker = FormChecker(library()[exercise])
    for i in range(round(seconds / FRAME_S)):
        checker.update(figure(i * FRAME_S).pose(i * FRAME_S))
    return checker.finish()


def verdicts(summary: SetSummary) -> dict[str, Verdict]:
    return {total.criterion.id: total.verdict for total in summary.criteria}


def straight(_time_s: float) -> StickFigure:
    return plank()


def piked(_time_s: float) -> StickFigure:
    return StickFigure(trunk=-22, thigh=218, shin=218, upper_arm=270, forearm=0, near="right")


def hidden_elbow(figure: Callable[[float], StickFigure]) -> Callable[[float], StickFigure]:
    """The same in a picture that shows no forearm, as dark and small ones don't."""
    return lambda time_s: replace(figure(time_s), hidden=("right_elbow", "right_wrist"))


def settling(time_s: float) -> StickFigure:
    """The hips come down from high up all the time, the feet stay where they are."""
    return propped(8 + 30 - 20 * time_s)


def swaying_at_the_wall(time_s: float) -> StickFigure:
    """The knees are bent by 60 degrees, give or take six."""
    bent = 60 + 6 * sin(2 * time_s)
    return StickFigure(
        trunk=90,
        thigh=270 + 0.6 * bent,
        shin=270 - 0.4 * bent,
        upper_arm=270,
        forearm=270,
        near="right",
    )


def test_who_sways_in_one_holds_once_and_all_the_time() -> None:
    summary = judged(swaying_at_the_wall, 12.0, "wall-squat")
    assert len(summary.repetitions) == 1
    assert summary.hold_s > 11


def seated_at_the_wall(_time_s: float) -> StickFigure:
    return swaying_at_the_wall(0.0)


@pytest.mark.parametrize(
    ("figure", "exercise"),
    [(straight, "plank"), (seated_at_the_wall, "wall-squat")],
)
def test_it_is_held_since_the_first_picture_and_not_since_it_was_believed(
    figure: Callable[[float], StickFigure], exercise: str
) -> None:
    assert judged(figure, 5.0, exercise).hold_s == pytest.approx(5.0, abs=0.1)


def test_who_comes_up_in_the_first_pictures_does_not_hold_yet() -> None:
    """Hips that rise for half a second are no part of the hold, nor where it is held."""
    summary = judged(lambda time_s: propped(4 * max(0.0, 1 - 2 * time_s)), 5.0)
    assert summary.hold_s == pytest.approx(4.5, abs=0.3)


def test_a_long_one_is_a_repetition() -> None:
    summary = judged(straight, 4.0)
    assert len(summary.repetitions) == 1
    assert verdicts(summary)["body-straight"] is Verdict.GOOD


def test_a_cutting_of_a_second_and_a_half_is_judged_and_not_counted() -> None:
    summary = judged(straight, 1.5)
    assert summary.repetitions == ()
    assert set(verdicts(summary).values()) == {Verdict.GOOD}


def test_a_fault_in_it_is_told() -> None:
    summary = judged(piked, 1.5)
    assert summary.repetitions == ()
    assert verdicts(summary)["body-straight"] is Verdict.FAULT


def test_half_a_second_says_nothing() -> None:
    assert set(verdicts(judged(straight, 0.5)).values()) == {Verdict.UNKNOWN}


def test_who_is_still_settling_when_it_ends_is_not_judged() -> None:
    assert set(verdicts(judged(settling, 1.2)).values()) == {Verdict.UNKNOWN}


def reaching(_time_s: float) -> StickFigure:
    return bird_dog(1.0)


def test_an_arm_and_a_leg_that_are_out_from_the_first_picture_on_are_held() -> None:
    summary = judged(reaching, 4.0, "bird-dog")
    assert [one.side for one in summary.repetitions] == ["right"]
    assert verdicts(summary)["leg-straight"] is Verdict.GOOD


def test_a_plank_is_no_bird_dog_that_is_held() -> None:
    assert not judged(lambda _: plank(), 4.0, "bird-dog").repetitions


def test_nor_is_one_that_follows_on_all_fours() -> None:
    """As who gets ready for push-ups, at the end of a set."""
    assert not judged(
        lambda time_s: bird_dog(0.0) if time_s < 2 else plank(), 6.5, "bird-dog"
    ).repetitions


def test_a_bird_dog_that_the_end_cuts_off_is_one_that_was_held() -> None:
    summary = judged(lambda time_s: bird_dog(max(0.0, min(1.0, time_s - 2))), 6.5, "bird-dog")
    assert len(summary.repetitions) == 1


@pytest.mark.parametrize(("held_s", "verdict"), [(0.2, Verdict.UNKNOWN), (2.0, Verdict.GOOD)])
def test_a_moment_at_the_furthest_point_shows_nothing_of_how_it_is_held(
    held_s: float, verdict: Verdict
) -> None:
    """The recording ends there, so nobody knows whether it was held at all."""
    summary = judged(
        lambda time_s: bird_dog(max(0.0, min(1.0, time_s - 2))), 3.0 + held_s, "bird-dog"
    )
    assert verdicts(summary)["leg-straight"] is verdict
    assert summary.verdict is not Verdict.GOOD or held_s > 1


def test_how_somebody_rests_is_not_told_by_how_they_hold() -> None:
    """The thigh of the raised leg is not under the hip, and needs not be."""
    told = verdicts(judged(reaching, 1.5, "bird-dog"))
    assert told["leg-straight"] is Verdict.GOOD
    assert told["knees-under-hips"] is Verdict.UNKNOWN


@pytest.mark.parametrize("lying_s", [3.0, 5.0, 8.0])
def test_who_lies_on_the_forearms_for_a_while_before_a_plank_holds_from_when_they_rise(
    lying_s: float,
) -> None:
    """Lying so looks as a sagging plank; nobody sags into what is straight."""
    checker = FormChecker(library()["plank"])
    for frame in range(round((lying_s + 16) * 15)):
        time_s = frame / 15
        rising, lowering = time_s - lying_s, lying_s + 11 - time_s
        checker.update(propped(8 * min(max(rising, 0), 1, max(lowering, 0))).pose(time_s))
    (only,) = checker.finish().repetitions
    assert only.start_s == pytest.approx(lying_s, abs=0.2)
    assert 8 < only.hold_s < 10.5


def test_who_lies_a_little_too_straight_for_that_holds_from_when_they_rise_too() -> None:
    """By one degree, and a body line is some degrees off."""
    lying_s, lies, holds = 1.6, 3.6, 10.0
    checker = FormChecker(library()["plank"])
    for frame in range(round((lying_s + 11) * 15)):
        time_s = frame / 15
        risen = min(max(time_s - lying_s, 0), 1, max(lying_s + 9 - time_s, 0))
        checker.update(propped(lies + (holds - lies) * risen).pose(time_s))
    (only,) = checker.finish().repetitions
    assert only.start_s == pytest.approx(lying_s, abs=0.3)
    assert only.hold_s == pytest.approx(7.0, abs=1.0)


def test_who_pikes_for_a_while_in_a_straight_plank_holds_one() -> None:
    checker = FormChecker(library()["plank"])
    for frame in range(22 * 15):
        time_s = frame / 15
        piked = 4 * min(max(time_s - 8, 0), 1, max(12 - time_s, 0))
        down = 8 * min(max(20 - time_s, 0), 1)
        checker.update(propped(down + piked).pose(time_s))
    (only,) = checker.finish().repetitions
    assert only.hold_s > 17


@pytest.mark.parametrize("exercise", ["plank", "side-plank"])
def test_being_propped_up_may_be_rest(exercise: str) -> None:
    assert library()[exercise].repetition.rest_when


def getting_down(share: float) -> StickFigure:
    """From the hands, straight, down onto the forearms; the feet stay where they are."""
    lean = 15 - 7 * share
    return StickFigure(
        trunk=lean,
        thigh=180 + lean,
        shin=180 + lean,
        upper_arm=267.5 + 2.5 * share,
        forearm=272.5 + 87.5 * share,
        hip=(320.0, 300 - 160 * sin(radians(lean))),
        near="right",
    )


@pytest.mark.parametrize("hands_s", [1.5, 5.0])
@pytest.mark.parametrize("after_s", [0.0, 1.5])
def test_a_plank_that_is_begun_on_the_hands_is_held_on_the_forearms(
    hands_s: float, after_s: float
) -> None:
    """For eight seconds, and up onto the hands again or not. On the hands it is one as well, if
    that is kept."""

    def figure(time_s: float) -> StickFigure:
        since_s = time_s - hands_s
        return getting_down(max(0.0, min(since_s, 1.0, 10.0 - since_s)))

    summary = judged(figure, hands_s + 9 + (1 + after_s if after_s else 0))
    assert len(summary.repetitions) == 1
    least_s = 8.0 if hands_s < 3 else hands_s + 8
    assert least_s - 0.5 <= summary.hold_s <= least_s + 2 + after_s
    assert verdicts(summary)["body-straight"] is Verdict.GOOD


def test_what_nobody_sees_of_a_plank_from_ahead_is_no_rest() -> None:
    """The legs are hidden, and the hips drift up while it is held."""

    def figure(time_s: float) -> StickFigure:
        drifted = replace(plank(), hip=(320.0, 240.0 - min(max(time_s - 6, 0), 1) * 8))
        return replace(drifted, hidden=("left_ankle", "right_ankle", "left_knee", "right_knee"))

    assert judged(figure, 10.0).hold_s > 9


@pytest.mark.parametrize("seconds", [1.5, 8])
def test_hips_high_in_the_air_are_a_held_plank_though_no_forearm_is_seen(seconds: float) -> None:
    summary = judged(hidden_elbow(piked), seconds)
    assert verdicts(summary) == {
        "body-straight": Verdict.FAULT,
        "elbow-under-shoulder": Verdict.UNKNOWN,
    }


def test_a_straight_body_without_a_forearm_may_lie_on_the_floor() -> None:
    summary = judged(hidden_elbow(straight), 8)
    assert summary.repetitions == ()
    assert set(verdicts(summary).values()) == {Verdict.UNKNOWN}
