"""What an earlier run has done already, so that one that was ended goes on where it was."""

import hashlib
import json
from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path

from pydantic import BaseModel

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.batches.batch import Task
from formcheck.exercises.exercise import Exercise
from formcheck.recognition.auto import Auto
from formcheck.results.document.saved_results import SavedResultError, read_result
from formcheck.results.files.folder import RESULT, result_text
from formcheck.texts.shown import shown
from formcheck.version import __version__

DONE = ".done.jsonl"
"""In the output folder: a line for each input that is done."""


@dataclass(frozen=True)
class _Done:
    """An input that is done: how the file was and how the result is, each as size and time, and
    what was wanted of it, in short.
    """

    folder: str
    path: str
    input: tuple[int, int]
    result: tuple[int, int]
    wanted: str


class DoneBefore:
    """Remembers in the output folder which inputs are done.

    A line is written when a result has taken its place, so that a run that is killed has lost
    nothing but what was under way. out: the output folder.
    """

    def __init__(self, out: Path) -> None:
        self._file = out / DONE
        self._known: dict[str, _Done] = {}
        with suppress(OSError, UnicodeDecodeError):
            if self._file.is_symlink():
                # Another's file, which would be written to.
                self._file.unlink()
            for line in result_text(self._file).splitlines():
                # The last line may be half of one, and any be somebody else's.
                with suppress(ValueError, TypeError, LookupError, OverflowError, RecursionError):
                    self._remember(_read(line))

    def result_of(self, task: Task) -> Analysis | None:
        """What is known of an input that is done, unchanged, by this version and as wanted now."""
        if task.place is None:
            return None
        known = self._known.get(task.place[1])
        if known is None or known != _done(task, known.folder):
            return None
        try:
            saved = read_result(task.place[0] / known.folder)
        except SavedResultError:
            return None
        exercise = _exercise(task, saved.document.exercise.id)
        return Analysis(saved.document, exercise, saved.folder)

    def note(self, task: Task, analysis: Analysis) -> None:
        """An input is done; one that was ended before isn't."""
        if analysis.interrupted or analysis.folder is None:
            return
        done = _done(task, analysis.folder.name)
        if done is None:
            return
        self._remember(done)
        with suppress(OSError), self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(done)) + "\n")

    def _remember(self, done: _Done) -> None:
        self._known[done.folder] = done


def _read(line: str) -> _Done:
    saved = json.loads(line)
    return _Done(
        str(saved["folder"]),
        str(saved["path"]),
        (int(saved["input"][0]), int(saved["input"][1])),
        (int(saved["result"][0]), int(saved["result"][1])),
        str(saved["wanted"]),
    )


def _done(task: Task, folder: str) -> _Done | None:
    """As it would be noted now; None where a file is gone."""
    if task.place is None:
        return None
    try:
        source, result = _state(task.path), _state(task.place[0] / folder / RESULT)
    except OSError:
        return None
    return _Done(folder, shown(task.path.absolute()), source, result, _wanted(task))


def _state(path: Path) -> tuple[int, int]:
    """Bytes, and nanoseconds of the last change: another file has others."""
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns


def _wanted(task: Task) -> str:
    """All that a result depends on beside the input, as a short text."""
    followed = None if task.followed is None else (task.followed.number, task.followed.of)
    model: object = task.model
    if isinstance(task.model, str) and Path(task.model).is_file():
        model = (task.model, _state(Path(task.model)))
    how = (task.video, followed, task.csv, task.language, task.source)
    wanted = (__version__, task.exercise, model, *how)
    return hashlib.sha256(json.dumps(_plain(wanted)).encode()).hexdigest()[:24]


def _plain(value: object) -> object:
    """The same for the same content, in every run."""
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(_plain(getattr(value, one.name)) for one in fields(value))]
    if isinstance(value, BaseModel):
        return _plain({name: getattr(value, name) for name in type(value).model_fields})
    if isinstance(value, Mapping):
        return sorted((str(key), json.dumps(_plain(one))) for key, one in value.items())
    if isinstance(value, Set):
        return sorted(json.dumps(_plain(one)) for one in value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return _plain(value.value)
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _exercise(task: Task, judged_as: str | None) -> Exercise | None:
    among = task.exercise.exercises if isinstance(task.exercise, Auto) else (task.exercise,)
    return next((one for one in among if one.id == judged_as), None)
