"""A programme in words, for the terminal."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from formcheck.cli.terminal.exercise_pages import listed
from formcheck.live.scenes.instructions import heading, how_much
from formcheck.live.scenes.overview_page import minutes_of
from formcheck.programmes.steps import Step
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts


def programme_page(steps: Sequence[Step], path: Path, texts: Texts) -> RenderableType:
    """What a file of the user's own was understood to say, set by set."""
    minutes = sum(own for _, own in minutes_of(steps))
    said = texts.text("exercises.is_valid_programme", path=shown(path), minutes=minutes)
    return Group(Text(said), listed([_set(step, texts) for step in steps], numbered=True))


def _set(step: Step, texts: Texts) -> str:
    """`Bird dog  ·  6 times, 5 seconds each  ·  Left side`."""
    parts = (step.exercise.title, how_much(step, texts), heading(step, texts))
    return "  ·  ".join(part for part in parts if part)
