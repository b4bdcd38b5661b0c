"""The same movement filmed otherwise gets the same answer: on stick figures, with exact joints.

`python -m tests.people.perturbed` does the same to tracks of real people.
"""

from collections.abc import Callable, Sequence
from functools import cache, partial

import numpy as np
import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose, Silhouette
from formcheck.recognition.answer import RECORDING
from formcheck.recognition.recogniser import Recogniser
from tests.people import perturbations
from tests.people.perturbations import PERTURBATIONS
from tests.recognition.movements import Figure, push_up, repeated
from tests.stick_figure import StickFigure

Change = Callable[[Sequence[Pose]], list[Pose]]


def sagging(share: float) -> StickFigure:
    """Hips under the line from shoulders to feet, by thirty degrees."""
    figure = push_up(share)
    return StickFigure(**{**vars(figure), "trunk": figure.trunk + 18, "thigh": 183, "shin": 183})


@cache
def filmed(figure: Figure) -> list[Pose]:
    """Two repetitions, somewhat small in the picture."""
    return perturbations.placed(repeated(figure, times=2), zoom=0.9, right=0.0, down=0.0)


def judged(poses: Sequence[Pose]) -> SetSummary:
    checker = checker_for(library()["push-up"])
    for pose in poses:
        checker.update(pose)
    return checker.finish()


@cache
def as_it_is(figure: Figure) -> SetSummary:
    return judged(filmed(figure))


def verdicts(summary: SetSummary) -> dict[str, Verdict]:
    return {total.criterion.id: total.verdict for total in summary.criteria}


def recognised(poses: Sequence[Pose]) -> list[str]:
    recogniser = Recogniser(settings=RECORDING)
    for pose in poses:
        recogniser.update(pose)
    return [one.exercise.id for one in recogniser.sets]


NOTHING_ELSE = (
    "mirrored",
    "faster",
    "smaller",
    "half-the-pixels",
    "rolled-and-told",
    "longer-limbs",
)
"""After these even what is measured is the same."""

SMALL = ("rolled-clockwise", "trembling", "drifting", "half-the-pictures")
"""After these what is measured is a little different."""


@pytest.mark.parametrize("figure", [push_up, sagging], ids=["good", "sagging"])
@pytest.mark.parametrize("name", NOTHING_ELSE)
def test_what_changes_nothing_in_the_body_changes_no_word(name: str, figure: Figure) -> None:
    before, after = as_it_is(figure), judged(PERTURBATIONS[name](filmed(figure)))
    assert len(after.repetitions) == len(before.repetitions) == 2
    assert verdicts(after) == verdicts(before)


@pytest.mark.parametrize("figure", [push_up, sagging], ids=["good", "sagging"])
@pytest.mark.parametrize("name", SMALL)
def test_a_little_noise_turns_no_good_into_a_fault_and_no_fault_into_good(
    name: str, figure: Figure
) -> None:
    before, after = as_it_is(figure), judged(PERTURBATIONS[name](filmed(figure)))
    assert len(after.repetitions) == 2
    for key, verdict in verdicts(after).items():
        assert {verdict, verdicts(before)[key]} != {Verdict.GOOD, Verdict.FAULT}, key


def test_a_sagging_body_is_told_and_a_straight_one_is_not() -> None:
    assert verdicts(as_it_is(sagging))["body-straight"] is Verdict.FAULT
    assert verdicts(as_it_is(push_up))["body-straight"] is Verdict.GOOD


@pytest.mark.parametrize("name", ["mirrored", "smaller", "drifting"])
def test_a_movement_keeps_its_name(name: str) -> None:
    poses = filmed(push_up)
    assert recognised(PERTURBATIONS[name](poses)) == recognised(poses) == ["push-up"]


def seen(mask: np.ndarray) -> Pose:
    """A pose with an outline, so that the two can be held against each other."""
    pose = push_up(0.0).pose()
    return Pose(**{**vars(pose), "silhouette": Silhouette(mask, mask.shape[1] / pose.width)})


@pytest.mark.parametrize(
    "change",
    [
        perturbations.mirrored,
        partial(perturbations.placed, zoom=0.8, right=0.6, down=-0.6),
        partial(perturbations.widened, share=0.25),
        partial(perturbations.rolled, degrees=6, told=True),
        partial(perturbations.sized, times=0.5),
    ],
)
def test_an_outline_moves_with_the_body(change: Change) -> None:
    mask = np.zeros((240, 320), bool)
    x, y = (push_up(0.0).pose().landmark("left_hip")[:2] / 2).astype(int)
    mask[y - 6 : y + 7, x - 6 : x + 7] = True
    (pose,) = change([seen(mask)])
    hip = "right_hip" if change is perturbations.mirrored else "left_hip"
    assert pose.silhouette is not None
    rows, columns = np.nonzero(pose.silhouette.mask)
    middle = (np.array([columns.mean(), rows.mean()]) + 0.5) / pose.silhouette.scale
    assert middle == pytest.approx(pose.landmark(hip)[:2], abs=3)


def test_limbs_grow_and_their_angles_stay() -> None:
    before = push_up(0.5).pose()
    (after,) = perturbations.with_limbs([before], arms=1.1, legs=1.0)
    arm = [INDEX[f"left_{joint}"] for joint in ("shoulder", "elbow", "wrist")]
    old, new = (np.diff(pose.landmarks[arm, :2], axis=0) for pose in (before, after))
    assert new == pytest.approx(1.1 * old, abs=1e-3)
    assert after.landmark("left_ankle") == pytest.approx(before.landmark("left_ankle"))
