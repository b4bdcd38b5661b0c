"""Plot and pictures show the measure that repetitions were counted on.

A pelvic tilt shows in the tipping thighs of one person and in the rising hips of the next.
"""

import pytest

from formcheck.exercises.load import library
from formcheck.form.state import CountedSignal, Repetition, Verdict
from formcheck.results.moment import Moment
from formcheck.results.report.key_frames import KeyFrames
from formcheck.results.report.measure_series import MeasureSeries
from formcheck.results.result_document import RepetitionJudged
from tests.feedback.builders import criterion, frame, pose, repetition, state

THIGHS, HIPS = "thigh_elevation.near", "hip_height.near"
"""The first falls on the way out, the second rises."""


def moment(time_s: float, thighs: float, hips: float, finished: Repetition | None = None) -> Moment:
    """thighs, hips: how far out each says that the person is."""
    tilt = library()["pelvic-tilt"]
    counted = CountedSignal(
        finished.counted_on if finished else THIGHS, {THIGHS: thighs, HIPS: hips}
    )
    criteria = [criterion(one.id, active=False) for one in tilt.criteria]
    found = state(time_s, *criteria, counted=counted, finished=finished)
    return Moment(round(10 * time_s), frame(time_s), pose(320, 240, time_s), found, tilt)


def session(counted_on: str) -> list[Moment]:
    """A repetition that is furthest at 1 s by the thighs, and at 2 s by the hips."""
    return [
        moment(0.0, -47.0, 0.0),
        moment(1.0, -43.0, 0.01),
        moment(2.0, -45.0, 0.05),
        moment(3.0, -47.0, 0.0, repetition(1, end_s=3.0, counted_on=counted_on)),
    ]


@pytest.mark.parametrize(
    ("counted_on", "lowest", "highest"), [(THIGHS, 43.0, 47.0), (HIPS, 0.0, 0.05)]
)
def test_the_plot_shows_it_in_its_own_direction(
    counted_on: str, lowest: float, highest: float
) -> None:
    series = MeasureSeries(library()["pelvic-tilt"])
    for each in session(counted_on):
        series.update(each)
    assert series.counted_on == counted_on
    values = [value for span in series.repetition.spans for _, value in span.points()]
    assert (min(values), max(values)) == (lowest, highest)


def test_without_a_repetition_it_is_what_would_be_counted_on() -> None:
    series = MeasureSeries(library()["pelvic-tilt"])
    series.update(moment(0.0, -47.0, 0.0))
    assert series.counted_on == THIGHS


def test_a_range_from_the_start_is_drawn_in_the_first_repetition_too() -> None:
    """It is known when that is over, and holds for all of the set."""
    tilt = library()["pelvic-tilt"]
    series = MeasureSeries(tilt)
    for time_s, high in ((0.0, None), (1.0, None), (2.0, 0.12), (3.0, 0.12)):
        states = [
            criterion(one.id, low=None, high=high, measure="hip_height.left")
            for one in tilt.criteria
        ]
        found = state(time_s, *states, counted=CountedSignal(THIGHS, {THIGHS: 0.0, HIPS: 0.0}))
        series.update(Moment(0, frame(time_s), pose(320, 240, time_s), found, tilt))
    [hips] = series.criteria["hips-stay-down"].values()
    assert [span.limits for span in hips.spans] == [(None, 0.12)] * 4


@pytest.mark.parametrize(("counted_on", "time_s"), [(THIGHS, 1.0), (HIPS, 2.0)])
def test_the_picture_is_of_its_furthest_point(counted_on: str, time_s: float) -> None:
    frames = KeyFrames()
    for each in session(counted_on):
        frames.update(each)
    [picture] = frames.pictures([judged()])
    assert (picture.number, picture.time_s) == (1, time_s)


def judged() -> RepetitionJudged:
    return RepetitionJudged(
        number=1,
        side="both",
        start_s=0.0,
        end_s=3.0,
        hold_s=0.0,
        peak={},
        verdict="good",
        faults=(),
    )


def test_what_is_right_is_not_underlined_for_the_repetition_before() -> None:
    """A deep push-up after a shallow one: until it is over, the shallow one's fault is told."""
    tilt = library()["pelvic-tilt"]
    series = MeasureSeries(tilt)
    for time_s, value in ((0.0, 0.2), (1.0, 0.05)):
        states = [
            criterion(
                one.id, Verdict.FAULT, measure="hip_height.left", value=value, low=None, high=0.12
            )
            for one in tilt.criteria
        ]
        found = state(time_s, *states, counted=CountedSignal(THIGHS, {THIGHS: 0.0, HIPS: 0.0}))
        series.update(Moment(0, frame(time_s), pose(320, 240, time_s), found, tilt))
    [hips] = series.criteria["hips-stay-down"].values()
    assert [span.fault for span in hips.spans] == [True, False]
