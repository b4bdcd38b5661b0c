"""Between which heights the floor is, in a picture that shows nobody's start."""

from collections.abc import Mapping

from formcheck.measure.scale import scale_of
from formcheck.pose.landmarks import SIDES
from formcheck.pose.pose import Pose

FLOOR_MEASURES = ("ankle_height", "hip_height", "shoulder_height")
"""Heights, without side, of joints of which one is near the floor in every position: of who
stands, kneels or lies."""


def floor_between(pose: Pose, values: Mapping[str, float]) -> tuple[float, float]:
    """The least and the greatest height that the floor under a body may have.

    It is no higher than the lowest joint, and hardly lower than the picture, which ends there.

    values: FLOOR_MEASURES among them. In trunk lengths over mid-picture; NaN where none is seen.
    """
    heights = (values.get(f"{name}.{side}") for name in FLOOR_MEASURES for side in SIDES)
    known = [height for height in heights if height is not None and height == height]
    lowest = min(known, default=float("nan"))
    return min(lowest, -pose.height / 2 / scale_of(pose, None).trunk), lowest
