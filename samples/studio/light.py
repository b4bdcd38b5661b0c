"""The light in a room."""

from __future__ import annotations

from dataclasses import dataclass

from samples.studio.geometry import Array


@dataclass(frozen=True)
class Light:
    """One lamp and the light of the room: colours are linear, 1 is a white sheet at noon."""

    lamp: Array
    at: Array
    lamp_colour: tuple[float, float, float] = (2.3, 2.15, 1.95)
    ambient_colour: tuple[float, float, float] = (0.75, 0.78, 0.85)
    fill_colour: tuple[float, float, float] = (0.22, 0.24, 0.28)
    exposure: float = 0.36
    softness: float = 0.006
