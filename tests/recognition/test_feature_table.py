"""What is remembered of a half turned body is how far it is bent, beside how that is drawn."""

import numpy as np

from formcheck.exercises.load import library
from formcheck.measure.orientation import View
from formcheck.recognition.feature_table import FeatureRow, FeatureTable, table_of
from formcheck.recognition.similarity import Comparison


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
    otherwise = Comparison(library()["plank"], lying_face_down(View.THREE_QUARTER)).seen_otherwise
    assert otherwise is not None
    assert np.all(otherwise.table.values["knee.left"] == 170.0)
    assert Comparison(library()["plank"], lying_face_down(View.SIDE)).seen_otherwise is None
