"""Every measure says how far off it may be, and more so the less of it is seen."""

from dataclasses import replace

import pytest

from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.definition import FROM_THE_FRONT
from formcheck.measure.error_table import (
    TURNS,
    error_rows,
    errors_by_view,
    excess_errors,
)
from formcheck.measure.learned.measures import usual_error
from formcheck.measure.observer import Observer
from formcheck.measure.orientation import Orientation, orientation
from formcheck.pose.blazepose_calibration import FULL
from formcheck.pose.pose import Pose
from tests.stick_figure import StickFigure

STANDING = StickFigure(trunk=90, thigh=270, shin=270, upper_arm=270, forearm=270)


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_measure_has_an_error_from_wherever_it_is_seen(name: str) -> None:
    rows = error_rows()[name]
    for row in (rows.near, rows.far, rows.on_the_side):
        assert len(row) == len(TURNS)
        assert all(error > 0 for error in row)
        if CATALOGUE[name].seen_from != FROM_THE_FRONT:
            assert list(row) == sorted(row)


def test_a_frame_comes_with_the_errors_of_its_values() -> None:
    measures = Observer(["knee", "trunk_inclination"]).update(STANDING.pose())
    assert set(measures.errors) == set(measures.values)
    assert measures.error("knee.left") < measures.error("knee.right"), "the right one is far"
    assert measures.error("trunk_inclination") > 0


def test_errors_grow_as_somebody_turns_out_of_the_side_view() -> None:
    seen = [turned_by(yaw) for yaw in (0, 20, 40, 60)]
    errors = [
        errors_by_view(["knee.left"], one, "left", one.off_plane)["knee.left"] for one in seen
    ]
    assert errors == sorted(errors)
    assert errors[-1] > 3 * errors[0]


def test_who_seems_to_face_the_camera_rightly_for_a_moment_is_as_unsure_as_before() -> None:
    observer = Observer(["hip_extension"])
    for number in range(30):
        before = observer.update(standing(yaw=50, time_s=number / 10)).error("hip_extension.left")
    now = observer.update(standing(yaw=5, time_s=3.0)).error("hip_extension.left")
    assert now == pytest.approx(before, rel=0.05)


def test_who_is_not_found_for_a_moment_is_as_unsure_as_before() -> None:
    observer = Observer(["hip_extension"])
    before = observer.update(standing(yaw=50)).error("hip_extension.left")
    nobody = Pose.missing(0.1, 640, 480)
    assert observer.update(nobody).errors == {}
    after = observer.update(standing(yaw=5, time_s=0.2)).error("hip_extension.left")
    assert after == before


def test_who_turns_rightly_and_stays_so_is_sure_after_a_while() -> None:
    observer = Observer(["hip_extension"])
    for number in range(300):
        yaw = 50 if number < 50 else 5
        last = observer.update(standing(yaw=yaw, time_s=number / 10))
    fresh = Observer(["hip_extension"]).update(standing(yaw=5, time_s=0.0))
    assert last.error("hip_extension.left") == fresh.error("hip_extension.left")


def test_only_what_comes_on_top_of_a_view_near_the_plane_is_in_excess() -> None:
    turned = orientation(STANDING.pose())
    usual = error_rows()["knee"].near[1]
    assert excess_errors({"knee.left": usual - 1}, turned, "left", FULL.model) == {"knee.left": 0.0}
    found = excess_errors({"knee.left": 5 / 3 * usual}, turned, "left", FULL.model)["knee.left"]
    assert found == pytest.approx(4 / 3 * usual)


def standing(yaw: float, time_s: float = 0.0) -> Pose:
    figure = StickFigure(trunk=90, thigh=270, shin=270, upper_arm=270, forearm=270, yaw=yaw)
    return replace(figure.pose(), time_s=time_s)


def turned_by(degrees: float) -> Orientation:
    return orientation(standing(degrees))


def test_of_what_is_learnt_all_that_is_more_than_usual_is_in_excess_once_somebody_turned() -> None:
    usual = usual_error("knee.left", FULL.model, "left", on_the_side=False)
    assert usual < 0.5 * error_rows()["knee"].near[1], "which is that of what is drawn"
    errors, learned = {"knee.left": 5 / 3 * usual}, frozenset({"knee.left"})
    found = [
        excess_errors(errors, turned_by(yaw), "left", FULL.model, learned)["knee.left"]
        for yaw in (5, 18.75, 30)
    ]
    assert found == pytest.approx([0.0, 0.5 * 4 / 3 * usual, 4 / 3 * usual], abs=0.3)
    assert excess_errors({"knee.left": usual}, turned_by(30), "left", FULL.model, learned) == {
        "knee.left": 0.0
    }


def test_the_turn_is_that_of_the_body() -> None:
    turned = StickFigure(trunk=90, thigh=270, shin=270, upper_arm=270, forearm=270, yaw=25)
    assert orientation(turned.pose()).off_plane == pytest.approx(25, abs=0.5)


def test_nobody_has_no_errors() -> None:
    assert Observer(["knee"]).update(Pose.missing(0.0, 640, 480)).errors == {}
