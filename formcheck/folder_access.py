"""May files be made in a folder? Asked before the work is done; nothing is made by asking."""

import errno
import os
from pathlib import Path


def check_can_be_filled(folder: Path) -> None:
    """Raise unless files can be made in a folder, which need not exist yet.

    Raises NotADirectoryError where something else stands in its place or above it, PermissionError
    where that isn't allowed; `filename` says where.
    """
    place = folder.absolute()
    while not os.path.lexists(place) and place != place.parent:
        place = place.parent
    if not place.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
    if not os.access(place, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
