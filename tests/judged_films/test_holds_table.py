"""How far off holds are is told by exercise and by yaw, with which way."""

from math import nan

from samples.judged_films.holds_table import HoldErrors, hold_errors
from tests.judged_films.test_scores import film


def test_a_hold_is_right_open_too_long_or_too_short() -> None:
    errors = HoldErrors("bridge", [0.2, -0.4, 0.9, -1.5, nan])
    assert errors.row() == ["bridge", "5", "2", "1", "1", "1", "-0.20", "-1.50"]


def test_nothing_but_open_holds_has_no_mean() -> None:
    assert HoldErrors("bridge", [nan]).row() == ["bridge", "1", "0", "1", "0", "0", "", ""]


def test_films_are_told_by_exercise_and_by_yaw() -> None:
    films = [film(held_s=3.25, yaw=5), film(held_s=2.0, yaw=40), film(held_s=nan, yaw=40)]
    found = {errors.name: list(errors.off_s) for errors in hold_errors(films)}
    assert list(found) == ["bridge", "yaw 0–15", "yaw 30–45", "all"]
    assert found["yaw 0–15"] == [0.25]
    assert found["yaw 30–45"][0] == -1.0
    assert len(found["bridge"]) == len(found["all"]) == 3


def test_where_it_is_counted_wrongly_no_hold_is_compared() -> None:
    assert not list(hold_errors([film(counted=2), film(way=0.5)]))
