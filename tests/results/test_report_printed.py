"""The report on paper, as a browser prints it: two pages, whatever was done and however it went."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from formcheck.exercises.load import library
from formcheck.exercises.translation import translated
from formcheck.results.report.report import report
from formcheck.results.report.report_part import ReportPart
from formcheck.texts.entries import languages
from formcheck.texts.texts import load_texts
from tests.printing import printed_pages
from tests.results import sessions
from tests.results.test_report import part_of

MOST_PAGES = 2

WELL_DONE = sessions.push_ups(10)
TOO_SHALLOW = sessions.push_ups(10, bottom=125)


def pages_of(parts: Sequence[ReportPart], language: str, folder: Path) -> int:
    return printed_pages(report(parts[0].document, parts, load_texts(language)), folder)


@pytest.mark.slow
@pytest.mark.parametrize("language", languages())
def test_one_set_with_much_that_is_open_is_printed_on_two_pages(
    language: str, tmp_path: Path
) -> None:
    """Push-ups held against all that is asked of a bird dog: nothing of it can be judged."""
    parts = [part_of(WELL_DONE, exercise=translated(library()["bird-dog"], load_texts(language)))]
    assert len(parts[0].document.criteria) >= 8
    assert pages_of(parts, language, tmp_path) <= MOST_PAGES


@pytest.mark.slow
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("number", [2, 3])
def test_so_many_sets_of_ten_repetitions_are_printed_on_two_pages(
    number: int, language: str, tmp_path: Path
) -> None:
    exercise = translated(library()["push-up"], load_texts(language))
    done = [TOO_SHALLOW, WELL_DONE, TOO_SHALLOW][:number]
    parts = [part_of(poses, exercise=exercise) for poses in done]
    assert [part.document.summary.reps for part in parts] == [10] * number
    assert pages_of(parts, language, tmp_path) <= MOST_PAGES
