"""What the operating system refused, in words."""

from formcheck.texts.shown import shown


def refusal_told(error: OSError) -> str:
    """One line that says what it refused, why, and what to do; for refusals of which no part of the
    program knows better.
    """
    reason = (error.strerror or str(error) or type(error).__name__).lower()
    where = "Reading or writing" if error.filename is None else shown(str(error.filename))
    return f"{where}: {reason}. Check the path, its permissions and the room on the disk."
