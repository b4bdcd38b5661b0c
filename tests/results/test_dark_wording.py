"""How long it was too dark is told, and only where it cost anything."""

from dataclasses import replace

from formcheck.pose.pose import Pose
from formcheck.results.wording.dark_wording import DarkSeen, dark_told
from tests.pose.poses import standing
from tests.texts.english import told


def lines(*dark: bool, step_s: float = 0.1) -> tuple[str, ...]:
    seen = DarkSeen()
    for number, one in enumerate(dark):
        nobody = Pose.missing(number * step_s, 640, 480)
        seen.update(replace(nobody, dark=True) if one else standing(number * step_s))
    return told(dark_told(seen))


def test_nothing_is_said_of_light() -> None:
    assert lines(False, False) == ()


def test_nor_of_a_blink() -> None:
    assert lines(False, True, True, False) == ()


def test_a_while_in_the_dark_is_told_with_when_it_began() -> None:
    (line,) = lines(*[False] * 20, *[True] * 10, *[False] * 5)
    assert line.startswith("For 1.0 s in all, first at 2 s, the picture is too dark")


def test_so_is_a_recording_that_is_dark_all_along() -> None:
    (line,) = lines(True, True, True)
    assert line.startswith("The pictures are too dark")
    assert "light" in line


def test_and_a_single_picture() -> None:
    (line,) = lines(True)
    assert line.startswith("The picture is too dark")
    assert "Take it again" in line
