"""Every command that reads saved results takes any: it works, or says in lines what is wrong."""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.cli.running import push_up_track, run_here
from tests.fuzz.damage import BEGINNING, EXAMPLES

pytestmark = pytest.mark.slow

TRIES = max(EXAMPLES // 4, 10)

ODD: tuple[Any, ...] = (
    *(1e308, 1e-320, -1, 0, 10**30, 3.5, None, True, "", "x" * 5000, "\u2028", "<b>", "2020"),
    *([], {}, [1, 2]),
)

COMMANDS = (
    "compare broken out/two --html page.html",
    "compare broken --sides --json",
    "export broken --trc --parquet tables",
    "judge-again broken --jobs 1",
)


def places(document: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where values stand in a document, as keys and numbers from the outside in."""
    inner: Iterable[tuple[Any, Any]] = document.items() if isinstance(document, dict) else ()
    inner = enumerate(document) if isinstance(document, list) else inner
    for key, value in inner:
        yield (*at, key)
        yield from places(value, (*at, key))


def value_at(document: Any, way: tuple[Any, ...]) -> Any:
    for key in way:
        document = document[key]
    return document


def one_changed(document: Any, dice: Random) -> Any:
    """A copy in which one value is another: an odd one, lost, in a list, or one from elsewhere."""
    changed = json.loads(json.dumps(document))
    ways = list(places(changed))
    *way, last = dice.choice(ways)
    inside = value_at(changed, tuple(way))
    kind = dice.choice(("odd", "odd", "lost", "wrapped", "from elsewhere"))
    if kind == "odd":
        inside[last] = dice.choice(ODD)
    elif kind == "lost":
        del inside[last]
    elif kind == "wrapped":
        inside[last] = [inside[last]]
    else:
        inside[last] = json.loads(json.dumps(value_at(changed, dice.choice(ways))))
    return changed


def one_cell_changed(table: Path, dice: Random) -> None:
    rows = [row.split(",") for row in table.read_text("utf-8").splitlines()]
    row = dice.choice(rows)
    row[dice.randrange(len(row))] = str(dice.choice(ODD))
    table.write_text("\n".join(map(",".join, rows)), "utf-8")


def test_any_value_of_a_result_or_its_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        push_up_track(tmp_path / f"{name}.npz")
        assert run_here("analyse", f"{name}.npz", "-e", "push-up", "--out", "out").status == 0
    document = json.loads(Path("out/one/result.json").read_text("utf-8"))
    for number in range(TRIES):
        dice = Random(BEGINNING + number)
        shutil.rmtree("broken", ignore_errors=True)
        shutil.copytree("out/one", "broken")
        Path("broken/result.json").write_text(json.dumps(one_changed(document, dice)), "utf-8")
        one_cell_changed(Path("broken", dice.choice(("measures.csv", "reps.csv"))), dice)
        for words in COMMANDS:
            ended = run_here(*words.split())
            assert "mistake in formcheck" not in ended.err, (BEGINNING + number, words, ended.err)
            assert all(one.startswith("formcheck: ") for one in ended.err.splitlines())
