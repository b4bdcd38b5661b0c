"""What no body does: joints that jump, and limbs that shrink.

Where a caption, a chair or the picture's edge hides a limb, the model invents one and is sure of
it. What it invents flits from frame to frame, and near the edge it is drawn short enough to stay
inside. Whoever moves with the camera, as in a pan or a zoom, moves as a whole and slowly.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.jumps import NO_JUMPS, Jumps
from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.plausibility import visible_landmarks
from formcheck.pose.pose import Floats, Pose
from formcheck.pose.running_median import RunningMedian
from formcheck.pose.shrunk_limbs import shrunk_limbs
from formcheck.pose.together import among

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

    found_again_s: float = 0.3
    """So long who was lost behind somebody isn't believed when found again: at first the model may
    draw half of the one in front. Of somebody at a wall it drew the knees bent 28 degrees further
    for two pictures (engineering; twice what those took)."""

    trunk_over: int = 300
    """Frames whose middle is the length of the trunk."""


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


JOINTS = (*TRUNK, *LIMBS)
"""All that may jump, as rows of left and right: BODY."""

BODY = [row for joint in JOINTS for row in pair(joint)]

OF_TRUNK = np.array([joint in TRUNK for joint in JOINTS for _ in SIDES])
"""Which of BODY are its trunk's."""

SHOULDERS, HIPS = (slice(2 * place, 2 * place + 2) for place in range(2))
"""Their places in BODY."""


class JumpWatch:
    """Notices joints that jump as no body can; state over the frames of a take.

    Left and right may change places: that is the model's other name for the same limb.
    """

    def __init__(self, settings: ImpossibleSettings = DEFAULTS) -> None:
        self._settings = settings
        self._take = 0
        self._begin()

    def _begin(self) -> None:
        self._before: Pose | None = None
        self._trunk = RunningMedian(self._settings.trunk_over)
        self._jumped_s: dict[tuple[str, int], float] = {}
        self._body_jump_s = self._found_again_s = -np.inf
        self._lost_behind = False

    def update(self, pose: Pose) -> Pose:
        """The next pose, with what isn't believed of it, so that nobody need look again."""
        if pose.take != self._take:
            self._take = pose.take
            self._begin()
        if not pose.found:
            self._before = None
            self._lost_behind = pose.covered
            return replace(pose, jumps=NO_JUMPS)
        if self._lost_behind:
            self._lost_behind, self._found_again_s = False, pose.time_s
        trunks, row = among(pose, trunks_px)
        self._follow(pose, self._trunk.update(trunks[row]))
        jumped = self._body_jump_s == pose.time_s
        return replace(pose, jumps=Jumps(self._doubted(pose), jumped))

    def _doubted(self, pose: Pose) -> NDArray[np.bool_]:
        doubted = np.zeros(len(pose.landmarks), np.bool_)
        doubted[:] = pose.time_s - self._found_again_s <= self._settings.found_again_s
        for (joint, side), since_s in self._jumped_s.items():
            if pose.time_s - since_s > self._settings.quiet_s:
                continue
            if joint in TRUNK:
                doubted[:] = True
                break
            doubted[[INDEX[f"{SIDES[side]}_{part}"] for part in LIMBS[joint]]] = True
        shrunk, row = among(pose, shrunk_limbs)
        for joint, side_name in shrunk[row]:
            doubted[[INDEX[f"{side_name}_{part}"] for part in LIMBS[joint]]] = True
        return doubted

    def _follow(self, pose: Pose, trunk: float) -> None:
        """Note what jumped since the pose before. trunk: its length in pixels."""
        before, self._before = self._before, pose
        settings = self._settings
        if before is None or not trunk > 0:
            return
        seconds = pose.time_s - before.time_s
        if not 0 < seconds <= settings.together_s:
            return
        of_trunk = max(settings.trunk_speed * seconds, settings.least_body_jump) * trunk
        of_limbs = max(settings.limb_speed * seconds, settings.least_jump) * trunk
        farthest = np.where(OF_TRUNK, of_trunk, of_limbs)
        earlier, now = before.landmarks[BODY, :2], pose.landmarks[BODY, :2]
        if not (np.hypot(*(now - earlier).T) > farthest).any():
            return  # Under the other name of the same limb it moved less still.
        jumped = moved_px(earlier, now) > farthest
        if not jumped.any():
            return
        seen = visible_landmarks(pose) & visible_landmarks(before)
        for place in np.flatnonzero(jumped & seen[BODY]).tolist():
            self._note(JOINTS[place // 2], place % 2, pose.time_s)

    def _note(self, joint: str, side: int, time_s: float) -> None:
        since_s = max(self._jumped_s.get((one, at), -np.inf) for one in TRUNK for at in (0, 1))
        if joint in TRUNK and time_s - since_s > self._settings.quiet_s:
            self._body_jump_s = time_s
        self._jumped_s[joint, side] = time_s


def believed(pose: Pose) -> Pose:
    """A pose in which what isn't believed has no visibility."""
    if pose.jumps is None or not pose.jumps.doubted.any():
        return pose
    return replace(pose, visibility=np.where(pose.jumps.doubted, np.float32(0), pose.visibility))


def trunks_px(poses: Sequence[Pose]) -> list[float]:
    """How long the trunk of each would be in the picture if it lay across it.

    From the world landmarks: how large the body is drawn says how many pixels a metre has.
    """
    drawn = np.array([pose.landmarks[BODY, :2] for pose in poses], np.float64)
    world = np.array([pose.world[BODY] for pose in poses], np.float64)
    across, spread = _spread(drawn), _spread(world[..., :2])
    trunk = (world[:, SHOULDERS] - world[:, HIPS]).sum(axis=1) / len(SIDES)
    lengths: list[float] = (across / spread * np.linalg.norm(trunk, axis=-1)).tolist()
    return lengths


def _spread(points: Array) -> Array:
    """How far points are apart, N × P × 2: the norm of what they are off their middle."""
    off = points - points.sum(axis=1, keepdims=True) / points.shape[1]
    return np.asarray(np.sqrt((off * off).sum(axis=(1, 2))))


def moved_px(before: Floats, now: Floats) -> Array:
    """How far each of so many pairs of joints moved, under the names that move a pair less.

    before, now: places of left and right in turn.
    """
    pairs = now.reshape(-1, 2, 2)
    earlier = before.reshape(-1, 2, 2)
    straight, swapped = (
        np.hypot(moved[..., 0], moved[..., 1])
        for moved in (pairs - earlier, pairs - earlier[:, ::-1])
    )
    changed = swapped.max(axis=1) < straight.max(axis=1)
    return np.asarray(np.where(changed[:, None], swapped, straight).ravel(), np.float64)
