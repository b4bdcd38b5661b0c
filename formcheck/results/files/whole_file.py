"""Writing a file as a whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A place to write into, which becomes the file when the block ends well.

    What stands under its name, such as a link to another place that came with somebody's results,
    is replaced and never written through.

    Raises OSError where it can't be written, in the system's words and with the file's own name,
    whatever a library made of it; nothing is left then.
    """
    # Short, as a file's own name may be as long as names can be; a library may go by its ending.
    part = path.with_name(f".{path.stem[:40]}.part{path.suffix[:10]}")
    part.unlink(missing_ok=True)
    try:
        yield part
        part.replace(path)
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno and _is_of(error, part):
            raise OSError(error.errno, os.strerror(error.errno), str(path)) from error
        raise


def _is_of(error: OSError, part: Path) -> bool:
    """Whether a refusal is of what is written, and not of something that was read for it."""
    return error.filename is None or os.fspath(error.filename) == str(part)


def write_whole(path: Path, text: str) -> None:
    """Write a text file that the user named; one that is there stays as it is until the new one is
    complete, and who may read it stays as it is too.

    A device or a pipe (`/dev/stdout`) is written to, never replaced: whoever may do everything
    would otherwise lose it for the whole system.

    Raises OSError where it can't be written.
    """
    if path.is_dir():
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        path.write_text(text, "utf-8", newline="")
        return
    path = path.resolve()
    with written_whole(path) as part:
        part.write_text(text, "utf-8", newline="")
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
