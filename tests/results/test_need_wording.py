"""What would settle what could not be told."""

import pytest

from formcheck.form.need import Need
from formcheck.results.need_wording import need_told
from tests.texts.english import ENGLISH


@pytest.mark.parametrize(
    ("need", "views", "told"),
    [
        (None, ["side"], ""),
        (Need.CLOSER, ["side"], "Come closer to the camera."),
        (Need.TURN, ["side", "three-quarter"], "Turn a little more sideways to the camera."),
        (Need.TURN, ["back", "side"], "Place the camera as the exercise asks."),
    ],
)
def test_what_would_settle_it(need: Need | None, views: list[str], told: str) -> None:
    assert need_told(need, views, "side", ENGLISH) == told


def test_nobody_is_turned_away_from_the_view_of_their_exercise() -> None:
    told = need_told(Need.TURN, ["side"], "front", ENGLISH)
    assert told == "It can't be seen from where this exercise is filmed."
