"""The measures that a demonstration is described with, and the words for each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from formcheck.exercises.start_position import StartPosition
from formcheck.measure.catalogue import find
from formcheck.measure.unit import DEGREES

LEAST_TOLERANCE = 8.0
"""Degrees; a narrower one can't be defended with one camera."""

WHOSE: Mapping[str, str] = {"working": "your moving", "support": "your other"}
"""How a role is named to a person; any other is just "your"."""


@dataclass(frozen=True)
class MeasureWords:
    """One measure as drafts speak of it; see measures.toml for what each part means.

    errors: by view, what 95 of 100 frames stay within, in the measure's unit.
    """

    measure: str
    part: str
    name: str
    errors: Mapping[str, float]
    low: str
    high: str
    rises: str
    falls: str
    still: str = ""
    counts: bool = True
    judged: bool = True
    full: float | None = None
    from_start: bool = False
    easily_hidden: bool = False
    goes_along: bool = False
    midline: bool = False
    still_on_hands: bool = False
    few_positions: bool = False

    @property
    def in_degrees(self) -> bool:
        """Whether it is an angle; the others are lengths."""
        return bool(find(self.measure).unit == DEGREES)

    def sided(self, role: str) -> str:
        """The measure's name with a role, `knee.working`; as it is for a measure without sides."""
        return f"{self.measure}.{role}" if role else self.measure

    def tolerance(self, view: str) -> float:
        """How far a value may be beyond a limit: the measuring error, and at least 8 degrees."""
        least = LEAST_TOLERANCE if self.in_degrees else 0.0
        return max(least, self.errors[view])

    def usable(self, view: str, position: StartPosition) -> bool:
        """Whether it can be judged from this view and means something in this position."""
        return view in self.errors and (
            not self.few_positions or self.measure in position.learnt_by
        )

    def matters_still(self, position: StartPosition) -> bool:
        """Whether that it stays still matters in this position."""
        return position.on_hands or not self.still_on_hands

    def say(self, text: str, role: str, value: float | None = None) -> str:
        """One of the texts with the side, and how far, put in."""
        return text.format(your=WHOSE.get(role, "your"), value=self.written(value))

    def written(self, value: float | None) -> str:
        """A value in words: whole degrees to the next five, lengths to two places."""
        if value is None:
            return ""
        return f"{5 * round(value / 5)}" if self.in_degrees else f"{value:.2f}"

    def with_unit(self, value: float) -> str:
        """A value as people write it down, such as `85 degrees`."""
        number = f"{value:.0f}" if self.in_degrees else f"{value:.2f}"
        return f"{number} {find(self.measure).unit.name}"


@cache
def measure_words() -> Mapping[str, MeasureWords]:
    """Every measure that drafts use, by name, the plainest first."""
    text = files(__package__).joinpath("measures.toml").read_text("utf-8")
    return {name: _words(name, entry) for name, entry in tomllib.loads(text).items()}


def _words(name: str, entry: dict[str, object]) -> MeasureWords:
    errors = {view: entry.pop(view) for view in ("side", "front") if view in entry}
    return MeasureWords(measure=name, errors=errors, **entry)  # type: ignore[arg-type]
