"""The report: one file, kind words, nothing hidden."""

import html
import re
from html.parser import HTMLParser

import pytest

from formcheck.exercises.exercise import Exercise
from formcheck.form.checker import FormChecker
from formcheck.pose.pose import Pose
from formcheck.results.document.compose import RunFacts, compose
from formcheck.results.document.judged_set import JudgedSet
from formcheck.results.report.key_frames import KeyFrames
from formcheck.results.report.measure_series import MeasureSeries
from formcheck.results.report.report import report
from formcheck.results.report.report_cards import ReportPlots
from formcheck.results.report.report_part import ReportPart
from formcheck.results.report.report_unrecognised import report_unrecognised
from formcheck.results.result_document import InputRead, ResultDocument
from formcheck.texts.entries import languages
from formcheck.texts.texts import Texts, load_texts
from tests.results import sessions

VOID = {"meta", "img", "br", "path", "rect"}


class Balanced(HTMLParser):
    """Fails unless every element is closed in the right order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def page(
    poses: list[Pose],
    path: str = "clip.mp4",
    texts: Texts | None = None,
    film: str | None = None,
) -> tuple[str, ResultDocument]:
    part = part_of(poses, path)
    return report(part.document, (part,), texts, film), part.document


def part_of(
    poses: list[Pose], path: str = "clip.mp4", exercise: Exercise | None = None
) -> ReportPart:
    exercise = exercise or sessions.exercise()
    checker, series, key_frames = FormChecker(exercise), MeasureSeries(exercise), KeyFrames()
    for moment in sessions.moments(poses, exercise):
        checker.update(moment.pose)
        series.update(moment)
        key_frames.update(moment)
    read = InputRead(
        path=path, kind="video", width=640, height=480, duration_s=14, frames=140, rotation=0
    )
    document = compose(
        (JudgedSet(checker.finish(), None, 2.0, 12.0),), RunFacts(read, "full", (), 1.0)
    )
    plots = ReportPlots(series.counted_on, series.repetition, series.criteria)
    return ReportPart(document, exercise, plots, key_frames.pictures(document.reps))


@pytest.fixture(scope="module")
def shallow() -> str:
    return page(sessions.push_ups(3, bottom=125))[0]


def test_it_is_well_formed_and_loads_nothing_from_anywhere(shallow: str) -> None:
    parser = Balanced()
    parser.feed(shallow)
    assert parser.open == []
    assert all(link.startswith("data:") for link in parser.links)
    assert "<script" not in shallow
    assert not re.search(r"url\(|@import|https?://", shallow)


def test_what_to_change_stands_before_the_details(shallow: str) -> None:
    assert "0 of 3 repetitions good." in shallow
    assert shallow.index("Go down a little more") < shallow.index("Point by point")


def test_of_several_sets_each_says_at_the_top_what_to_work_on_first() -> None:
    parts = part_of(sessions.push_ups(3)), part_of(sessions.push_ups(3, bottom=125))
    text = report(parts[0].document, parts)
    good, shallow = re.findall(r"<tr data-time.*?</tr>", text[: text.index("<h2")], re.DOTALL)
    [cue] = {one.cue for one in parts[1].document.criteria if one.cue}
    assert cue in shallow
    assert cue not in good


def test_every_verdict_is_a_word_and_a_sign_beside_its_colour(shallow: str) -> None:
    chips = re.findall(r'<span class="chip (\w+)">(.*?)</span>', shallow)
    assert set(chips) <= {
        ("good", "✓ good"),
        ("fault", "✗ to improve"),
        ("unknown", "? unclear"),
    }
    assert ("fault", "✗ to improve") in chips


def test_two_plots_of_a_criterion_are_told_apart(shallow: str) -> None:
    """The body's line and how far the hips are stretched are one criterion, its depth another."""
    named = re.findall(r'<p class="quiet">([^<]+)</p>\s*<svg', shallow)
    assert [name.split(" (")[0] for name in named if "(" in name] == ["Body line", "Hip extension"]


def test_there_is_a_picture_of_each_repetition(shallow: str) -> None:
    assert shallow.count("data:image/jpeg;base64,") == 3
    assert all(f"Repetition {number} " in shallow for number in (1, 2, 3))


def test_it_says_once_that_it_is_no_medical_advice(shallow: str) -> None:
    assert shallow.count("not medical advice") == 1


def test_a_report_of_nothing_says_why_and_is_not_praise() -> None:
    text, _ = page(sessions.nobody())
    assert "no person could be found" in text
    assert "Well done" not in text
    assert "chip good" not in text


@pytest.mark.parametrize("language", languages())
def test_the_page_speaks_every_language(language: str) -> None:
    texts = load_texts(language)
    text, _ = page(sessions.push_ups(1), texts=texts)
    parser = Balanced()
    parser.feed(text)
    assert parser.open == []
    assert f'<html lang="{language}">' in text
    assert f"<h2>{texts.text('report.table.heading')}</h2>" in text


@pytest.mark.parametrize(
    "path", ["<script>alert(1)</script>.mp4", '<img src=x onerror="alert(1)">.mp4']
)
def test_a_path_cannot_smuggle_markup_in(path: str) -> None:
    text, document = page(sessions.nobody(0.5), path=path)
    for shown in (text, report_unrecognised(document)):
        assert path not in shown
        assert html.escape(path).replace("&quot;", "&#34;") in shown


def test_where_no_exercise_was_recognised_the_page_says_what_may_help() -> None:
    _, document = page(sessions.push_ups(1))
    text = report_unrecognised(document)
    parser = Balanced()
    parser.feed(text)
    assert parser.open == []
    assert "Record at least two repetitions" in text
    assert text.count("not medical advice") == 1


def test_many_repetitions_keep_the_page_small() -> None:
    text, document = page(sessions.push_ups(40))
    assert document.summary.reps == 40
    assert text.count("data:image/jpeg;base64,") == 24
    assert "16 repetitions without a picture" in text
    assert len(text) < 2_000_000
