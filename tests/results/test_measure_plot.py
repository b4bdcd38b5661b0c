"""Plots: valid drawings, with marks where they belong."""

import math
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.measure.unit import CHORD_LENGTHS, DEGREES, Unit
from formcheck.results.report.measure_plot import criterion_plot, repetition_plot
from formcheck.results.report.svg_axes import ticks
from formcheck.results.report.thinned_series import ThinnedSeries
from formcheck.results.result_document import RepetitionJudged, VerdictName
from formcheck.results.wording.times_wording import clock
from tests.texts.english import ENGLISH

SVG = "{http://www.w3.org/2000/svg}"


def wave(*, fault: bool = False, gap: bool = False) -> ThinnedSeries:
    series = ThinnedSeries()
    for number in range(100):
        value = math.nan if gap and 40 <= number < 50 else 90 + 60 * math.sin(number / 10)
        series.update(
            number / 10,
            value,
            active=20 <= number < 60,
            fault=fault and 30 <= number < 40,
            limits=(100.0, None),
        )
    return series


def repetition(number: int, verdict: VerdictName) -> RepetitionJudged:
    return RepetitionJudged(
        number=number,
        side="both",
        start_s=2.0 * number,
        end_s=2.0 * number + 1,
        hold_s=0.5,
        peak={},
        verdict=verdict,
        faults=(),
    )


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def named(svg: str, kind: str) -> list[ElementTree.Element]:
    return [part for part in parsed(svg).iter() if part.get("class") == kind]


def test_the_allowed_range_is_shaded_only_while_it_is_judged() -> None:
    [box] = named(criterion_plot(wave(), "Knee", DEGREES, ENGLISH), "allowed")
    width = float(box.get("width", "0"))
    assert width == pytest.approx((460 - 46 - 10) * 4.0 / 9.9, rel=0.02)


def test_faults_are_marked_where_they_were() -> None:
    assert named(criterion_plot(wave(), "Knee", DEGREES, ENGLISH), "fault") == []
    assert len(named(criterion_plot(wave(fault=True), "Knee", DEGREES, ENGLISH), "fault")) == 1


def test_the_line_is_broken_where_nothing_was_seen() -> None:
    [whole] = named(criterion_plot(wave(), "Knee", DEGREES, ENGLISH), "line")
    [broken] = named(criterion_plot(wave(gap=True), "Knee", DEGREES, ENGLISH), "line")
    assert (whole.get("d", "").count("M"), broken.get("d", "").count("M")) == (1, 2)


def test_a_known_error_is_a_band_around_the_line_broken_as_it_is() -> None:
    def bands(error: float | None) -> list[str]:
        drawn = criterion_plot(wave(gap=True), "Knee", DEGREES, ENGLISH, error)
        return [part.get("d", "") for part in named(drawn, "error")]

    assert bands(None) == []
    [narrow], [wide] = bands(2.0), bands(8.0)
    assert narrow.count("M") == narrow.count("Z") == 2
    assert heights(wide) > heights(narrow) > 0


def heights(commands: str) -> float:
    """How far an outline reaches at its first place."""
    first = re.match(r"M(\S+) ([\d.]+)", commands)
    assert first is not None
    there = [float(y) for x, y in re.findall(r"[ML](\S+) ([\d.]+)", commands) if x == first[1]]
    return max(there) - min(there)


def test_the_cursor_knows_when_its_plot_begins_and_ends() -> None:
    [time] = named(criterion_plot(wave(), "Knee", DEGREES, ENGLISH), "time")
    assert (time.get("data-start"), time.get("data-left")) == ("0.000", "46")
    assert float(time.get("data-end", "0")) == pytest.approx(9.9, abs=0.2)


def test_repetitions_carry_number_and_verdict_as_text() -> None:
    svg = repetition_plot(
        wave(), [repetition(1, "good"), repetition(2, "fault")], "Knee", DEGREES, ENGLISH
    )
    texts = [part.text for part in parsed(svg).iter() if "number" in (part.get("class") or "")]
    assert texts == ["1\u2009✓", "2\u2009✗"]


def test_a_plot_has_a_label_for_those_who_cannot_see_it() -> None:
    plot = parsed(criterion_plot(wave(), 'Knee <"straight">', DEGREES, ENGLISH))
    assert plot.get("aria-label") == 'Knee <"straight">'


@pytest.mark.parametrize(
    ("unit", "trembling", "movement"), [(DEGREES, 3.0, 60.0), (CHORD_LENGTHS, 0.01, 0.2)]
)
def test_trembling_within_what_a_value_may_be_off_does_not_look_like_movement(
    unit: Unit, trembling: float, movement: float
) -> None:
    def height(reach: float) -> float:
        """How much of the drawing's height the line takes."""
        series = ThinnedSeries()
        for number in range(100):
            series.update(number / 10, 74.0 + reach * (number % 2))
        [line] = named(criterion_plot(series, "Trunk", unit, ENGLISH), "line")
        places = [float(y) for y in re.findall(r"[ML]\S+ ([\d.]+)", line.get("d", ""))]
        return (max(places) - min(places)) / (150 - 12 - 26)

    assert height(trembling) < 0.15
    assert height(movement) > 0.8


def test_nothing_measured_is_no_plot() -> None:
    series = ThinnedSeries()
    series.update(0.0, math.nan)
    assert criterion_plot(series, "Knee", DEGREES, ENGLISH) == ""
    assert repetition_plot(series, [], "Knee", DEGREES, ENGLISH) == ""


def test_a_single_moment_can_be_drawn() -> None:
    series = ThinnedSeries()
    series.update(3.0, 90.0)
    parsed(criterion_plot(series, "Knee", DEGREES, ENGLISH))


@given(st.floats(-1e4, 1e4), st.floats(1e-3, 1e4))
def test_ticks_are_few_and_lie_within(low: float, reach: float) -> None:
    found = ticks(low, low + reach)
    slack = 1e-6 * max(abs(low), reach)
    assert len(found) <= 7
    assert all(low - slack <= tick <= low + reach + slack for tick in found)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=2, max_size=2))
def test_ticks_are_few_between_any_numbers(ends: list[float]) -> None:
    assert len(ticks(min(ends), max(ends))) <= 7


@pytest.mark.parametrize(
    ("time_s", "text"), [(0, "0 s"), (12.5, "12.5 s"), (65, "1:05"), (600, "10:00")]
)
def test_times_as_people_read_them(time_s: float, text: str) -> None:
    assert ENGLISH.told(clock(time_s)) == text
