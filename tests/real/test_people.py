"""Real people: photographs and clips that are not part of the project, judged as a user would.

What is expected was found by looking at each picture and counting in each clip, not by running the
program. The pictures lie beside the project where it is developed; elsewhere these are skipped.
"""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

import formcheck

REAL = Path(__file__).parents[3] / "shared" / "real"
PHOTOGRAPHS = "yuhonas__free-exercise-db__"
APP_CLIPS = "quickpose__quickpose-ios-sdk__"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not REAL.is_dir(), reason="the real pictures are not beside the project"),
]


@dataclass(frozen=True)
class Photograph:
    """good, broken: criteria that can be seen to be met or broken; others are not asserted."""

    exercise: str
    name: str
    views: tuple[str, ...]
    good: tuple[str, ...] = ()
    broken: tuple[str, ...] = field(default=())


SIDE, TURNED = ("side",), ("three-quarter", "end-on")

SEEN = [
    # The body is one line, the arms are straight or bent to the floor.
    Photograph("push-up", "Decline_Push-Up_0", SIDE, ("body-straight", "full-lockout")),
    Photograph("push-up", "Decline_Push-Up_1", SIDE, ("body-straight", "deep-enough")),
    Photograph("push-up", "Incline_Push-Up_0", SIDE, ("body-straight", "deep-enough")),
    Photograph("push-up", "Incline_Push-Up_1", SIDE, ("body-straight", "full-lockout")),
    # A forearm plank: straight, and no push-up's start position.
    Photograph("push-up", "Plank_1", SIDE, ("body-straight", "neck-neutral")),
    # Taken from ahead, obliquely: nothing can be judged.
    Photograph("push-up", "Pushups_0", TURNED),
    Photograph("push-up", "Pushups_1", TURNED),
    Photograph("push-up", "Push-Ups_-_Close_Triceps_Position_0", TURNED),
    Photograph("push-up", "Push-Ups_-_Close_Triceps_Position_1", TURNED),
    # Free squats, half turned or facing the camera.
    Photograph("wall-squat", "Bodyweight_Squat_0", ("front",)),
    Photograph("wall-squat", "Bodyweight_Squat_1", ("front",)),
    Photograph("wall-squat", "Barbell_Squat_1", TURNED),
    Photograph("wall-squat", "Barbell_Full_Squat_1", TURNED),
    Photograph("wall-squat", "Freehand_Jump_Squat_0", TURNED),
    Photograph("wall-squat", "Sit_Squats_1", (*TURNED, "front")),
    Photograph("wall-squat", "Weighted_Squat_1", TURNED),
    # All fours, hands under shoulders, knees under hips.
    Photograph("bird-dog", "Hip_Circles_prone_0", SIDE, ("hands-under-shoulders",)),
    Photograph("bird-dog", "Rear_Leg_Raises_0", SIDE, ("knees-under-hips",)),
    # A straight leg, lifted far over the back's line. That no arm is raised can't be told from the
    # landmarks, since the far arm is hidden by the near one.
    Photograph("bird-dog", "Rear_Leg_Raises_1", SIDE, ("leg-straight",), ("leg-level",)),
    # A leg kicked up with a right angle at the knee.
    Photograph("bird-dog", "Glute_Kickback_1", SIDE, (), ("leg-straight",)),
    # Lying with bent knees, shoulders down or lifted a little.
    Photograph("partial-sit-up", "Crunches_0", SIDE, ("knees-bent",)),
    Photograph("partial-sit-up", "Crunches_1", SIDE, ("knees-bent",)),
    Photograph("partial-sit-up", "Janda_Sit-Up_0", SIDE, ("knees-bent",)),
    Photograph("partial-sit-up", "Sit-Up_0", SIDE, ("knees-bent",)),
    Photograph("partial-sit-up", "3_4_Sit-Up_0", SIDE, ("knees-bent",)),
    # Sitting all the way up.
    Photograph("partial-sit-up", "3_4_Sit-Up_1", SIDE, (), ("trunk-not-too-high",)),
    Photograph("partial-sit-up", "Janda_Sit-Up_1", SIDE, (), ("trunk-not-too-high",)),
    Photograph("partial-sit-up", "Otis-Up_1", SIDE, (), ("trunk-not-too-high",)),
    Photograph("partial-sit-up", "Sit-Up_1", SIDE, (), ("trunk-not-too-high",)),
    Photograph("partial-sit-up", "Crunch_-_Hands_Overhead_0", TURNED),
    Photograph("partial-sit-up", "Crunch_-_Hands_Overhead_1", TURNED),
]


@pytest.mark.parametrize("seen", SEEN, ids=lambda seen: f"{seen.exercise}:{seen.name}")
def test_a_photograph_is_judged_as_one_sees_it(seen):
    path = REAL / seen.exercise / f"{PHOTOGRAPHS}{seen.name}.jpg"
    result = formcheck.analyse(path, exercise=seen.exercise).document
    assert result.pose.frames_with_pose == 1
    assert result.view.seen in seen.views
    verdicts = {criterion.id: criterion.verdict for criterion in result.criteria}
    for criterion in seen.good:
        assert verdicts[criterion] == "good", criterion
    for criterion in seen.broken:
        assert verdicts[criterion] == "fault", criterion
    if seen.views != SIDE:
        assert set(verdicts.values()) == {"unknown"}
        assert any("side faces the camera" in problem for problem in result.set_up.problems)


@pytest.mark.parametrize(
    ("exercise", "clip", "repetitions", "verdict"),
    [
        ("push-up", f"{APP_CLIPS}fitness-pushup", 5, "good"),
        ("push-up", f"{APP_CLIPS}fitness-push-up-counter", 3, "good"),
        # Down and up three times; the last way up is cut off half-way.
        ("wall-squat", "tensorflow__tfjs-models__pose_squats", 3, "unknown"),
        ("wall-squat", f"{APP_CLIPS}fitness-squats", 4, "unknown"),
        # Small curl-ups that are dropped within half a second.
        ("partial-sit-up", f"{APP_CLIPS}fitness-sit-ups", 3, "fault"),
    ],
)
def test_a_clip_gives_the_repetitions_that_one_counts(exercise, clip, repetitions, verdict):
    found = formcheck.analyse(REAL / exercise / f"{clip}.mp4", exercise=exercise)
    assert found.summary.reps == repetitions
    assert found.summary.verdict == verdict


def test_bending_down_with_straight_knees_is_no_good_repetition_of_anything():
    clip = REAL / "toe-touch" / "leoneversberg__ergonomy_demo__webcam_trunk_bend.mp4"
    found = formcheck.analyse(clip, exercise="wall-squat")
    assert not any(rep.verdict == "good" for rep in found.reps)
    assert found.summary.verdict != "good"
