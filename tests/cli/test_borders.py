"""Every option of every command at its borders: one clear line, and never a mistake of our own."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from formcheck.video.open import open_camera
from formcheck.video.video_errors import CameraUnavailableError
from tests.cli.commands import every_command
from tests.cli.running import Ended, run_here

NUMBERS = ("", "0", "-1", "1.5", "nan", "inf", "-inf", "1e308", "9" * 20, "9" * 5000, "²", "many")
TEXTS = ("", "folder", "file.txt", "binary.toml", "nowhere/deep", ".", "ü", "[/b]", "a\nb")
ODD = ("\x1b[31m", "\udcff", "x" * 300, "x" * 5000, "0001-01-01", "9999-12-31", "2026-02-30")

BESIDE = {
    ("live",): ["push-up"],
    ("analyse",): ["file.txt"],
    ("samples",): ["no-such-clip"],
    ("learn",): ["my-exercise", "file.txt"],
    ("models", "get"): ["no-such-model"],
}
"""What must be given too; where it is the argument itself that is tried, it is not."""

TOGETHER = {
    "minutes": ["--add-activity", "walk"],
    "on": ["--add-activity", "walk", "--minutes", "3"],
    "activity": ["--minutes", "3"],
    "before": ["--forget", "--yes"],
    "yes": ["--forget"],
}


def parameters() -> Iterator[Any]:
    for words, found in every_command():
        for parameter in found:
            if parameter.name != "help":
                name = f"{' '.join(words)} {parameter.name}"
                yield pytest.param(words, parameter, id=name)


def told_well(ended: Ended) -> bool:
    """A status that is promised, and on standard error lines of ours alone."""
    lines = ended.err.splitlines()
    told = all(line.startswith(("formcheck: ", "Delete ")) for line in lines)
    clear = "mistake in formcheck" not in ended.err and (ended.status != 2 or bool(lines))
    return ended.status in (0, 1, 2) and told and clear


def typed(words: tuple[str, ...], parameter: Any) -> Iterator[list[str]]:
    """What somebody may type after a command to give a parameter each of the values."""
    if getattr(parameter, "is_flag", False):
        yield [*BESIDE.get(words, []), *TOGETHER.get(parameter.name, []), parameter.opts[0]]
        return
    for value in (*NUMBERS, *TEXTS, *ODD):
        if parameter.param_type_name == "argument":
            beside = ["my-exercise"] if parameter.name == "demonstration" else []
            after = ["file.txt"] if parameter.name == "name" and words == ("learn",) else []
            yield [*beside, *(["--"] if value else []), value, *after]
        elif parameter.name == "out" and words == ("history",):
            yield ["--export", "csv", parameter.opts[0], value]
        else:
            together = [*BESIDE.get(words, []), *TOGETHER.get(parameter.name, [])]
            yield [*together, parameter.opts[0], value]


@pytest.mark.parametrize(("words", "parameter"), list(parameters()))
@pytest.mark.usefixtures("opens_nothing")
def test_whatever_is_given(words: tuple[str, ...], parameter: Any) -> None:
    for given in typed(words, parameter):
        ended = run_here(*words, *given)
        assert told_well(ended), (given, ended)


@pytest.mark.slow
@pytest.mark.parametrize(("words", "parameter"), list(parameters()))
@pytest.mark.usefixtures("opens_nothing")
def test_whatever_is_given_a_document_comes_where_one_is_asked_for(
    words: tuple[str, ...], parameter: Any
) -> None:
    for given in typed(words, parameter):
        ended = run_here(*words, "--json", *given, encoding="ascii")
        assert told_well(ended), (given, ended)
        document = json.loads(ended.out)
        assert ended.status != 2 or document.keys() & {"error", "errors"}, (given, document)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("live push-up --hold 700", "700 is more than 600, the most."),
        ("live push-up --hold nan", "nan is no number."),
        ("live push-up --reps 101", "--reps"),
        ("live push-up --language xx", "en"),
        ("live push-up --model folder", "folder"),
        ("live --programme folder", "folder"),
        (
            "live push-up --record file.txt",
            "is a file, not a folder. Give another folder with --record",
        ),
        ("desk --break-every nan", "--break-every"),
        ("desk --remind-every inf", "--remind-every"),
        ("desk --for 1e308", "--for"),
        ("desk --camera 99999999999999999999", "no camera"),
        ("desk --exercises nowhere", "nowhere"),
        ("analyse file.txt --jobs nan", "--jobs"),
        ("analyse file.txt --exercise folder", "exercise"),
        (f"analyse file.txt --out {'x' * 300}/deep", "name too long"),
        ("history --html .", "folder"),
        ("history --export csv --out folder", "folder"),
        ("history --add-activity walk --minutes 3 --on 0001-01-01", "1970"),
        ("exercises --validate folder", "exercise.toml"),
        ("exercises --validate bird-dog", "formcheck exercises bird-dog shows it"),
        ("exercises --validate", "formcheck exercises --help"),
        ("export folder --parquet", "formcheck export --help"),
        ("exercises --exercises file.txt", "no folder"),
        ("exercises --language ../en", "no language"),
        ("learn my-exercise folder", "folder"),
    ],
)
def test_what_can_t_be_is_refused_in_one_line(opens_nothing: Path, given: str, told: str) -> None:
    ended = run_here(*given.split())
    assert ended.status == 2
    assert told in ended.complaint
    assert ended.out == ""
    assert {one.name for one in opens_nothing.iterdir()} <= {
        "folder",
        "file.txt",
        "binary.toml",
        "data",
    }


@pytest.mark.parametrize("camera", ["9" * 20, "/dev/video" + "9" * 20, "a\nb", "\udcff"])
def test_a_camera_that_can_t_be_is_no_camera(camera: str) -> None:
    with pytest.raises(CameraUnavailableError) as raised:
        open_camera(camera)
    assert "\n" not in str(raised.value)
