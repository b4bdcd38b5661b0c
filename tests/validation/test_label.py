"""Labels as they lie beside the clips."""

from pathlib import Path

import pytest

from formcheck.validation.label import LabelError, read_label

BIRD_DOG = """\
clip = "bird-dog-good.mp4"
exercise = "bird-dog"
view = "side"
facing = "left"
near_side = "left"
hard = false
refused = false
what = "Bird dog done well."
avoid = []

[[repetitions]]
side = "left"
start_s = 1.50
end_s = 8.58
hold_s = 3.96
faults = []

[[repetitions]]
side = "right"
start_s = 9.12
end_s = 16.31
hold_s = 3.72
faults = ["leg-straight", "arm-level"]
"""

EMPTY_ROOM = """\
clip = "no-person.mp4"
exercise = ""
view = "side"
refused = true
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "label.toml"
    path.write_text(text)
    return path


def test_a_label_tells_exercise_sides_times_holds_and_faults(tmp_path: Path) -> None:
    label = read_label(write(tmp_path, BIRD_DOG))
    assert (label.clip, label.exercise, label.near_side) == (
        "bird-dog-good.mp4",
        "bird-dog",
        "left",
    )
    assert [one.side for one in label.repetitions] == ["left", "right"]
    assert [one.hold_s for one in label.repetitions] == [3.96, 3.72]
    assert label.faults == {"leg-straight", "arm-level"}
    assert not label.refused
    assert not label.hard


def test_a_clip_may_show_no_exercise(tmp_path: Path) -> None:
    label = read_label(write(tmp_path, EMPTY_ROOM))
    assert label.exercise == ""
    assert label.refused
    assert label.repetitions == ()
    assert label.faults == frozenset()


@pytest.mark.parametrize(
    ("written", "instead", "named"),
    [
        ('view = "side"', 'view = "above"', "view"),
        ("hold_s = 3.96", "hold_s = -1", "repetitions.0.hold_s"),
        ('what = "', 'whta = "', "whta"),
        ('side = "right"', 'side = "top"', "repetitions.1.side"),
        ("avoid = []", "avoid = [", "TOML"),
    ],
)
def test_a_mistake_is_named_in_one_line(
    tmp_path: Path, written: str, instead: str, named: str
) -> None:
    path = write(tmp_path, BIRD_DOG.replace(written, instead))
    with pytest.raises(LabelError) as error:
        read_label(path)
    message = str(error.value)
    assert str(path) in message
    assert named in message
    assert "\n" not in message


def test_a_label_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="can't be read"):
        read_label(tmp_path / "none.toml")
