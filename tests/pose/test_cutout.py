"""Cutting a part out of a frame, turning it, and carrying back what was found in it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.pose.cutout import Cutout, Turn, close_up, squares, whole
from formcheck.pose.pose import Pose, Silhouette
from formcheck.video.frame import Frame
from tests.pose.poses import moved, standing

WIDTH, HEIGHT = 64, 48
TURNS: list[Turn] = [-90, 0, 90]


@st.composite
def cutouts(draw: st.DrawFn) -> Cutout:
    left, top = draw(st.integers(0, WIDTH - 2)), draw(st.integers(0, HEIGHT - 2))
    return Cutout(
        left,
        top,
        draw(st.integers(2, WIDTH - left)),
        draw(st.integers(2, HEIGHT - top)),
        draw(st.sampled_from(TURNS)),
    )


def frame(image: np.ndarray) -> Frame:
    return Frame(image, 1.5, 7)


def found_in(part: Frame, x: float, y: float, silhouette: Silhouette | None = None) -> Pose:
    """A pose whose landmarks all lie on one point of a frame."""
    pose = Pose.missing(part.time_s, part.width, part.height)
    points = np.tile(np.array([x, y, 3.0], np.float32), (33, 1))
    return replace(pose, landmarks=points, world=points.copy(), silhouette=silhouette)


@settings(deadline=None)
@given(cutouts(), st.data())
def test_a_point_comes_back_to_where_it_is_in_the_frame(
    cutout: Cutout, data: st.DataObject
) -> None:
    x = data.draw(st.integers(cutout.left, cutout.left + cutout.width - 1))
    y = data.draw(st.integers(cutout.top, cutout.top + cutout.height - 1))
    image = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    image[y, x] = 255
    part = cutout.of(frame(image))
    ((row, column),) = np.argwhere(part.image[..., 0])
    back = cutout.carry_back(found_in(part, column + 0.5, row + 0.5), frame(image))
    assert back.landmarks[0] == pytest.approx([x + 0.5, y + 0.5, 3.0])
    assert (back.width, back.height, back.time_s) == (WIDTH, HEIGHT, 1.5)


@pytest.mark.parametrize(("turn", "upright"), [(0, (1, 2)), (90, (2, -1)), (-90, (-2, 1))])
def test_world_landmarks_are_turned_back_about_the_hips(
    turn: Turn, upright: tuple[float, float]
) -> None:
    image = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    cutout = Cutout(8, 4, 20, 30, turn)
    back = cutout.carry_back(found_in(cutout.of(frame(image)), 1.0, 2.0), frame(image))
    assert back.world[0] == pytest.approx([*upright, 3.0])


@settings(deadline=None)
@given(cutouts(), st.sampled_from([1.0, 0.5, 0.3]), st.data())
def test_a_silhouette_comes_back_onto_the_body(
    cutout: Cutout, scale: float, data: st.DataObject
) -> None:
    left = data.draw(st.integers(cutout.left, cutout.left + cutout.width - 1))
    top = data.draw(st.integers(cutout.top, cutout.top + cutout.height - 1))
    right = data.draw(st.integers(left + 1, cutout.left + cutout.width))
    bottom = data.draw(st.integers(top + 1, cutout.top + cutout.height))
    image = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    image[top:bottom, left:right] = 255
    part = cutout.of(frame(image))
    mask = sampled(part.image[..., 0] > 0, scale)
    pose = found_in(part, 0.0, 0.0, Silhouette(mask, scale))
    back = cutout.carry_back(pose, frame(image)).silhouette
    assert back is not None
    assert back.scale == scale
    assert back.mask.shape == (round(HEIGHT * scale), round(WIDTH * scale))
    sure = sampled_erosion(image[..., 0] > 0, scale, back.mask.shape)
    never = sampled_erosion(image[..., 0] == 0, scale, back.mask.shape)
    assert back.mask[sure].all()
    assert not back.mask[never].any()


def sampled(mask: np.ndarray, scale: float) -> np.ndarray:
    """The mask on a grid with so many cells per pixel."""
    rows = (np.arange(max(1, int(mask.shape[0] * scale))) + 0.5) / scale
    columns = (np.arange(max(1, int(mask.shape[1] * scale))) + 0.5) / scale
    return np.asarray(mask[np.ix_(rows.astype(int), columns.astype(int))])


def sampled_erosion(mask: np.ndarray, scale: float, shape: tuple[int, ...]) -> np.ndarray:
    """Cells with nothing else within one and a half cells and a pixel of their middle."""
    reach = 1.5 / scale + 1
    out = np.zeros(shape, bool)
    for row, column in np.ndindex(*shape):
        y, x = (row + 0.5) / scale, (column + 0.5) / scale
        top, left = int(np.floor(y - reach)), int(np.floor(x - reach))
        bottom, right = int(np.ceil(y + reach)), int(np.ceil(x + reach))
        if min(top, left) < 0 or bottom > mask.shape[0] or right > mask.shape[1]:
            continue
        out[row, column] = mask[top:bottom, left:right].all()
    return out


def test_nobody_in_the_cutout_is_nobody_in_the_frame() -> None:
    image = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    cutout = Cutout(3, 3, 10, 10, 90)
    back = cutout.carry_back(Pose.missing(1.5, 10, 10), frame(image))
    assert not back.found
    assert (back.width, back.height) == (WIDTH, HEIGHT)


def test_all_of_the_frame_turned_clockwise_stands_on_its_side() -> None:
    image = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    image[0, 0] = 255
    turned = whole(frame(image), turn=90).of(frame(image))
    assert (turned.width, turned.height) == (HEIGHT, WIDTH)
    assert turned.image[0, HEIGHT - 1, 0] == 255


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (720, 1280), (641, 480), (5, 3000)])
def test_squares_cover_the_frame_and_overlap(width: int, height: int) -> None:
    parts = squares(frame(np.zeros((height, width, 3), np.uint8)))
    side = min(width, height)
    assert all((part.width, part.height) == (side, side) for part in parts)
    assert (parts[0].left, parts[0].top) == (0, 0)
    assert (parts[-1].left + side, parts[-1].top + side) == (width, height)


def test_a_square_frame_has_no_squares_of_its_own() -> None:
    assert squares(frame(np.zeros((50, 50, 3), np.uint8))) == []


@settings(deadline=None)
@given(st.floats(-400, 400), st.floats(-300, 300), st.floats(0.05, 4), st.floats(1, 5))
def test_a_close_up_lies_in_the_frame_and_holds_the_part_of_the_body_that_does(
    right: float, down: float, size: float, times: float
) -> None:
    pose = moved(standing(), right, down, size)
    cutout = close_up(pose, times)
    assert cutout.left >= 0
    assert cutout.top >= 0
    assert cutout.width >= 1
    assert cutout.height >= 1
    assert cutout.left + cutout.width <= pose.width
    assert cutout.top + cutout.height <= pose.height
    inside = (pose.landmarks[:, :2] >= 0).all(axis=1) & (
        pose.landmarks[:, :2] <= (pose.width, pose.height)
    ).all(axis=1)
    points = pose.landmarks[inside, :2]
    assert (points >= np.array([cutout.left, cutout.top]) - 1).all()
    assert (points <= np.array([cutout.left + cutout.width, cutout.top + cutout.height]) + 1).all()


def test_only_a_border_inside_the_frame_lets_a_body_out() -> None:
    whole_frame = frame(np.zeros((HEIGHT, WIDTH, 3), np.uint8))
    cutout = Cutout(0, 0, 30, HEIGHT)
    assert cutout.holds(np.array([[-5.0, 70.0], [29.0, -2.0]], np.float32), whole_frame)
    assert not cutout.holds(np.array([[31.0, 10.0]], np.float32), whole_frame)
    assert not cutout.holds(np.array([[28.0, 10.0]], np.float32), whole_frame, margin=5)
