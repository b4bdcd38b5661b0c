"""What went wrong outside formcheck, or inside it unforeseen, as a message."""

import errno
import os
from collections.abc import Mapping
from typing import Final

from formcheck.errors import FormcheckError
from formcheck.texts.message import Message, message, said
from formcheck.texts.shown import shown

_REASONS: Final[Mapping[int, str]] = {
    errno.ENOENT: "missing",
    errno.EACCES: "forbidden",
    errno.EPERM: "not_permitted",
    errno.ENOSPC: "full",
    errno.EROFS: "read_only",
    errno.EISDIR: "is_folder",
    errno.ENOTDIR: "no_folder",
    errno.EEXIST: "exists",
    errno.EIO: "input_output",
    errno.ENAMETOOLONG: "long_name",
    errno.EMFILE: "many_files",
    errno.EFBIG: "large",
    errno.EINVAL: "invalid",
    errno.ESPIPE: "no_ordinary_file",
    errno.ENODEV: "no_device",
    errno.ENXIO: "no_device",
    errno.ELOOP: "links",
    errno.ECONNREFUSED: "connection_refused",
    errno.ECONNRESET: "connection_reset",
    errno.ETIMEDOUT: "timed_out",
    errno.ENETUNREACH: "no_network",
    errno.EHOSTUNREACH: "no_host",
}
"""What operating systems refuse people as a rule; anything else is told in their own words."""


_NO_MEMORY = (
    "insufficient memory",
    "can't start new thread",
    "failed to map segment",
    "cannot allocate memory",
)
"""How OpenCV, Python's threads and the loader of libraries say that there is none: as errors of
other kinds."""


def reason_told(error: BaseException) -> Message:
    """Why the operating system, or what speaks as it does, refused: a few words for a bracket."""
    number = getattr(error, "errno", None) or 0
    own = getattr(error, "strerror", None)
    # Whoever gives a text of his own with a number knows more than the number says.
    if number in _REASONS and own in (None, os.strerror(number)):
        return message(f"refused.{_REASONS[number]}")
    return said((own or str(error) or type(error).__name__).lower())


def refusal_told(error: OSError) -> Message:
    """One line that says what it refused, why, and what to do; for refusals of which no part of the
    program knows better.
    """
    reason = reason_told(error)
    if error.filename is None:
        return message("error.refused_somewhere", reason=reason)
    return message("error.refused", path=shown(str(error.filename)), reason=reason)


def is_for_want_of_memory(error: Exception) -> bool:
    """Whether an error, of whatever kind, says that there was not enough memory."""
    words = str(error).lower()
    return isinstance(error, MemoryError) or any(one in words for one in _NO_MEMORY)


def problem_of(error: FormcheckError) -> Message:
    """What an error says, in no language yet."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, Message) else said(str(error))


def problem_told(error: Exception) -> Message:
    """What an error says, whichever it is."""
    if isinstance(error, FormcheckError):
        return problem_of(error)
    return refusal_told(error) if isinstance(error, OSError) else unforeseen_told(error)


def unforeseen_told(error: Exception) -> Message:
    """One line about an error that nobody foresaw: for whoever can mend it, us as a rule."""
    if is_for_want_of_memory(error):
        return message("error.memory")
    words = " ".join(str(error).split())
    return message("error.unforeseen", kind=type(error).__name__, words=words)
