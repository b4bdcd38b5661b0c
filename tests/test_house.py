"""What holds throughout the house: the README's drawings, and file names in what is told."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
ARROW = re.compile(r"(?:─+\w*─*▶)")


def contract() -> list[list[str]]:
    """The layers that `lint-imports` holds, from the top."""
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    (layers,) = (
        one["layers"]
        for one in settings["tool"]["importlinter"]["contracts"]
        if one["type"] == "layers"
    )
    return [layer.split(" | ") for layer in layers]


def drawings() -> list[list[str]]:
    """The lines of the two drawings in the README's section on how it is built."""
    section = (CHECKOUT / "README.md").read_text("utf-8").partition("## How it is built")[2]
    road, layers = re.findall(r"```\n(.*?)```", section, re.DOTALL)
    return [road.splitlines(), layers.splitlines()]


def test_the_layers_of_the_readme_are_those_of_the_contract() -> None:
    _, layers = drawings()
    names = [re.split(r"\s{2,}", line)[0] for line in layers]
    assert [line.split(" · ") for line in names] == contract()


def test_the_road_of_the_readme_runs_up_the_layers() -> None:
    road, _ = drawings()
    height = {name: -depth for depth, layer in enumerate(contract()) for name in layer}
    stations = [part.split()[-1] for part in ARROW.split(road[0].partition("(")[0])]
    assert len(stations) > 2
    assert [height[one] for one in stations] == sorted({height[one] for one in stations})
    # What hangs below the line: a package, and what it is for in brackets.
    for name in re.findall(r"(\w+)\s+\(", "\n".join(road[1:])):
        assert name in height


def bare_paths(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Lines in which a message is raised or returned that holds a path as it is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise | ast.Return):
            for part in ast.walk(node):
                if isinstance(part, ast.FormattedValue):
                    words = ast.unparse(part.value)
                    if re.search(r"(^|[._])(path|file|folder)$", words):
                        yield node.lineno, words


def test_a_path_in_a_message_is_shown_as_text() -> None:
    """A name can hold line ends and bytes that are no text: write `shown(path)`."""
    for module in (CHECKOUT / "formcheck").rglob("*.py"):
        for line, words in bare_paths(ast.parse(module.read_text("utf-8"))):
            # A document's path is shown already.
            assert words.endswith("input.path"), f"{module}:{line}: {words}"


def test_the_licence_of_every_library_is_told() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    of_users = [one for name, one in project["optional-dependencies"].items() if name != "dev"]
    needed = {re.split(r"[^\w-]", one)[0] for one in sum(of_users, project["dependencies"])}
    told = re.findall(
        r"^([\w-]+) {2,}[A-Z]", (CHECKOUT / "NOTICE").read_text("utf-8"), re.MULTILINE
    )
    assert set(told) == needed


def test_the_version_stands_in_one_place() -> None:
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in settings["project"]
    place = settings["tool"]["hatch"]["version"]["path"]
    assert place == "formcheck/version.py"
    assigned = re.compile(r"^__version__ = ", re.MULTILINE)
    modules = (CHECKOUT / "formcheck").rglob("*.py")
    found = [
        one.relative_to(CHECKOUT) for one in modules if assigned.search(one.read_text("utf-8"))
    ]
    assert found == [Path(place)]
