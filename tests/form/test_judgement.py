"""Judging one criterion over one phase, from plain numbers."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from formcheck.exercises.criterion import Condition, Criterion
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.form.sides import SideChoice
from formcheck.form.state import Verdict
from formcheck.form.verdicts.condition_judge import judge
from formcheck.form.verdicts.judgement import Excuse, Judgement, combine
from formcheck.form.verdicts.limits import limits
from formcheck.form.verdicts.measured_frame import MeasuredFrame, PhaseSegment
from formcheck.form.verdicts.need import Need

NAN = math.nan
SIDES = SideChoice(near="left", working="right")
OWN = {"knee.left": 10.0}


def criterion(**changes: object) -> Criterion:
    given = {
        "id": "leg-straight",
        "title": "Leg straight",
        "during": "hold",
        "measure": "knee.working",
        "at_least": 155,
        "tolerance": 5,
        "cue": "Straighten your leg",
        "why": "It does.",
        "source": (ExerciseLibrary.built_in().glossary.sources["engineering"],),
    }
    names = ExerciseLibrary.built_in().glossary.names
    return Criterion.model_validate({**given, **changes}, context=names)


def segment(values: Sequence[float], frame_s: float = 0.1, view: str = "side") -> PhaseSegment:
    frames = [
        MeasuredFrame(i * frame_s, 0.0, {"knee.right": value, "knee.left": 90.0}, view)
        for i, value in enumerate(values)
    ]
    return PhaseSegment(frames, 0.0, (len(values) - 1) * frame_s)


def verdict(rule: Condition, part: PhaseSegment, baseline: float = NAN) -> Judgement:
    bounds = limits(rule, baseline)
    assert bounds is not None
    return judge(rule, part, SIDES, bounds, ["side"])


def test_a_leg_held_straight_is_good() -> None:
    found = verdict(criterion(), segment([170.0] * 30))
    assert found.verdict is Verdict.GOOD
    assert found.worst == 170
    assert found.fault_s == 0


def test_a_bent_leg_is_a_fault_and_too_low() -> None:
    found = verdict(criterion(), segment([140.0] * 30))
    assert found.verdict is Verdict.FAULT
    assert found.too_low
    assert found.worst == 140
    assert found.fault_s == pytest.approx(2.9)


def test_a_value_that_is_just_inside_its_limit_is_good() -> None:
    assert verdict(criterion(), segment([156.0] * 30)).verdict is Verdict.GOOD


@pytest.mark.parametrize("value", [151.0, 154.0, 154.9])
def test_a_value_outside_its_limit_by_less_than_its_tolerance_is_unknown(value: float) -> None:
    found = verdict(criterion(), segment([value] * 30))
    assert found.verdict is Verdict.UNKNOWN
    assert found.found == value
    assert found.need is Need.CLEARER


def test_of_seconds_near_their_limit_no_other_place_of_the_camera_tells_more() -> None:
    rule = criterion(measure="seconds", at_least=1.0, tolerance=0.2)
    part = segment([170.0] * 10)
    small = [replace(frame, size=0.05, turn=30.0) for frame in part.frames]
    found = verdict(rule, replace(part, frames=small))
    assert found.verdict is Verdict.UNKNOWN
    assert found.need is Need.CLEARER


def test_the_side_that_works_is_judged_and_not_the_other() -> None:
    assert verdict(criterion(measure="knee.support"), segment([170.0] * 30)).verdict is (
        Verdict.FAULT
    )


def test_a_short_slip_in_a_long_hold_is_forgiven_a_long_one_is_not() -> None:
    short = [170.0] * 20 + [140.0] * 4 + [170.0] * 20
    long = [170.0] * 15 + [140.0] * 15 + [170.0] * 14
    assert verdict(criterion(), segment(short)).verdict is Verdict.GOOD
    assert verdict(criterion(), segment(long)).verdict is Verdict.FAULT


@pytest.mark.parametrize("frame_s", [0.1, 0.5, 1.0])
def test_one_frame_by_itself_is_no_slip_however_few_there_are(frame_s: float) -> None:
    lone = [170.0, 170.0, 140.0, 170.0, 170.0, 170.0]
    assert verdict(criterion(), segment(lone, frame_s)).verdict is Verdict.GOOD


@pytest.mark.parametrize("frame_s", [0.5, 1.0])
def test_two_frames_in_a_row_are(frame_s: float) -> None:
    both = [170.0, 170.0, 140.0, 140.0, 170.0, 170.0]
    assert verdict(criterion(), segment(both, frame_s)).verdict is Verdict.FAULT


def test_in_a_very_short_phase_most_frames_decide() -> None:
    assert verdict(criterion(), segment([140.0, 140.0, 170.0])).verdict is Verdict.FAULT
    assert verdict(criterion(), segment([170.0, 140.0, 170.0])).verdict is Verdict.GOOD


@pytest.mark.parametrize(
    "part",
    [
        segment([NAN] * 20),
        segment([170.0] * 9 + [NAN] * 11),
        segment([170.0] * 20, view="front"),
        segment([140.0] * 20, view="front"),
        segment([]),
    ],
)
def test_what_was_not_seen_is_unknown(part: PhaseSegment) -> None:
    assert verdict(criterion(), part).verdict is Verdict.UNKNOWN


def seen_as(values: Sequence[float], views: Iterable[str]) -> PhaseSegment:
    part = segment(values)
    frames = [replace(frame, view=view) for frame, view in zip(part.frames, views, strict=True)]
    return replace(part, frames=frames)


def test_of_who_is_lost_for_most_of_a_hold_it_is_told_what_was_wrong_while_they_were_seen() -> None:
    bent, straight = (
        seen_as([value] * 6 + [NAN] * 8, ["side"] * 6 + ["unknown"] * 8) for value in (140.0, 170.0)
    )
    assert verdict(criterion(), bent).verdict is Verdict.FAULT
    assert verdict(criterion(), straight).verdict is Verdict.UNKNOWN
    moment = seen_as([140.0] * 2 + [NAN] * 12, ["side"] * 2 + ["unknown"] * 12)
    assert verdict(criterion(), moment).verdict is Verdict.UNKNOWN


def test_of_who_was_mostly_seen_from_a_view_that_shows_it_wrongly_nothing_is_told() -> None:
    part = seen_as([140.0] * 14, ["side"] * 6 + ["front"] * 8)
    assert verdict(criterion(), part).verdict is Verdict.UNKNOWN


def test_reaching_needs_one_steady_moment_and_no_single_wild_frame() -> None:
    rule = criterion(judge="reached", at_least=None, at_most=100, cue="Lower")
    assert verdict(rule, segment([160.0, 130, 96, 95, 96, 130, 160])).verdict is Verdict.GOOD
    assert verdict(rule, segment([160.0, 130, 125, 60, 125, 130, 160])).verdict is Verdict.FAULT


def test_what_a_trembling_value_touches_now_and_then_in_a_long_hold_was_not_reached() -> None:
    rule = criterion(judge="reached")
    touching = segment([142.0, 144, 143, 158, 156, 143] * 20, frame_s=1 / 24)
    assert verdict(rule, touching).verdict is Verdict.FAULT
    a_second = segment([143.0] * 60 + [158.0] * 24 + [143.0] * 60, frame_s=1 / 24)
    assert verdict(rule, a_second).verdict is Verdict.GOOD


def test_what_was_reached_is_the_furthest_value_however_unsure_the_way_there_is() -> None:
    rule = criterion(judge="reached")
    values = [100.0, 110, 120, 130, 140, 145, 145, 145]
    frames = [
        MeasuredFrame(
            i / 10,
            0.0,
            {"knee.right": value, "knee.left": 90.0},
            "side",
            excess={"knee.right": 20.0 if value < 140 else 0.0},
        )
        for i, value in enumerate(values)
    ]
    found = verdict(rule, PhaseSegment(frames, 0.0, 0.7))
    assert found.found == 145
    assert found.verdict is Verdict.FAULT


@pytest.mark.parametrize(("rate", "least"), [(30, 0.15), (2, 0.45)])
def test_seconds_are_told_no_finer_than_pictures_were_taken(rate: int, least: float) -> None:
    rule = criterion(measure="seconds", at_least=1.0, tolerance=0.2)
    found = verdict(rule, segment([170.0] * (2 * rate), frame_s=1 / rate))
    assert found.verdict is Verdict.GOOD
    assert found.error == pytest.approx(least, abs=0.1)


def test_what_was_reached_before_it_was_hidden_was_reached() -> None:
    rule = criterion(judge="reached")
    hidden = [NAN] * 20
    assert verdict(rule, segment([170.0] * 5 + hidden)).verdict is Verdict.GOOD
    assert verdict(rule, segment([140.0] * 5 + hidden)).verdict is Verdict.UNKNOWN
    assert verdict(rule, segment([170.0] * 2 + hidden)).verdict is Verdict.UNKNOWN
    assert verdict(criterion(), segment([170.0] * 5 + hidden)).verdict is Verdict.UNKNOWN


def test_a_change_from_the_start_is_judged_against_the_persons_own_start() -> None:
    rule = criterion(at_least=-10, tolerance=0, relative_to="start")
    assert verdict(rule, segment([172.0] * 20), baseline=178).verdict is Verdict.GOOD
    found = verdict(rule, segment([160.0] * 20), baseline=178)
    assert found.verdict is Verdict.FAULT
    assert found.worst == pytest.approx(-18)


def test_without_a_start_there_is_nothing_to_compare_with() -> None:
    assert limits(criterion(relative_to="start"), NAN) is None


def test_how_long_a_phase_lasts_can_be_judged() -> None:
    rule = criterion(measure="seconds", at_least=1, tolerance=0.2)
    assert verdict(rule, segment([0.0] * 16)).verdict is Verdict.GOOD
    found = verdict(rule, segment([0.0] * 6))
    assert found.verdict is Verdict.FAULT
    assert found.worst == pytest.approx(0.5)


def test_a_condition_may_be_waived_while_another_measure_is_in_range() -> None:
    """Bending the trunk is no fault with bent knees: lifting as one should."""
    rule = criterion(
        measure="knee.working",
        at_least=155,
        unless={"measure": "knee.near", "at_most": 100},
    )
    assert verdict(rule, segment([120.0] * 20)).verdict is Verdict.GOOD
    strict = criterion(unless={"measure": "knee.near", "at_most": 80})
    assert verdict(strict, segment([120.0] * 20)).verdict is Verdict.FAULT
    unseen = criterion(unless={"measure": "elbow.near", "at_most": 80})
    assert verdict(unseen, segment([120.0] * 20)).verdict is Verdict.UNKNOWN


def test_what_is_waived_need_not_be_seen() -> None:
    for limit in ({"at_least": 155}, {"at_least": None, "at_most": 155}):
        rule = criterion(**limit, unless={"measure": "knee.near", "at_most": 100})
        assert verdict(rule, segment([NAN] * 20)).verdict is Verdict.GOOD


def test_what_is_right_by_itself_needs_no_waiver_that_is_seen() -> None:
    """A trunk that hardly leans is right whatever the knees do behind what is lifted."""
    rule = criterion(unless={"measure": "elbow.near", "at_most": 80})
    assert verdict(rule, segment([170.0] * 20)).verdict is Verdict.GOOD
    assert verdict(rule, segment([170.0] * 12 + [120.0] * 8)).verdict is Verdict.UNKNOWN


def test_where_it_is_unsure_whether_it_is_waived_that_is_told() -> None:
    def judged(knee: float) -> Judgement:
        rule = criterion(unless={"measure": "knee.near", "at_most": 90})
        frames = [
            MeasuredFrame(i * 0.1, 0.0, {"knee.right": 120.0, "knee.left": knee}, "side", own=OWN)
            for i in range(20)
        ]
        return verdict(rule, PhaseSegment(frames, 0.0, 1.9))

    unsure = judged(95.0)
    assert unsure.verdict is Verdict.UNKNOWN
    assert unsure.excuse == Excuse(95.0, 10.0)
    clear = judged(140.0)
    assert clear.verdict is Verdict.FAULT
    assert clear.excuse is None


def test_a_fault_in_one_condition_breaks_the_criterion_and_an_unseen_one_leaves_it_open() -> None:
    rule = criterion(
        also=[{"measure": "knee.near", "at_most": 100, "cue": "Bend"}],
    )
    optional = criterion(
        also=[{"measure": "elbow.near", "at_most": 100, "cue": "Bend", "may_be_unseen": True}],
    )

    def whole(criterion_: Criterion, values: Sequence[float]) -> Judgement:
        return combine([verdict(part, segment(values)) for part in criterion_.conditions])

    assert whole(rule, [170.0] * 20).verdict is Verdict.GOOD
    assert whole(rule, [120.0] * 20).verdict is Verdict.FAULT
    assert whole(optional, [170.0] * 20).verdict is Verdict.GOOD
    assert whole(optional, [NAN] * 20).verdict is Verdict.UNKNOWN
    needed = criterion(also=[{"measure": "elbow.near", "at_most": 100, "cue": "Bend"}])
    assert whole(needed, [170.0] * 20).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(("excess", "expected"), [(20.0, Verdict.FAULT), (56.0, Verdict.UNKNOWN)])
def test_what_a_view_shows_nothing_of_is_no_fault_however_far_out(
    excess: float, expected: Verdict
) -> None:
    part = segment([60.0] * 30)
    frames = [replace(frame, excess={"knee.right": excess}) for frame in part.frames]
    assert verdict(criterion(), replace(part, frames=frames)).verdict is expected


def test_what_was_not_seen_after_a_slip_is_no_slip() -> None:
    part = segment([170.0] * 15 + [120.0] * 4 + [NAN] * 12 + [170.0] * 15)
    assert verdict(criterion(), part).verdict is Verdict.GOOD


def test_a_slip_that_was_seen_for_so_long_is_a_fault() -> None:
    part = segment([170.0] * 15 + [120.0] * 16 + [170.0] * 15)
    assert verdict(criterion(), part).verdict is Verdict.FAULT
