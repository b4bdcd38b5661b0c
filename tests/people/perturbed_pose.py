"""One pose, filmed otherwise."""

from dataclasses import replace
from math import hypot

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, SIDES, SWAPPED
from formcheck.pose.pose import Pose, Silhouette
from formcheck.pose.upright.upright import clockwise

LIMBS = (
    ("hip", "knee", ("knee", "ankle", "heel", "foot_index")),
    ("knee", "ankle", ("ankle", "heel", "foot_index")),
    ("shoulder", "elbow", ("elbow", "wrist", "pinky", "index", "thumb")),
    ("elbow", "wrist", ("wrist", "pinky", "index", "thumb")),
)
"""Segments of a limb: from which joint to which, and what moves with its end."""

UPPER_BODY = [
    row
    for name, row in INDEX.items()
    if not name.endswith(("hip", "knee", "ankle", "heel", "foot_index"))
]
"""What moves with the upper end of the trunk."""


def mirrored(pose: Pose) -> Pose:
    """Left is right."""
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


def placed(pose: Pose, zoom: float, right: float, down: float) -> Pose:
    """Smaller in the picture, and moved by shares of the room that this leaves."""
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


def sized(pose: Pose, times: float) -> Pose:
    """In a picture of so many times as many pixels each way."""
    seen, moved = pose.silhouette, pose.camera
    return replace(
        pose,
        width=round(times * pose.width),
        height=round(times * pose.height),
        landmarks=np.float32(times) * pose.landmarks,
        silhouette=seen and Silhouette(seen.mask, seen.scale / times),
        camera=replace(moved, right=times * moved.right, down=times * moved.down),
    )


def widened(pose: Pose, by_px: int) -> Pose:
    """In a picture that is wider by so much on either side."""
    landmarks = pose.landmarks.copy()
    landmarks[:, 0] += by_px
    seen = pose.silhouette
    if seen is not None:
        columns = round(by_px * seen.scale)
        seen = Silhouette(np.pad(seen.mask, ((0, 0), (columns, columns))), seen.scale)
    return replace(pose, width=pose.width + 2 * by_px, landmarks=landmarks, silhouette=seen)


def rolled(pose: Pose, degrees: float, *, told: bool) -> Pose:
    """By a camera that is rolled. told: whether the pose says so."""
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


def shifted(pose: Pose, by: NDArray[np.float64]) -> Pose:
    """Each landmark off by a share of the body's size."""
    if not pose.found:
        return pose
    metres = hypot(*np.ptp(pose.world[:, :2], axis=0))
    pixels = hypot(*np.ptp(pose.landmarks[:, :2], axis=0))
    return replace(
        pose,
        landmarks=(pose.landmarks + pixels * by).astype(np.float32),
        world=(pose.world + metres * by).astype(np.float32),
    )


def with_limbs(pose: Pose, arms: float, legs: float) -> Pose:
    """With arms and legs so many times as long."""
    landmarks, world = pose.landmarks.copy(), pose.world.copy()
    for before, after in ((pose.landmarks, landmarks), (pose.world, world)):
        for upper, lower, parts in LIMBS:
            times = legs if upper in ("hip", "knee") else arms
            for side in SIDES:
                segment = before[INDEX[f"{side}_{lower}"]] - before[INDEX[f"{side}_{upper}"]]
                rows = [INDEX[f"{side}_{part}"] for part in parts]
                after[rows] += np.float32(times - 1) * segment
    return replace(pose, landmarks=landmarks, world=world)


def turned(pose: Pose, degrees: float) -> Pose:
    """About the vertical through the middle of the hips, as deep as the model says."""
    hips = [INDEX[f"{side}_hip"] for side in SIDES]
    landmarks, world = pose.landmarks.copy(), pose.world.copy()
    middle = landmarks[hips, 0].mean()
    landmarks[:, 0] -= middle
    landmarks[:, [0, 2]] = clockwise(landmarks[:, [0, 2]], -degrees)
    landmarks[:, 0] += middle
    world[:, [0, 2]] = clockwise(world[:, [0, 2]], -degrees)
    return replace(pose, landmarks=landmarks, world=world)


def with_trunk(pose: Pose, times: float) -> Pose:
    """With a trunk so many times as long."""
    landmarks, world = pose.landmarks.copy(), pose.world.copy()
    for points in (landmarks, world):
        shoulders, hips = (
            np.mean([points[INDEX[f"{side}_{joint}"]] for side in SIDES], axis=0)
            for joint in ("shoulder", "hip")
        )
        points[UPPER_BODY] += np.float32(times - 1) * (shoulders - hips)
    return replace(pose, landmarks=landmarks, world=world)
