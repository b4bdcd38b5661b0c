"""The part of the history's page that tells of one exercise over time."""

from dataclasses import dataclass

from markupsafe import Markup

from formcheck.history import plots
from formcheck.history.exercise_progress import ExerciseProgress, PeriodAmount
from formcheck.history.history_wording import (
    day_text,
    duration_text,
    fault_words,
    hold_words,
    motion_words,
)
from formcheck.history.html_table import Cell, HtmlTable, number, table, words
from formcheck.results.wording.measure_wording import in_words, number_text, unit_name
from formcheck.texts.texts import Texts


@dataclass(frozen=True)
class ExerciseSection:
    """What is told of an exercise; a plot is empty where there is nothing to draw."""

    title: str
    told: str
    progress_plot: Markup
    progress_caption: str
    repetition_plot: Markup
    table: HtmlTable


def exercise_section(progress: ExerciseProgress, most_weeks: int, texts: Texts) -> ExerciseSection:
    """How far or how long the exercise went, and its repetitions.

    most_weeks: rows of the table, the newest ones.
    """
    words_of = hold_words if progress.for_holding else motion_words
    told = " ".join(filter(None, (words_of(progress, texts), fault_words(progress, texts))))
    plot_of = plots.hold_plot if progress.for_holding else plots.motion_plot
    return ExerciseSection(
        progress.title,
        told,
        plot_of(progress, told, texts),
        _caption(progress, texts),
        plots.repetition_bars(progress, told, texts),
        _table(progress, most_weeks, texts),
    )


def _caption(progress: ExerciseProgress, texts: Texts) -> str:
    if progress.for_holding:
        what = texts.text("history.exercise.held")
    else:
        what = texts.text(
            "history.exercise.motion",
            measure=in_words(progress.measure, texts) if progress.measure else "",
        )
    return texts.text("history.exercise.middle", what=what)


def _table(progress: ExerciseProgress, most_weeks: int, texts: Texts) -> HtmlTable:
    sides = {one.side for each in progress.by_week for one in each.repetitions}
    two_sided = not sides.isdisjoint(("left", "right"))
    keys = ["repetitions", "good", "held", "longest" if progress.for_holding else "range"]
    keys += ["left", "right"] if two_sided else []
    named = {key: texts.text(f"history.exercise.table.{key}") for key in keys}
    if "range" in named and progress.unit and not progress.unit.sign:
        named["range"] = texts.text(
            "history.exercise.table.range_in", unit=unit_name(progress.unit, texts)
        )
    headings = [texts.text("history.week_from"), *named.values(), texts.text("history.to_improve")]
    newest = list(reversed(progress.by_week))[:most_weeks]
    return table(headings, [_row(one, progress, two_sided, texts) for one in newest])


def _row(
    week: PeriodAmount, progress: ExerciseProgress, two_sided: bool, texts: Texts
) -> tuple[Cell, ...]:
    sides = (None, "left", "right") if two_sided else (None,)
    faults = [f"{title}: {times}" for title, times in week.faults.most_common()]
    return (
        words(day_text(week.since, texts)),
        number(str(len(week.repetitions))),
        number(str(week.counted("good"))),
        number("–" if week.hold_s is None else duration_text(week.hold_s)),
        *(number(_reached(week, side, progress, texts)) for side in sides),
        words(*faults),
    )


def _reached(week: PeriodAmount, side: str | None, progress: ExerciseProgress, texts: Texts) -> str:
    """The longest hold, or the middle range of motion; of one side where it is given."""
    if progress.for_holding:
        holds = week.holds(side)
        return "–" if holds is None else duration_text(holds.most)
    motions = week.motions(side)
    if motions is None or progress.unit is None:
        return "–"
    return number_text(motions.median, progress.unit, texts)
