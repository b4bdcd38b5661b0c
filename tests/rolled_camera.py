"""Poses as a rolled camera would show them: plain data for the tests of measure and form."""

from dataclasses import replace

import cv2
import numpy as np

from formcheck.pose.pose import Pose, Silhouette


def rolled(pose: Pose, degrees: float, *, known: bool = True) -> Pose:
    """The pose in a picture that leans clockwise about its middle; known: whether the pose says so.

    The picture keeps its size, so what is turned out of it can't be seen any more.
    """
    sine, cosine = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    turn = np.array([[cosine, -sine], [sine, cosine]])
    middle = np.array([pose.width, pose.height]) / 2
    landmarks, world = pose.landmarks.copy(), pose.world.copy()
    landmarks[:, :2] = (pose.landmarks[:, :2] - middle) @ turn.T + middle
    world[:, :2] = pose.world[:, :2] @ turn.T
    silhouette = pose.silhouette
    if silhouette is not None:
        rows, columns = silhouette.mask.shape
        about = cv2.getRotationMatrix2D((columns / 2, rows / 2), -degrees, 1.0)
        mask = cv2.warpAffine(silhouette.mask.astype(np.uint8), about, (columns, rows))
        silhouette = Silhouette(mask > 0, silhouette.scale)
    return replace(
        pose,
        landmarks=landmarks,
        world=world,
        silhouette=silhouette,
        roll=degrees if known else 0.0,
    )
