"""Every column of the tables is told, with its unit; each measure has its error beside it."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.results.tables.csv_format import CsvFormat, CsvKind
from formcheck.results.tables.csv_tables import MeasuresTable
from formcheck.results.tables.data_dictionary import write_data_dictionary
from formcheck.texts.texts import load_texts
from tests.results import sessions


def judged(folder: Path, form: CsvFormat) -> Analysis:
    """Two push-ups, with everything written."""
    with PoseTrackWriter(folder / "clip.npz", model="full") as writer:
        for pose in sessions.push_ups(2):
            writer.write(pose)
    return judge_input(
        folder / "clip.npz",
        sessions.exercise(),
        prepare=lambda: sessions.known([]),
        place=(folder, "clip"),
        csv=form,
    )


def rows(path: Path, separator: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("tables")
    judged(place, CsvFormat())
    return place / "clip"


def columns_told(folder: Path, table: str) -> Mapping[str, dict[str, str]]:
    told = rows(folder / "data_dictionary.csv")
    return {row["column"]: row for row in told if row["table"] == table}


@pytest.mark.parametrize("table", ["measures.csv", "reps.csv"])
def test_every_column_is_told_in_the_order_of_the_table(folder: Path, table: str) -> None:
    assert list(columns_told(folder, table)) == list(rows(folder / table)[0])


def test_a_measure_has_its_unit_its_meaning_and_its_error(folder: Path) -> None:
    told = columns_told(folder, "measures.csv")
    assert told["elbow_from_reach.left"]["unit"] == "degrees"
    assert told["elbow_from_reach.left"]["meaning"].endswith("(left side)")
    assert told["elbow_from_reach.left error"]["unit"] == "degrees"
    assert told["hips_across"]["unit"] == "trunk lengths"
    assert told["time_s"]["unit"] == "seconds"
    assert all(row["meaning"] for row in told.values())


def test_in_german_units_and_meanings_are_german_and_names_stay(tmp_path: Path) -> None:
    found = {}
    for language in ("en", "de"):
        path = tmp_path / f"{language}.csv"
        write_data_dictionary(path, ["knee.left", "hips_across"], ["neck"], load_texts(language))
        found[language] = rows(path)
    for english, german in zip(found["en"], found["de"], strict=True):
        assert (english["table"], english["column"]) == (german["table"], german["column"])
        assert english["meaning"] != german["meaning"]
        assert (english["unit"] == german["unit"]) == (not english["unit"])


def test_an_error_is_written_where_it_is_known_and_else_left_empty(tmp_path: Path) -> None:
    [moment, *_] = sessions.moments(sessions.push_ups(1))
    known = replace(moment.state, measures={"knee.left": 170.0, "neck": 12.34}, errors={"neck": 3})
    table = MeasuresTable(tmp_path / "measures.csv", ())
    table.update(replace(moment, state=known))
    table.close()
    [row] = rows(tmp_path / "measures.csv")
    assert (row["knee.left"], row["knee.left error"]) == ("170.0", "")
    assert (row["neck"], row["neck error"]) == ("12.3", "3.0")


def test_a_german_excel_reads_the_same_numbers(folder: Path, tmp_path: Path) -> None:
    judged(tmp_path, CsvFormat.of(CsvKind.EXCEL, "de"))
    for name in ("measures.csv", "reps.csv", "data_dictionary.csv"):
        german = rows(tmp_path / "clip" / name, ";")
        plain = rows(folder / name)
        numbers = [{key: cell.replace(",", ".") for key, cell in row.items()} for row in german]
        if name == "data_dictionary.csv":
            assert german == plain, "English, as the report is"
        else:
            assert numbers == plain
