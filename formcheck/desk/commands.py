"""What somebody may ask of a watch while it runs."""

from enum import StrEnum


class Command(StrEnum):
    """What can be asked, by what is typed for it before Enter."""

    ENTER = ""
    BASELINE = "b"
    QUIT = "q"
