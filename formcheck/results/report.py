"""report.html: one file that opens anywhere, for the person and for their physiotherapist."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.measure.catalogue import DEGREES
from formcheck.results.compose import unit_of
from formcheck.results.html_page import NOT_ADVICE, page
from formcheck.results.key_frames import KeyFrame
from formcheck.results.measure_plot import clock, criterion_plot, repetition_plot
from formcheck.results.measure_series import MeasureSeries
from formcheck.results.result_document import (
    CriterionJudged,
    RepetitionJudged,
    ResultDocument,
    VerdictName,
)
from formcheck.results.wording import (
    SYMBOLS,
    VERDICTS,
    capitalised,
    counted,
    found_text,
    headline,
    in_words,
    missing_sides_line,
    recognised_line,
    rule_text,
    things_to_improve,
    why_unknown,
)


def report(
    document: ResultDocument,
    exercise: Exercise,
    course: MeasureSeries,
    pictures: Sequence[KeyFrame],
) -> str:
    """The whole page; nothing in it is loaded from anywhere else."""
    sections = (
        _summary(document, exercise),
        _pictures(document, pictures),
        _course(document, exercise, course),
        _criteria(document, exercise, course),
        _repetitions(document),
        _about(document, exercise),
    )
    return page(
        f"{exercise.title} – {document.input.path}",
        exercise.title,
        document.input.path,
        files(__package__).joinpath("report.css").read_text("utf-8"),
        "".join(sections),
    )


def _summary(document: ResultDocument, exercise: Exercise) -> str:
    parts = [
        f'<p class="headline">{chip(document.summary.verdict)} {escape(headline(document))}</p>'
    ]
    if document.summary.verdict == "unknown":
        parts.append(f'<p class="note">Why: {escape(why_unknown(document, exercise))}.</p>')
    cues = things_to_improve(document)
    if cues:
        first = (
            "One thing to work on:" if len(cues) == 1 else "What to work on, first things first:"
        )
        items = "".join(f"<li>{escape(cue)}</li>" for cue in cues)
        parts.append(f"<p>{first}</p><ul>{items}</ul>")
    elif document.summary.verdict == "good":
        parts.append("<p>Well done. Everything that was judged is as it should be.</p>")
    parts.extend(
        f'<p class="note">{escape(text)}</p>'
        for text in (missing_sides_line(document), *document.warnings)
        if text
    )
    recognised = recognised_line(document, titled=False)
    if recognised:
        parts.append(
            f'<p class="quiet">{escape(recognised)}. If it was another exercise, name it '
            "and analyse it again.</p>"
        )
    if document.input.kind != "image":
        parts.append(f'<div class="figures">{"".join(_figures(document))}</div>')
    return f"<section>{''.join(parts)}</section>\n"


def _figures(document: ResultDocument) -> Iterator[str]:
    summary = document.summary
    yield f"<div><b>{summary.reps}</b><span>repetitions</span></div>"
    yield f"<div><b>{summary.good_reps}</b><span>of them good</span></div>"
    yield f"<div><b>{summary.hold_s:.1f} s</b><span>held in all</span></div>"
    yield f"<div><b>{clock(round(document.input.duration_s, 1))}</b><span>recorded</span></div>"
    yield f"<div><b>{document.pose.coverage:.0%}</b><span>of it in full view</span></div>"


def _pictures(document: ResultDocument, pictures: Sequence[KeyFrame]) -> str:
    if not pictures:
        return ""
    titles = {one.id: one.title for one in document.criteria}
    verdicts = {one.number: one.verdict for one in document.reps}
    figures = "".join(_figure(picture, titles, verdicts) for picture in pictures)
    numbered = sum(1 for picture in pictures if picture.number is not None)
    left_out = document.summary.reps - numbered
    note = f'<p class="quiet">{counted(left_out, "repetition")} without a picture.</p>'
    return (
        f'<section><h2>What was seen</h2><div class="pictures">{figures}</div>'
        f"{note if numbered and left_out > 0 else ''}</section>\n"
    )


def _figure(
    picture: KeyFrame, titles: Mapping[str, str], verdicts: Mapping[int, VerdictName]
) -> str:
    caption = "As the camera saw you"
    if picture.number is not None:
        what = f"to improve: {titles[picture.criterion]}" if picture.criterion else "furthest point"
        verdict = chip(verdicts[picture.number])
        caption = f"Repetition {picture.number} {verdict}<br>{escape(what)}, {picture.time_s:.1f} s"
    data = b64encode(picture.jpeg).decode("ascii")
    width, height = picture.size
    return (
        f'<figure><img width="{width}" height="{height}" alt="" '
        f'src="data:image/jpeg;base64,{data}"><figcaption>{caption}</figcaption></figure>'
    )


def _course(document: ResultDocument, exercise: Exercise, course: MeasureSeries) -> str:
    if document.input.kind == "image":
        return ""
    name = exercise.repetition.measure
    label = f"{in_words(name)} over time"
    plot = repetition_plot(course.repetition, document.reps, label, _sign(unit_of(name)))
    if not plot:
        return ""
    return (
        f"<section><h2>How it went</h2>"
        f'<p class="quiet">{escape(capitalised(in_words(name)))} over time; repetitions are '
        f'numbered.</p><div class="scroll wide">{plot}</div></section>\n'
    )


def _criteria(document: ResultDocument, exercise: Exercise, course: MeasureSeries) -> str:
    if not document.criteria:
        return ""
    by_id = {criterion.id: criterion for criterion in exercise.criteria}
    plotted = document.input.kind != "image"
    cards = "".join(
        _card(one, by_id[one.id], course if plotted else None) for one in document.criteria
    )
    legend = (
        '<p class="quiet">Shaded: the range that is right, while it is judged. Orange line: '
        "where it was not.</p>"
    )
    return (
        f"<section><h2>Point by point</h2>{legend if plotted else ''}"
        f'<div class="criteria">{cards}</div></section>\n'
    )


def _card(one: CriterionJudged, criterion: Criterion, course: MeasureSeries | None) -> str:
    rules = [rule_text(condition, criterion.during) for condition in criterion.conditions]
    lines = [
        f"<header><h3>{escape(one.title)}</h3>{chip(one.verdict)}</header>",
        f'<p class="cue">{escape(one.cue)}</p>' if one.cue else "",
        *(f"<p>{escape(capitalised(rule))}.</p>" for rule in rules),
        f"<p>{found_text(one)}</p>",
        f'<p class="quiet">{escape(criterion.why)}</p>',
    ]
    if course is not None:
        for measure, series in course.criteria[one.id].items():
            label = f"{one.title}: {in_words(measure)} over time"
            lines.append(criterion_plot(series, label, _sign(unit_of(measure))))
    return f'<div class="criterion">{"".join(lines)}</div>'


def _repetitions(document: ResultDocument) -> str:
    if not document.reps:
        return ""
    titles = {one.id: one.title for one in document.criteria}
    rows = "".join(_row(one, titles) for one in document.reps)
    return (
        '<section><h2>Repetition by repetition</h2><div class="scroll"><table><thead><tr>'
        '<th class="number">No.</th><th>Verdict</th><th>Side</th><th class="number">From</th>'
        '<th class="number">To</th><th class="number">Held</th><th>To improve</th>'
        f"</tr></thead><tbody>{rows}</tbody></table></div></section>\n"
    )


def _row(one: RepetitionJudged, titles: Mapping[str, str]) -> str:
    faults = "<br>".join(escape(titles.get(fault, fault)) for fault in one.faults)
    return (
        f'<tr><td class="number">{one.number}</td><td>{chip(one.verdict)}</td>'
        f'<td>{one.side or "–"}</td><td class="number">{one.start_s:.1f} s</td>'
        f'<td class="number">{one.end_s:.1f} s</td><td class="number">{one.hold_s:.1f} s</td>'
        f"<td>{faults}</td></tr>"
    )


def _about(document: ResultDocument, exercise: Exercise) -> str:
    cautions = "".join(f"<li>{escape(caution)}</li>" for caution in exercise.cautions)
    view = document.view
    return (
        f"<section><h2>About this report</h2>{f'<ul>{cautions}</ul>' if cautions else ''}"
        f"<p>{NOT_ADVICE}</p>"
        f'<p class="quiet">Camera view: expected {view.expected}, seen {view.seen}. '
        f"A person was found in {document.pose.frames_with_pose} of "
        f"{counted(document.input.frames, 'frame')}, with the model "
        f"{escape(document.pose.model)}. Angles from one camera are good to some 5 to 10 degrees "
        "in the expected view.</p></section>\n"
    )


def chip(verdict: VerdictName) -> str:
    """A verdict as a coloured label with a sign and a word."""
    return f'<span class="chip {verdict}">{SYMBOLS[verdict]} {VERDICTS[verdict]}</span>'


def _sign(unit: str) -> str:
    return "°" if unit == DEGREES else ""
