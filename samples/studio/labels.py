"""The label beside each clip: what it shows, when, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from samples.studio.timeline import Repetition


@dataclass(frozen=True)
class Label:
    """What a clip shows; `exercise` is empty where it shows none.

    `unseen` names criteria that one camera can't judge in this clip.
    """

    clip: str
    exercise: str
    view: str
    facing: str
    near_side: str
    hard: bool
    refused: bool
    what: str
    avoid: tuple[str, ...]
    unseen: tuple[str, ...]
    repetitions: tuple[Repetition, ...]

    def write(self, path: Path) -> None:
        """Write as TOML."""
        lines = [
            f"clip = {_text(self.clip)}",
            f"exercise = {_text(self.exercise)}",
            f"view = {_text(self.view)}",
            f"facing = {_text(self.facing)}",
            f"near_side = {_text(self.near_side)}",
            f"hard = {str(self.hard).lower()}",
            f"refused = {str(self.refused).lower()}",
            f"what = {_text(self.what)}",
            f"avoid = {_list(self.avoid)}",
            *([f"unseen = {_list(self.unseen)}"] if self.unseen else []),
        ]
        for repetition in self.repetitions:
            lines += [
                "",
                "[[repetitions]]",
                f"side = {_text(repetition.side)}",
                f"start_s = {repetition.start_s:.2f}",
                f"end_s = {repetition.end_s:.2f}",
                f"hold_s = {repetition.hold_s:.2f}",
                f"faults = {_list(repetition.faults)}",
            ]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _list(values: tuple[str, ...]) -> str:
    return "[" + ", ".join(_text(value) for value in values) + "]"
