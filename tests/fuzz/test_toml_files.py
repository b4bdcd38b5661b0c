"""Exercise files, programmes and labels that are broken in any way."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from formcheck.cli.arguments.live_choice import choose
from formcheck.cli.arguments.live_options import Wanted
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.programmes.programme import read_programme
from formcheck.texts.texts import load_texts
from formcheck.validation.label import read_label
from tests.cli.running import run_here
from tests.fuzz.damage import EXAMPLES, ODD_VALUES, Damage, damage
from tests.fuzz.refusals import refused_in_words

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "formcheck/exercises/library"
EXERCISES = [LIBRARY / name / "exercise.toml" for name in ("bird-dog", "plank", "toe-touch")]
PROGRAMME = ROOT / "formcheck/programmes/low-back.toml"
LABEL = ROOT / "samples/clips/plank-good.toml"

breaking = settings(
    max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def validated(path: Path) -> None:
    """Whatever is in it, `--validate` ends with a page or with clear lines."""
    ended = run_here("exercises", "--validate", str(path))
    assert ended.status in (0, 2)
    assert "mistake in formcheck" not in ended.err
    assert ended.err or ended.status == 0


@breaking
@given(file=st.sampled_from(EXERCISES), broken=damage())
def test_bytes_of_an_exercise_file(tmp_path: Path, file: Path, broken: Damage) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(broken(file.read_bytes()))
    validated(path)


def leaves(document: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a document: what holds it, and its key there."""
    keys = document if isinstance(document, dict) else range(len(document))
    for key in list(keys):
        yield document, key
        if isinstance(document[key], dict | list):
            yield from leaves(document[key])


def changed(file: Path, places: list[int], values: list[Any], kind: str) -> Any:
    """What a file says, with some of its values lost, doubled, under another key, in a list or
    replaced by others.
    """
    document = tomllib.loads(file.read_text("utf-8"))
    for number, value in zip(places, values, strict=False):
        every = list(leaves(document))
        if not every:
            break
        holder, key = every[number % len(every)]
        if kind == "lost":
            del holder[key]
        elif kind == "wrapped":
            holder[key] = [holder[key]]
        elif kind == "doubled" and isinstance(holder, list):
            holder.append(holder[key])
        elif kind == "renamed" and isinstance(holder, dict):
            _, other = every[(number * 7 + 1) % len(every)]
            holder[str(other)] = holder.pop(key)
        else:
            holder[key] = value
    return document


KINDS = st.sampled_from(["lost", "wrapped", "doubled", "renamed", "replaced", "replaced"])


def planned(path: Path) -> None:
    """The steps of a session that a programme asks for."""
    wanted = Wanted("", programme=path, reps=None, hold_s=None, side=None, folder=None)
    choose(wanted, load_texts("en"))


@breaking
@given(
    file=st.sampled_from(EXERCISES),
    places=st.lists(st.integers(0, 500), min_size=1, max_size=4),
    values=st.lists(ODD_VALUES, min_size=4, max_size=4),
    kind=KINDS,
)
def test_values_of_an_exercise_file(
    tmp_path: Path, file: Path, places: list[int], values: list[Any], kind: str
) -> None:
    path = tmp_path / "own.toml"
    try:
        path.write_text(tomlkit.dumps(changed(file, places, values, kind)), "utf-8")
    except ValueError:  # what TOML can't hold
        reject()
    validated(path)


@pytest.mark.parametrize(("file", "read"), [(PROGRAMME, read_programme), (LABEL, read_label)])
@breaking
@given(broken=damage())
def test_bytes_of_a_programme_and_of_a_label(
    tmp_path: Path, file: Path, read: Any, broken: Damage
) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(broken(file.read_bytes()))
    with refused_in_words():
        read(path)


@pytest.mark.parametrize(("file", "read"), [(PROGRAMME, planned), (LABEL, read_label)])
@breaking
@given(
    places=st.lists(st.integers(0, 500), min_size=1, max_size=4),
    values=st.lists(ODD_VALUES, min_size=4, max_size=4),
    kind=KINDS,
)
def test_values_of_a_programme_and_of_a_label(
    tmp_path: Path, file: Path, read: Any, places: list[int], values: list[Any], kind: str
) -> None:
    path = tmp_path / "own.toml"
    try:
        path.write_text(tomlkit.dumps(changed(file, places, values, kind)), "utf-8")
    except ValueError:  # what TOML can't hold
        reject()
    with refused_in_words():
        read(path)


@breaking
@given(
    name=st.sampled_from(["sources.toml", "arm-raise/de.toml", "arm-raise/signature.toml"]),
    broken=damage(),
)
def test_bytes_of_what_stands_beside_an_exercise(tmp_path: Path, name: str, broken: Damage) -> None:
    own = ROOT / "tests/exercises/own"
    for file in own.rglob("*.toml"):
        place = tmp_path / file.relative_to(own)
        place.parent.mkdir(parents=True, exist_ok=True)
        data = file.read_bytes()
        place.write_bytes(broken(data) if str(file.relative_to(own)) == name else data)
    with refused_in_words():
        ExerciseLibrary.built_in().with_folder(tmp_path)
