"""Of a film with many pictures a second some are looked at, evenly."""

from itertools import pairwise

import pytest

from formcheck.video.recordings.thinning import apart_s_at, kept_of, thinned_count


def kept(rate: float, seconds: float = 1.0) -> list[float]:
    """The times of those pictures that are looked at, of so many a second."""
    times_s = [number / rate for number in range(round(rate * seconds))]
    looked_at = kept_of(times_s, apart_s_at(rate))
    return [time_s for time_s, wanted in zip(times_s, looked_at, strict=True) if wanted]


@pytest.mark.parametrize(("rate", "looked_at"), [(60, 30), (59.94, 30), (50, 25), (240, 35)])
def test_of_many_pictures_about_thirty_a_second_are_looked_at(rate: float, looked_at: int) -> None:
    assert len(kept(rate)) == looked_at


@pytest.mark.parametrize("rate", [10, 15, 23.976, 25, 29.97, 30])
def test_of_usual_films_every_picture_is_looked_at(rate: float) -> None:
    assert len(kept(rate)) == round(rate)


def test_where_nobody_knows_the_rate_every_picture_is_looked_at() -> None:
    assert apart_s_at(None) == 0.0
    assert all(kept_of([0.0, 0.001, 0.002], apart_s_at(None)))


def test_pictures_come_as_evenly_after_one_another_as_before() -> None:
    times_s = kept(60, seconds=3.0)
    steps = {round(later - before, 3) for before, later in pairwise(times_s)}
    assert steps == {0.033}


@pytest.mark.parametrize("rate", [30.0, 50.0, 60.0, 240.0])
def test_how_many_there_will_be_is_known_beforehand(rate: float) -> None:
    expected = thinned_count(round(rate * 10), rate, apart_s_at(rate))
    assert expected == pytest.approx(len(kept(rate, seconds=10.0)), abs=1)
