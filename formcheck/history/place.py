"""Where the history is kept."""

from pathlib import Path
from typing import Final

from formcheck.own_folder import own_folder

FILE_NAME: Final = "history.sqlite3"


def history_path() -> Path:
    """The file of the history, which need not exist.

    Raises FileNotFoundError as `own_folder` does.
    """
    return own_folder() / FILE_NAME
