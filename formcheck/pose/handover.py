"""Poses of a recording that was looked at in parts, as if one had looked at all of it."""

from dataclasses import dataclass, replace

import numpy as np

from formcheck.pose.people.people import COMPARED
from formcheck.pose.pose import Pose
from formcheck.video.camera_motion import STILL, CameraMotion


@dataclass(frozen=True)
class HandoverSettings:
    """When two looks at one picture say the same.

    apart: share of the body's length by which the joints may lie apart on average: ten pictures
        after it was begun anew the model agrees within 0.003; another person, or a body that is
        found the wrong way round, is further off than a tenth.
    """

    apart: float = 0.05


DEFAULTS = HandoverSettings()


def agree(before: Pose, after: Pose, settings: HandoverSettings = DEFAULTS) -> bool:
    """Whether two poses of one picture, found in two parts, are one body's, or nobody's."""
    if before.found != after.found or before.covered != after.covered:
        return False
    if not (before.camera.known and after.camera.known):
        return False
    if not before.found:
        return True
    low, high = before.box
    apart = before.landmarks[COMPARED, :2] - after.landmarks[COMPARED, :2]
    limit = settings.apart * float((high - low).max())
    return bool(np.linalg.norm(apart, axis=1).mean() <= limit)


@dataclass(frozen=True)
class Handover:
    """What was different for a part that began later.

    take: what is added to the number of its takes. within: its take that goes on from the part
    before. camera, of_part: how the camera had moved at the handover by the part before, and by
    the part itself.
    """

    take: int = 0
    within: int = 0
    camera: CameraMotion = STILL
    of_part: CameraMotion = STILL

    @classmethod
    def between(cls, before: Pose, after: Pose) -> "Handover":
        """Of two poses of one picture. before: as it stands. after: as the later part has it."""
        return cls(before.take - after.take, after.take, before.camera, after.camera)

    def carry(self, pose: Pose) -> Pose:
        """A pose of the later part as it would stand in the whole."""
        take = pose.take + self.take
        if pose.take != self.within or self.camera == self.of_part:
            return pose if take == pose.take else replace(pose, take=take)
        known = pose.camera.known
        camera = replace(_after(self.camera, self.of_part, pose.camera), known=known)
        # Upright things lean in the picture as they do, whichever picture is the first.
        return replace(pose, take=take, camera=camera, roll=pose.lean - camera.roll)


def _after(camera: CameraMotion, of_part: CameraMotion, later: CameraMotion) -> CameraMotion:
    """How a camera has moved that had moved so until the part's own handover, and then went on.

    A movement turns and enlarges about the picture's middle and then shifts: p → a · p + b.
    """
    first, own, then = (_turn(one) for one in (camera, of_part, later))
    turn = then / own * first
    own_shift = complex(of_part.right, of_part.down)
    shift = then / own * (complex(camera.right, camera.down) - own_shift)
    shift += complex(later.right, later.down)
    return CameraMotion(
        right=shift.real,
        down=shift.imag,
        roll=float(np.degrees(np.angle(turn))),
        zoom=abs(turn),
    )


def _turn(camera: CameraMotion) -> complex:
    """With down along the imaginary axis, a positive angle is clockwise, as a roll is."""
    return complex(camera.zoom * np.exp(1j * np.radians(camera.roll)))
