"""What suddenly becomes much less sure than it was shows no movement."""

from formcheck.exercises.load import library
from formcheck.form.repetitions.lost_sureness import LostSureness
from formcheck.form.repetitions.signal_choice import SignalChoice
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.measured_frame import MeasuredFrame

FRAME_S = 1 / 15
NEAR = SideChoice(near="left")


def after_a_second_of(error: float) -> LostSureness:
    sureness = LostSureness()
    for number in range(15):
        sureness.update(number * FRAME_S, {"hip.left": error})
    return sureness


def test_a_guess_beside_what_was_known_is_lost() -> None:
    sureness = after_a_second_of(6.0)
    assert not sureness.lost("hip.left", 15.0)
    assert sureness.lost("hip.left", 25.0)


def test_what_was_never_sure_is_as_sure_as_it_ever_was() -> None:
    assert not after_a_second_of(20.0).lost("hip.left", 25.0)


def test_what_says_nothing_of_its_error_is_never_lost() -> None:
    assert not after_a_second_of(0.0).lost("hip.left", 25.0)
    assert not LostSureness().lost("hip.left", 25.0)


def test_what_comes_after_the_set_began_changes_nothing() -> None:
    sureness = after_a_second_of(6.0)
    for number in range(15, 90):
        sureness.update(number * FRAME_S, {"hip.left": 30.0})
    assert sureness.lost("hip.left", 30.0)


def childs_pose(error_there: float) -> int:
    """Repetitions counted where the hip is drawn anywhere for 8 s while somebody is folded up."""
    way = [100.0 - 60.0 * step / 30 for step in range(31)]
    guesses = [130.0 if number // 8 % 2 else 60.0 for number in range(120)]
    hips = [*[100.0] * 20, *way, *guesses, *way[::-1], *[100.0] * 20]
    first, last = 20 + len(way), 20 + len(way) + len(guesses)
    choice = SignalChoice(library()["childs-pose"].repetition)
    found = 0
    for number, hip in enumerate(hips):
        error = error_there if first <= number < last else 6.0
        frame = MeasuredFrame(
            number * FRAME_S, float("nan"), {"hip.left": hip}, "side", own={"hip.left": error}
        )
        found += choice.update(frame, NEAR) is not None
    return found


def test_a_folded_body_that_is_drawn_anywhere_is_one_repetition() -> None:
    assert childs_pose(error_there=30.0) == 1
    assert childs_pose(error_there=8.0) > 1
