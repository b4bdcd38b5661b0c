"""Where the history is kept."""

import os
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

DATA_FOLDER: Final = "FORMCHECK_DATA"
"""The environment variable that names another folder than the user's data folder."""

FILE_NAME: Final = "history.sqlite3"


def history_path() -> Path:
    """The file of the history, which need not exist."""
    chosen = os.environ.get(DATA_FOLDER)
    folder = Path(chosen) if chosen else user_data_path("formcheck", appauthor=False)
    return folder / FILE_NAME
