"""Verdicts against the person's own way of sitting, and what is unknown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.glance import DeskObserver, Glance
from formcheck.desk.posture import Posture, PostureState, Who
from formcheck.desk.sitting_posture import PostureJudge
from formcheck.measure.orientation import View
from formcheck.pose.pose import Pose
from formcheck.texts.texts import load_texts
from tests.desk.sitters import (
    HEAD_POKING,
    LEANING,
    STANDING,
    SUNK,
    UPRIGHT,
    behind_a_desk,
    glances,
    nobody,
)
from tests.stick_figure import StickFigure

BASELINE_S = range(5)


def judge_of(figure: StickFigure) -> PostureJudge:
    return PostureJudge(desk_exercise(load_texts()), glances(figure, BASELINE_S))


def after(seconds: int, figure: StickFigure, judge: PostureJudge) -> PostureState:
    """The verdict when someone has sat like this for so long, looked at once a second."""
    seen = glances(figure, range(5, 6 + seconds))
    return [judge.update(glance) for glance in seen][-1]


def ids(judge: PostureJudge) -> set[str]:
    return {criterion.id for criterion in judge.judged}


def test_sitting_as_at_the_baseline_is_upright() -> None:
    assert after(5, UPRIGHT, judge_of(UPRIGHT)).posture is Posture.UPRIGHT


@pytest.mark.parametrize(
    ("figure", "fault"), [(LEANING, "upright"), (HEAD_POKING, "head-back"), (SUNK, "shoulders-up")]
)
def test_a_posture_that_lasts_is_slouched(figure: StickFigure, fault: str) -> None:
    state = after(8, figure, judge_of(UPRIGHT))
    assert state.posture is Posture.SLOUCHED
    assert fault in {criterion.id for criterion in state.faults}
    assert state.faults[0].cue


def test_a_camera_that_is_found_tilted_later_is_no_lean() -> None:
    judge = judge_of(UPRIGHT)
    later = [glance.rolled(20.0) for glance in glances(UPRIGHT, range(5, 15))]
    assert {judge.update(glance).posture for glance in later} == {Posture.UPRIGHT}
    assert {judge.who(glance) for glance in later} == {Who.SAME}


def test_a_short_lean_is_none() -> None:
    assert after(1, LEANING, judge_of(UPRIGHT)).posture is not Posture.SLOUCHED


def test_sitting_up_again_is_upright_again() -> None:
    judge = judge_of(UPRIGHT)
    assert after(8, LEANING, judge).posture is Posture.SLOUCHED
    later = [judge.update(glance) for glance in glances(UPRIGHT, range(20, 25))]
    assert later[-1].posture is Posture.UPRIGHT


class TestHipsHiddenByTheDesk:
    def test_the_trunk_is_not_judged_and_the_head_is(self) -> None:
        judge = judge_of(behind_a_desk(UPRIGHT))
        assert ids(judge) == {"head-back", "shoulders-up", "head-up"}
        assert {criterion.id for criterion in judge.not_judged} == {"upright", "not-slouched"}

    def test_upright_means_what_can_be_seen(self) -> None:
        judge = judge_of(behind_a_desk(UPRIGHT))
        assert after(5, behind_a_desk(UPRIGHT), judge).posture is Posture.UPRIGHT

    @pytest.mark.parametrize(
        ("figure", "fault"), [(HEAD_POKING, "head-back"), (SUNK, "shoulders-up")]
    )
    def test_head_and_shoulders_are_enough_for_a_fault(
        self, figure: StickFigure, fault: str
    ) -> None:
        state = after(8, behind_a_desk(figure), judge_of(behind_a_desk(UPRIGHT)))
        assert fault in {criterion.id for criterion in state.faults}

    def test_whose_hips_are_hidden_and_whose_shoulders_stayed_has_not_leaned(self) -> None:
        state = after(8, behind_a_desk(UPRIGHT), judge_of(UPRIGHT))
        assert state.posture is Posture.UPRIGHT

    @pytest.mark.parametrize("trunk", [76, 100])
    def test_whose_hips_are_hidden_and_whose_shoulders_moved_may_have(self, trunk: float) -> None:
        """By less than makes the shoulders sink, which is told."""
        moved = replace(UPRIGHT, trunk=trunk, head=UPRIGHT.head)
        state = after(8, behind_a_desk(moved), judge_of(UPRIGHT))
        assert state.posture is Posture.UNKNOWN


class TestSeenFromTheFront:
    """As a laptop's own camera does."""

    FRONT = replace(behind_a_desk(UPRIGHT), yaw=85.0)

    def test_only_how_high_shoulders_and_head_are_is_judged(self) -> None:
        assert glances(self.FRONT, [0.0])[0].measures.view is View.FRONT
        assert ids(judge_of(self.FRONT)) == {"shoulders-up", "head-up"}

    def test_sinking_is_told(self) -> None:
        sunk = replace(self.FRONT, hip=(300.0, 350.0))
        assert after(8, sunk, judge_of(self.FRONT)).posture is Posture.SLOUCHED

    def test_so_is_a_head_that_sinks_far(self) -> None:
        state = after(8, replace(self.FRONT, head=20), judge_of(self.FRONT))
        assert [criterion.id for criterion in state.faults] == ["head-up"]

    def test_a_head_that_sinks_a_little_may_poke_towards_the_screen(self) -> None:
        """Or nod: it is neither told nor counted as sitting well."""
        poking = replace(self.FRONT, head=40)
        assert after(8, poking, judge_of(self.FRONT)).posture is Posture.UNKNOWN


class TestWhoIsThere:
    def test_leaning_and_poking_is_still_the_same_person(self) -> None:
        judge = judge_of(UPRIGHT)
        for figure in (UPRIGHT, LEANING, HEAD_POKING, SUNK):
            assert judge.who(glances(figure, [9.0])[0]) is Who.SAME

    def test_someone_as_large_at_another_place_has_moved(self) -> None:
        other = replace(UPRIGHT, hip=(520.0, 330.0))
        assert judge_of(UPRIGHT).who(glances(other, [9.0])[0]) is Who.ELSEWHERE

    @pytest.mark.parametrize(
        ("higher", "who"), [(15, Who.SAME), (27, Who.ELSEWHERE), (36, Who.STANDING)]
    )
    def test_who_is_higher_stands_or_has_raised_the_chair(self, higher: float, who: Who) -> None:
        """By 7, 13 and 18 cm: where the picture ends above, short people seem to rise no more."""
        raised = replace(UPRIGHT, hip=(300.0, 330.0 - higher))
        assert judge_of(UPRIGHT).who(glances(raised, [9.0])[0]) is who

    def test_someone_of_another_size_is_somebody_else(self) -> None:
        small = DeskObserver(desk_exercise(load_texts())).update(_far_away(UPRIGHT.pose(9.0)))
        assert judge_of(UPRIGHT).who(small) is Who.OTHER

    def test_who_bends_towards_the_camera_is_still_the_same_person(self) -> None:
        """Seen from the front the trunk looks a third as long then."""
        front = replace(UPRIGHT, yaw=85)
        bent = replace(front, trunk=20, head=-20)
        assert judge_of(front).who(glances(bent, [9.0])[0]) is not Who.OTHER

    def test_what_has_proportions_that_nobody_has_is_no_sign_that_they_left(self) -> None:
        judge = judge_of(UPRIGHT)
        assert judge.who(_unlikely(UPRIGHT)) is Who.UNSURE
        elsewhere = replace(UPRIGHT, hip=(620.0, 330.0))
        assert judge.who(_unlikely(elsewhere)) is Who.OTHER


def test_who_slumped_is_seen_to_slump_in_what_nobody_looks_like() -> None:
    """As the model finds somebody at times who slumps towards the camera."""
    judge = judge_of(UPRIGHT)
    after(1, SUNK, judge)
    for time_s in range(7, 12):
        state = judge.update_unlikely(_unlikely(SUNK, float(time_s)))
    assert state.posture is Posture.SLOUCHED


def test_nobody_is_seen_to_sit_well_or_to_begin_to_slump_in_it() -> None:
    judge = judge_of(UPRIGHT)
    after(1, UPRIGHT, judge)
    for figure in (UPRIGHT, SUNK):
        seen = [judge.update_unlikely(_unlikely(figure, float(time_s))) for time_s in range(7, 20)]
        assert {state.posture for state in seen} == {Posture.UNKNOWN}


def test_what_it_was_long_ago_is_no_evidence() -> None:
    judge = judge_of(UPRIGHT)
    after(1, SUNK, judge)
    assert judge.update_unlikely(_unlikely(SUNK, 60.0)).posture is Posture.UNKNOWN


def _unlikely(figure: StickFigure, time_s: float = 9.0) -> Glance:
    """A look at a body of proportions that nobody has."""
    pose = figure.pose(time_s)
    seen = DeskObserver(desk_exercise(load_texts())).update(nobody(time_s))
    return replace(seen, unlikely=pose)


def _far_away(pose: Pose) -> Pose:
    """Someone further away, with the shoulders where they were."""
    middle = pose.landmarks[11].copy()
    return replace(pose, landmarks=middle + (pose.landmarks - middle) * 0.4)


def test_someone_who_stands_does_not_sit_and_neither_does_nobody() -> None:
    assert glances(UPRIGHT, [0.0])[0].sitting
    assert not glances(STANDING, [0.0])[0].sitting
    assert not DeskObserver(desk_exercise(load_texts())).update(nobody(0.0)).sitting


def test_legs_that_look_straight_from_the_front_are_no_sign_of_standing() -> None:
    assert glances(replace(STANDING, yaw=85.0), [0.0])[0].sitting


@given(trunk=st.floats(75, 105), head=st.floats(45, 110), hidden=st.booleans())
def test_whatever_someones_own_way_is_keeping_it_is_never_slouched(
    trunk: float, head: float, hidden: bool
) -> None:
    own = replace(UPRIGHT, trunk=trunk, head=head)
    own = behind_a_desk(own) if hidden else own
    judge = judge_of(own)
    assert all(
        judge.update(glance).posture is Posture.UPRIGHT for glance in glances(own, range(5, 20))
    )
