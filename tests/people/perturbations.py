"""Ways to film the same movement otherwise, after which the answer must be the same.

Each takes a whole track's poses and gives them as another camera, a faster or slower person, a
body of other proportions or a less sure pose model would have given them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import hypot
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.frames import SWAPPED
from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.pose import COUNT, Pose, Silhouette
from formcheck.pose.upright import clockwise

Poses = Sequence[Pose]
Perturbation = Callable[[Poses], list[Pose]]

LIMBS = (
    ("hip", "knee", ("knee", "ankle", "heel", "foot_index")),
    ("knee", "ankle", ("ankle", "heel", "foot_index")),
    ("shoulder", "elbow", ("elbow", "wrist", "pinky", "index", "thumb")),
    ("elbow", "wrist", ("wrist", "pinky", "index", "thumb")),
)
"""Segments of a limb: from which joint to which, and what moves with its end."""


def mirrored(poses: Poses) -> list[Pose]:
    """Seen in a mirror: left is right."""
    return [_mirrored(pose) for pose in poses]


def at_speed(poses: Poses, times: float) -> list[Pose]:
    """Done so many times as fast."""
    return [replace(pose, time_s=pose.time_s / times) for pose in poses]


def every_second(poses: Poses) -> list[Pose]:
    """Filmed with half as many pictures a second."""
    return list(poses[::2])


def begun_later(poses: Poses, seconds: float) -> list[Pose]:
    """The camera was switched on later."""
    first_s = poses[0].time_s + seconds
    return [replace(pose, time_s=pose.time_s - first_s) for pose in poses if pose.time_s >= first_s]


def ended_sooner(poses: Poses, seconds: float) -> list[Pose]:
    """The camera was switched off sooner."""
    last_s = poses[-1].time_s - seconds
    return [pose for pose in poses if pose.time_s <= last_s]


def placed(poses: Poses, zoom: float, right: float, down: float) -> list[Pose]:
    """Smaller in the picture, and elsewhere: moved by shares of the room that this leaves."""
    return [_placed(pose, zoom, right, down) for pose in poses]


def sized(poses: Poses, times: float) -> list[Pose]:
    """In pictures of so many times as many pixels each way."""
    return [_sized(pose, times) for pose in poses]


def widened(poses: Poses, share: float) -> list[Pose]:
    """In a picture that is wider by so much on either side."""
    return [_widened(pose, round(share * pose.width)) for pose in poses]


def rolled(poses: Poses, degrees: float, *, told: bool) -> list[Pose]:
    """By a camera that is rolled. told: whether the picture shows it."""
    return [_rolled(pose, degrees, told=told) for pose in poses]


def trembling(poses: Poses, share: float, seed: int = 1) -> list[Pose]:
    """Each landmark off by a share of the body's size, anew in each picture.

    In tracks of real people it is 0.0003 in the middle, and 0.0014 in nine of ten at most.
    """
    random = np.random.default_rng(seed)
    return [_shifted(pose, share * random.standard_normal((COUNT, 3))) for pose in poses]


def drifting(poses: Poses, share: float, seed: int = 2) -> list[Pose]:
    """Each landmark off by a share of the body's size, slowly to and fro."""
    random = np.random.default_rng(seed)
    turns = random.uniform(0, 2 * np.pi, (COUNT, 3))
    rates = 2 * np.pi / random.uniform(3, 8, (COUNT, 3))
    return [
        _shifted(pose, share * np.sqrt(2) * np.sin(turns + rates * pose.time_s)) for pose in poses
    ]


def with_limbs(poses: Poses, arms: float, legs: float) -> list[Pose]:
    """By somebody with arms and legs so many times as long."""
    return [_with_limbs(pose, arms, legs) for pose in poses]


def less_sure(poses: Poses, share: float) -> list[Pose]:
    """The pose model is less sure of each landmark."""
    return [replace(pose, visibility=pose.visibility * np.float32(1 - share)) for pose in poses]


PERTURBATIONS: Mapping[str, Perturbation] = MappingProxyType(
    {
        "mirrored": mirrored,
        "slower": partial(at_speed, times=0.85),
        "faster": partial(at_speed, times=1.2),
        "half-the-pictures": every_second,
        "begun-later": partial(begun_later, seconds=0.7),
        "ended-sooner": partial(ended_sooner, seconds=0.7),
        "smaller": partial(placed, zoom=0.8, right=0.6, down=-0.6),
        "half-the-pixels": partial(sized, times=0.5),
        "wider-picture": partial(widened, share=0.3),
        "rolled-and-told": partial(rolled, degrees=6, told=True),
        "rolled-clockwise": partial(rolled, degrees=6, told=False),
        "rolled-anticlockwise": partial(rolled, degrees=-6, told=False),
        "trembling": partial(trembling, share=0.003),
        "drifting": partial(drifting, share=0.01),
        "drifting-otherwise": partial(drifting, share=0.01, seed=3),
        "longer-limbs": partial(with_limbs, arms=1.05, legs=1.05),
        "shorter-limbs": partial(with_limbs, arms=0.95, legs=0.95),
        "less-sure": partial(less_sure, share=0.1),
    }
)
"""By name."""

CUT = ("begun-later", "ended-sooner")
"""Those after which less was done than before."""

AT_OTHER_SPEED = ("slower", "faster")
"""Those after which it took longer or less long."""


def _mirrored(pose: Pose) -> Pose:
    landmarks, world = pose.landmarks[SWAPPED], pose.world[SWAPPED]
    landmarks[:, 0] = pose.width - landmarks[:, 0]
    world[:, 0] *= -1
    seen = pose.silhouette
    camera = pose.camera
    return replace(
        pose,
        landmarks=landmarks,
        world=world,
        visibility=pose.visibility[SWAPPED],
        presence=pose.presence[SWAPPED],
        silhouette=seen and Silhouette(np.ascontiguousarray(seen.mask[:, ::-1]), seen.scale),
        roll=-pose.roll,
        camera=replace(camera, right=-camera.right, roll=-camera.roll),
    )


def _placed(pose: Pose, zoom: float, right: float, down: float) -> Pose:
    room = (1 - zoom) / 2
    middle = np.array([(0.5 + right * room) * pose.width, (0.5 + down * room) * pose.height])
    landmarks = zoom * pose.landmarks
    landmarks[:, :2] += middle - zoom * np.array([pose.width, pose.height]) / 2
    offset = np.array([pose.width, pose.height]) / 2 - middle / zoom
    silhouette = _resampled(pose.silhouette, np.eye(2) / zoom, offset)
    moved = pose.camera
    camera = replace(moved, right=zoom * moved.right, down=zoom * moved.down)
    return replace(
        pose, landmarks=landmarks.astype(np.float32), silhouette=silhouette, camera=camera
    )


def _sized(pose: Pose, times: float) -> Pose:
    seen, moved = pose.silhouette, pose.camera
    return replace(
        pose,
        width=round(times * pose.width),
        height=round(times * pose.height),
        landmarks=np.float32(times) * pose.landmarks,
        silhouette=seen and Silhouette(seen.mask, seen.scale / times),
        camera=replace(moved, right=times * moved.right, down=times * moved.down),
    )


def _widened(pose: Pose, by_px: int) -> Pose:
    landmarks = pose.landmarks.copy()
    landmarks[:, 0] += by_px
    seen = pose.silhouette
    if seen is not None:
        columns = round(by_px * seen.scale)
        seen = Silhouette(np.pad(seen.mask, ((0, 0), (columns, columns))), seen.scale)
    return replace(pose, width=pose.width + 2 * by_px, landmarks=landmarks, silhouette=seen)


def _rolled(pose: Pose, degrees: float, *, told: bool) -> Pose:
    middle = np.array([pose.width, pose.height]) / 2
    landmarks = pose.landmarks.copy()
    landmarks[:, :2] = clockwise(landmarks[:, :2] - middle, degrees) + middle
    back = clockwise(np.eye(2), -degrees).T
    moved = pose.camera
    right, down = clockwise(np.array([moved.right, moved.down]), degrees)
    return replace(
        pose,
        landmarks=landmarks,
        world=clockwise(pose.world, degrees).astype(np.float32),
        silhouette=_resampled(pose.silhouette, back, middle - back @ middle),
        roll=pose.roll + degrees if told else pose.roll,
        camera=replace(moved, right=float(right), down=float(down)),
    )


def _resampled(
    seen: Silhouette | None, back: NDArray[np.floating], offset: NDArray[np.floating]
) -> Silhouette | None:
    """A silhouette of a picture in which each pixel p shows what `back @ p + offset` showed."""
    if seen is None:
        return None
    rows, columns = np.indices(seen.mask.shape)
    here = (np.stack([columns, rows], axis=-1) + 0.5) / seen.scale
    there = np.floor((here @ back.T + offset) * seen.scale).astype(np.intp)
    x, y = there[..., 0], there[..., 1]
    inside = (x >= 0) & (x < seen.mask.shape[1]) & (y >= 0) & (y < seen.mask.shape[0])
    mask = np.zeros_like(seen.mask)
    mask[inside] = seen.mask[y[inside], x[inside]]
    return Silhouette(mask, seen.scale)


def _shifted(pose: Pose, by: NDArray[np.float64]) -> Pose:
    if not pose.found:
        return pose
    metres = hypot(*np.ptp(pose.world[:, :2], axis=0))
    pixels = hypot(*np.ptp(pose.landmarks[:, :2], axis=0))
    return replace(
        pose,
        landmarks=(pose.landmarks + pixels * by).astype(np.float32),
        world=(pose.world + metres * by).astype(np.float32),
    )


def _with_limbs(pose: Pose, arms: float, legs: float) -> Pose:
    landmarks, world = pose.landmarks.copy(), pose.world.copy()
    for before, after in ((pose.landmarks, landmarks), (pose.world, world)):
        for upper, lower, parts in LIMBS:
            times = legs if upper in ("hip", "knee") else arms
            for side in SIDES:
                segment = before[INDEX[f"{side}_{lower}"]] - before[INDEX[f"{side}_{upper}"]]
                rows = [INDEX[f"{side}_{part}"] for part in parts]
                after[rows] += np.float32(times - 1) * segment
    return replace(pose, landmarks=landmarks, world=world)
