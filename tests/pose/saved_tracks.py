"""Tracks of made-up poses."""

from pathlib import Path

import numpy as np

from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from tests.pose.poses import random_pose


def saved(path: Path, poses: list[Pose]) -> Path:
    with PoseTrackWriter(path, model="full", source="clip.mp4", rotation=90) as writer:
        for pose in poses:
            writer.write(pose)
    return path


def some_poses(count: int = 200) -> list[Pose]:
    generator = np.random.default_rng(1)
    masks = [None, (27, 48), (5, 3)]
    return [random_pose(generator, number / 30, masks[number % 3]) for number in range(count)]
