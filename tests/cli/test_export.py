"""`formcheck export`: saved results in other formats, as their user meets it."""

import json
import shutil
import sys
from pathlib import Path

import pandas
import pytest
from pyarrow import parquet

from formcheck.analysis.judging.judge_input import judge_input
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.results.tables.csv_format import CsvFormat, CsvKind
from tests.cli.running import run_here
from tests.results import sessions


def result(out: Path, name: str, number: int, form: CsvFormat | None = None) -> Path:
    """The folder of a recording of so many push-ups."""
    out.mkdir(parents=True, exist_ok=True)
    with PoseTrackWriter(out / f"{name}.npz", model="full") as writer:
        for pose in sessions.push_ups(number):
            writer.write(pose)
    judge_input(
        out / f"{name}.npz",
        sessions.exercise(),
        prepare=lambda: sessions.known([]),
        place=(out, name),
        csv=form or CsvFormat(),
    )
    return out / name


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """Two recordings, one of them written for a German Excel."""
    result(tmp_path / "out", "monday", 1)
    result(tmp_path / "out/later", "friday", 2, CsvFormat.of(CsvKind.EXCEL, "de"))
    return tmp_path / "out"


def test_many_recordings_are_two_tables(results: Path, tmp_path: Path) -> None:
    ended = run_here("export", str(results), "--parquet", str(tmp_path / "all"))
    assert ended.status == 0, ended.err
    reps = pandas.read_parquet(tmp_path / "all/reps.parquet")
    assert reps.groupby("recording")["number"].max().to_dict() == {"friday": 2, "monday": 1}
    assert reps["peak elbow_from_reach.right"].between(60, 100).all()
    frames = pandas.read_parquet(tmp_path / "all/measures.parquet")
    assert frames["elbow_from_reach.right"].between(0, 180).all()
    assert frames.groupby("recording")["time_s"].max().to_dict() == {"friday": 9.9, "monday": 5.9}
    assert parquet.ParquetFile(tmp_path / "all/measures.parquet").num_row_groups == 2


def test_recordings_of_one_name_are_told_apart(results: Path, tmp_path: Path) -> None:
    shutil.copytree(results / "monday", results / "later/monday")
    run_here("export", str(results), "--parquet", str(tmp_path / "all"))
    reps = pandas.read_parquet(tmp_path / "all/reps.parquet")
    assert set(reps["recording"]) == {"friday", "later/monday", "out/monday"}


def test_markers_lie_beside_each_result(results: Path) -> None:
    ended = run_here("export", str(results / "monday"), "--trc", "--c3d")
    assert ended.status == 0, ended.err
    assert (results / "monday/markers.trc").stat().st_size > 1000
    assert (results / "monday/markers.c3d").stat().st_size > 1000
    assert not list((results / "monday").glob(".*"))


def test_a_result_that_cant_be_exported_costs_itself_alone(results: Path) -> None:
    (results / "monday/poses.npz").unlink()
    ended = run_here("export", str(results), "--trc")
    assert ended.status == 2
    assert "monday" in ended.complaint
    assert (results / "later/friday/markers.trc").is_file()


def test_a_table_that_cant_be_read_costs_itself_alone(results: Path, tmp_path: Path) -> None:
    table = results / "monday/measures.csv"
    rows = table.read_text("utf-8").splitlines()
    table.write_text("\n".join([*rows[:5], rows[5].replace("push-up", "1,2,3"), *rows[6:]]))
    ended = run_here("export", str(results), "--parquet", str(tmp_path / "all"))
    assert ended.status == 2
    assert "monday/measures.csv is damaged" in ended.complaint
    frames = pandas.read_parquet(tmp_path / "all/measures.parquet")
    assert set(frames["recording"]) == {"friday"}
    reps = pandas.read_parquet(tmp_path / "all/reps.parquet")
    assert set(reps["recording"]) == {"friday", "monday"}


def test_a_damaged_result_is_told(results: Path) -> None:
    (results / "monday/result.json").write_text(json.dumps({"schema": 1}))
    ended = run_here("export", str(results), "--trc")
    assert ended.status == 2
    assert "is no result of schema 2, or is damaged" in ended.complaint


def test_where_there_is_no_result_it_says_how_to_make_one(tmp_path: Path) -> None:
    ended = run_here("export", str(tmp_path), "--trc")
    assert ended.status == 2
    assert "formcheck analyse" in ended.complaint


def test_something_must_be_asked_for(results: Path) -> None:
    ended = run_here("export", str(results))
    assert ended.status == 2
    assert "--trc, --c3d or --parquet" in ended.complaint


def test_without_the_library_it_says_what_to_install(
    results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ended = run_here("export", str(results), "--parquet", str(results / "all"))
    assert ended.status == 2
    assert 'pip install "formcheck[biomechanics]"' in ended.complaint


def test_analyse_writes_for_a_german_excel(results: Path, tmp_path: Path) -> None:
    ended = run_here(
        "analyse",
        str(results / "monday.npz"),
        "-e",
        "push-up",
        "--out",
        str(tmp_path / "german"),
        "--csv",
        "excel",
        "--language",
        "de",
    )
    assert ended.status == 0, ended.err
    text = (tmp_path / "german/monday/reps.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeffset;exercise;number;")
    assert ";80,0;" in text


def test_a_file_in_the_place_of_the_tables_folder_is_told_with_the_option(
    results: Path, tmp_path: Path
) -> None:
    (tmp_path / "all").touch()
    ended = run_here("export", str(results), "--parquet", str(tmp_path / "all"))
    assert ended.status == 2
    assert "is a file, not a folder. Give another folder with --parquet." in ended.complaint
