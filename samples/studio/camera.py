"""The camera: where it stands, what it sees, and where a point falls in the picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samples.studio.geometry import Array, turn_about_vector, unit

NEAR, FAR = 0.05, 25.0


@dataclass(frozen=True)
class Camera:
    """A pinhole camera: `eye` and `target` (3,) metres, angles in degrees, size in pixels.

    `field_of_view` is horizontal; `roll` tips the camera clockwise.
    """

    eye: Array
    target: Array
    field_of_view: float
    width: int
    height: int
    roll: float = 0.0

    def view(self) -> Array:
        """World → camera (4, 4), OpenGL's axes."""
        ahead = unit(self.target - self.eye)
        up = turn_about_vector(ahead, self.roll) @ np.array([0.0, 1.0, 0.0])
        right = unit(np.cross(ahead, up))
        matrix = np.eye(4)
        matrix[:3, :3] = np.stack([right, np.cross(right, ahead), -ahead])
        matrix[:3, 3] = -matrix[:3, :3] @ self.eye
        return matrix

    def projection(self) -> Array:
        """World → clip space (4, 4)."""
        scale = 1 / np.tan(np.radians(self.field_of_view) / 2)
        lens = np.zeros((4, 4))
        lens[0, 0], lens[1, 1] = scale, scale * self.width / self.height
        lens[2, 2], lens[2, 3] = (FAR + NEAR) / (NEAR - FAR), 2 * FAR * NEAR / (NEAR - FAR)
        lens[3, 2] = -1
        return np.asarray(lens @ self.view())

    def pixels(self, points: Array) -> Array:
        """Where points (..., 3) fall in the picture, (..., 2) pixels from its top left."""
        ones = np.ones((*points.shape[:-1], 1))
        clip = np.concatenate([points, ones], axis=-1) @ self.projection().T
        place = clip[..., :2] / clip[..., 3:]
        return np.stack(
            [(place[..., 0] + 1) / 2 * self.width, (1 - place[..., 1]) / 2 * self.height], axis=-1
        )


def sunlight(position: Array, target: Array, half_width: float) -> Array:
    """Clip matrix (4, 4) of a light that shines in parallel from `position` to `target`."""
    camera = Camera(position, target, 90.0, 1, 1)
    near, far = 0.1, 9.0
    lens = np.diag([1 / half_width, 1 / half_width, -2 / (far - near), 1.0])
    lens[2, 3] = -(far + near) / (far - near)
    return np.asarray(lens @ camera.view())
