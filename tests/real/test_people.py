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
    """What one sees in a picture.

    views: those that it may be taken for. good, broken: criteria that can be seen to be met or
    broken; others are not asserted. folder: where it lies, if not by the exercise it is judged as.
    half_seen: broken ones that may be told or left open, since the camera stands askew. hard: those
    that are met or broken to the eye, and which the program may leave open, by what they are.
    """

    exercise: str
    name: str
    views: tuple[str, ...]
    good: tuple[str, ...] = ()
    broken: tuple[str, ...] = field(default=())
    folder: str = ""
    half_seen: tuple[str, ...] = ()
    hard: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return REAL / (self.folder or self.exercise) / f"{PHOTOGRAPHS}{self.name}.jpg"


SIDE, TURNED = ("side",), ("three-quarter", "end-on")

ON_ALL_FOURS = ("arms-straight", "hands-under-shoulders", "knees-under-hips")
FOLDED = ("hips-to-heels", "head-down")
STRETCHED = ("raised-knee-straight", "leg-raised")
STRAIGHT = ("raised-knee-straight",)
NO_WALL = ("back-on-wall", "knees-behind-toes")
BOTH_LEGS = ("one-leg-only", "lift-height", "other-knee-bent")
BRIDGED = ("hips-up", "not-over-arched", "knees-bent")

SEEN = [
    # The body is one line, the arms are straight or bent to the floor.
    Photograph("push-up", "Decline_Push-Up_0", SIDE, ("body-straight", "full-lockout")),
    Photograph("push-up", "Decline_Push-Up_1", SIDE, ("body-straight", "deep-enough")),
    Photograph("push-up", "Incline_Push-Up_0", SIDE, ("body-straight", "deep-enough")),
    Photograph("push-up", "Incline_Push-Up_1", SIDE, ("body-straight", "full-lockout")),
    # A forearm plank: straight, and no push-up's start position.
    Photograph("push-up", "Plank_1", SIDE, ("body-straight", "neck-neutral")),
    # Taken from ahead, obliquely, and well done: nothing may be told against it.
    Photograph("push-up", "Pushups_0", TURNED),
    Photograph("push-up", "Pushups_1", TURNED),
    Photograph("push-up", "Push-Ups_-_Close_Triceps_Position_0", TURNED),
    Photograph("push-up", "Push-Ups_-_Close_Triceps_Position_1", TURNED),
    # Free squats, half turned or facing the camera, leaning forward without a wall.
    Photograph("wall-squat", "Bodyweight_Squat_0", ("front",), half_seen=NO_WALL),
    Photograph("wall-squat", "Bodyweight_Squat_1", ("front",), half_seen=NO_WALL),
    Photograph("wall-squat", "Barbell_Squat_1", TURNED, half_seen=NO_WALL),
    Photograph("wall-squat", "Barbell_Full_Squat_1", TURNED, half_seen=NO_WALL),
    Photograph("wall-squat", "Freehand_Jump_Squat_0", TURNED, half_seen=NO_WALL),
    Photograph("wall-squat", "Sit_Squats_1", (*TURNED, "front")),
    Photograph("wall-squat", "Weighted_Squat_1", TURNED, half_seen=NO_WALL),
    # All fours, hands under shoulders, knees under hips.
    Photograph("bird-dog", "Hip_Circles_prone_0", SIDE, ("hands-under-shoulders",)),
    Photograph("bird-dog", "Rear_Leg_Raises_0", SIDE, ("knees-under-hips",)),
    # A straight leg, lifted far over the back's line. That no arm is raised can't be told from the
    # landmarks, since the far arm is hidden by the near one.
    # What is learnt says 26 degrees of at most 20, give or take 8, which is left open; drawn it is
    # 31, and drawn legs of films for choosing are 5 too high.
    Photograph(
        "bird-dog", "Rear_Leg_Raises_1", SIDE, ("leg-straight",), hard={"leg-level": "fault"}
    ),
    # A leg kicked up with a right angle at the knee.
    Photograph("bird-dog", "Glute_Kickback_1", SIDE, (), ("leg-straight",)),
    # Lying with bent knees, shoulders down or lifted a little.
    Photograph("partial-sit-up", "Crunches_0", SIDE, ("knees-bent",)),
    Photograph("partial-sit-up", "Crunches_1", SIDE, ("knees-bent",)),
    Photograph("partial-sit-up", "Janda_Sit-Up_0", SIDE, ("knees-bent",)),
    Photograph("partial-sit-up", "Sit-Up_0", SIDE, ("knees-bent",)),
    Photograph("partial-sit-up", "3_4_Sit-Up_0", SIDE, hard={"knees-bent": "good"}),
    # Sitting all the way up.
    Photograph("partial-sit-up", "3_4_Sit-Up_1", SIDE, (), ("trunk-not-too-high",)),
    Photograph("partial-sit-up", "Janda_Sit-Up_1", SIDE, (), ("trunk-not-too-high",)),
    Photograph("partial-sit-up", "Otis-Up_1", SIDE, (), ("trunk-not-too-high",)),
    Photograph("partial-sit-up", "Sit-Up_1", SIDE, (), ("trunk-not-too-high",)),
    Photograph("partial-sit-up", "Crunch_-_Hands_Overhead_0", TURNED),
    Photograph("partial-sit-up", "Crunch_-_Hands_Overhead_1", TURNED),
    # All fours, arms and thighs near upright; the second is rounded up, on hands a little ahead.
    # How far it is rounded needs the person's own level back, which a picture doesn't show.
    Photograph("cat-stretch", "All_Fours_Quad_Stretch_0", SIDE, ON_ALL_FOURS),
    Photograph("cat-stretch", "Cat_Stretch_0", SIDE, ON_ALL_FOURS),
    Photograph("cat-stretch", "Cat_Stretch_1", SIDE, ("arms-straight", "knees-under-hips")),
    # Sitting on the heels, head down: arms stretched out, then bent beside the head.
    Photograph("childs-pose", "Childs_Pose_0", SIDE, (*FOLDED, "arms-forward")),
    Photograph(
        "childs-pose",
        "Childs_Pose_1",
        SIDE,
        # The hips are drawn at 37 degrees and told as 53 ± 25: it may be on the way down.
        hard={"hips-to-heels": "good", "head-down": "good", "arms-forward": "fault"},
    ),
    # A leg held up straight, by the hands or a strap; and with its knee bent.
    Photograph("hamstring-stretch", "90_90_Hamstring_1", SIDE, STRETCHED),
    Photograph("hamstring-stretch", "Leg-Up_Hamstring_Stretch_1", SIDE, STRETCHED),
    Photograph("hamstring-stretch", "Hamstring_Stretch_1", SIDE, STRETCHED),
    Photograph(
        "hamstring-stretch", "Hamstring_Stretch_0", SIDE, hard={"raised-knee-straight": "fault"}
    ),
    # The thigh upright, the shin level: on the way, neither at rest nor at the furthest point.
    Photograph("hamstring-stretch", "90_90_Hamstring_0", SIDE),
    Photograph("hamstring-stretch", "Leg-Up_Hamstring_Stretch_0", SIDE),
    # A leg upright instead of a hand's breadth up, the other one straight.
    Photograph(
        "leg-raise",
        "90_90_Hamstring_1",
        SIDE,
        ("raised-knee-straight",),
        ("lift-height", "other-knee-bent"),
    ),
    # Scissors: both legs straight, one of them higher.
    Photograph("leg-raise", "Scissor_Kick_0", SIDE, STRAIGHT, ("other-knee-bent",)),
    Photograph("leg-raise", "Scissor_Kick_1", SIDE, STRAIGHT, ("other-knee-bent",)),
    # On a bench that stands askew, both legs straight and lifted.
    Photograph("leg-raise", "Flat_Bench_Lying_Leg_Raise_0", TURNED, half_seen=BOTH_LEGS),
    Photograph("leg-raise", "Flat_Bench_Lying_Leg_Raise_1", TURNED, half_seen=BOTH_LEGS),
    # Bridges: hips down, hips up in line, with both feet on the floor or one.
    Photograph("pelvic-tilt", "Butt_Lift_Bridge_0", SIDE, ("knees-bent",)),
    Photograph("pelvic-tilt", "Pelvic_Tilt_Into_Bridge_0", SIDE, ("knees-bent",)),
    Photograph("bridge", "Butt_Lift_Bridge_1", SIDE, BRIDGED, (), "pelvic-tilt"),
    Photograph("bridge", "Pelvic_Tilt_Into_Bridge_1", SIDE, BRIDGED, (), "pelvic-tilt"),
    Photograph("bridge", "Single_Leg_Glute_Bridge_1", SIDE, BRIDGED, (), "pelvic-tilt"),
    # Face to the camera, the top leg pulled up to the vertical.
    Photograph("side-leg-lift", "Side_Lying_Groin_Stretch_1", ("front",), (), ("lift-height",)),
    # Down to the toes, the knees straight; they are measured as bent by 16 degrees, give or take
    # 12, and by 30 they would be bent.
    Photograph(
        "safe-lift",
        "Standing_Toe_Touches_1",
        SIDE,
        folder="toe-touch",
        hard={"bend-the-knees": "fault"},
    ),
    # Lifting loads half turned or facing the camera: nothing can be judged.
    Photograph("safe-lift", "Axle_Deadlift_0", TURNED),
    Photograph("safe-lift", "Barbell_Deadlift_0", TURNED),
    Photograph("safe-lift", "Barbell_Deadlift_1", ("front",)),
    Photograph("safe-lift", "Deficit_Deadlift_0", TURNED),
    Photograph("safe-lift", "Keg_Load_0", TURNED),
    Photograph("safe-lift", "Keg_Load_1", TURNED),
    Photograph("safe-lift", "Sandbag_Load_0", TURNED),
    Photograph("safe-lift", "Sandbag_Load_1", TURNED),
    Photograph("safe-lift", "Stiff-Legged_Barbell_Deadlift_0", TURNED),
    Photograph("safe-lift", "Stiff-Legged_Dumbbell_Deadlift_1", TURNED),
    Photograph("safe-lift", "Sumo_Deadlift_0", TURNED),
]

NOT_DONE = [
    # On a chair, bending sideways, instead of on the floor, turning.
    ("seated-twist", "seated-twist", "Spinal_Stretch_0"),
    ("seated-twist", "seated-twist", "Spinal_Stretch_1"),
    # Lying on the side without lifting a leg.
    ("side-leg-lift", "side-leg-lift", "Side-Lying_Floor_Stretch_0"),
    ("side-leg-lift", "side-leg-lift", "Side-Lying_Floor_Stretch_1"),
    # Standing upright, the feet outside the picture.
    ("safe-lift", "toe-touch", "Standing_Toe_Touches_0"),
    # Bent over one foot, half turned.
    ("safe-lift", "toe-touch", "Runners_Stretch_1"),
    ("safe-lift", "toe-touch", "Standing_Hamstring_and_Calf_Stretch_0"),
    # Facing the camera, upright; the side is what can be judged.
    ("desk-sitting", "desk-sitting", "Spinal_Stretch_0"),
    # A heavy stone, half turned, an arm behind the leg.
    ("safe-lift", "safe-lift", "Atlas_Stones_0"),
]


@pytest.mark.parametrize("seen", SEEN, ids=lambda seen: f"{seen.exercise}:{seen.name}")
def test_a_photograph_is_judged_as_one_sees_it(seen: Photograph) -> None:
    result = formcheck.analyse(seen.path, exercise=seen.exercise).document
    assert result.pose.frames_with_pose == 1
    assert result.view.seen in seen.views
    verdicts = {criterion.id: criterion.verdict for criterion in result.criteria}
    for criterion in seen.good:
        assert verdicts[criterion] == "good", criterion
    for criterion in seen.broken:
        assert verdicts[criterion] == "fault", criterion
    for criterion, verdict in seen.hard.items():
        assert verdicts[criterion] in ("unknown", verdict), criterion
    if not seen.good and not seen.broken and seen.views != SIDE:
        assert result.summary.verdict != "good"
        faults = {criterion for criterion, verdict in verdicts.items() if verdict == "fault"}
        assert faults <= set(seen.half_seen)
        assert not any(verdicts[criterion] == "good" for criterion in seen.half_seen)
        assert any("side faces the camera" in problem for problem in result.set_up.problems)


@pytest.mark.parametrize(("exercise", "folder", "name"), NOT_DONE)
def test_what_is_not_the_exercise_gets_no_verdict(exercise: str, folder: str, name: str) -> None:
    path = REAL / folder / f"{PHOTOGRAPHS}{name}.jpg"
    result = formcheck.analyse(path, exercise=exercise).document
    assert result.summary.verdict == "unknown"
    assert {criterion.verdict for criterion in result.criteria} == {"unknown"}


@pytest.mark.parametrize(
    ("exercise", "clip", "repetitions", "verdict"),
    [
        # Well done, but for a head that hangs a little: too near its limit to tell.
        ("push-up", f"{APP_CLIPS}fitness-pushup", 5, "unknown"),
        ("push-up", f"{APP_CLIPS}fitness-push-up-counter", 3, "good"),
        # Down and up three times; the last way up is cut off half-way.
        # Half turned, without a wall, which is plain to see.
        ("wall-squat", "tensorflow__tfjs-models__pose_squats", 3, "fault"),
        ("wall-squat", f"{APP_CLIPS}fitness-squats", 4, "unknown"),
        # Small curl-ups that are dropped within half a second.
        ("partial-sit-up", f"{APP_CLIPS}fitness-sit-ups", 3, "fault"),
    ],
)
def test_a_clip_gives_the_repetitions_that_one_counts(
    exercise: str, clip: str, repetitions: int, verdict: str
) -> None:
    found = formcheck.analyse(REAL / exercise / f"{clip}.mp4", exercise=exercise)
    assert found.summary.reps == repetitions
    assert found.summary.verdict == verdict


def test_bending_down_with_straight_knees_is_no_good_repetition_of_anything() -> None:
    clip = REAL / "toe-touch" / "leoneversberg__ergonomy_demo__webcam_trunk_bend.mp4"
    found = formcheck.analyse(clip, exercise="wall-squat")
    assert not any(rep.verdict == "good" for rep in found.reps)
    assert found.summary.verdict != "good"


@pytest.mark.parametrize(
    ("exercise", "folder", "clip", "warned"),
    [
        # Both legs lifted, three times, from lying flat.
        ("double-leg-lift", "leg-raise", "fitness-leg-raises", "Double leg lift"),
        # Legs and trunk lifted at once: not a sit-up from bent knees, but told about all the same.
        ("full-sit-up", "other", "fitness-v-ups", "Full sit-up"),
    ],
)
def test_a_movement_to_avoid_is_advised_against(
    exercise: str, folder: str, clip: str, warned: str
) -> None:
    found = formcheck.analyse(REAL / folder / f"{APP_CLIPS}{clip}.mp4", exercise=exercise).document
    assert found.summary.verdict != "good"
    assert any(text.startswith(warned) for text in found.warnings)


def test_three_bridges_with_lifted_hips_are_good_bridges() -> None:
    clip = REAL / "pelvic-tilt" / f"{APP_CLIPS}fitness-glute-bridge.mp4"
    found = formcheck.analyse(clip, exercise="bridge").document
    verdicts = {criterion.id: criterion.verdict for criterion in found.criteria}
    assert found.summary.reps >= 3
    assert verdicts["hips-up"] == "good"


def test_hips_that_stick_up_in_a_plank_are_told() -> None:
    """The person pikes twice between stretches of a straight forearm plank."""
    clip = REAL / "push-up" / f"{APP_CLIPS}fitness-plank-timer.mp4"
    found = formcheck.analyse(clip, exercise="plank").document
    (straight,) = (one for one in found.criteria if one.id == "body-straight")
    assert straight.verdict == "fault"
    assert straight.worst is not None
    assert straight.worst > 200


def test_a_second_of_slouching_at_a_desk_is_no_fault() -> None:
    """Upright for six seconds, but for half a second and a bit more than one."""
    name = "itakurah__Sitting-Posture-Detection-YOLOv5__sitting_all.mp4"
    found = formcheck.analyse(REAL / "desk-sitting" / name, exercise="desk-sitting")
    assert found.summary.verdict != "unknown"
    assert not found.reps
