"""What is done besides in a pause is left out of a rest; who is at its limit has left nothing."""

from collections.abc import Sequence

from formcheck.exercises.load import library
from formcheck.form.repetitions.besides import without_besides
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.measured_frame import MeasuredFrame

RATE = 15
BIRD_DOG = library()["bird-dog"]
LEFT = SideChoice(near="left", working="left")


def rest(thighs: Sequence[float], error: float) -> list[MeasuredFrame]:
    """On all fours with the thigh leaning so many degrees, of which 35 are the start position."""
    kneeling = {"chest_elevation": -80.0, "trunk_inclination": 90.0, "knee.left": 90.0}
    return [
        MeasuredFrame(
            number / RATE,
            -60.0,
            {**kneeling, "arm_inclination.left": 5.0, "thigh_inclination.left": thigh},
            "side",
            own={"thigh_inclination.left": error},
        )
        for number, thigh in enumerate(thighs)
    ]


def test_what_is_measured_now_inside_a_limit_and_now_beyond_it_is_one_rest() -> None:
    at_the_limit = rest([34.0, 34.0, 36.0] * 20, error=3.5)
    assert list(without_besides(at_the_limit, BIRD_DOG, LEFT)) == at_the_limit


def test_who_leaves_it_for_a_second_and_comes_back_did_something_besides() -> None:
    frames = rest([10.0] * 30 + [60.0] * RATE + [10.0] * 30, error=3.5)
    kept = without_besides(frames, BIRD_DOG, LEFT)
    assert {frame.measures["thigh_inclination.left"] for frame in kept} == {10.0}
    assert len(kept) < 60, "half a second on either side is on the way"


def test_who_rests_in_a_way_of_their_own_rests() -> None:
    frames = rest([60.0] * 60, error=3.5)
    assert list(without_besides(frames, BIRD_DOG, LEFT)) == frames
