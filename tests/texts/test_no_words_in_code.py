"""What a person reads stands in a language file: no sentence stands in the program itself.

Apart from that are the help of commands, whose English stands beside each option and is translated
in a file of its own, and what is written for programs or for who writes an exercise. Each of the
last kind is listed here with its reason.
"""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import formcheck

PACKAGE = Path(formcheck.__file__).parent

SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z']{2,} [a-z']{2,}")
"""Three words in a row."""

HELP = ("Option", "Argument", "Field")

IN_ENGLISH = {
    "cli/checks/*.py": "programs that another process runs",
    "cli/arguments/examples.py": "help",
    "cli/language/help_language.py": "help",
    "cli/main.py": "help",
    "cli/models.py": "help",
    "cli/arguments/usage_errors.py": "how Typer says what is then told in the languages",
    "cli/start_language.py": "for who translates from English",
    "form/roles.py": "told in the languages by measure.role",
    "desk/watch_summary.py": "what a JSON document calls the end of a watch",
    "feedback/audio/sound.py": "what a recording calls a sound",
    "feedback/audio/speech_process.py": "a process of its own, quoted where it fails",
    "pose/beside/onlooking_process.py": "a program that another process runs",
    "pose/saved/npz.py": "an OSError, put into words by whoever catches it",
    "texts/toml_file.py": "how tomllib says what is then told in the languages",
    "texts/refusal.py": "how libraries say that there is no memory",
}
"""Files in which sentences may stand, and why."""

ERRORS_OF_OUR_OWN = ("ValueError", "AttributeError", "AssertionError", "ConnectionError")
"""Those tell a programmer what is wrong, or are put into words by whoever catches them."""


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each sentence that is neither a docstring nor help nor of a ValueError."""
    tree = ast.parse(source)
    aside = {id(part) for node in ast.walk(tree) for part in _aside(node)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in aside else None
        if isinstance(node, ast.Constant) and isinstance(text, str) and SENTENCE.search(text):
            yield node.lineno, text


def _aside(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.Assert) or _is_help(node):
        yield from ast.walk(node)


def _is_help(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
        return False
    name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
    return name in HELP or name in ERRORS_OF_OUR_OWN


def allowed(file: str) -> bool:
    return any(fnmatch(file, pattern) for pattern in IN_ENGLISH)


FILES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}


def test_no_sentence_stands_in_the_program() -> None:
    found = [
        f"{file}:{line}: {text}"
        for file, path in FILES.items()
        if not allowed(file)
        for line, text in sentences(path.read_text("utf-8"))
    ]
    assert found == [], "move it into formcheck/texts/"


@pytest.mark.parametrize("pattern", IN_ENGLISH)
def test_where_sentences_may_stand_some_do(pattern: str) -> None:
    chosen = [path for file, path in FILES.items() if fnmatch(file, pattern)]
    assert any(list(sentences(path.read_text("utf-8"))) for path in chosen)


def test_a_sentence_is_found() -> None:
    assert list(sentences('print(f"There is {one} in the room")')) == [(1, " in the room")]
    assert list(sentences('"""A docstring of some words."""')) == []
    assert list(sentences('raise ShownError("Give another one.")')) == [(1, "Give another one.")]
    assert list(sentences('raise ValueError("it has another shape")')) == []


PRINTED = ("print", "say", "complain")
"""What writes for people in a terminal."""

WORD = re.compile(r"[^\W\d_]{3,}")
NO_WORDS = ("formcheck",)


def printed_words(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each word that stands in what is printed; one word is no sentence, and is
    read all the same.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for part in node.args if name in PRINTED else ():
            own = part.values if isinstance(part, ast.JoinedStr) else [part]
            for one in own:
                text = one.value if isinstance(one, ast.Constant) else None
                if isinstance(text, str) and set(WORD.findall(text)) - set(NO_WORDS):
                    yield one.lineno, text


def test_no_word_is_printed_that_stands_in_no_language_file() -> None:
    found = [
        f"{file}:{line}: {text}"
        for file, path in FILES.items()
        if file.startswith("cli/") and not allowed(file)
        for line, text in printed_words(path.read_text("utf-8"))
    ]
    assert found == [], "move it into formcheck/texts/"


def test_a_printed_word_is_found() -> None:
    assert list(printed_words('console().print(f"  Recorded: {folder}")')) == [(1, "  Recorded: ")]
    assert list(printed_words('say(texts.text("live.recorded", path=path))')) == []
