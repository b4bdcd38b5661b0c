"""What the drawing context holds: meshes, shadow maps, the noise texture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from samples.studio.geometry import Array

SHADERS = Path(__file__).parent / "shaders"
SHADOW_MAP = 1024
GRAIN = 512


@dataclass(frozen=True)
class Drawable:
    """Buffers of one mesh on the card and how to draw it with each program."""

    positions: Any
    normals: Any
    draw: Any
    draw_depth: Any


@dataclass(frozen=True)
class ShadowMap:
    """A depth picture seen from a light, and the framebuffer that fills it."""

    texture: Any
    framebuffer: Any


def shadow_map(context: Any) -> ShadowMap:
    """An empty shadow map."""
    texture = context.depth_texture((SHADOW_MAP, SHADOW_MAP))
    texture.compare_func = "<="
    texture.filter = (context.LINEAR, context.LINEAR)
    texture.repeat_x = texture.repeat_y = False
    return ShadowMap(texture, context.framebuffer(depth_attachment=texture))


def shader(name: str) -> str:
    """The text of a shader file."""
    return (SHADERS / name).read_text(encoding="utf-8")


def as_bytes(values: Array) -> bytes:
    """Numbers as the card takes them: packed 32-bit floats."""
    return np.ascontiguousarray(values, dtype=np.float32).tobytes()


def matrix_bytes(matrix: Array) -> bytes:
    """A matrix (4, 4) as the card takes it: column by column."""
    return as_bytes(matrix.T)


def grain_texture(context: Any) -> Any:
    """Two channels of tileable noise, coarse and fine, that every material samples."""
    size = (GRAIN, GRAIN)
    texture = context.texture(size, 2, _grain())
    texture.build_mipmaps()
    texture.filter = (context.LINEAR_MIPMAP_LINEAR, context.LINEAR)
    return texture


@cache
def _grain() -> bytes:
    random = np.random.default_rng(1)
    noise = np.zeros((GRAIN, GRAIN, 2), np.float32)
    for channel, scales in enumerate(((32, 16, 8, 4, 2), (8, 4, 2))):
        for scale in scales:
            white = np.tile(random.normal(size=(GRAIN, GRAIN)).astype(np.float32), (3, 3))
            soft = cv2.GaussianBlur(white, (0, 0), scale * 0.5)
            middle = soft[GRAIN : 2 * GRAIN, GRAIN : 2 * GRAIN]
            noise[..., channel] += middle / middle.std() * scale
        noise[..., channel] *= 0.16 / noise[..., channel].std()
    levels: Array = (np.clip(0.5 + noise, 0, 1) * 255).astype(np.uint8)
    return levels.tobytes()
