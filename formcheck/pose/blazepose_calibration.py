"""How BlazePose GHUM places and scores its landmarks; measured with the full model.

Heavy is the same design with more weights, and places them alike; what is learnt of landmarks is
learnt of each.
"""

from dataclasses import replace
from typing import Final

from formcheck.pose.calibration import Calibration

FULL: Final = Calibration(
    model="BlazePose GHUM full",
    # The landmarker's own drawing uses the same two numbers.
    visibility=0.5,
    presence=0.5,
    # Near arms have 1.0. Of the raised far arms in rendered bird dogs those below were wrong by 40°
    # in two of five, those above in none of six.
    sure_visibility=0.8,
    # Behind a table: 0.05 to 0.72.
    leg_visibility=0.75,
    # Least in 316 pictures of people: 0.59; median over what was found in 139 pictures without
    # one: 0.58.
    mean_visibility=0.55,
    # Least in pictures of people: 0.90, and 0.42 where only head and shoulders show.
    mean_presence=0.4,
    # Least in pictures of people: 0.98, head and shoulders included; a quarter of what was found
    # where nobody was stays below 0.97.
    shoulder_visibility=0.9,
    # Head and shoulders alone are 13.
    fewest_landmarks=8,
    # The model works on 256 pixels, so it would be shown less than a sixth of what it was trained
    # on (engineering).
    smallest_body_px=40,
    # Found: 0.29 to 0.58.
    trunk_m=(0.2, 0.9),
    # Wide, since the model shortens what points at the camera: found in videos of people, 0.22 to
    # 1.43.
    segment_ratio=(0.2, 2.5),
    # 0.99 to 1.11 in eight rendered clips of three bodies.
    arm_to_trunk=1.08,
    # A sixth to both sides of what was found (engineering): further off an elbow was misplaced.
    believed_arm_to_trunk=(0.9, 1.25),
    # 0.33 to 0.44 in 28 rendered clips.
    ear_to_trunk=0.40,
)

HEAVY: Final = replace(
    FULL,
    model="BlazePose GHUM heavy",
    # It is less sure of what it sees. In random films for learning and choosing, from the side, 83
    # of 100 knees have this much and are drawn 6.4 degrees off, 64 elbows and 11.8; of full's 76
    # knees have 0.5 and are 7.2 off, 53 elbows and 11.9. In a sample clip the near knee that is
    # plain to see has 0.12 to 0.41.
    visibility=0.1,
    # Elbows with so much are 9.2 to 9.9 degrees off, those with 0.8 by full 9.7.
    sure_visibility=0.4,
    # 86 of 100 people who don't sit at a desk have it, 87 have 0.75 by full.
    leg_visibility=0.3,
    # Least in 559 pictures of people: 0.475.
    mean_visibility=0.42,
)


def calibration_of(model: str) -> Calibration:
    """How a model places and scores landmarks: lite, and one of one's own, as full does.

    model: full, lite, heavy or custom.
    """
    return HEAVY if model == "heavy" else FULL
