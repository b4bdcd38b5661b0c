"""What would settle what could not be told."""

from dataclasses import replace

import pytest

from formcheck.exercises.load import library
from formcheck.form.verdicts.judgement import NOTHING, Excuse
from formcheck.form.verdicts.need import Need
from formcheck.results.wording.need_wording import need_told, needs_told
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


@pytest.mark.parametrize(
    ("need", "then"),
    [(Need.CLEARER, ""), (Need.TURN, " Turn a little more sideways to the camera.")],
)
def test_where_an_excuse_leaves_it_open_its_own_measure_is_told(need: Need, then: str) -> None:
    bend = library()["safe-lift"].criteria[0]
    open_one = replace(NOTHING, condition=bend, need=need, excuse=Excuse(19.4, 9.9))
    assert needs_told(open_one, ["side"], "side", ENGLISH) == (
        "It is no fault with knee flexion (near side) at least 30°, which is unsure: "
        f"19° ± 10° was measured.{then}"
    )
