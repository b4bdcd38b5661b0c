"""`formcheck compare`: results side by side, as their user meets it."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from formcheck.analysis.judging.judge_input import judge_input
from formcheck.exercises.load import library
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.texts.entries import languages
from tests.cli.running import Ended, run_here
from tests.printing import printed_pages
from tests.results import sessions


def result(out: Path, name: str, poses: list[Pose], exercise: str = "push-up") -> Path:
    out.mkdir(parents=True, exist_ok=True)
    with PoseTrackWriter(out / f"{name}.npz", model="full") as writer:
        for pose in poses:
            writer.write(pose)
    judge_input(
        out / f"{name}.npz",
        library()[exercise],
        prepare=lambda: sessions.known([]),
        place=(out, name),
    )
    return out / name


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Push-ups that went to 150 degrees in October, and to 70 degrees in November."""
    place = tmp_path_factory.mktemp("results")
    result(place, "october", sessions.push_ups(3, 120.0))
    result(place, "november", sessions.push_ups(3, 60.0))
    return place


def compared(results: Path, *names: str, options: tuple[str, ...] = ()) -> Ended:
    return run_here("compare", *(str(results / name) for name in names), *options)


def document(ended: Ended) -> dict[str, Any]:
    assert ended.status == 0, ended.err
    found: dict[str, Any] = json.loads(ended.out)
    return found


def row(found: dict[str, Any], what: str, measure: str | None) -> dict[str, Any]:
    rows: list[dict[str, Any]] = found["compared"]
    [one] = [one for one in rows if (one["what"], one["measure"]) == (what, measure)]
    return one


ELBOW = "elbow.near"


def test_how_far_each_went_and_that_it_is_more_than_the_errors(results: Path) -> None:
    found = document(compared(results, "october", "november", options=("--json",)))
    assert [one["label"] for one in found["recordings"]] == ["october", "november"]
    lowest = row(found, "lowest", ELBOW)
    before, after = (one["mean"] for one in lowest["amounts"])
    assert (before, after) == pytest.approx((120, 60), abs=12)
    first, change = lowest["differences"]
    assert first is None
    assert change["value"] == pytest.approx(after - before, abs=0.2)
    assert change["weight"] == "more"
    assert abs(change["value"]) > change["least"] > 0


def test_of_somebody_else_less_differs_for_certain(results: Path) -> None:
    same = compared(results, "october", "november", options=("--json",))
    other = compared(results, "october", "november", options=("--json", "--other-person"))
    least = [
        row(document(one), "lowest", ELBOW)["differences"][1]["least"] for one in (same, other)
    ]
    assert least[0] < 0.95 * least[1]
    assert "the same person" in compared(results, "october", "november").out
    told = compared(results, "october", "november", options=("--other-person",)).out
    assert "the same person" not in told


def test_what_is_shown_adds_up(results: Path) -> None:
    out = compared(results, "october", "november").out.replace("−", "-")
    found = re.findall(r"([+-]\d+)° \((\d+)° to (\d+)°\); the errors explain at most (\d+)°", out)
    assert found
    for change, before, after, least in found:
        assert int(change) == int(after) - int(before)
        assert abs(int(change)) > int(least)


def test_repetitions_that_took_as_long_dont_differ(results: Path) -> None:
    found = document(compared(results, "october", "november", options=("--json",)))
    assert row(found, "duration", None)["differences"][1]["weight"] == "within"


def test_faults_stand_side_by_side(results: Path) -> None:
    found = document(compared(results, "october", "november", options=("--json",)))
    [deep] = [one for one in found["criteria"] if one["id"] == "deep-enough"]
    assert (deep["verdicts"], deep["faulty_reps"]) == (["fault", "good"], [3, 0])


def test_curves_go_from_the_start_to_the_end_of_a_repetition(results: Path) -> None:
    found = document(compared(results, "october", "november", options=("--json",)))
    [elbow] = [one for one in found["curves"] if one["measure"] == ELBOW]
    before, after = elbow["recordings"]
    assert len(after["mean"]) == len(after["spread"]) == 101
    assert after["mean"][50] < before["mean"][50] < before["mean"][0]


def test_more_than_two_are_held_against_the_first(results: Path) -> None:
    found = document(
        compared(results, "october", "november", "october/result.json", options=("--json",))
    )
    _, november, october = row(found, "lowest", ELBOW)["differences"]
    assert (november["weight"], october["weight"]) == ("more", "within")
    assert october["value"] == 0


def test_the_terminal_tells_what_differs(results: Path) -> None:
    ended = compared(results, "october", "november")
    assert ended.status == 0, ended.err
    assert "Repetitions good" in ended.out
    assert "✗ 3 of 3 wrong" in ended.out
    assert re.search(r"→ november: Elbow \(near side\), lowest −\d+°", ended.out)


def test_a_fault_that_only_one_of_them_has_is_told_first(results: Path) -> None:
    """Of few repetitions that differ much among themselves, no mean tells it."""
    out = compared(results, "october", "november").out
    told = re.search(r"→ november: [\w ]+ ✓ 0 of 3 wrong\s+\(october: ✗ 3 of 3 wrong\)", out)
    assert told is not None
    assert told.start() == out.index("→")


def test_where_nothing_was_repeated_none_is_told_as_right(results: Path, tmp_path: Path) -> None:
    poses = list(sessions.push_ups(1, 60.0))
    half = result(tmp_path, "half", poses[: len(poses) * 45 // 100])
    ended = run_here("compare", str(results / "november"), str(half))
    assert ended.status == 0, ended.err
    assert "0 of 3 wrong" in ended.out
    assert "0 of 0 wrong" not in ended.out


def test_a_page_in_german_that_loads_nothing(results: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    options = ("--html", str(page), "--language", "de")
    ended = compared(results, "october", "november", options=options)
    assert ended.status == 0, ended.err
    text = page.read_text("utf-8")
    assert '<html lang="de">' in text
    assert "Was sich unterscheidet" in text
    assert text.count("<svg") > 2
    assert not re.search(r"(src|href)=|url\(|@import", text)


def with_both_sides(result: Path, folder: Path) -> Path:
    """A result whose first repetition was with the left and whose others were with the right."""
    shutil.copytree(result, folder)
    found = json.loads((folder / "result.json").read_text("utf-8"))
    for number, one in enumerate(found["sets"][0]["reps"]):
        one["side"] = "right" if number else "left"
    (folder / "result.json").write_text(json.dumps(found), "utf-8")
    return folder


def test_left_and_right_of_one_result(results: Path, tmp_path: Path) -> None:
    folder = with_both_sides(results / "november", tmp_path / "one")
    by_side = document(run_here("compare", str(folder), "--sides", "--json"))
    assert [one["label"] for one in by_side["recordings"]] == ["left", "right"]
    assert [one["reps"] for one in by_side["recordings"]] == [1, 2]
    german = run_here("compare", str(folder), "--sides", "--language", "de")
    assert "links hat nur eine Wiederholung" in german.out


def test_the_near_arm_is_no_side_where_the_camera_stays(results: Path, tmp_path: Path) -> None:
    """It works on the one side and supports on the other: the difference says nothing."""
    folder = with_both_sides(results / "november", tmp_path / "one")
    by_side = document(run_here("compare", str(folder), "--sides", "--json"))
    assert not [one for one in by_side["compared"] if (one["measure"] or "").endswith(".near")]


def test_nor_is_it_one_where_both_sides_work_in_turn(results: Path, tmp_path: Path) -> None:
    folder = with_both_sides(results / "november", tmp_path / "one")
    found = document(run_here("compare", str(results / "november"), str(folder), "--json"))
    assert not [one for one in found["compared"] if (one["measure"] or "").endswith(".near")]


def test_sides_that_work_together_cant_be_compared(results: Path) -> None:
    ended = compared(results, "november", options=("--sides",))
    assert ended.status == 2
    assert "no side by itself was exercised" in ended.complaint


def test_results_of_other_exercises_are_told(results: Path) -> None:
    ended = compared(results, "october", "november", options=("-e", "bridge"))
    assert ended.status == 2
    assert "holds no bridge (it holds push-up)" in ended.complaint


def test_one_result_is_too_few(results: Path) -> None:
    assert "--sides" in compared(results, "october").complaint


def test_a_folder_without_a_result_is_told(results: Path, tmp_path: Path) -> None:
    ended = run_here("compare", str(results / "october"), str(tmp_path))
    assert ended.status == 2
    assert "formcheck analyse" in ended.complaint


def test_without_frames_repetitions_are_compared_all_the_same(tmp_path: Path) -> None:
    for name in ("a", "b"):
        result(tmp_path, name, sessions.push_ups(2))
        (tmp_path / name / "measures.csv").unlink()
    ended = compared(tmp_path, "a", "b")
    assert ended.status == 0, ended.err
    assert "has no table of frames" in ended.out
    assert "A repetition takes" in ended.out


@pytest.mark.parametrize("table", ["time_s,set\nx,1\n", "time_s\n1\n", "\xff\x00"])
def test_a_damaged_table_of_frames_is_told(results: Path, tmp_path: Path, table: str) -> None:
    shutil.copytree(results / "october", tmp_path / "broken")
    (tmp_path / "broken/measures.csv").write_text(table, "latin-1")
    ended = run_here("compare", str(results / "october"), str(tmp_path / "broken"))
    assert ended.status == 2
    assert "measures.csv is damaged" in ended.complaint


@pytest.mark.parametrize("number", ["1e308", "inf", "9" * 400])
def test_a_number_that_no_measure_has_is_damage(results: Path, tmp_path: Path, number: str) -> None:
    shutil.copytree(results / "october", tmp_path / "broken")
    table = tmp_path / "broken/measures.csv"
    names, *rows = [line.split(",") for line in table.read_text("utf-8").splitlines()]
    said = [
        [number if name.endswith(" error") else cell for name, cell in zip(names, row, strict=True)]
        for row in rows
    ]
    table.write_text("\n".join(map(",".join, [names, *said])), "utf-8")
    ended = run_here("compare", str(results / "october"), str(tmp_path / "broken"))
    assert ended.status == 2
    assert "measures.csv is damaged" in ended.complaint


def test_a_folder_is_told_as_it_was_named(
    results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(results / "october", tmp_path / "october")
    (tmp_path / "october/result.json").write_text("{", "utf-8")
    monkeypatch.chdir(tmp_path)

    for typed in (["compare", "october", "october"], ["export", "october", "--trc"]):
        assert run_here(*typed).err.startswith("formcheck: october/result.json is no result")


def test_the_folder_that_one_is_in_has_its_name(
    results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(results / "october")

    assert (
        document(run_here("compare", ".", "../november", "--json"))["recordings"][0]["label"]
        == "october"
    )


@pytest.mark.slow
@pytest.mark.parametrize("language", languages())
def test_a_comparison_of_three_is_printed_on_two_pages(
    results: Path, tmp_path: Path, language: str
) -> None:
    page = tmp_path / "page.html"
    options = ("--html", str(page), "--language", language)
    assert compared(results, "october", "november", "october", options=options).status == 0
    assert printed_pages(page.read_text("utf-8"), tmp_path) <= 2
