"""Random films: everything differs, the same number gives the same, and parts share nobody."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose, Silhouette
from samples.studio.anatomy import joint_angles
from samples.studio.geometry import X
from samples.studio.key_poses import Stage
from samples.studio.motion import MOTIONS, read_motion
from samples.studio.performer import Performer
from samples.studio.pose_state import PoseState
from samples.studio.random_films.degrees import Degreed, in_degree
from samples.studio.random_films.gathering import gather, thinned
from samples.studio.random_films.loosening import loosened
from samples.studio.random_films.manner import Manner, Way
from samples.studio.random_films.outline import STATIONS, trunk_outline
from samples.studio.random_films.performance import Performance, Told, cut, performed
from samples.studio.random_films.records import FINENESS, Films, joined, read_films, write_films
from samples.studio.random_films.script import REPEATED, Kind, Script, draw_script
from samples.studio.random_films.split import Part
from samples.studio.random_films.stills import turned, turns_of

CALM = Manner(Way.LEAST_JERK, 1.0, None, 0.2, False, 0.0, 1.0, 0.0, False)
ACTS = range(150)


@pytest.fixture(scope="module")
def scripts() -> list[Script]:
    return [draw_script(number) for number in ACTS]


def test_the_same_number_gives_the_same_act_and_another_does_not() -> None:
    assert draw_script(7) == draw_script(7)
    assert draw_script(7) != draw_script(8)


def test_no_body_and_no_room_is_in_two_parts(scripts: list[Script]) -> None:
    def of(part: Part) -> tuple[set[str], set[str]]:
        own = [script for script in scripts if script.part is part]
        shapes = {f"{s.person.targets}{s.person.proportions}" for s in own}
        return shapes, {f"{filming.room.decorated}{s.seed}" for s in own for filming in s.filmings}

    shapes, rooms = zip(*(of(part) for part in Part), strict=True)
    assert all(shapes)
    assert len(set().union(*shapes)) == sum(map(len, shapes))
    assert len(set().union(*rooms)) == sum(map(len, rooms))


def test_films_differ_in_all_that_people_and_cameras_differ_in(scripts: list[Script]) -> None:
    clips = [filming.clip for script in scripts for filming in script.filmings]
    assert min(clip.yaw for clip in clips) < -65
    assert max(clip.yaw for clip in clips) > 65
    assert {script.told.manner.way for script in scripts} == set(Way)
    assert any(script.told.manner.half < 1 for script in scripts)
    degrees = [script.told.degree for script in scripts if script.told.fault]
    assert min(degrees) < 0.2 < 1 < max(degrees)
    assert any(not script.told.fault for script in scripts)
    assert len({clip.motion for clip in clips}) == len(list(MOTIONS.glob("*.toml"))) - 1


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_of_acts_is_drawn_from_its_own_motions(kind: Kind) -> None:
    drawn = [draw_script(number, kind) for number in range(12)]
    known = {path.stem for path in kind.folder.glob("*.toml")}
    assert {script.filmings[0].clip.motion for script in drawn} <= known
    if kind in REPEATED:
        assert {script.told.repetitions for script in drawn} == {REPEATED[kind]}


def bent_leg(man: Performer, degree: float) -> Degreed:
    motion = read_motion(MOTIONS / "bird-dog.toml")
    stage = Stage(man.skeleton, motion.anchor, "left", man.settle)
    return in_degree(stage, motion, "leg-straight" if degree else "", degree)


def test_no_camera_is_behind_the_wall_that_a_back_leans_on(scripts: list[Script]) -> None:
    cameras = [
        filming.clip.yaw
        for script in scripts
        if "wall" in script.told.motion.props
        for filming in script.filmings
    ]
    assert cameras
    assert max(cameras) <= 0


def test_a_fault_grows_with_its_degree(man: Performer) -> None:
    knees = [
        bent_leg(man, degree).poses.states["out"].values["knee_left"] for degree in (0, 0.5, 1, 1.1)
    ]
    assert knees == pytest.approx([174, 143, 112, 105.8])


def done(man: Performer, manner: Manner, repetitions: int = 2) -> Performance:
    told = Told(
        read_motion(MOTIONS / "bird-dog.toml"), "leg-straight", 0.4, manner, "left", repetitions
    )
    return performed(man, told, np.random.default_rng(3))


def test_a_hold_is_as_long_as_the_stop_that_was_told(man: Performer) -> None:
    performance = done(man, CALM)
    for one in performance.timeline.repetitions:
        assert 3.1 <= one.hold_s <= 4.0
        assert one.hold_s < one.end_s - one.start_s
    assert [one.side for one in performance.timeline.repetitions] == ["left", "right"]


def test_a_film_may_begin_in_the_middle(man: Performer) -> None:
    whole = done(man, CALM)
    later = cut(whole, 2.5)
    assert dict(later.timeline.at(1.0).values) != dict(whole.timeline.at(1.0).values)
    before, after = (p.timeline.repetitions[0].end_s for p in (whole, later))
    assert after == pytest.approx(before - 2.5)


def test_somebody_turned_on_the_spot_is_bent_as_before(man: Performer) -> None:
    timeline = done(man, CALM).timeline
    figure = man.take(timeline.at(3.0), timeline.places, "knees")
    other = turned(figure, 50.0)
    before, after = (one.pose.joints(man.skeleton) for one in (figure, other))
    left = [one.pose.rotations["Hips"] @ X for one in (figure, other)]
    first, second = (
        {name: float(value) for name, value in joint_angles(*each).items()}
        for each in zip((before, after), left, strict=True)
    )
    assert second == pytest.approx(first)
    assert after["head"][1] == pytest.approx(before["head"][1])
    assert other.vertices[:, 1] == pytest.approx(figure.vertices[:, 1], abs=1e-5)
    assert np.degrees(np.arccos(left[0] @ left[1])) == pytest.approx(50, abs=1)


def some_films(part: str, frames: int, rate: float, act: int = 1) -> Films:
    shapes = {"landmarks": (33, 3), "world": (33, 3), "visibility": (33,), "presence": (33,)}
    random = np.random.default_rng(1)
    fields = {
        name: random.uniform(-2, 2, (frames, *shapes.get(name, ()))) for name in sorted(FINENESS)
    }
    return Films(fields, np.zeros(frames, np.int64), [{"act": act, "part": part, "rate": rate}])


def test_what_is_kept_can_be_read_again(tmp_path: Path) -> None:
    films = some_films("testing", 5, 2.5)
    films["back_found"][2] = np.nan
    write_films(tmp_path / "a.npz", films)
    again = read_films(tmp_path / "a.npz")
    assert again.films == films.films
    for name, steps in FINENESS.items():
        assert again[name] == pytest.approx(films[name], abs=0.51 / steps, nan_ok=True)


def test_of_films_that_flow_every_third_frame_is_gathered() -> None:
    slow, fast = some_films("learning", 7, 2.5), some_films("learning", 7, 30.0)
    slow["landmarks"][0] = np.nan
    gathered = thinned(joined([slow, fast]))
    assert gathered.film.tolist() == [0] * 6 + [1] * 3
    assert [film["found"] for film in gathered.films] == [pytest.approx(6 / 7, abs=1e-3), 1.0]


def test_what_was_gathered_before_stays_and_no_act_is_gathered_twice(tmp_path: Path) -> None:
    for act in (1, 2):
        write_films(tmp_path / f"{act}.npz", some_films("learning", 4, 2.5, act))
    first = gather(tmp_path, tmp_path / "out")[Part.LEARNING]
    (tmp_path / "1.npz").unlink()
    write_films(tmp_path / "3.npz", some_films("learning", 5, 2.5, 3))
    again = gather(tmp_path, tmp_path / "out")[Part.LEARNING]
    assert [film["act"] for film in first.films] == [1, 2]
    assert [film["act"] for film in again.films] == [1, 2, 3]
    assert len(read_films(tmp_path / "out" / "learning.npz")) == len(again) == 13


def test_the_outline_tells_how_wide_the_trunk_is_on_both_sides() -> None:
    mask = np.zeros((100, 100), bool)
    mask[:, 40:75] = True
    pose = Pose.missing(0.0, 100, 100)
    for joint, height in (("hip", 80), ("shoulder", 30)):
        for side in ("left", "right"):
            pose.landmarks[INDEX[f"{side}_{joint}"], :2] = (50, height)
    outline = trunk_outline(Pose(**{**vars(pose), "silhouette": Silhouette(mask, 1.0)}))
    assert outline.shape == (2, len(STATIONS))
    assert sorted(outline.mean(axis=1)) == pytest.approx([0.2, 0.5], abs=0.03)
    assert np.isnan(trunk_outline(pose)).all()


def test_a_loosened_pose_is_another_in_the_same_place() -> None:
    random = np.random.default_rng(4)
    start = PoseState()
    found = [loosened(start, random) for _ in range(60)]
    assert all(one.hands == start.hands and one.feet == start.feet for one in found)
    twists = np.array([one.values["twist"] for one in found])
    assert np.count_nonzero(twists == 0) >= 10
    assert 5 < np.abs(twists).max() < 70
    assert all(one.values["hip_height"] == start.values["hip_height"] for one in found)
    assert all(25 <= one.sided("knee", "left") <= 182 for one in found)


def test_still_pictures_show_people_from_the_front_and_from_the_feet_too() -> None:
    turns = np.abs(turns_of(400, np.random.default_rng(1)))
    assert 0.15 < np.mean(turns > 70) < 0.35
    assert turns.max() <= 95
    assert turns.min() < 5
