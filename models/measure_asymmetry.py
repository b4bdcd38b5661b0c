"""Measures by how much the heavy pose model is unlike its own mirror image.

    python -m models.measure_asymmetry MODEL FOLDER...

MODEL: "heavy" where it was downloaded, or the path of a bundle with it. FOLDER: searched for
recordings and photographs.

Half of what differs between what it says of a picture and of its mirror image, in the median over
all pictures, goes to formcheck/pose/blazepose/heavy_asymmetry.toml.
"""

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.blazepose.asymmetry import FILE, asymmetry_of_heavy, mirror_image
from formcheck.pose.blazepose.landmarker import BlazePoseDetector
from formcheck.pose.blazepose.model_file import find_model
from formcheck.pose.landmarks import LANDMARKS, SWAPPED
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame, Image
from models.pictures import pictures_in

Array = NDArray[np.float64]

GLANCES = 4
"""Pictures of each recording, spread over it."""

MOST_APART = 0.05
"""Of the body's longer side: where landmarks of both are further apart on average, one of them is
another body, or none."""


def halves(detector: BlazePoseDetector, image: Image) -> Array | None:
    """Half the difference to the mirror image, 33 × 3 metres.

    None where not the same body was found in both.
    """
    pose, other = (
        detector.estimate(Frame(np.ascontiguousarray(one), 0.0, 0))
        for one in (image, image[:, ::-1])
    )
    if not (pose.found and other.found) or _apart(pose, other) > MOST_APART:
        return None
    return np.asarray(pose.world - mirror_image(other.world), np.float64) / 2


def _apart(pose: Pose, other: Pose) -> float:
    back = mirror_image(other.landmarks) + np.array([other.width, 0, 0])
    low, high = pose.box
    apart = np.hypot(*(pose.landmarks - back)[:, :2].T).mean()
    return float(apart / (high - low).max())


HEAD = """\
# Metres (x, y, z) by which the heavy model's world points are off to one side; what is on the other
# side is off as in a mirror. Don't edit, run `python -m models.measure_asymmetry`.
"""


def as_toml(off: NDArray[np.floating]) -> str:
    """The file's text; off: 33 × 3 metres by which points are off, as a mirror changes them."""
    lines = [HEAD]
    for row, name in enumerate(LANDMARKS):
        if row <= SWAPPED[row]:
            lines.append(f"{name} = [{', '.join(f'{value:.4f}' for value in off[row])}]\n")
    return "".join(lines)


def main() -> None:
    """Measure over the folders on the command line."""
    with BlazePoseDetector(find_model(sys.argv[1])) as detector:
        images = (one for name in sys.argv[2:] for one in pictures_in(Path(name), GLANCES))
        found = (halves(detector, image) for image in images)
        known = [one for one in found if one is not None]
    left = np.median(known, axis=0)
    # Left and right are off as in a mirror: both say it. What was known is taken off already.
    off = asymmetry_of_heavy() + (left - mirror_image(left)) / 2
    FILE.write_text(as_toml(off), "utf-8")
    sys.stdout.write(f"{FILE.name}: {len(known)} pictures\n")


if __name__ == "__main__":
    main()
