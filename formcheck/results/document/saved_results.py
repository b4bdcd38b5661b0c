"""Results of earlier runs, found and read again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from formcheck.errors import FormcheckError
from formcheck.results.files.folder import MEASURES, POSES, RESULT, result_text
from formcheck.results.result_document import SCHEMA, ResultDocument
from formcheck.texts.message import message
from formcheck.texts.refusal import refusal_told
from formcheck.texts.shown import shown


class SavedResultError(FormcheckError):
    """There is no result where one was named, or it can't be read."""


@dataclass(frozen=True)
class SavedResult:
    """One result as it lies in its folder.

    folder: as the person named it, so that it is told so. document: what `result.json` holds.
    """

    folder: Path
    document: ResultDocument

    @property
    def name(self) -> str:
        """What its folder is called, also where it was named as the one that one is in."""
        return self.folder.resolve().name

    @property
    def track(self) -> Path:
        """Its poses; the file may be missing."""
        return self.folder / POSES

    @property
    def measures(self) -> Path:
        """Its table of frames; the file may be missing."""
        return self.folder / MEASURES


def read_result(path: Path) -> SavedResult:
    """The result in a folder, or of a `result.json` or another file of its folder.

    Raises SavedResultError, with the remedy, where there is none that can be read.
    """
    folder = path if path.is_dir() else path.parent
    file = folder / RESULT
    try:
        text = result_text(file)
    except FileNotFoundError:
        raise SavedResultError(
            message("error.result.missing", path=shown(path), result=RESULT)
        ) from None
    except UnicodeDecodeError:
        raise _unreadable(file) from None
    except OSError as error:
        raise SavedResultError(refusal_told(error)) from error
    try:
        return SavedResult(folder, ResultDocument.model_validate_json(text))
    except (ValidationError, RecursionError) as error:
        raise _unreadable(file) from error


def find_results(places: Iterable[Path]) -> list[Path]:
    """The folders with a result at or below some places, each once, in order.

    Raises SavedResultError where there is none at all.
    """
    found: dict[Path, Path] = {}
    for folder in (folder for place in places for folder in _below(place)):
        found.setdefault(folder.resolve(), folder)
    if not found:
        raise SavedResultError(message("error.result.none", result=RESULT))
    return list(found.values())


def names_of(folders: Sequence[Path]) -> list[str]:
    """By which people know results: their folders' names, with that of the folder around them
    where two are alike.
    """
    whole = [folder.resolve() for folder in folders]
    names = Counter(one.name for one in whole)
    return [
        shown(one.name) if names[one.name] == 1 else shown(Path(one.parent.name, one.name))
        for one in whole
    ]


def _below(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield read_result(place).folder
        return
    # What a run is still writing lies in hidden folders.
    for file in sorted(place.rglob(RESULT)):
        if not any(part.startswith(".") for part in file.relative_to(place).parts):
            yield file.parent


def _unreadable(file: Path) -> SavedResultError:
    return SavedResultError(message("error.result.damaged", path=shown(file), schema=SCHEMA))
