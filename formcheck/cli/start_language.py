"""Starts another language, and says what it still lacks: python -m formcheck.cli.start_language fr

Each file of the language is written once, with every text in English behind a `#`; a text is there
when it is translated and the sign is gone. Until then it is read in English. Run it in a checkout.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from json import dumps
from pathlib import Path

from typer.main import get_command

from formcheck.cli.language.help_language import help_words
from formcheck.cli.main import app
from formcheck.cli.terminal.output import say
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.translation import position_words, source_words, words
from formcheck.texts.entries import ENGLISH, flattened

_CODE = re.compile("[a-z]{2,3}")
_TEXT = re.compile("^(?=[A-Za-z0-9_-]+ = )", re.MULTILINE)


@dataclass(frozen=True)
class LanguageFile:
    """One file of a language. english: what it should have, by key. skeleton: to begin with."""

    path: Path
    english: Mapping[str, str]
    skeleton: str

    def missing(self) -> list[str]:
        """The keys without a text."""
        there = {}
        if self.path.exists():
            document = tomllib.loads(self.path.read_text(encoding="utf-8"))
            there = dict(flattened(document, ""))
        return [key for key in self.english if key not in there]


def language_files(language: str, package: Path) -> Iterator[LanguageFile]:
    """Every file that a language has. package: the folder of formcheck."""
    texts = (package / "texts" / f"{ENGLISH}.toml").read_text(encoding="utf-8")
    english = dict(flattened(tomllib.loads(texts), ""))
    yield LanguageFile(package / "texts" / f"{language}.toml", english, _TEXT.sub("# ", texts))
    help = help_words(get_command(app))
    lines = (f"# {key} = {dumps(text, ensure_ascii=False)}\n" for key, text in help.items())
    yield LanguageFile(
        package / "cli" / "language" / "help" / f"{language}.toml", help, "".join(lines)
    )
    library = ExerciseLibrary.built_in()
    shelf = package / "exercises" / "library"
    parts = [(shelf / one.id, words(one)) for one in library.exercises.values()]
    parts += [
        (shelf / "start_positions" / one.name, position_words(one))
        for one in library.start_positions.values()
    ]
    sources = library.glossary.sources.values()
    said = {f"{one.key}.{key}": text for one in sources for key, text in source_words(one).items()}
    parts.append((shelf / "sources", said))
    for folder, own in parts:
        lines = (f"# {key} = {dumps(text, ensure_ascii=False)}\n" for key, text in own.items())
        yield LanguageFile(folder / f"{language}.toml", own, "".join(lines))


def start_language(language: str, package: Path) -> int:
    """Write the files that aren't there, and tell what is missing in each; returns how many texts.

    package: the folder of formcheck.
    """
    missing = 0
    for one in language_files(language, package):
        if not one.path.exists():
            one.path.write_text(one.skeleton, encoding="utf-8")
        lacking = one.missing()
        missing += len(lacking)
        if lacking:
            named = ", ".join(lacking[:3]) + (", ..." if len(lacking) > 3 else "")
            place = one.path.relative_to(package)
            say(f"{place}: {len(lacking)} of {len(one.english)} missing: {named}")
    say(f"{missing} texts are missing in {language!r}.")
    return missing


def main() -> None:
    """Exit status 0 where nothing is missing, else 1."""
    if len(sys.argv) != 2 or not _CODE.fullmatch(sys.argv[1]):
        sys.exit("Give the language's code, as in: python -m formcheck.cli.start_language fr")
    sys.exit(start_language(sys.argv[1], Path(str(files("formcheck")))) > 0)


if __name__ == "__main__":
    main()
