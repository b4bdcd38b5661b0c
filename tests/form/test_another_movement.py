"""What shows in the counted measure as well and is none of the exercise's movements."""

from math import cos, pi

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from tests.recognition.movements import RATE, bird_dog
from tests.stick_figure import StickFigure

DRAWN_IN, REST, OUT = -1.0, 0.0, 1.0


def reaching_or_drawn_in(share: float) -> StickFigure:
    """A bird dog; less than 0 is on the way to knee and elbow under the body."""
    if share >= 0:
        return bird_dog(share)
    return StickFigure(
        trunk=12,
        thigh={"right": 270 - 50 * share, "left": 270},
        shin={"right": 180 - 30 * share, "left": 180},
        upper_arm={"right": 270, "left": 270 + 30 * share},
        forearm={"right": 270, "left": 270 + 60 * share},
        near="right",
    )


def judged(*ways: tuple[float, float]) -> SetSummary:
    """ways: where to go within a second, and how long to stay there."""
    share, shares = REST, [REST] * (2 * RATE)
    for to, stay_s in ways:
        steps = [(1 - cos(pi * step / RATE)) / 2 for step in range(1, RATE + 1)]
        shares += [share + (to - share) * step for step in steps] + [to] * round(stay_s * RATE)
        share = to
    checker = FormChecker(library()["bird-dog"])
    for number, one in enumerate(shares):
        checker.update(reaching_or_drawn_in(one).pose(number / RATE))
    return checker.finish()


def test_knee_and_elbow_drawn_together_between_two_reaches_are_no_reach() -> None:
    crunch = [(OUT, 3.0), (DRAWN_IN, 0.5), (REST, 1.0)]
    summary = judged(*crunch, *crunch)
    assert len(summary.repetitions) == 2
    told = {total.criterion.id: total.verdict for total in summary.criteria}
    assert told["leg-straight"] is Verdict.GOOD


def test_nor_are_they_without_a_reach() -> None:
    assert not judged(*[(DRAWN_IN, 1.0), (REST, 1.0)] * 3).repetitions


def test_a_low_reach_is_one() -> None:
    assert len(judged((0.4, 3.0), (REST, 1.0)).repetitions) == 1
