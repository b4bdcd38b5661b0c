"""What hides a limb makes the model invent one; nothing is told of it, and nothing miscounted."""

from dataclasses import replace

from formcheck.form.state import Verdict
from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose
from tests.form.performed_sets import bird_dog, film, repetition, run

SHARES = [0.0] * 12 + list(repetition(hold_s=3.0)) * 2 + [0.0] * 12


def invented(poses: list[Pose], parts: tuple[str, ...], away: float) -> list[Pose]:
    """The poses with parts that flit to a wrong place and back while the limbs are raised."""
    flitting = []
    for number, pose in enumerate(poses):
        landmarks = pose.landmarks.copy()
        if SHARES[number] > 0.5 and number // 4 % 2:
            landmarks[[INDEX[part] for part in parts], 1] += away
        flitting.append(replace(pose, landmarks=landmarks))
    return flitting


LEG = ("left_knee", "left_ankle", "left_heel", "left_foot_index")
ARM = ("right_elbow", "right_wrist", "right_pinky", "right_index", "right_thumb")


def test_a_leg_that_flits_while_it_is_raised_is_one_repetition() -> None:
    summary, _ = run("bird-dog", invented(film([bird_dog(one) for one in SHARES]), LEG, 90))
    assert len(summary.repetitions) == 2


def test_it_is_neither_good_nor_a_fault() -> None:
    summary, _ = run("bird-dog", invented(film([bird_dog(one) for one in SHARES]), LEG, 90))
    verdicts = {total.criterion.id: total.verdict for total in summary.criteria}
    assert verdicts["leg-straight"] is Verdict.UNKNOWN
    assert verdicts["leg-level"] is Verdict.UNKNOWN
    assert summary.verdict is not Verdict.GOOD


def test_nor_is_an_arm_and_the_leg_is_judged_all_the_same() -> None:
    summary, _ = run("bird-dog", invented(film([bird_dog(one) for one in SHARES]), ARM, 90))
    verdicts = {total.criterion.id: total.verdict for total in summary.criteria}
    assert verdicts["arm-level"] is Verdict.UNKNOWN
    assert verdicts["leg-straight"] is Verdict.GOOD
    assert len(summary.repetitions) == 2


def test_a_single_stumble_of_the_model_costs_no_verdict() -> None:
    poses = film([bird_dog(one) for one in SHARES])
    place = SHARES.index(1.0) + 20
    landmarks = poses[place].landmarks.copy()
    landmarks[[INDEX[part] for part in LEG], 1] += 90
    poses[place] = replace(poses[place], landmarks=landmarks)
    summary, _ = run("bird-dog", poses)
    assert len(summary.repetitions) == 2
    assert summary.verdict is Verdict.GOOD


def test_nothing_is_told_of_a_repetition_whose_leg_was_not_followed() -> None:
    summary, _ = run("bird-dog", invented(film([bird_dog(one) for one in SHARES]), LEG, 90))
    for one in summary.repetitions:
        assert set(one.verdicts.values()) == {Verdict.UNKNOWN}
