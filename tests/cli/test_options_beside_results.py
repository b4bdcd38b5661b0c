"""Any options of any command, where there is something to do: lines of ours, and whole JSON.

`tests/cli/test_borders.py` asks each option for itself in an empty folder; here what is allowed by
itself meets other options, recordings, results and a history.
"""

import json
import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.cli.commands import every_command
from tests.cli.running import push_up_track, run_here
from tests.cli.test_borders import NUMBERS, ODD, TEXTS, told_well
from tests.fuzz.damage import BEGINNING, EXAMPLES

pytestmark = pytest.mark.slow

TRIES = max(EXAMPLES // 4, 8)
"""Of each command."""

ENCODINGS = ("utf-8", "cp1252", "ascii", "cp437", "utf-16", "shift_jis")

THERE = ("good.npz", "out", "out/good", "own.toml", "push-up", "auto", "my-walk", "left")
KNOWN = ("csv", "json", "plain", "excel", "de", "100", "101", "600", "1440", "2026-11-29", "-")
VALUES = (*THERE, *KNOWN, *NUMBERS, *TEXTS, *ODD, "{0}", "%s", "1e-320", "0x10", "1_000", "١")

GIVEN: dict[tuple[str, ...], list[str]] = {
    ("live",): ["push-up"],
    ("analyse",): ["good.npz", "--jobs", "1"],
    ("judge-again",): ["out", "--jobs", "1"],
    ("compare",): ["out/good", "out/two"],
    ("export",): ["out"],
    ("samples",): ["push-up-good-2"],
    ("learn",): ["my-exercise", "good.npz"],
    ("models", "get"): ["lite"],
}
"""With what each command has something to do."""


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two tracks, their results, an exercise of one's own."""
    folder = tmp_path_factory.mktemp("worked")
    for name in ("good", "two"):
        push_up_track(folder / f"{name}.npz")
    out = ("--out", str(folder / "out"), "--jobs", "1")
    paths = [str(folder / f"{name}.npz") for name in ("good", "two")]
    assert run_here("analyse", *paths, "-e", "push-up", *out).status == 0
    shutil.copy(Path("tests/exercises/own/arm-raise/exercise.toml"), folder / "own.toml")
    return folder


def typed(words: tuple[str, ...], parameters: list[Any], dice: Random) -> list[str]:
    """What somebody may type after a command: some of its options, each with anything."""
    options = [one for one in parameters if one.param_type_name == "option"]
    chosen = dice.sample(options, min(len(options), dice.choice((1, 1, 2, 3))))
    given = [
        text
        for one in chosen
        if one.name != "help"
        for text in (dice.choice(one.opts), *([] if one.is_flag else [dice.choice(VALUES)]))
    ]
    beside = list(GIVEN.get(words, []))
    if beside and dice.random() < 0.3:
        beside[0] = dice.choice(VALUES)
    if dice.random() < 0.3:
        given += ["--json"]
    return [*given, *beside] if dice.random() < 0.5 else [*beside, *given]


@pytest.mark.parametrize(
    ("words", "parameters"),
    [pytest.param(*one, id=" ".join(one[0])) for one in every_command()],
)
def test_whatever_is_asked_for(
    worked: Path, opens_nothing: Path, words: tuple[str, ...], parameters: list[Any]
) -> None:
    for number in range(BEGINNING, BEGINNING + TRIES):
        dice = Random(f"{number} {words}")
        asked = typed(words, parameters, dice)
        encoding = dice.choice(ENCODINGS)
        shutil.copytree(worked, opens_nothing, dirs_exist_ok=True)
        run_here("history", "--add-activity", "my-walk", "--minutes", "3")

        ended = run_here(*words, *asked, encoding=encoding)

        assert told_well(ended), (number, asked, ended)
        if "--json" in asked:
            json.loads(ended.out)
