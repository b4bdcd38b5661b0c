"""A person's data, new or used, for what is said of a history."""

from datetime import datetime, timedelta
from pathlib import Path

from tests.cli.running import Ended, formcheck
from tests.history.builders import Done, session

NOW = datetime.now().astimezone()


class Home:
    """A folder for a person's data."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.file = self.data / "history.sqlite3"

    def history(self, *arguments: str | Path) -> Ended:
        return formcheck("history", *arguments, folder=self.folder, FORMCHECK_DATA=str(self.data))


def used_home(folder: Path) -> Home:
    """With two sessions: one of today and one of ten weeks ago."""
    home = Home(folder)
    done = [Done(side="left"), Done(side="right", faults=("back-level",))]
    earlier = NOW - timedelta(weeks=10)
    session(home.file, earlier, {"bridge": [Done()]}, pain=(5, 4), programme="first-weeks")
    session(home.file, NOW, {"bird-dog": done, "plank": [Done(hold_s=20.0)]}, pain=(4, 2))
    return home
