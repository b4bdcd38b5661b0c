"""What a report says of each criterion: its rules, what was found, and how it went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.form.vocabulary import unit_of
from formcheck.results.report.measure_plot import criterion_plot
from formcheck.results.report.thinned_series import ThinnedSeries
from formcheck.results.result_document import CriterionJudged, ResultDocument
from formcheck.results.wording.measure_wording import drawn_name, in_words, rule_text
from formcheck.results.wording.result_wording import capitalised, found_text
from formcheck.texts.texts import Texts


@dataclass(frozen=True)
class ReportPlots:
    """What went over the session, for the report's plots.

    counted_on: the name of the measure that repetitions were counted on. signal: how it went.
    criteria: how each criterion's measures went, by the criterion's id and the measure's name.
    """

    counted_on: str
    signal: ThinnedSeries
    criteria: Mapping[str, Mapping[str, ThinnedSeries]]


@dataclass(frozen=True)
class _Plot:
    """What went over time, with the name of the measure."""

    measure: str
    drawing: Markup


@dataclass(frozen=True)
class CriterionCard:
    """A criterion with all that is told of it."""

    judged: CriterionJudged
    rules: Sequence[str]
    found: str
    why: str
    plots: Sequence[_Plot]


def criterion_cards(
    document: ResultDocument, exercise: Exercise, plots: ReportPlots | None, texts: Texts
) -> Iterator[CriterionCard]:
    """Of each criterion one. plots: None where nothing is known over time."""
    by_id = {criterion.id: criterion for criterion in exercise.criteria}
    for judged in document.criteria:
        criterion = by_id[judged.id]
        rules = [
            rule_text(condition, criterion.phase_of(condition), texts)
            for condition in criterion.conditions
        ]
        yield CriterionCard(
            judged,
            [f"{capitalised(rule)}." for rule in rules],
            found_text(judged, texts),
            criterion.why,
            [] if plots is None else list(_criterion_plots(criterion, judged, plots, texts)),
        )


def _criterion_plots(
    criterion: Criterion, judged: CriterionJudged, plots: ReportPlots, texts: Texts
) -> Iterator[_Plot]:
    for measure, series in plots.criteria[criterion.id].items():
        name = in_words(measure, texts)
        label = texts.text("report.criteria.label", title=judged.title, measure=name)
        unit = unit_of(measure)
        # The error is that of the measure that the verdict rests on.
        error = judged.error if unit.name == judged.unit else None
        drawing = criterion_plot(series, label, unit, texts, error)
        yield _Plot(capitalised(drawn_name(measure, texts)), drawing)
