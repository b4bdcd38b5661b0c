"""Files that may be anything, as they came with a folder of somebody else's."""

import errno
import os
from pathlib import Path
from stat import S_ISREG


def check_ordinary(file: Path, most_bytes: int) -> None:
    """Raise OSError where a file is none that can be read to its end: a device or a pipe, which a
    link may lead to, or one that is larger than any of its kind.
    """
    state = file.stat()
    if not S_ISREG(state.st_mode):
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE), str(file))
    if state.st_size > most_bytes:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(file))
