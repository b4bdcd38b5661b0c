"""Can the history be read, and can what is done next be added to it? Nothing in it is changed."""

from contextlib import closing
from pathlib import Path

from formcheck.folder_access import check_can_be_filled
from formcheck.history.database_errors import explained
from formcheck.history.read import read_history
from formcheck.history.store import Store


def try_history(path: Path) -> None:
    """Raises HistoryError where either can't be; a history that isn't there is not begun."""
    read_history(path)
    if path.exists():
        with closing(Store(path)) as store, store.writing():
            return
    with explained(path):
        check_can_be_filled(path.parent)
