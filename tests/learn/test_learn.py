"""A demonstration becomes an exercise that counts it, calls it good, and tells what differs."""

import pytest

from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.form.vocabulary import check_vocabulary
from formcheck.learn.beginning import DemonstrationError
from formcheck.learn.document import as_toml
from formcheck.learn.learn_exercise import ExerciseNameError, Learnt, check_name, learn_exercise
from formcheck.pose.pose import Pose
from tests.learn.films import film, leg_lifts, squat, squats
from tests.learn.series import repeated


@pytest.fixture(scope="module")
def squatting() -> Learnt:
    return learn_exercise(squats(3), "slow-squat", source="squat.mp4")


def judge(learnt: Learnt, poses: list[Pose]) -> SetSummary:
    checker = checker_for(learnt.draft.exercise)
    for pose in poses:
        checker.update(pose)
    return checker.finish()


def faults(summary: SetSummary) -> set[str]:
    return {fault for one in summary.repetitions for fault in one.faults}


def test_the_draft_says_what_was_shown(squatting: Learnt) -> None:
    exercise = squatting.draft.exercise
    check_vocabulary(exercise)
    assert exercise.title == "Slow squat"
    assert (exercise.start.position.name, exercise.camera.view) == ("standing", "side")
    rule = exercise.repetition
    assert (rule.measure, rule.direction, rule.hold_s) == ("knee.near", "falls", 2.0)
    assert rule.usual_rest == pytest.approx(180, abs=2)
    assert rule.usual_peak == pytest.approx(100, abs=2)
    assert exercise.dosage.reps == (3, 3)
    assert "Bend your knee to about 100 degrees (180 is straight)." in exercise.steps
    assert "Hold for 2 seconds." in exercise.steps


def test_the_demonstration_is_counted_and_good(squatting: Learnt) -> None:
    assert squatting.summary.verdict is Verdict.GOOD
    assert len(squatting.summary.repetitions) == squatting.summary.good_repetitions == 3
    assert squatting.unlearnt == ("back: it was never to be seen",)


def test_the_same_exercise_by_someone_else_is_good(squatting: Learnt) -> None:
    summary = judge(squatting, squats(5, bend=77, lean=4))
    assert len(summary.repetitions) == summary.good_repetitions == 5


def test_half_a_movement_is_counted_and_told(squatting: Learnt) -> None:
    summary = judge(squatting, squats(2, bend=35))
    assert len(summary.repetitions) == 2
    assert "knee-furthest" in faults(summary)


def test_what_was_still_and_moves_now_is_told(squatting: Learnt) -> None:
    assert "trunk-still" in faults(judge(squatting, squats(2, lean=40)))


def test_every_limit_leaves_eight_degrees_to_what_was_shown(squatting: Learnt) -> None:
    for criterion in squatting.draft.exercise.criteria:
        if criterion.measure not in ("seconds", "back_rounding"):
            assert criterion.tolerance >= 8
    peak = next(c for c in squatting.draft.exercise.criteria if c.id == "knee-furthest")
    assert peak.at_least is not None
    assert peak.at_most is not None
    assert peak.at_least - peak.tolerance <= 100 - 8
    assert peak.at_most + peak.tolerance >= 100 + 8


def test_what_is_counted_on_must_be_seen_to_be_good(squatting: Learnt) -> None:
    peak = next(c for c in squatting.draft.exercise.criteria if c.id == "knee-furthest")
    assert not peak.may_be_unseen


def test_one_leg_at_a_time_is_seen() -> None:
    learnt = learn_exercise(leg_lifts(3), "one-leg-lift")
    exercise = learnt.draft.exercise
    assert exercise.sides.pattern == "each"
    assert exercise.repetition.measure.endswith(".working")
    assert {one.side for one in learnt.summary.repetitions} == {"left"}
    assert len(learnt.summary.repetitions) == 3
    other = judge(learnt, leg_lifts(2, side="right"))
    assert {one.side for one in other.repetitions} == {"right"}


def test_nobody_there() -> None:
    nobody = [Pose.missing(i / 15, 640, 480) for i in range(60)]
    with pytest.raises(DemonstrationError, match="No person"):
        learn_exercise(nobody, "nothing")


def test_one_repetition_is_learnt_and_what_it_leaves_open_is_told() -> None:
    learnt = learn_exercise(squats(1), "one-squat")
    assert len(learnt.summary.repetitions) == learnt.summary.good_repetitions == 1
    assert any("one was shown" in what for what in learnt.unlearnt)
    assert any("one was shown" in line for line in learnt.draft.notes[""])
    summary = judge(learnt, squats(3))
    assert len(summary.repetitions) == summary.good_repetitions == 3
    assert "knee-furthest" in faults(judge(learnt, squats(2, bend=35)))


def test_a_single_long_hold_is_learnt() -> None:
    held = film(squat, repeated(1, hold_s=12))
    learnt = learn_exercise(held, "held-squat")
    exercise = learnt.draft.exercise
    assert learnt.held_s == exercise.repetition.hold_s == 12
    assert (exercise.dosage.reps, exercise.dosage.hold_s) == (None, (12, 12))
    assert learnt.summary.good_repetitions == 1


def test_one_repetition_on_one_side_doesnt_take_turns() -> None:
    assert learn_exercise(leg_lifts(1), "one-leg-lift").draft.exercise.sides.pattern == "each"


def test_seconds_that_are_not_known_are_not_learnt() -> None:
    learnt = learn_exercise(squats(3), "slow-squat", timed=False)
    assert learnt.held_s == 0
    assert all(one.measure != "seconds" for one in learnt.draft.exercise.criteria)
    assert any("how long anything lasts" in what for what in learnt.unlearnt)


def test_what_could_not_be_seen_is_told() -> None:
    learnt = learn_exercise(leg_lifts(3), "one-leg-lift")
    told = " ".join(learnt.unlearnt)
    assert any(words in told for words in ("never to be seen", "seen in only", "can't be seen"))


def test_a_draft_is_in_the_chosen_language() -> None:
    learnt = learn_exercise(squats(3), "slow-squat", language="de")
    exercise = learnt.draft.exercise
    check_vocabulary(exercise)
    assert exercise.steps[0] == "Beginn im aufrechten Stand."
    assert "Halte 2 Sekunden." in exercise.steps
    text = as_toml(learnt.draft)
    for english in (" your ", " the ", "Shown", "repetition:", "degrees"):
        assert english not in text
    assert judge(learnt, squats(3)).good_repetitions == 3


def test_half_turned_nothing_can_be_measured() -> None:
    turned = film(lambda share: squat(share, yaw=50), repeated(3))
    with pytest.raises(DemonstrationError, match="half from the side"):
        learn_exercise(turned, "turned-squat")


@pytest.mark.parametrize("name", ["Heel slide", "heel_slide", "-heel", "heel--slide", "", "../x"])
def test_a_name_is_small_letters_and_hyphens(name: str) -> None:
    with pytest.raises(ExerciseNameError, match="small letters"):
        check_name(name)


def test_the_programs_own_names_are_taken() -> None:
    with pytest.raises(ExerciseNameError, match='"my-bird-dog"'):
        check_name("bird-dog")
    check_name("my-bird-dog")
