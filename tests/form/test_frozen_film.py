"""Films that hang: nobody knows what was done meanwhile."""

from dataclasses import replace

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.form.sets.set_summary import SetSummary
from formcheck.pose.pose import Pose
from tests.recognition.movements import RATE, joined, kept, plank, standing


def judged(poses: list[Pose]) -> SetSummary:
    checker = FormChecker(library()["plank"])
    for pose in poses:
        checker.update(pose)
    return checker.finish()


def hanging(poses: list[Pose]) -> list[Pose]:
    return [replace(pose, frozen=True) for pose in poses]


def test_it_is_no_hold() -> None:
    film = joined(kept(plank(), 5.0), hanging(kept(plank(), 20.0)), kept(plank(), 4.0))
    assert judged(film).hold_s == pytest.approx(judged(kept(plank(), 9.0)).hold_s, abs=0.2)


def test_at_the_end_neither() -> None:
    film = joined(kept(plank(), 5.0), hanging(kept(plank(), 20.0)))
    assert judged(film).hold_s == pytest.approx(judged(kept(plank(), 5.0)).hold_s, abs=0.2)


def test_nor_is_what_is_shown_meanwhile_another_position() -> None:
    film = joined(kept(plank(), 5.0), hanging(kept(standing(), 4.0)), kept(plank(), 4.0))
    assert len(judged(film).repetitions) == 1
    assert len(film) == 13 * RATE
