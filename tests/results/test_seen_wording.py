"""What left the picture is line in plain words."""

from formcheck.form.repetitions.unseen_end import LeftPicture
from formcheck.results.wording.seen_wording import jumps_told, left_picture_told
from tests.texts.english import told


def test_nothing_is_told_where_all_stayed_inside() -> None:
    assert list(told(left_picture_told(()))) == []


def test_the_part_and_the_times_are_told_with_the_remedy() -> None:
    left = [LeftPicture("ankle", "left", 2.43), LeftPicture("ankle", "left", 65.0)]
    (line,) = told(left_picture_told(left))
    assert line.startswith("Your left foot left the picture at 2.4 s and 1:05: place the camera")


def test_several_parts_are_told_together() -> None:
    left = [
        LeftPicture("wrist", "right", 1.0),
        LeftPicture("ear", "left", 2.0),
        LeftPicture("knee", None, 3.0),
    ]
    (line,) = told(left_picture_told(left))
    assert line.startswith("Your right hand, head and knee left the picture at 1 s, 2 s and 3 s")


def test_a_body_that_jumped_is_told_with_its_times() -> None:
    assert list(told(jumps_told(()))) == []
    (line,) = told(jumps_told([2.47, 7.0]))
    assert line.startswith(
        "The body jumped as none can at 2.5 s and 7 s: something may have covered it"
    )
    (many,) = told(jumps_told([float(number) for number in range(8)]))
    assert "4 s and 3 more times" in many
