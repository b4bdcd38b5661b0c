"""The curve of the back, on silhouettes whose curve is known."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.measure.body import Body
from formcheck.measure.orientation import orientation
from formcheck.measure.scale import scale_of, typical
from formcheck.measure.spine import STATIONS, BackCurve, back_curve, sagitta
from formcheck.measure.trunk import back_rounding
from formcheck.pose.pose import Pose, Silhouette
from tests.stick_figure import StickFigure

THICKNESS = 0.2
"""Of the trunk from the hip–shoulder line to a flat back, in trunk lengths."""


def all_fours(rounding: float, *, tilt: float = 0.0, scale: float = 0.75) -> Pose:
    """On all fours facing right, with a back that bows upwards by `rounding` trunk lengths."""
    figure = StickFigure(trunk=tilt, thigh=270, shin=180, upper_arm=270, forearm=270, near="right")
    pose = figure.pose()
    hip, trunk = np.array([320.0, 240.0]), 100.0
    along = np.array([np.cos(np.radians(tilt)), -np.sin(np.radians(tilt))])
    up = np.array([-np.sin(np.radians(tilt)), -np.cos(np.radians(tilt))])
    rows, columns = np.mgrid[0 : int(480 * scale), 0 : int(640 * scale)]
    points = np.stack([columns + 0.5, rows + 0.5], axis=-1) / scale - hip
    share = points @ along / trunk
    height = points @ up / trunk
    back = THICKNESS + 4 * rounding * share * (1 - share)
    mask = (share > -0.2) & (share < 1.2) & (height > -0.3) & (height < back)
    return replace(pose, silhouette=Silhouette(mask, scale))


def outline_of(pose: Pose) -> Silhouette:
    assert pose.silhouette is not None
    return pose.silhouette


def curve_of(pose: Pose) -> BackCurve | None:
    return back_curve(Body(pose, typical([scale_of(pose, "right")])), orientation(pose))


@pytest.mark.parametrize("rounding", [-0.12, -0.05, 0.0, 0.05, 0.1, 0.15])
@pytest.mark.parametrize("tilt", [0, 15, -10])
def test_a_known_curve_is_measured_within_two_hundredths(rounding: float, tilt: float) -> None:
    """Two hundredths: half a mask pixel in a trunk of 75, and the ends that are left out."""
    pose = all_fours(rounding, tilt=tilt)
    assert back_rounding(curve_of(pose)) == pytest.approx(rounding, abs=0.02)


def test_the_curve_is_drawn_on_the_edge_of_the_back() -> None:
    curve = curve_of(all_fours(0.0))
    assert curve is not None
    assert curve.points.shape == (len(STATIONS), 2)
    assert curve.points[:, 1] == pytest.approx(np.full(len(STATIONS), 220.0), abs=2)


def test_a_mirrored_picture_gives_the_same_rounding() -> None:
    pose = all_fours(0.1)
    landmarks, world = pose.landmarks.copy(), pose.world.copy()
    landmarks[:, 0] = 640 - landmarks[:, 0]
    world[:, 0] = -world[:, 0]
    swap = [0, *[row + (1 if row % 2 else -1) for row in range(1, 33)]]
    mirrored = replace(
        pose,
        landmarks=landmarks[swap],
        world=world[swap],
        silhouette=replace(outline_of(pose), mask=outline_of(pose).mask[:, ::-1]),
    )
    assert back_rounding(curve_of(mirrored)) == pytest.approx(0.1, abs=0.02)


def test_a_torn_mask_gives_nothing_and_a_small_hole_is_bridged() -> None:
    torn, holed = all_fours(0.1), all_fours(0.1)
    outline_of(torn).mask[:, 265:300] = False
    outline_of(holed).mask[:, 270:274] = False
    assert curve_of(torn) is None
    assert np.isnan(back_rounding(curve_of(torn)))
    assert back_rounding(curve_of(holed)) == pytest.approx(0.1, abs=0.03)


def test_without_a_silhouette_or_with_hidden_hips_there_is_no_curve() -> None:
    pose = all_fours(0.1)
    assert curve_of(replace(pose, silhouette=None)) is None
    hidden = pose.visibility.copy()
    hidden[[23, 24]] = 0
    assert curve_of(replace(pose, visibility=hidden)) is None


def test_a_back_cut_off_by_the_picture_has_no_edge() -> None:
    pose = all_fours(0.1)
    landmarks = pose.landmarks.copy()
    landmarks[:, 1] -= 215
    mask = np.roll(outline_of(pose).mask, -161, axis=0)
    assert curve_of(replace(pose, landmarks=landmarks, silhouette=Silhouette(mask, 0.75))) is None


@given(st.floats(-0.3, 0.3), st.floats(-1, 1), st.floats(-1, 1))
def test_only_the_bow_counts_and_not_slope_or_distance(
    bow: float, slope: float, distance: float
) -> None:
    along = np.linspace(0.1, 0.9, 30)
    share = (along - 0.1) / 0.8
    offsets = distance + slope * along + 4 * bow * 0.8**2 * share * (1 - share)
    assert sagitta(along, offsets) == pytest.approx(bow, abs=1e-9)


@pytest.mark.parametrize("rounding", [-0.4, 0.45])
def test_an_edge_that_no_back_has_is_none(rounding: float) -> None:
    assert curve_of(all_fours(rounding)) is None
