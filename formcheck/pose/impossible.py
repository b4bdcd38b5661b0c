"""What no body does: joints that jump, and limbs that shrink at the picture's edge.

Where a caption, a chair or the picture's edge hides a limb, the model invents one and is sure of
it. What it invents flits from frame to frame, and near the edge it is drawn short enough to stay
inside. Whoever moves with the camera, as in a pan or a zoom, moves as a whole and slowly.
"""

from collections import deque
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.plausibility import visible_landmarks
from formcheck.pose.pose import Floats, Pose

Array = NDArray[np.float64]


@dataclass(frozen=True)
class ImpossibleSettings:
    """What a body can't do. Lengths are in trunk lengths, as the person shows them."""

    trunk_speed: float = 5.0
    """Of shoulders and hips, a second, from which the whole body jumps."""

    least_body_jump: float = 0.35
    """Shorter ones of the trunk are none: the quickest of real people were 0.24 long, the one of
    a body under a caption 0.48 to 0.71."""

    limb_speed: float = 8.0
    """Of elbows, wrists, knees and ankles, a second, from which the limb jumps."""

    least_jump: float = 0.2
    """Shorter jumps are trembling, however quick."""

    together_s: float = 0.25
    """Pictures further apart don't show how a joint went from one place to the other."""

    quiet_s: float = 0.7
    """So long after a jump the joint is not believed: an invented limb jumps again by then."""


DEFAULTS = ImpossibleSettings()

LIMBS: dict[str, tuple[str, ...]] = {
    "elbow": ("elbow", "wrist", "pinky", "index", "thumb"),
    "wrist": ("wrist", "pinky", "index", "thumb"),
    "knee": ("knee", "ankle", "heel", "foot_index"),
    "ankle": ("ankle", "heel", "foot_index"),
}
"""What can't be believed once a joint has jumped."""

TRUNK = ("shoulder", "hip")


def pair(joint: str) -> list[int]:
    """The rows of the left and the right joint."""
    return [INDEX[f"{side}_{joint}"] for side in SIDES]


BODY = [row for joint in (*TRUNK, "elbow", "wrist", "knee", "ankle") for row in pair(joint)]


class JumpWatch:
    """Notices joints that jump as no body can; state over the frames of one take.

    Left and right may change places: that is the model's other name for the same limb.

    body_jumps_s: when the whole body jumped; several jumps in a row are one.
    """

    def __init__(self, settings: ImpossibleSettings = DEFAULTS) -> None:
        self._settings = settings
        self._before: Pose | None = None
        self._trunks: deque[float] = deque(maxlen=300)
        self._jumped_s: dict[tuple[str, int], float] = {}
        self.body_jumps_s: list[float] = []

    def update(self, pose: Pose) -> Pose:
        """The next pose, where what jumped a moment ago has no visibility."""
        if not pose.found:
            self._before = None
            return pose
        self._trunks.append(trunk_px(pose))
        self._follow(pose)
        doubted = self._doubted(pose)
        if not doubted.any():
            return pose
        return replace(pose, visibility=np.where(doubted, np.float32(0), pose.visibility))

    def _doubted(self, pose: Pose) -> NDArray[np.bool_]:
        doubted = np.zeros(len(pose.landmarks), np.bool_)
        for (joint, side), since_s in self._jumped_s.items():
            if pose.time_s - since_s > self._settings.quiet_s:
                continue
            if joint in TRUNK:
                doubted[:] = True
                break
            doubted[[INDEX[f"{SIDES[side]}_{part}"] for part in LIMBS[joint]]] = True
        return doubted

    def _follow(self, pose: Pose) -> None:
        before, self._before = self._before, pose
        settings, trunk = self._settings, float(np.median(self._trunks))
        if before is None or not trunk > 0:
            return
        seconds = pose.time_s - before.time_s
        if not 0 < seconds <= settings.together_s:
            return
        seen = visible_landmarks(pose) & visible_landmarks(before)
        kinds = (
            (TRUNK, settings.trunk_speed, settings.least_body_jump),
            (tuple(LIMBS), settings.limb_speed, settings.least_jump),
        )
        for joints, speed, least_jump in kinds:
            least = max(speed * seconds, least_jump) * trunk
            for joint in joints:
                rows = pair(joint)
                moved = moved_px(before.landmarks[rows, :2], pose.landmarks[rows, :2])
                for side in range(2):
                    if seen[rows[side]] and moved[side] > least:
                        self._note(joint, side, pose.time_s)

    def _note(self, joint: str, side: int, time_s: float) -> None:
        since_s = max(self._jumped_s.get((one, at), -np.inf) for one in TRUNK for at in (0, 1))
        if joint in TRUNK and time_s - since_s > self._settings.quiet_s:
            self.body_jumps_s.append(time_s)
        self._jumped_s[joint, side] = time_s


def trunk_px(pose: Pose) -> float:
    """How long the trunk would be in the picture if it lay across it.

    From the world landmarks: how large the body is drawn says how many pixels a metre has.
    """
    drawn, world = (points[BODY, :2] for points in (pose.landmarks, pose.world))
    spread = np.linalg.norm(drawn - drawn.mean(axis=0)) / np.linalg.norm(world - world.mean(axis=0))
    shoulders, hips = (pose.world[pair(joint)].mean(axis=0) for joint in TRUNK)
    return float(spread * np.linalg.norm(shoulders - hips))


def moved_px(before: Floats, now: Floats) -> Array:
    """How far the left and the right joint moved, under the names that move them less."""
    straight = np.hypot(*(now - before).T)
    swapped = np.hypot(*(now - before[::-1]).T)
    return np.asarray(swapped if swapped.max() < straight.max() else straight, np.float64)
