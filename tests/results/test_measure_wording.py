"""Measures and limits in words."""

import pytest

from formcheck.results.measure_wording import in_words, limit_text, value_text


@pytest.mark.parametrize(
    ("limit", "unit", "text"),
    [
        ((155, None), "degrees", "at least 155°"),
        ((None, 45), "degrees", "at most 45°"),
        ((60, 115), "degrees", "60° to 115°"),
        ((1, None), "seconds", "at least 1.0 s"),
        ((-0.1, 0.1), "trunk lengths", "-0.10 to 0.10 trunk lengths"),
    ],
)
def test_ranges(limit: tuple[float | None, float | None], unit: str, text: str) -> None:
    assert limit_text(limit, unit) == text


def test_no_value_is_a_dash() -> None:
    assert value_text(None, "degrees") == "–"


def test_measures_to_be_read_aloud() -> None:
    assert in_words("thigh_elevation.working") == "thigh elevation (working side)"
    assert in_words("trunk_inclination") == "trunk inclination"
