"""Every motion and clip file says only what can be, and mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from formcheck.exercises.load import library
from samples.studio.catalogue import people, rooms
from samples.studio.clips import Clip, read_clips
from samples.studio.errors import MotionDataError
from samples.studio.motion import MOTIONS, read_motion, with_faults
from samples.studio.random_films.script import Kind

MOTION_FILES = sorted(MOTIONS.glob("*.toml"))

MORE = sorted(path for kind in (Kind.OTHERS, Kind.VARIANTS) for path in kind.folder.glob("*.toml"))
"""What our exercises' films don't show."""

MOTION = """
title = "Nod"
anchor = "feet"
[poses.start]
neck = 0
[poses.down]
neck = 40
[[repetition]]
name = "nod"
pose = "down"
seconds = [1.0, 1.5]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "nod.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", MOTION_FILES, ids=lambda path: path.stem)
def test_every_motion_file_is_valid_with_each_of_its_faults(path: Path) -> None:
    motion = read_motion(path)
    for fault in motion.faults:
        assert with_faults(motion, (fault,)) != with_faults(motion, ())
        assert motion.breaks(fault)


@pytest.mark.parametrize("path", MORE, ids=lambda path: path.stem)
def test_every_other_motion_is_a_variant_of_an_exercise_or_none_of_them(path: Path) -> None:
    motion = read_motion(path)
    assert not motion.faults
    if path.parent == Kind.VARIANTS.folder:
        assert motion.label in library()
    else:
        assert motion.label == ""


@pytest.mark.parametrize("clip", read_clips().values(), ids=lambda clip: clip.name)
def test_every_clip_names_things_that_exist(clip: Clip) -> None:
    assert clip.body in people()
    assert clip.room in rooms()
    if clip.motion:
        motion = read_motion(MOTIONS / f"{clip.motion}.toml")
        assert set(clip.faults) <= set(motion.faults)
        assert all(1 <= number <= clip.repetitions for number in clip.fault_in)


def test_every_fault_of_every_motion_is_shown_by_a_clip() -> None:
    shown = {(clip.motion, fault) for clip in read_clips().values() for fault in clip.faults}
    known = {(path.stem, fault) for path in MOTION_FILES for fault in read_motion(path).faults}
    assert shown == known


def test_a_variant_says_only_what_is_otherwise(tmp_path: Path) -> None:
    text = 'title = "Wide"\nvariant_of = "push-up"\n[places.hand]\nout = 0.2\n'
    variant, exercise = read_motion(write(tmp_path, text)), read_motion(MOTIONS / "push-up.toml")
    assert variant.label == "push-up"
    assert (variant.places["hand"].out, variant.places["hand"].ahead) == (0.2, 0.02)
    assert (variant.poses, variant.repetition) == (exercise.poses, exercise.repetition)
    assert not variant.faults


def test_a_variant_of_what_is_no_motion_is_named(tmp_path: Path) -> None:
    with pytest.raises(MotionDataError, match=r"No motion 'pull-up'; known: .*push-up"):
        read_motion(write(tmp_path, 'title = "Wide"\nvariant_of = "pull-up"\n'))


def test_an_unknown_word_is_named_with_its_nearest_neighbour(tmp_path: Path) -> None:
    path = write(tmp_path, MOTION.replace("neck = 40", "nek = 40"))
    with pytest.raises(MotionDataError, match=r"nod\.toml.*nek.*did you mean 'neck'"):
        read_motion(path)


def test_an_angle_no_body_can_take_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, MOTION.replace("neck = 40", "neck = 140"))
    with pytest.raises(MotionDataError, match="outside"):
        read_motion(path)


def test_a_step_to_an_unknown_pose_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, MOTION.replace('pose = "down"', 'pose = "up"'))
    with pytest.raises(MotionDataError, match="unknown pose 'up'"):
        read_motion(path)


def test_a_motion_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(MotionDataError, match="bird-dog"):
        read_motion(MOTIONS / "bird-dgo.toml")


def test_an_unknown_fault_names_the_known_ones() -> None:
    motion = read_motion(MOTIONS / "push-up.toml")
    with pytest.raises(MotionDataError, match="deep-enough"):
        with_faults(motion, ("too-slow",))
