"""The measures that a demonstration is described with, and the words for each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import ceil

from formcheck.exercises.start_position import StartPosition
from formcheck.form.verdicts.evidence import DEFAULTS
from formcheck.measure.catalogue import find
from formcheck.measure.unit import DEGREES
from formcheck.texts.entries import ENGLISH
from formcheck.texts.texts import Texts, load_texts

WHOSE = ("working", "support")
ANY = "any"
"""Roles that are told apart in words; of any other it is just "your"."""

STANDARD_ERRORS = 1.96
"""Within so many standard errors 95 of 100 normally distributed values stay."""

LEAST_TOLERANCE = 8.0
"""Degrees; nothing narrower can be defended with one camera."""


@dataclass(frozen=True)
class MeasureWords:
    """One measure as drafts speak of it; see measures.toml for what each part means.

    errors: by view, what 95 of 100 frames stay within, in the measure's unit. texts: of the
    draft's language.
    """

    measure: str
    part: str
    gender: str
    errors: Mapping[str, float]
    texts: Texts
    counts: bool = True
    judged: bool = True
    full: float | None = None
    from_start: bool = False
    easily_hidden: bool = False
    goes_along: bool = False
    midline: bool = False
    still_on_hands: bool = False
    few_positions: bool = False
    mirrored: bool = False

    @property
    def in_degrees(self) -> bool:
        """Whether it is an angle; the others are lengths."""
        return bool(find(self.measure).unit == DEGREES)

    def sided(self, role: str) -> str:
        """The measure's name with a role, `knee.working`; as it is for a measure without sides."""
        return f"{self.measure}.{role}" if role else self.measure

    def likely_error(self, view: str) -> float:
        """What a value is off by at most, as surely as a fault must be for it to be told."""
        return DEFAULTS.fault_beyond * self.errors[view] / STANDARD_ERRORS

    def tolerance(self, view: str) -> float:
        """How far a value may be beyond a limit: its likely error, and at least 8 degrees.

        As a person would write it: in whole degrees, or in hundredths of the trunk.
        """
        likely = max(self._least_told, self.likely_error(view))
        return float(ceil(likely)) if self.in_degrees else ceil(100 * likely) / 100

    def surely_moved(self, view: str) -> float:
        """A change that is hardly ever a measuring error alone, and at least 8 degrees."""
        return max(self._least_told, self.errors[view])

    @property
    def _least_told(self) -> float:
        return LEAST_TOLERANCE if self.in_degrees else 0.0

    def usable(self, view: str, position: StartPosition) -> bool:
        """Whether it can be judged from this view and means something in this position."""
        return view in self.errors and (
            not self.few_positions or self.measure in position.learnt_by
        )

    def matters_still(self, position: StartPosition) -> bool:
        """Whether that it stays still matters in this position."""
        return position.on_hands or not self.still_on_hands

    @property
    def name(self) -> str:
        """The part in words."""
        return self._text("name")

    @property
    def stays_still(self) -> bool:
        """Whether there are words for who should have kept it still."""
        return f"learn.measures.{self.measure}.still" in self.texts.entries

    def named(self, role: str) -> str:
        """The part and whose it is, such as `other knee`."""
        return self.texts.text(f"learn.named.{self._whose(role)}", name=self.name)

    def say(self, key: str, role: str, value: float | None = None) -> str:
        """One of its sentences: what to do where it is `low`, `high` or should be `still`, or how
        it `rises` or `falls` and how far."""
        your = self.texts.text(f"learn.whose.{self.gender}.{self._whose(role)}")
        return self._text(key, your=your, value=self.written(value))

    def _whose(self, role: str) -> str:
        """What is measured once for both sides is neither's, whichever it turns to."""
        return role if role in WHOSE and not self.mirrored else ANY

    def _text(self, key: str, **values: object) -> str:
        return self.texts.text(f"learn.measures.{self.measure}.{key}", **values)

    def written(self, value: float | None) -> str:
        """A value in words: whole degrees to the next five, lengths to two places."""
        if value is None:
            return ""
        shown, form = (5.0 * round(value / 5), ".0f") if self.in_degrees else (value, ".2f")
        return self.texts.number(shown, form)

    def with_unit(self, value: float) -> str:
        """A value as people write it down, such as `85 degrees`."""
        unit = self.texts.text(f"learn.units.{find(self.measure).unit.name.replace(' ', '_')}")
        return f"{self.number(value)} {unit}"

    def number(self, value: float) -> str:
        """A value without its unit."""
        form, places = (".0f", 0) if self.in_degrees else (".2f", 2)
        return self.texts.number(round(value, places) + 0.0, form)  # + 0.0: never -0


@cache
def measure_words(language: str = ENGLISH) -> Mapping[str, MeasureWords]:
    """Every measure that drafts use, by name, the plainest first, in the words of a language."""
    text = files(__package__).joinpath("measures.toml").read_text("utf-8")
    entries, texts = tomllib.loads(text), load_texts(language)
    return {name: _words(name, entry, texts) for name, entry in entries.items()}


def _words(name: str, entry: dict[str, object], texts: Texts) -> MeasureWords:
    errors = {view: entry.pop(view) for view in ("side", "front") if view in entry}
    return MeasureWords(measure=name, errors=errors, texts=texts, **entry)  # type: ignore[arg-type]
