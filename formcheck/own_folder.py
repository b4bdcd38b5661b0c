"""The folder in which formcheck keeps what is the user's own: the history, fetched pose models."""

import errno
import os
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

DATA_FOLDER: Final = "FORMCHECK_DATA"
"""The environment variable that names another folder than the user's data folder."""


def own_folder() -> Path:
    """The folder, which need not exist.

    Raises FileNotFoundError where nobody can tell whose home this is: what is about somebody's body
    would otherwise lie in whatever folder one happens to be.
    """
    chosen = os.environ.get(DATA_FOLDER)
    if chosen:
        # A shell replaces a tilde; a list of variables, as services have, doesn't.
        return Path(os.path.expanduser(chosen))  # noqa: PTH111 - which leaves what it doesn't know
    folder = user_data_path("formcheck", appauthor=False)
    if not folder.is_absolute():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))
    return folder
