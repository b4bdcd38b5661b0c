"""The page: one file, every number also in a table, nothing loaded from anywhere."""

import re
import subprocess
from base64 import b64decode
from datetime import date, datetime, timedelta
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from formcheck.history.export import table
from formcheck.history.history_page import history_page
from formcheck.history.past import Activity, History
from formcheck.history.read import read_history
from formcheck.texts.entries import languages
from formcheck.texts.texts import load_texts
from tests.browser import browser
from tests.history.builders import CENTRAL_EUROPE, Done, eight_weeks, session
from tests.patience import PATIENCE_S
from tests.results.test_report import Balanced

FIRST = date(2026, 1, 5)
TODAY = FIRST + timedelta(weeks=7, days=4)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    path = tmp_path_factory.mktemp("history") / "history.sqlite3"
    eight_weeks(path, FIRST)
    return read_history(path)


@pytest.fixture(scope="module")
def page(history: History) -> str:
    return history_page(history, TODAY)


def test_it_is_well_formed_and_loads_nothing_from_anywhere(page: str) -> None:
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []
    [table] = parser.links
    assert table.startswith("data:text/csv;base64,")
    assert "<script" not in page
    assert not re.search(r"url\(|@import|https?://", page)


def test_who_gets_it_can_take_every_repetition_out_of_it(page: str, history: History) -> None:
    (coded,) = re.findall(r'href="data:text/csv;base64,([^"]+)"', page)
    assert b64decode(coded).decode() == table(history)


def test_it_says_what_is_in_it(page: str, history: History) -> None:
    number = len(history.sessions)
    assert f"holds {number} sessions and 0 added activities from 5 Jan 2026 to" in page
    assert "no picture, no name" in page


def test_this_week_stands_first(page: str) -> None:
    assert "2 of 2" in page
    assert page.index("This week") < page.index("Week by week") < page.index("Bird dog")


def test_every_plot_has_a_name_and_words_for_those_who_cannot_see_it(page: str) -> None:
    drawings = re.findall(r"<svg.*?</svg>", page)
    assert len(drawings) == 2 + 2 * 4
    for drawing in drawings:
        assert re.search(r'role="img" aria-label="[^"]+"><title>[^<]+</title>', drawing)
    described = [drawing for drawing in drawings if "<desc>" in drawing]
    assert len(described) >= 8


def test_the_numbers_of_the_plots_stand_in_tables(page: str) -> None:
    tables = re.findall(r"<table>.*?</table>", page, re.DOTALL)
    assert len(tables) == 1 + 4 + 1
    assert all('scope="col"' in one and 'scope="row"' in one for one in tables)
    assert tables[0].count("<tr>") == 1 + 8


def test_sides_are_compared_where_one_side_works_at_a_time(page: str) -> None:
    bird_dog = page[page.index("<h2>Bird dog") : page.index("<h2>Bridge")]
    bridge = page[page.index("<h2>Bridge") :]
    assert "Left" in bird_dog
    assert "Left" not in bridge


def test_what_is_done_for_its_hold_shows_how_long_it_was_held(page: str) -> None:
    plank = page[page.index("<h2>Plank") :]
    assert "Your longest hold has grown from 10 s to 31 s." in plank
    assert "Plank: seconds held over time" in plank
    assert "Plank: range of motion" not in plank


def test_it_says_once_that_it_is_no_medical_advice(page: str) -> None:
    assert page.count("not medical advice") == 1


def test_an_empty_history_is_a_kind_page() -> None:
    text = history_page(History(), TODAY)
    assert "Nothing here yet, and that is fine" in text
    assert "<svg" not in text


def test_a_single_session_can_be_drawn(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    at = datetime(2026, 2, 25, 18, tzinfo=CENTRAL_EUROPE)
    session(path, at, {"bridge": [Done()]}, pain=(3, None))
    text = history_page(read_history(path), TODAY)
    assert "3 → –" in text
    assert "nan" not in text


def test_activities_alone_are_a_history() -> None:
    at = datetime(2026, 2, 25, 18, tzinfo=CENTRAL_EUROPE)
    text = history_page(History((), (Activity(at, "walk", 30),)), TODAY)
    assert "30 of 150" in text


@pytest.mark.parametrize("language", languages())
def test_the_page_speaks_every_language(history: History, language: str) -> None:
    texts = load_texts(language)
    text = history_page(history, TODAY, texts)
    assert f'<html lang="{language}">' in text
    assert f"<h2>{texts.text('history.weeks.heading')}</h2>" in text


def test_a_name_cannot_smuggle_markup_in(history: History) -> None:
    from dataclasses import replace

    one = history.sessions[0]
    sets = tuple(replace(each, title="<script>alert(1)</script>") for each in one.sets)
    text = history_page(History((replace(one, sets=sets),)), TODAY)
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_years_of_history_keep_the_page_readable(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    for week in range(0, 150, 2):
        at = datetime(2023, 5, 1, 18, tzinfo=CENTRAL_EUROPE) + timedelta(weeks=week)
        session(path, at, {"bridge": [Done()]}, pain=(3, 2))
    text = history_page(read_history(path), TODAY)
    assert "earlier sessions not listed" in text
    assert all(
        table.count("<tr>") <= 31 for table in re.findall(r"<table>.*?</table>", text, re.DOTALL)
    )


def shown_at(width: int, page: str, folder: Path, *settings: str) -> NDArray[np.uint8]:
    """The upper part of the page as a browser shows it, in BGR."""
    written, picture = folder / "history.html", folder / "shown.png"
    written.write_text(page, "utf-8")
    size = (f"--window-size={width},2400", f"--screenshot={picture}")
    command, home = browser(written, "--hide-scrollbars", *settings, *size)
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_S, env=home)
    shown = cv2.imread(str(picture))
    assert shown is not None
    assert shown.shape[1] == width
    return np.asarray(shown, np.uint8)


@pytest.mark.parametrize("width", [390, 1100])
def test_nothing_reaches_beyond_the_edge_of_the_screen(
    page: str, width: int, tmp_path: Path
) -> None:
    shown = shown_at(width, page, tmp_path)
    assert shown[:, -8:].std(axis=(0, 1)).max() == 0
    assert shown.std() > 10


def test_it_is_dark_where_the_person_s_screen_is(page: str, tmp_path: Path) -> None:
    dark = shown_at(1100, page, tmp_path, "--blink-settings=preferredColorScheme=0")
    assert shown_at(1100, page, tmp_path).mean() > 200
    assert dark.mean() < 60
