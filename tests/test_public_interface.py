"""What `formcheck.__all__` promises: every name is there, documented, and costs nothing unused."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import formcheck
from formcheck.measure.catalogue import UnknownMeasureError

PACKAGE = Path(formcheck.__file__).parent
HEAVY = {"numpy", "cv2", "mediapipe", "pydantic", "av", "PIL", "jinja2", "typer"}
DATA = {"CATALOGUE", "LANDMARKS", "__version__"}
"""Names of values, which have no docstring of their own."""


def names_for_type_checkers() -> dict[str, str]:
    """What the block for type checkers imports: each name, and from which module."""
    module = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    (block,) = (one for one in module.body if isinstance(one, ast.If))
    return {
        alias.name: (one.module or "").removeprefix("formcheck.")
        for one in block.body
        if isinstance(one, ast.ImportFrom)
        for alias in one.names
    }


def code() -> Iterator[tuple[str, ast.AST]]:
    """Everything that is written in the package, and the name of its file."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield str(path.relative_to(PACKAGE)), node


@pytest.mark.parametrize("name", formcheck.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(formcheck, name) is not None
    assert name in dir(formcheck)


@pytest.mark.parametrize("name", sorted(set(formcheck.__all__) - DATA))
def test_every_public_name_says_what_it_is(name: str) -> None:
    assert len((getattr(formcheck, name).__doc__ or "").split()) >= 5


@pytest.mark.parametrize("name", sorted(set(formcheck.__all__) - DATA))
def test_every_public_method_says_what_it_does(name: str) -> None:
    thing = getattr(formcheck, name)
    if isinstance(thing, type) and thing.__module__.startswith("formcheck."):
        for method, value in vars(thing).items():
            written = callable(value) or isinstance(value, property)
            if written and not method.startswith("_"):
                assert value.__doc__, f"{name}.{method}"


def test_what_is_promised_loaded_and_typed_is_the_same() -> None:
    typed = names_for_type_checkers()
    assert typed == formcheck._PLACES
    assert {*typed, "__version__"} == set(formcheck.__all__)
    assert len(formcheck.__all__) == len(set(formcheck.__all__))


def test_importing_it_loads_nothing_heavy() -> None:
    program = "import formcheck, sys, json; dir(formcheck); print(json.dumps([*sys.modules]))"
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(json.loads(answer.stdout))


def test_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        formcheck.nonsense  # noqa: B018


def test_signals_and_interruptions_are_left_to_the_command_line() -> None:
    """A library that sets handlers, or raises KeyboardInterrupt, takes them from its caller."""
    takers = {
        file
        for file, node in code()
        if (isinstance(node, ast.Raise) and "KeyboardInterrupt" in ast.unparse(node))
        or (
            isinstance(node, ast.Attribute)
            and node.attr == "signal"
            and ast.unparse(node) in ("signal.signal", "_signal.signal")
        )
        or (isinstance(node, ast.ImportFrom) and node.module == "signal")
    }
    # A process that the program starts for itself ignores Ctrl-C: its parent tells it to end.
    assert takers == {
        "cli/process/interruption.py",
        "cli/start.py",
        "cli/process/watched.py",
        "analysis/workers/worker.py",
    }


def test_nobody_can_change_which_exercises_and_measures_there_are() -> None:
    for known in (formcheck.library(), formcheck.library().exercises, formcheck.CATALOGUE):
        with pytest.raises(TypeError):
            known["mine"] = None  # type: ignore[index]


def test_a_measure_may_be_asked_for_with_its_side() -> None:
    assert formcheck.Observer(["knee.left"]).update(
        formcheck.Pose.missing(0.0, 640, 480)
    ).values.keys() == {"knee.left", "knee.right"}
    with pytest.raises(UnknownMeasureError, match="did you mean 'knee'"):
        formcheck.Observer(["kneee"])
