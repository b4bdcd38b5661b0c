"""How high the hips are follows from how the legs lean, wherever the camera stands."""

import pytest

from formcheck.pose.landmarks import SIDES
from formcheck.recognition.feature_sampler import FeatureSampler
from formcheck.recognition.feature_table import table_of
from formcheck.recognition.hips_in_space import hips_over_ankles
from tests.recognition import movements

UNSEEN = float("nan")


def legs(*leans: tuple[float, float]) -> dict[str, float]:
    """How the thigh and the shin of the left leg, then of the right one, lean from the vertical."""
    return {
        f"{name}.{side}": lean
        for side, both in zip(SIDES, leans, strict=True)
        for name, lean in zip(("thigh_inclination", "shin_inclination"), both, strict=True)
    }


@pytest.mark.parametrize(
    ("lean", "high"),
    [((0.0, 0.0), 1.6), ((90.0, 90.0), 0.0), ((90.0, 0.0), 0.85), ((130, 40), 0.1)],
)
def test_standing_lying_sitting_and_lying_with_bent_knees(
    lean: tuple[float, float], high: float
) -> None:
    assert hips_over_ankles(legs(lean, lean), drawn=0.5) == pytest.approx(high, abs=0.1)


def test_a_leg_that_is_not_seen_whole_says_nothing() -> None:
    one_leg = hips_over_ankles(legs((90.0, 90.0), (UNSEEN, 20.0)), drawn=0.5)
    assert one_leg == pytest.approx(0.0, abs=0.01)
    assert hips_over_ankles(legs((90.0, UNSEEN), (UNSEEN, 20.0)), drawn=0.5) == 0.5


def test_what_is_drawn_stays_beside_it_and_half_turned_it_counts() -> None:
    sampler = FeatureSampler(["hips_over_ankles"])
    for number in range(20):
        sampler.update(movements.bridge(1.0).pose(number / 10))
    table = table_of(sampler.rows)
    leans = {name: table.learned[name][0] for name in legs((0.0, 0.0), (0.0, 0.0))}
    drawn = float(table.values["hips_over_ankles"][0])
    made = float(table.half_turned.values["hips_over_ankles"][0])
    assert made == pytest.approx(hips_over_ankles(leans, drawn), abs=1e-4)
    assert made != pytest.approx(drawn, abs=1e-4)
