"""The checker on whole sets of stick figures, whose angles and times are known."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import CriterionState, FormState, Verdict
from formcheck.form.verdicts.need import Need
from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose
from tests.form.performed_sets import (
    FRAME_S,
    bird_dog,
    ease,
    film,
    partial_sit_up,
    push_up,
    repetition,
    run,
    wall_squat,
    whole_set,
)
from tests.stick_figure import StickFigure


@pytest.mark.parametrize(
    ("exercise", "figure"),
    [
        ("push-up", push_up),
        ("wall-squat", wall_squat),
        ("partial-sit-up", partial_sit_up),
        ("bird-dog", bird_dog),
    ],
)
def test_three_good_repetitions_are_counted_and_called_good(
    exercise: str, figure: Callable[..., StickFigure]
) -> None:
    summary, states = run(exercise, whole_set(figure))
    assert [r.verdict for r in summary.repetitions] == [Verdict.GOOD] * 3
    assert summary.verdict is Verdict.GOOD
    assert summary.set_up.verdict is Verdict.GOOD
    assert [r.number for r in summary.repetitions] == [1, 2, 3]
    assert sum(state.finished is not None for state in states) == 3
    assert states[-1].repetitions == states[-1].good_repetitions == 3


@pytest.mark.parametrize(
    ("exercise", "figure", "form", "broken"),
    [
        ("push-up", push_up, {"bottom": 125}, "deep-enough"),
        ("push-up", push_up, {"top": 135}, "full-lockout"),
        ("push-up", push_up, {"hips": 30}, "body-straight"),
        ("push-up", push_up, {"hips": -30}, "body-straight"),
        ("wall-squat", wall_squat, {"flexion": 21}, "knees-bent"),
        ("wall-squat", wall_squat, {"flexion": 115}, "not-too-deep"),
        ("wall-squat", wall_squat, {"trunk": 65}, "back-on-wall"),
        ("wall-squat", wall_squat, {"flexion": 80, "shin": 32}, "knees-behind-toes"),
        ("partial-sit-up", partial_sit_up, {"top": 60}, "trunk-not-too-high"),
        ("partial-sit-up", partial_sit_up, {"top": 10}, "shoulders-off-floor"),
        ("partial-sit-up", partial_sit_up, {"knee": 135}, "knees-bent"),
        ("bird-dog", bird_dog, {"knee": 130}, "leg-straight"),
        ("bird-dog", bird_dog, {"elbow": 130}, "arm-straight"),
        ("bird-dog", bird_dog, {"lift": 35}, "leg-level"),
        ("bird-dog", bird_dog, {"lift": -35}, "leg-level"),
        ("bird-dog", bird_dog, {"arm": "left"}, "opposite-sides"),
    ],
)
def test_a_broken_criterion_is_found_in_every_repetition(
    exercise: str, figure: Callable[..., StickFigure], form: Mapping[str, Any], broken: str
) -> None:
    summary, _ = run(exercise, whole_set(figure, **form))
    assert len(summary.repetitions) == 3
    assert all(broken in r.faults for r in summary.repetitions)
    (total,) = [total for total in summary.criteria if total.criterion.id == broken]
    assert total.verdict is Verdict.FAULT
    assert total.fault_s > 0
    assert total.cue
    assert summary.verdict is Verdict.FAULT


def cue(summary: SetSummary, wanted: str) -> str:
    return next(total.cue for total in summary.criteria if total.criterion.id == wanted)


def test_too_high_and_too_low_have_their_own_words() -> None:
    high, _ = run("bird-dog", whole_set(bird_dog, lift=35))
    low, _ = run("bird-dog", whole_set(bird_dog, lift=-35))
    assert cue(high, "leg-level") == "Lower your leg a little"
    assert cue(low, "leg-level") == "Lift your leg a little higher"
    sag, _ = run("push-up", whole_set(push_up, hips=-30))
    pike, _ = run("push-up", whole_set(push_up, hips=30))
    assert cue(sag, "body-straight") == "Lift your hips, don't sag"
    assert cue(pike, "body-straight") == "Lower your hips into line"


def test_lowering_too_fast_is_told_and_slowly_is_not() -> None:
    fast, _ = run("partial-sit-up", whole_set(partial_sit_up, pace={"back_s": 0.5}))
    slow, _ = run("partial-sit-up", whole_set(partial_sit_up, pace={"back_s": 2.5}))
    assert len(fast.repetitions) == len(slow.repetitions) == 3
    assert all("slow-down" in r.faults for r in fast.repetitions)
    assert not any("slow-down" in r.faults for r in slow.repetitions)


@pytest.mark.parametrize("hold_s", [1.0, 3.0, 6.0])
def test_a_hold_is_the_time_from_coming_to_rest_to_leaving(hold_s: float) -> None:
    poses = whole_set(bird_dog, pace={"hold_s": hold_s, "out_s": 1.2, "back_s": 1.5})
    summary, states = run("bird-dog", poses)
    assert [r.hold_s for r in summary.repetitions] == pytest.approx([hold_s] * 3, abs=0.2)
    assert max(state.hold_s for state in states) == pytest.approx(hold_s, abs=0.9)
    assert summary.hold_s == pytest.approx(3 * hold_s, abs=0.6)


def test_the_working_side_is_found_from_the_movement() -> None:
    shares = [0.0] * 12
    figures = [bird_dog(share) for share in shares]
    turns: list[tuple[Side, Side]] = [("left", "right"), ("right", "left"), ("left", "right")]
    for leg, arm in turns:
        figures += [bird_dog(share, leg=leg, arm=arm) for share in repetition()]
    summary, _ = run("bird-dog", film([*figures, *[bird_dog(0.0)] * 12]))
    assert [r.side for r in summary.repetitions] == ["left", "right", "left"]


def test_exercises_with_both_sides_at_once_name_none() -> None:
    summary, _ = run("push-up", whole_set(push_up))
    assert [r.side for r in summary.repetitions] == [None] * 3


def test_left_and_right_legs_swapped_in_some_frames_change_nothing() -> None:
    poses = whole_set(bird_dog)
    for pose in poses[::11]:
        for row in range(11, 33, 2):
            pose.landmarks[[row, row + 1]] = pose.landmarks[[row + 1, row]]
    summary, _ = run("bird-dog", poses)
    assert len(summary.repetitions) == 3
    assert {r.side for r in summary.repetitions} == {"left"}


def test_from_the_front_everything_is_unknown_but_still_counted() -> None:
    poses = film([replace(wall_squat(s), yaw=-80) for s in [0.0] * 12 + list(repetition()) * 2])
    summary, states = run("wall-squat", poses)
    assert len(summary.repetitions) == 2
    assert {r.verdict for r in summary.repetitions} == {Verdict.UNKNOWN}
    assert summary.verdict is Verdict.UNKNOWN
    assert summary.view != "side"
    assert any(p.id == "wrong-view" for p in summary.set_up.problems)
    assert all(c.verdict is Verdict.UNKNOWN for c in states[-1].criteria)


def turning_with_the_movement(yaw: float) -> list[Pose]:
    shares = [0.0] * 12 + list(repetition(hold_s=2.0)) + [0.0] * 12
    return film([replace(wall_squat(s), yaw=yaw * s) for s in shares])


def test_a_body_that_only_seems_half_turned_while_it_moves_is_judged() -> None:
    summary, _ = run("wall-squat", turning_with_the_movement(45))
    assert [r.verdict for r in summary.repetitions] == [Verdict.GOOD]


def test_who_turns_away_wholly_is_not_judged() -> None:
    summary, _ = run("wall-squat", turning_with_the_movement(85))
    assert [r.verdict for r in summary.repetitions] == [Verdict.UNKNOWN]


@pytest.mark.parametrize(("trunk", "expected"), [(75, Verdict.UNKNOWN), (30, Verdict.FAULT)])
def test_of_who_is_half_turned_all_along_only_what_is_gross_is_told(
    trunk: float, expected: Verdict
) -> None:
    shares = [0.0] * 12 + list(repetition())
    poses = film([replace(wall_squat(s, trunk=trunk), yaw=45) for s in shares])
    summary, _ = run("wall-squat", poses)
    (total,) = [total for total in summary.criteria if total.criterion.id == "back-on-wall"]
    assert total.verdict is expected
    assert expected is Verdict.FAULT or total.judgement.need is Need.TURN


def test_without_a_person_nothing_is_known() -> None:
    summary, states = run("push-up", [Pose.missing(i * FRAME_S, 640, 480) for i in range(30)])
    assert summary.verdict is Verdict.UNKNOWN
    assert summary.repetitions == ()
    assert summary.frames_with_pose == 0
    assert states[-1].set_up.problems[0].id == "no-person"


def test_a_hidden_limb_is_named_and_makes_its_criteria_unknown() -> None:
    hidden = ("right_ankle", "right_knee")
    shares = [0.0] * 12 + list(repetition()) * 2
    summary, states = run("push-up", film([replace(push_up(s), hidden=hidden) for s in shares]))
    assert "right ankle" in states[-1].set_up.problems[0].text
    assert cue(summary, "body-straight") == ""
    assert len(summary.repetitions) == 2
    assert all(r.verdicts["body-straight"] is Verdict.UNKNOWN for r in summary.repetitions)
    assert all(r.verdicts["deep-enough"] is Verdict.GOOD for r in summary.repetitions)
    assert summary.verdict is Verdict.UNKNOWN


def test_one_bad_second_doesnt_lose_the_set() -> None:
    poses = whole_set(push_up)
    for i in range(40, 55):
        poses[i] = Pose.missing(poses[i].time_s, 640, 480)
    summary, _ = run("push-up", poses)
    assert len(summary.repetitions) == 3


def test_getting_into_position_and_out_of_it_is_not_counted() -> None:
    standing = [
        StickFigure(trunk=90, thigh=270, shin=270, upper_arm=270, forearm=270 + 60 * (i % 2))
        for i in range(45)
    ]
    poses = film([*standing, *[push_up(s) for s in [0.0] * 15 + list(repetition())], *standing])
    summary, states = run("push-up", poses)
    assert len(summary.repetitions) == 1
    assert not states[20].in_set
    assert states[20].phase is None
    assert not states[-1].in_set


def test_a_fault_is_told_while_it_happens_and_taken_back_when_it_is_put_right() -> None:
    figures = [bird_dog(0.0)] * 15 + [bird_dog(ease(i / 15)) for i in range(15)]
    figures += [bird_dog(1.0)] * 15 + [bird_dog(1.0, knee=120)] * 20 + [bird_dog(1.0)] * 20
    _, states = run("bird-dog", film(figures))

    def leg(state: FormState) -> CriterionState:
        return next(c for c in state.criteria if c.id == "leg-straight")

    assert leg(states[43]).verdict is Verdict.GOOD
    assert leg(states[64]).verdict is Verdict.FAULT
    assert leg(states[64]).cue == "Straighten your raised leg"
    assert leg(states[64]).measure == "knee.left"
    assert leg(states[-1]).verdict is Verdict.GOOD
    assert leg(states[-1]).cue == ""


def test_a_hold_that_the_recording_cuts_off_is_a_repetition() -> None:
    figures = [wall_squat(0.0)] * 15 + [wall_squat(ease(i / 20)) for i in range(20)]
    figures += [wall_squat(1.0, trunk=60)] * 60
    summary, _ = run("wall-squat", film(figures))
    (repetition,) = summary.repetitions
    assert repetition.faults == ("back-on-wall",)
    assert summary.hold_s == pytest.approx(4.0, abs=0.3)
    assert summary.verdict is Verdict.FAULT
    assert cue(summary, "back-on-wall")


def test_a_position_that_is_held_from_the_start_is_a_repetition() -> None:
    summary, states = run("wall-squat", film([wall_squat(1.0)] * 90))
    (repetition,) = summary.repetitions
    assert repetition.hold_s == pytest.approx(5.6, abs=0.4)
    assert repetition.verdicts["not-too-deep"] is Verdict.GOOD
    assert states[40].phase == "standing"
    assert states[60].phase == "hold"
    assert states[-1].hold_s == pytest.approx(5.6, abs=0.4)


def test_standing_about_is_no_hold() -> None:
    summary, _ = run("wall-squat", film([wall_squat(0.0)] * 150))
    assert summary.repetitions == ()
    assert summary.hold_s == 0


@pytest.mark.parametrize("frame_s", [1 / 60, 1 / 24, 1 / 10])
def test_verdicts_depend_on_time_and_not_on_the_number_of_frames(frame_s: float) -> None:
    slow = whole_set(partial_sit_up)
    times = [i * frame_s for i in range(round(slow[-1].time_s / frame_s))]
    resampled = [replace(slow[int(t / FRAME_S)], time_s=t) for t in times]
    summary, _ = run("partial-sit-up", resampled)
    assert [r.verdict for r in summary.repetitions] == [Verdict.GOOD] * 3


def test_who_may_have_gone_on_after_the_recording_ended_is_not_told_to_go_further() -> None:
    whole = film([push_up(share, top=151, bottom=60) for share in repetition(hold_s=0.5)])
    cut_short, _ = run("push-up", whole[:-3])
    assert len(cut_short.repetitions) == 1
    lockout = {total.criterion.id: total for total in cut_short.criteria}["full-lockout"]
    assert lockout.verdict is Verdict.UNKNOWN
    assert not lockout.judgement.seen
