"""The root of every error that formcheck raises on purpose, and what is said of one that isn't.

A message is one line that says what is wrong and what to do about it; the
command line prints it as it is and ends with status 2.
"""


class FormcheckError(Exception):
    """Something that the user can mend; the message says how.

        try:
            formcheck.analyse("missing.mp4", "bird-dog")
        except formcheck.FormcheckError as error:
            print(error)

    Everything that is raised on purpose is one; anything else is a defect.
    """


_NO_MEMORY = ("insufficient memory", "can't start new thread")
"""How OpenCV and Python's threads say that there is none: as errors of other kinds."""


def unforeseen_told(error: Exception) -> str:
    """One line about an error that nobody foresaw: for whoever can mend it, us as a rule."""
    words = " ".join(str(error).split())
    if isinstance(error, MemoryError) or any(one in words.lower() for one in _NO_MEMORY):
        return "There is not enough memory. Close other programs, or do less at once (--jobs 1)."
    return (
        f"A mistake in formcheck itself: {type(error).__name__}: {words}. "
        "Please report it, with what FORMCHECK_DEBUG=1 shows."
    )
