"""A joint that is drawn where the body's outline has nothing is unseen: something hides it."""

from dataclasses import replace

import numpy as np

from formcheck.pose.drawn_beside import BesideWatch
from formcheck.pose.landmarks import INDEX
from formcheck.pose.people.person_cover import room_taken
from formcheck.pose.plausibility import visible_landmarks
from formcheck.pose.pose import Pose, Silhouette
from tests.pose.several_people import HEIGHT, WIDTH, lying_person

BODY = lying_person()
SCALE = 0.5
OUTLINE = room_taken([BODY], WIDTH, HEIGHT)[::2, ::2].copy()
"""Where the body is, on half as many rows and columns as the picture has."""


def behind(joint: str | None, time_s: float = 0.0) -> Pose:
    """Somebody of whom furniture hides what is round a joint; nothing where that is None."""
    outline = OUTLINE.copy()
    if joint is not None:
        x = int(BODY.landmarks[INDEX[joint], 0] * SCALE)
        half = int(0.2 * BODY.pixels_per_metre * SCALE)
        outline[:, max(0, x - half) : x + half] = False
    return replace(BODY, time_s=time_s, silhouette=Silhouette(outline, SCALE))


def seen(pose: Pose) -> set[str]:
    return {name for name, row in INDEX.items() if visible_landmarks(pose)[row]}


def test_a_knee_behind_furniture_is_unseen_and_so_is_its_foot() -> None:
    pose = BesideWatch().seen_of(behind("left_knee"), 0)
    hidden = {f"left_{part}" for part in ("knee", "ankle", "heel", "foot_index")}
    assert not seen(pose) & hidden
    assert {"left_shoulder", "left_hip", "nose"} <= seen(pose)


def test_who_is_wholly_in_sight_stays_as_they_are() -> None:
    pose = behind(None)
    assert BesideWatch().seen_of(pose, 0) is pose


def test_nobody_knows_without_an_outline() -> None:
    assert BesideWatch().seen_of(BODY, 0) is BODY


def test_it_is_hidden_as_long_as_it_mostly_is_so() -> None:
    """The outline of who moves behind furniture comes and goes."""
    watch = BesideWatch()
    told = [
        watch.seen_of(behind("left_knee" if step % 3 else None, step / 10), 0) for step in range(40)
    ]
    assert not any("left_knee" in seen(pose) for pose in told[2:])
    after = [watch.seen_of(behind(None, 4 + step / 10), 0) for step in range(20)]
    assert "left_knee" in seen(after[-1])


def test_what_crosses_it_for_a_moment_hides_no_more() -> None:
    watch = BesideWatch()
    for step in range(20):
        watch.seen_of(behind(None, step / 10), 0)
    crossed = [watch.seen_of(behind("left_knee", 2 + step / 10), 0) for step in range(5)]
    assert all("left_knee" in seen(pose) for pose in crossed)


def test_another_take_shows_it_at_once() -> None:
    watch = BesideWatch()
    watch.seen_of(behind("left_knee"), 0)
    assert "left_knee" in seen(watch.seen_of(behind(None, 0.1), 1))


def test_what_is_drawn_beyond_the_picture_is_hidden_by_nothing_in_it() -> None:
    landmarks = BODY.landmarks.copy()
    landmarks[INDEX["left_ankle"], 0] = np.float32(-50)
    pose = replace(behind(None), landmarks=landmarks)
    assert BesideWatch().seen_of(pose, 0) is pose
