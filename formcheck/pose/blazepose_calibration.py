"""How BlazePose GHUM places and scores its landmarks; measured with the full model."""

from typing import Final

from formcheck.pose.calibration import Calibration

BLAZEPOSE: Final = Calibration(
    model="BlazePose GHUM full",
    # The landmarker's own drawing uses the same two numbers.
    visibility=0.5,
    presence=0.5,
    # Near arms have 1.0. Of the raised far arms in rendered bird dogs those below were wrong by 40°
    # in two of five, those above in none of six.
    sure_visibility=0.8,
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
