"""How a pose model places and scores landmarks, as numbers.

Models draw the same joint in different places and are sure of themselves in different ways. What
judges poses takes these numbers from the pose, and knows no model.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self

Span = tuple[float, float]
"""The least and the most."""


@dataclass(frozen=True)
class Calibration:
    """What must be known of a pose model to believe its landmarks and to measure by them.

    model: its name; what is learnt of one model's poses holds for no other.
    visibility, presence: from which a landmark counts as seen.
    sure_visibility: from which even the angle at a far elbow can be believed.
    leg_visibility: of the surer ankle, from which a body's legs are there and not behind a table.
    mean_visibility, mean_presence: of the landmarks inside the frame, least for a person.
    shoulder_visibility: of the better seen shoulder, least for a person.
    fewest_landmarks: inside the frame, for a person.
    smallest_body_px: longer side of the box round all landmarks, least for a person.
    trunk_m: metres between the middles of shoulders and hips in world landmarks, for a person.
    segment_ratio: length of a limb's segment over the trunk in world landmarks, in units of the
        ratio that bodies have, for a person.
    arm_to_trunk: shoulder to wrist of a straight arm over hips to shoulders, in the picture.
    believed_arm_to_trunk: within which the ratio that a person shows is taken for theirs.
    ear_to_trunk: ear to shoulder over hip to shoulder of who sits or stands, in the picture.
    """

    model: str
    visibility: float
    presence: float
    sure_visibility: float
    leg_visibility: float
    mean_visibility: float
    mean_presence: float
    shoulder_visibility: float
    fewest_landmarks: int
    smallest_body_px: float
    trunk_m: Span
    segment_ratio: Span
    arm_to_trunk: float
    believed_arm_to_trunk: Span
    ear_to_trunk: float

    def with_saved(self, numbers: Mapping[str, Any]) -> Self:
        """The same with the numbers of another, as JSON gives them back.

        What another version of the program knew more or less of is left as it is here. Raises
        TypeError or ValueError where something is no number.
        """
        changed: dict[str, Any] = {
            field.name: _like(getattr(self, field.name), numbers[field.name])
            for field in fields(self)
            if field.name in numbers
        }
        return replace(self, **changed)


def _like(known: float | str | Span, saved: Any) -> float | str | Span:
    if isinstance(known, tuple):
        least, most = saved
        return float(least), float(most)
    return type(known)(saved)
