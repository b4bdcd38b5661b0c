"""Every command that a person is told to type: on the pages, and in the help."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from formcheck.cli.arguments.examples import EXAMPLES

CHECKOUT: Final = Path(__file__).parents[2]
PAGES: Final = (
    CHECKOUT / "README.md",
    *sorted((CHECKOUT / ".github").glob("*.md")),
    *sorted((CHECKOUT / ".github/docs").glob("*.md")),
)

_FENCED = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"(?<!`)`(formcheck [^`]+)`(?!`)")

MEANT: Final = {
    "COMMAND": "live",
    "FILE": "my-exercise.toml",
    "FOLDER": "my-exercises",
    "ID": "plank",
    "A": "last-month/bridge",
    "B": "today/bridge",
}
"""What stands for something that the reader fills in."""


@dataclass(frozen=True)
class Typed:
    """A line for the terminal, and where it stands."""

    line: str
    where: str

    @property
    def words(self) -> list[str]:
        """As a shell takes them apart, without a comment."""
        found = shlex.split(self.line.removesuffix(" ..."), comments=True)
        return [MEANT.get(word, word) for word in found]


def on_pages() -> Iterator[Typed]:
    """Lines of shell blocks, and whatever else begins with the program's name."""
    for page in PAGES:
        text = page.read_text("utf-8")
        for language, block in _FENCED.findall(text):
            for line in filter(None, map(str.strip, block.splitlines())):
                if line.startswith("formcheck ") or (language == "sh" and line[0] != "#"):
                    yield from (Typed(one.strip(), page.name) for one in line.split("&&"))
        for inline in _INLINE.findall(_FENCED.sub("", text)):
            line = " ".join(inline.split())
            # Two words are a command's name, in a sentence about it.
            yield Typed(f"{line} --help" if line.count(" ") == 1 else line, page.name)


def in_help() -> Iterator[Typed]:
    """The examples of each command."""
    for command, examples in EXAMPLES.items():
        yield from (Typed(line, f"{command} --help") for line in examples)


def all_typed() -> list[Typed]:
    """Each line once."""
    found: dict[str, Typed] = {}
    for one in (*on_pages(), *in_help()):
        found.setdefault(one.line, one)
    return list(found.values())
