"""Writing a file as a whole or not at all."""

import errno
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write a text file; one that is there stays as it is until the new one is complete, and who
    may read it stays as it is too.

    A device or a pipe (`/dev/stdout`) is written to, never replaced: whoever may do everything
    would otherwise lose it for the whole system.

    Raises OSError where it can't be written.
    """
    if path.is_dir():
        raise OSError(errno.EISDIR, "It is a folder", str(path))
    if path.exists() and not path.is_file():
        path.write_text(text, "utf-8", newline="")
        return
    path = path.resolve()
    # Short, as a file's own name may be as long as names can be.
    part = path.with_name(f".{path.name[:50]}.part")
    try:
        part.write_text(text, "utf-8", newline="")
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
