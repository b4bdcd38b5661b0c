"""How fast pictures come, by their own times and numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.live.monitor.picture_rate import PictureRate, PictureRateSettings


@given(st.sampled_from([2, 5, 10, 24, 30, 60]), st.integers(1, 4))
def test_what_is_sent_and_what_is_looked_at(rate: int, every: int) -> None:
    pictures = PictureRate()
    for index in range(0, 20 * rate, every):
        pictures.update(index / rate, index)

    assert pictures.sent == pytest.approx(rate, rel=0.05)
    assert pictures.looked_at == pytest.approx(rate / every, rel=0.05)


def test_at_first_it_is_too_early_to_tell() -> None:
    pictures = PictureRate()
    for index in range(round(5 * PictureRateSettings().window_s)):
        pictures.update(index / 5, index)

    assert pictures.sent == pictures.looked_at == 0


def test_an_interruption_is_no_slowness() -> None:
    pictures = PictureRate()
    for index in range(290):
        pictures.update(index / 30 + (60 if index >= 150 else 0), index)

    assert pictures.sent == 0
    for index in range(290, 500):
        pictures.update(index / 30 + 60, index)
    assert pictures.sent == pytest.approx(30, rel=0.05)
