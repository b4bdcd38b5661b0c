"""The figures that a dozen clips have, and by how much they may get worse."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).with_name("expected.toml")

MARGINS = {"error": 0.2, "share": 0.05, "unknown": 0.05, "swapped": 0.03}
"""By the ending of a figure's name: a fifth of an error, and points of a share. Another processor
rounds otherwise, which moves landmarks by a pixel."""

LEAST_ERROR_MARGIN = 0.004


@dataclass(frozen=True)
class Expected:
    """A figure as it was measured, and how much worse it may get."""

    measured: float
    margin: float

    def holds(self, name: str, now: float) -> bool:
        """Whether a figure is no worse than it may be; better is always right."""
        if name.endswith(".share"):
            return now >= self.measured - self.margin
        return now <= self.measured + self.margin


def read_expected(path: Path = PATH) -> tuple[tuple[str, ...], dict[str, Expected]]:
    """The names of the clips, and the figures by name."""
    data = tomllib.loads(path.read_text("utf-8"))
    figures = {name: Expected(**value) for name, value in data["figures"].items()}
    return tuple(data["clips"]), figures


def write_expected(clips: tuple[str, ...], figures: Mapping[str, float], path: Path = PATH) -> None:
    """Keep these figures as the expected ones."""
    lines = [
        "# What formcheck measured on these clips, and by how much it may get worse.",
        "# Written by `python -m tests.accuracy --keep`; the margins are in expected.py.",
        "clips = [",
        *(f'    "{name}",' for name in clips),
        "]",
        "",
        "[figures]",
    ]
    for name, value in sorted(figures.items()):
        margin = MARGINS[name.rpartition(".")[2]]
        if name.endswith(".error"):
            margin = max(margin * value, LEAST_ERROR_MARGIN)
        lines.append(f'"{name}" = {{ measured = {value:.3f}, margin = {margin:.3f} }}')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
