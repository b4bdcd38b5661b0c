"""Where results go: complete files in OUT/<input's stem>/, and never half of one."""

import json
import os
import re
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager, suppress
from pathlib import Path

from formcheck.errors import FormcheckError
from formcheck.folder_access import check_can_be_filled
from formcheck.results.files.held_folder import HeldFolder, remove_abandoned
from formcheck.results.files.ordinary_file import check_ordinary
from formcheck.texts.message import message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown

RESULT, POSES, MEASURES, REPS, DICTIONARY, REPORT = (
    "result.json",
    "poses.npz",
    "measures.csv",
    "reps.csv",
    "data_dictionary.csv",
    "report.html",
)
VIDEO, PICTURE = "annotated.mp4", "annotated.jpg"

_OWN_FILES = (POSES, MEASURES, REPS, DICTIONARY, REPORT, VIDEO, PICTURE, RESULT)
"""The result last: where it stands, the others stand."""


SUMMARY_PAGE, SUMMARY, CRITERIA = "summary.html", "summary.csv", "summary_criteria.csv"
"""What stands beside the folders of many inputs."""

_NO_FOLDERS = frozenset((*_OWN_FILES, SUMMARY_PAGE, SUMMARY, CRITERIA))
"""Names that mean a file of ours to whoever looks through results."""

UNDER_WAY = "under-way.json"
"""What a recording says of itself while it goes on, for who finds it after a kill."""

MOST_TRIES = 5
"""To make a folder that others may take away in the same moment; each of them does so once."""

LONGEST_NAME = 200
"""Bytes of a folder's name; file systems end at 255, and numbers and endings come behind it."""

MOST_BYTES = 100_000_000
"""Of a `result.json`; that of an hour with a repetition every two seconds has 1 MB."""

_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that no folder can have on Windows."""


_UNFINISHED = ".part"

_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Half characters that don't stand for a byte of a name that is no text."""


class OutputError(FormcheckError):
    """Results can't be written where they should go."""


def check_writable(out: Path, option: str = "--out") -> None:
    """Raise OutputError unless folders can be made in `out`, which need not exist yet.

    Nothing is created, so that an input that turns out to be bad leaves nothing behind.

    option: by which another folder can be given.
    """
    try:
        check_can_be_filled(out)
    except (NotADirectoryError, PermissionError) as error:
        kind = "is_file" if isinstance(error, NotADirectoryError) else "forbidden"
        place = shown(error.filename)
        raise OutputError(message(f"error.folder.{kind}", path=place, option=option)) from error


def remove_unfinished(out: Path) -> None:
    """Take away what runs that were killed left half done in `out`, which need not exist.

    Recordings of live sessions stay: what they hold can't be had again.
    """
    remove_abandoned(out, f".*{_UNFINISHED}", lambda folder: not (folder / UNDER_WAY).exists())


def recover_unfinished(out: Path, recover: Callable[[Path], bool]) -> None:
    """Hand each recording of a live session that was killed on, and then take it away.

    recover: returns whether all that can be kept is kept.
    """
    remove_abandoned(
        out, f".*{_UNFINISHED}", lambda folder: (folder / UNDER_WAY).exists() and recover(folder)
    )


def folder_name(
    out: Path, path: Path | str, taken: Set[str] = frozenset(), ending: str = ""
) -> str:
    """The name of the folder for an input's results: its stem, with a number where another
    input of the same stem has it already.

    An input that was analysed before gets the same folder again, also where one before it has
    become free: what was begun there with other inputs was never finished.

    taken: names that are spoken for in this run. ending: what tells it from other results of the
    same input.
    """
    stem = _as_folder_name(Path(path).stem) + (ending and f"-{ending}")
    number, free = 0, ""
    while True:
        number += 1
        name = stem if number == 1 else f"{stem}-{number}"
        if free and not os.path.lexists(out / name):
            return free
        if name in taken or not _free(out / name, Path(path)):
            continue
        if (out / name / RESULT).exists():
            return name
        free = free or name


class ResultFolder:
    """A folder of results that is filled out of sight and takes its place when complete.

    Use `staging` to write into, then `publish`; without it, `discard` leaves things as they were.

    Raises OutputError where the folder can't be made.
    """

    def __init__(self, out: Path, name: str) -> None:
        self.path = out / name
        self._made: list[Path] = []
        with self.writing():
            if self.path.exists() and not self.path.is_dir():
                raise OutputError(message("error.folder.file_there", path=shown(self.path)))
            self._held = self._new_staging(out, name)

    @property
    def staging(self) -> Path:
        """The folder out of sight."""
        return self._held.path

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Turn what the operating system refuses in the block into one line with the remedy.

        Raises OutputError.
        """
        try:
            yield
        except OSError as error:
            reason = reason_told(error)
            raise OutputError(
                message("error.written.results", path=shown(self.path), reason=reason)
            ) from error

    def keep_if_killed(self, recording: str) -> None:
        """Let what is recorded stay for the next run to recover.

        recording: what is written down of it, by which it is told from other unfinished work.

        Raises OutputError where it can't be written.
        """
        with self.writing():
            (self.staging / UNDER_WAY).write_text(recording, "utf-8")
        self._held.keep()

    def publish(self) -> None:
        """Move the finished files to their place, over those of an earlier run."""
        with self.writing():
            self.path.mkdir(exist_ok=True)
            # Whoever is killed on the way leaves no result beside files that are not its own.
            if (self.staging / RESULT).exists():
                (self.path / RESULT).unlink(missing_ok=True)
            for name in _OWN_FILES:
                staged = self.staging / name
                if staged.exists():
                    staged.replace(self.path / name)
                else:
                    (self.path / name).unlink(missing_ok=True)
            self._held.remove()

    def discard(self) -> None:
        """Throw away what was written, and the folders that were made for it."""
        self._held.remove()
        for place in self._made:
            try:
                place.rmdir()
            except OSError:
                return

    def _new_staging(self, out: Path, name: str) -> HeldFolder:
        """A folder for this input alone.

        Of inputs that are judged side by side, one that turns out to be bad takes `out` away
        again where it stands empty, so it may be gone as soon as it was made.
        """
        for _ in range(MOST_TRIES - 1):
            with suppress(FileNotFoundError):
                return self._try_staging(out, name)
        return self._try_staging(out, name)

    def _try_staging(self, out: Path, name: str) -> HeldFolder:
        self._made = [place for place in (out, *out.parents) if not place.exists()]
        out.mkdir(parents=True, exist_ok=True)
        return HeldFolder(out, f".{name}.", _UNFINISHED)


def _as_folder_name(stem: str) -> str:
    """A name that every file system can hold, alike where it is one already."""
    whole = _NO_BYTE.sub("_", stem)
    text = whole.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    plain = "".join("_" if sign == "\ufffd" or shown(sign) != sign else sign for sign in text)
    short = plain.encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore").strip(". ") or "input"
    taken = _DEVICE.fullmatch(short) or short.casefold() in _NO_FOLDERS
    name = f"{short}_" if taken else short
    # As this system's locale has it, which in C is not as it is read.
    return os.fsdecode(name.encode("utf-8"))


def _free(folder: Path, path: Path) -> bool:
    """Whether a folder has no result yet, or that of the same input; never what a link leads to.

    On a cluster inputs are named by their absolute paths.
    """
    if folder.is_symlink():
        return False
    if not folder.exists():
        return True
    try:
        document = json.loads(result_text(folder / RESULT))
        return document["input"]["path"] in (shown(path), shown(path.absolute()))
    except FileNotFoundError:
        return folder.is_dir()
    except (OSError, ValueError, KeyError, TypeError, RecursionError, MemoryError):
        return False


def result_text(file: Path) -> str:
    """What a `result.json`, or a list of them, holds.

    Raises OSError where it can't be read or could be none, UnicodeDecodeError.
    """
    check_ordinary(file, MOST_BYTES)
    return file.read_text("utf-8")
