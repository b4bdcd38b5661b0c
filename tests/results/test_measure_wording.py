"""Measures and limits in words."""

import pytest

from formcheck.measure.unit import DEGREES, SECONDS, TRUNK_LENGTHS, Unit
from formcheck.results.wording.measure_wording import in_words, limit_text, value_text
from tests.texts.english import ENGLISH


@pytest.mark.parametrize(
    ("limit", "unit", "text"),
    [
        ((155, None), DEGREES, "at least 155°"),
        ((None, 45), DEGREES, "at most 45°"),
        ((60, 115), DEGREES, "60° to 115°"),
        ((1, None), SECONDS, "at least 1.0 s"),
        ((-0.1, 0.1), TRUNK_LENGTHS, "−0.10 to 0.10 trunk lengths"),
    ],
)
def test_ranges(limit: tuple[float | None, float | None], unit: Unit, text: str) -> None:
    assert limit_text(limit, unit, ENGLISH) == text


def test_no_value_is_a_dash() -> None:
    assert value_text(None, DEGREES, ENGLISH) == "–"


def test_nothing_is_written_as_minus_nothing() -> None:
    assert value_text(-0.001, TRUNK_LENGTHS, ENGLISH) == "0.00 trunk lengths"
    assert value_text(-0.2, DEGREES, ENGLISH) == "0°"


def test_measures_to_be_read_aloud() -> None:
    assert in_words("thigh_elevation.working", ENGLISH) == "thigh elevation (working side)"
    assert in_words("trunk_inclination", ENGLISH) == "trunk inclination"
