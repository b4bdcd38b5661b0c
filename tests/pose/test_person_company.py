"""The others in the picture, look after look: who they are, where they go and whom they cover."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.people.people import trunk_middle
from formcheck.pose.people.person_company import DEFAULTS, Company
from formcheck.pose.people.person_cover import room_taken, seen_beside, seen_under
from formcheck.pose.pose import Pose
from tests.pose.several_people import FAR, HEIGHT, NEAR, WIDTH, lying_person, person

FOLLOWED = lying_person()


def walker(time_s: float, speed: float = 200.0, times: float = 1.2) -> Pose:
    """Somebody who walks in from the side, in front of the one who lies."""
    return person((-600 if speed > 0 else 600) + speed * time_s, times, time_s)


def test_others_are_told_when_two_looks_agree() -> None:
    company = Company()
    told = []
    for second, people in enumerate(([NEAR], [NEAR, FAR], [NEAR], [NEAR, FAR])):
        found = [replace(pose, time_s=float(second)) for pose in people]
        company.update(float(second), found, NEAR)
        told.append(company.count(NEAR))
    assert told == [0, 0, 0, 1]


def test_the_one_who_is_followed_is_none_of_the_others() -> None:
    company = Company()
    for second in range(3):
        company.update(float(second), [NEAR], NEAR)
    assert company.count(NEAR) == 0
    assert not company.bystanders


@pytest.mark.parametrize("speed", [-180.0, 120.0, 300.0])
def test_who_walks_is_expected_further_on(speed: float) -> None:
    company = Company()
    for look in range(6):
        company.update(look * 0.2, [walker(look * 0.2, speed)], None)
    (walking,) = company.bystanders
    assert walking.walks
    ahead = trunk_middle(walker(1.3, speed))
    assert trunk_middle(walking.at(1.3)) == pytest.approx(ahead, abs=10)


def test_one_body_of_mixed_up_joints_moves_nobody() -> None:
    """Over somebody else, the model now and then gives joints of both."""
    company = Company()
    for look in range(6):
        there = walker(look * 0.2, 180.0)
        if look == 4:
            there = replace(FOLLOWED, time_s=there.time_s)
        company.update(look * 0.2, [there], FOLLOWED)
    (walking,) = company.bystanders
    assert trunk_middle(walking.at(1.1)) == pytest.approx(trunk_middle(walker(1.1, 180.0)), abs=40)


def test_who_goes_out_of_the_picture_is_gone_and_who_stops_is_not() -> None:
    company = Company()
    for look in range(14):
        company.update(look * 0.2, [walker(look * 0.2, -400.0)], None)
    company.forget(3.2)
    assert not company.bystanders

    company = Company()
    for look in range(8):
        company.update(look * 0.2, [walker(look * 0.2, 400.0)], FOLLOWED)
    company.forget(3.4)
    assert company.bystanders


def test_who_was_not_found_again_may_have_gone_on_or_stopped() -> None:
    company = Company()
    for look in range(6):
        company.update(look * 0.2, [walker(look * 0.2)], FOLLOWED)
    (walking,) = company.bystanders
    places = [float(trunk_middle(pose)[0]) for pose in walking.where(1.8)]
    assert places == pytest.approx([trunk_middle(walker(time_s))[0] for time_s in (1.8, 1.0)])


def test_nearer_is_who_stands_lower_in_the_picture_or_is_larger() -> None:
    before, behind = person(0, 1.3), person(0, 0.7)
    for other, covers in ((before, True), (behind, False)):
        company = Company()
        company.update(0.0, [other], None)
        assert bool(company.in_front_of(FOLLOWED, 0.0)) == covers


def test_who_stands_aside_covers_nobody() -> None:
    company = Company()
    company.update(0.0, [person(500, 1.3)], FOLLOWED)
    assert not company.in_front_of(FOLLOWED, 0.0)
    assert company.near(FOLLOWED, 0.0, 5.0)


def test_a_picture_on_the_wall_is_nobody_and_somebody_far_away_is() -> None:
    followed = person(0, 1.5)
    for sway, people in ((0.0, 0), (8.0, 1)):
        company = Company()
        for second in range(5):
            there = person(400 + sway * (second % 2), 0.8, float(second))
            company.update(float(second), [there], followed)
        assert company.count(followed) == people


class TestHidden:
    """What of a body is hidden by somebody in front."""

    def test_nothing_by_somebody_beside(self) -> None:
        assert seen_beside(FOLLOWED, [person(600)]) is FOLLOWED

    def test_legs_are_unseen_and_the_rest_is_seen(self) -> None:
        knees = float(FOLLOWED.landmark("left_knee")[0])
        in_front = person(knees - 60 - WIDTH / 2, 1.2)

        seen = seen_beside(FOLLOWED, [in_front])

        assert seen.found
        assert seen.covered
        hidden = {name for name in ("left_knee", "left_ankle") if not _visible(seen, name)}
        assert hidden == {"left_knee", "left_ankle"}
        assert _visible(seen, "left_shoulder")
        assert np.array_equal(seen.landmarks, FOLLOWED.landmarks)

    def test_with_the_trunk_everything_is_missing(self) -> None:
        seen = seen_beside(FOLLOWED, [person(50, 1.2)])

        assert not seen.found
        assert seen.covered

    def test_what_is_laid_over_the_legs_hides_them(self) -> None:
        """On half as many rows and columns as the picture has."""
        plate = np.zeros((HEIGHT // 2, WIDTH // 2), np.bool_)
        legs = [INDEX[f"{side}_{part}"] for side in SIDES for part in ("knee", "ankle", "heel")]
        left, top = FOLLOWED.landmarks[legs, :2].min(axis=0) / 2
        right, bottom = FOLLOWED.landmarks[legs, :2].max(axis=0) / 2
        plate[int(top) : int(bottom) + 2, int(left) : int(right) + 2] = True

        seen = seen_under(FOLLOWED, plate)

        assert seen.covered
        assert not any(_visible(seen, name) for name in ("left_knee", "left_ankle", "left_heel"))
        assert _visible(seen, "left_shoulder")
        assert seen_under(FOLLOWED, None) is FOLLOWED
        assert seen_under(FOLLOWED, np.zeros_like(plate)) is FOLLOWED

    def test_a_body_takes_its_own_room_and_no_more(self) -> None:
        pose = person()
        taken = room_taken([pose], WIDTH, HEIGHT)

        points = pose.landmarks[:, :2].astype(int)
        assert taken[points[:, 1], points[:, 0]].all()
        across = np.ptp(np.nonzero(taken)[1]) / pose.pixels_per_metre
        assert across < 1.0
        assert DEFAULTS.flesh_m < across


def _visible(pose: Pose, name: str) -> bool:
    return bool(pose.visibility[INDEX[name]] > 0.5)
