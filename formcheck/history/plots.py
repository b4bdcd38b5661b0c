"""The history as plots: minutes a week, pain, range of motion, repetitions."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Final

from markupsafe import Markup

from formcheck.history.exercise_progress import ExerciseProgress, PeriodAmount, RepetitionSpread
from formcheck.history.history_wording import short_day
from formcheck.history.past import PastSession
from formcheck.history.weeks import Week
from formcheck.results.report.svg_axes import LEFT, RIGHT, Axes, grid, svg, ticks
from formcheck.results.report.svg_shapes import box, dot, path
from formcheck.texts.texts import Texts

WIDE, NARROW = (940, 230), (460, 180)
"""Width and height of the drawings, in their own units."""

DAYS_SHOWN_ONE_BY_ONE: Final = 120
"""Over a longer time, a bar for each day would be too thin to see; then there is one a week."""

ROOM_FOR_A_DATE: Final = 75
HALF_A_DATE: Final = 14

BAR_SHARE: Final = 0.7
"""Of the room for a day or a week; the rest keeps bars apart."""

WIDEST_BAR: Final = 34.0
THINNEST_BAR: Final = 2.0

ROOM_ABOVE: Final = 1.08
"""What a plot of amounts reaches up to, in multiples of the largest."""

SIDE_MARGIN: Final = 0.03
"""Room beside the first and the last day, as a share of the time between them."""

SPREAD_MARGIN: Final = 0.15
"""Room above and below what was reached, as a share of how far it differs."""

LEAST_SPREAD_MARGIN: Final = 0.02
"""The same where it hardly differs, as a share of the value itself."""


def week_plot(weeks: Sequence[Week], description: str, texts: Texts) -> Markup:
    """Minutes a week: seen ones below, added ones above, and a line at the goal."""
    goal = weeks[-1].goals.minutes
    most = max(goal, *(one.minutes for one in weeks))
    first, last = weeks[0].monday.toordinal(), weeks[-1].monday.toordinal()
    axes = Axes(*WIDE, first - 4, last + 4, 0, ROOM_ABOVE * most)
    half = _bar_width(axes, 7) / 2
    bars: list[Markup] = []
    for one in weeks:
        x = axes.x(one.monday.toordinal())
        layers = (("seen", one.exercise_minutes), ("added", one.activity_minutes))
        bars.extend(_stacked(axes, x - half, x + half, layers))
    goal_line = path("goal", f"M{LEFT} {axes.y(goal):.1f}H{axes.width - RIGHT}")
    lines = grid(axes, "", _dates([one.monday for one in weeks], axes, texts), texts)
    label = texts.text("history.weeks.label")
    return svg(axes, label, lines, *bars, goal_line, description=description)


def pain_plot(sessions: Sequence[PastSession], description: str, texts: Texts) -> Markup:
    """Pain before each session as a ring, after it as a dot; empty where it was never told."""
    told = [one for one in sessions if (one.pain_before, one.pain_after) != (None, None)]
    if not told:
        return Markup()
    axes = _over_time([one.day for one in told], WIDE, 0.0, 10.0)
    lines = grid(axes, "", _dates([one.day for one in told], axes, texts), texts)
    parts = [part for one in told for part in _pain(one, axes)]
    return svg(axes, texts.text("history.pain.label"), lines, *parts, description=description)


def motion_plot(progress: ExerciseProgress, description: str, texts: Texts) -> Markup:
    """The range of motion over time; empty where none was measured."""
    label = texts.text("history.exercise.motion_label", title=progress.title)
    sign = progress.unit.sign if progress.unit else ""
    return _spread_plot(progress, PeriodAmount.motions, label, sign, description, texts)


def hold_plot(progress: ExerciseProgress, description: str, texts: Texts) -> Markup:
    """How long each repetition was held, over time; empty where none was."""
    label = texts.text("history.exercise.held_label", title=progress.title)
    return _spread_plot(progress, PeriodAmount.holds, label, " s", description, texts)


def _spread_plot(
    progress: ExerciseProgress,
    of: Callable[[PeriodAmount], RepetitionSpread | None],
    label: str,
    sign: str,
    description: str,
    texts: Texts,
) -> Markup:
    """The median as a line of dots, on bars from the least to the most."""
    found = [(one.since, spread) for one in _shown(progress) if (spread := of(one)) is not None]
    if not found:
        return Markup()
    low = min(spread.least for _, spread in found)
    high = max(spread.most for _, spread in found)
    margin = max(SPREAD_MARGIN * (high - low), LEAST_SPREAD_MARGIN * abs(high), 1e-3)
    days = [day for day, _ in found]
    axes = _over_time(days, NARROW, max(low - margin, 0.0), high + margin)
    bars, line, dots = "", "", []
    for day, spread in found:
        x, y = axes.x(day.toordinal()), axes.y(spread.median)
        bars += f"M{x:.1f} {axes.y(spread.least):.1f}V{axes.y(spread.most):.1f}"
        line += f"{'L' if line else 'M'}{x:.1f} {y:.1f}"
        dots.append(dot("after", x, y, 3.5))
    lines = grid(axes, sign, _dates(days, axes, texts), texts)
    drawn = (path("spread", bars), path("line", line), *dots)
    return svg(axes, label, lines, *drawn, description=description)


def repetition_bars(progress: ExerciseProgress, description: str, texts: Texts) -> Markup:
    """Repetitions as bars: good below, then to improve, then not seen; empty where none."""
    amounts = [one for one in _shown(progress) if one.repetitions]
    if not amounts:
        return Markup()
    most = max(len(one.repetitions) for one in amounts)
    days = [one.since for one in amounts]
    axes = _over_time(days, NARROW, 0.0, max(1.1 * most, 5.0))
    daily = amounts[0] in progress.by_day
    half = _bar_width(axes, 1 if daily else 7) / 2
    bars: list[Markup] = []
    for one in amounts:
        x = axes.x(one.since.toordinal())
        layers = [(name, one.counted(name)) for name in ("good", "fault", "unknown")]
        bars.extend(_stacked(axes, x - half, x + half, layers))
    whole = [value for value in ticks(axes.low, axes.high) if value == int(value)]
    lines = grid(axes, "", _dates(days, axes, texts), texts, whole)
    label = texts.text("history.exercise.repetitions_label", title=progress.title)
    return svg(axes, label, lines, *bars, description=description)


def _shown(progress: ExerciseProgress) -> Sequence[PeriodAmount]:
    days = progress.by_day
    spanned = (days[-1].since - days[0].since).days
    return days if spanned <= DAYS_SHOWN_ONE_BY_ONE else progress.by_week


def _over_time(days: Sequence[date], size: tuple[int, int], low: float, high: float) -> Axes:
    first, last = days[0].toordinal(), days[-1].toordinal()
    room = max(SIDE_MARGIN * (last - first), 1.0)
    return Axes(*size, first - room, last + room, low, high)


def _dates(days: Sequence[date], axes: Axes, texts: Texts) -> list[tuple[float, str]]:
    """As many of the days as have room below the plot, first and last among them if they can."""
    marks: list[tuple[float, str]] = []
    free_from = float("-inf")
    for day in days:
        x = axes.x(day.toordinal())
        if x >= free_from and x <= axes.width - RIGHT - HALF_A_DATE:
            marks.append((day.toordinal(), short_day(day, texts)))
            free_from = x + ROOM_FOR_A_DATE
    return marks or [(days[-1].toordinal(), short_day(days[-1], texts))]


def _bar_width(axes: Axes, days: int) -> float:
    width = BAR_SHARE * (axes.x(axes.start + days) - axes.x(axes.start))
    return min(max(width, THINNEST_BAR), WIDEST_BAR)


def _stacked(
    axes: Axes, left: float, right: float, layers: Sequence[tuple[str, float]]
) -> Iterator[Markup]:
    """A bar of several layers, the first at the bottom."""
    reached = 0.0
    for name, amount in layers:
        if amount:
            yield box(f"bar {name}", left, right, axes.y(reached + amount), axes.y(reached))
            reached += amount


def _pain(session: PastSession, axes: Axes) -> Iterator[Markup]:
    x = axes.x(_place(session.started))
    before, after = session.pain_before, session.pain_after
    if before is not None and after is not None:
        yield path("line", f"M{x:.1f} {axes.y(before):.1f}V{axes.y(after):.1f}")
    for kind, level, radius in (("before", before, 5.5), ("after", after, 4)):
        if level is not None:
            yield dot(kind, x, axes.y(level), radius)


def _place(moment: datetime) -> float:
    return moment.toordinal() + (moment.hour + moment.minute / 60) / 24
