"""Plates under text."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from formcheck.feedback.drawing.panels import Rectangle, plate

sides = st.integers(1, 60)
corners = st.integers(-40, 80)


@given(corners, corners, sides, sides, st.floats(0.1, 1.0))
def test_a_plate_changes_nothing_outside_itself(
    x: int, y: int, width: int, height: int, opacity: float
) -> None:
    image = np.full((50, 70, 3), 200, np.uint8)

    plate(image, Rectangle(x, y, width, height), (10, 20, 30), opacity)

    outside = np.ones(image.shape[:2], bool)
    outside[max(y, 0) : max(y + height, 0), max(x, 0) : max(x + width, 0)] = False
    assert (image[outside] == 200).all()


def test_a_plate_is_solid_in_the_middle_and_round_at_the_corners() -> None:
    image = np.full((400, 400, 3), 200, np.uint8)

    plate(image, Rectangle(100, 100, 200, 200), (10, 20, 30))

    assert image[200, 200].tolist() == [10, 20, 30]
    assert image[100, 100].tolist() == [200, 200, 200]


@given(corners, corners, sides, sides, sides, sides)
def test_a_rectangle_moved_into_a_larger_one_lies_inside_it(
    x: int, y: int, width: int, height: int, more_width: int, more_height: int
) -> None:
    outer = Rectangle(3, 4, width + more_width, height + more_height)

    moved = Rectangle(x, y, width, height).within(outer)

    assert outer.x <= moved.x <= moved.right <= outer.right
    assert outer.y <= moved.y <= moved.bottom <= outer.bottom
