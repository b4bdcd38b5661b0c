"""What is remembered of a half turned body is how far it is bent, beside how that is drawn."""

import numpy as np

from formcheck.exercises.load import library
from formcheck.measure.orientation import View
from formcheck.pose.pose import Pose
from formcheck.recognition.feature_sampler import FeatureRow, FeatureSampler
from formcheck.recognition.feature_table import FeatureTable, table_of
from formcheck.recognition.similarity import Comparison
from tests.stick_figure import StickFigure


def lying_face_down(view: View) -> FeatureTable:
    """Drawn with the knee at a right angle, though it is known to be straight."""
    return table_of(
        FeatureRow(
            time_s=number / 10,
            view=view,
            near_side="left",
            trunk=100.0,
            values={"chest_elevation": -80.0, "trunk_inclination": 90.0, "knee.left": 90.0},
            learned={"knee.left": 170.0},
        )
        for number in range(20)
    )


def test_what_is_drawn_stays_beside_what_is_known() -> None:
    table = lying_face_down(View.THREE_QUARTER).part(5, 10)
    assert np.all(table.values["knee.left"] == 90.0)
    assert np.all(table.half_turned.values["knee.left"] == 170.0)
    assert np.all(table.half_turned.values["trunk_inclination"] == 90.0)


def test_half_turned_an_exercise_is_told_by_what_is_known() -> None:
    rightly, otherwise = Comparison(library()["plank"], lying_face_down(View.THREE_QUARTER)).ways
    assert np.all(rightly[0].table.values["knee.left"] == 90.0)
    assert not rightly[0].inside.any()
    assert np.all(otherwise[0].table.values["knee.left"] == 170.0)
    assert otherwise[0].inside.all()


def near_sides(glimpsed_at: tuple[int, ...]) -> list[str | None]:
    """Of somebody whose right side is near, seen from the third second on; glimpsed before then,
    in these tenths of a second, as if it were the left one.
    """
    sampler = FeatureSampler(["knee"])
    for number in range(60):
        figure = StickFigure(
            trunk=0,
            thigh=270,
            shin=180,
            upper_arm=270,
            forearm=270,
            near="left" if number < 30 else "right",
            yaw=15,
        )
        seen = number >= 30 or number in glimpsed_at
        pose = figure.pose(number / 10)
        sampler.update(pose if seen else Pose.missing(number / 10, pose.width, pose.height))
    return [row.near_side for row in sampler.rows[45:]]


def test_of_somebody_who_was_glimpsed_before_the_near_side_is_that_which_is_seen() -> None:
    assert set(near_sides(glimpsed_at=(18, 21, 26))) == {"right"}


def test_the_near_side_of_somebody_who_was_seen_is_kept_for_a_while() -> None:
    assert near_sides(glimpsed_at=tuple(range(30)))[0] == "left"
