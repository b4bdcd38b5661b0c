"""The command in a process of its own, so that somebody is left to say so where it is ended.

What native code can't get, memory above all, ends its process at once and without a word; so does
the system where memory is short. A process that only waits, and needs next to nothing, is left.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

from formcheck.cli.terminal.status import BAD_INPUT
from formcheck.texts.message import Message, message

_LEFT_TO_THE_COMMAND = ("SIGINT", "SIGTERM", "SIGHUP")
"""Signals that the command itself answers."""

_ENDED_BY_WISH = ("SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE")
"""Signals that end a command because somebody wants so."""

_DIES_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux's <sys/prctl.h>."""


def watched(command: Callable[[], int], tell: Callable[[Message], None]) -> int:
    """Run a command in a process beside this one; returns its exit status.

    On Linux, where both are ended together even by `kill -9`; elsewhere it runs right here.

    tell: told in one line where the command's process was ended by the system.
    """
    if sys.platform != "linux":
        return command()
    import resource

    signals = {getattr(signal, name) for name in _LEFT_TO_THE_COMMAND}
    # Nobody is told of the end of a process where whoever started this one ignored such news.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    # What comes before somebody listens waits.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {*signals, signal.SIGCHLD})
    own = os.getpid()
    heard, told = os.pipe()
    try:
        child = os.fork()
    except OSError:
        # There is no room for another process.
        os.close(heard)
        os.close(told)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return command()
    if child == 0:
        _die_with(own)
        os.close(heard)
        # A core file would hold the pictures that were just looked at.
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return _ending_itself(command, told)
    os.close(told)
    ended = _wait_for(child, signals)
    return _status_of(ended, tell, by_itself=_was_told(heard))


def _die_with(parent: int) -> None:
    ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def _ending_itself(command: Callable[[], int], told: int) -> int:
    """Run a command and tell the one who waits that it was the command that came to its end.

    Native code that gets no memory may end a process with any status: the C library takes 127,
    OpenBLAS 1, which is also what a command says that found somebody to correct.
    """
    try:
        status = command()
    except MemoryError:
        # Not even what is wrong could be told: that is left to the one who waits and has memory.
        os._exit(BAD_INPUT)
    except BaseException:
        os.write(told, b".")
        raise
    os.write(told, b".")
    return status


def _was_told(heard: int) -> bool:
    # Processes that the command left behind may hold the other end: nobody waits for them.
    os.set_blocking(heard, False)
    try:
        return os.read(heard, 1) != b""
    except BlockingIOError:
        return False
    finally:
        os.close(heard)


def _wait_for(child: int, signals: set[signal.Signals]) -> int:
    """How a process ended: its status, or the signal that ended it, negative."""
    while True:
        heard = signal.sigwaitinfo({*signals, signal.SIGCHLD})
        if heard.si_signo == signal.SIGCHLD:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended == child:
                return os.waitstatus_to_exitcode(status)
        elif heard.si_code <= 0:
            # A process sent it, and to this one alone; a terminal's has reached both.
            with suppress(ProcessLookupError):
                os.kill(child, heard.si_signo)


def _status_of(ended: int, tell: Callable[[Message], None], *, by_itself: bool) -> int:
    name = signal.Signals(-ended).name if ended < 0 else ""
    if name in _ENDED_BY_WISH:
        signal.signal(-ended, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {-ended})
        os.kill(os.getpid(), -ended)
        # The first process of a container outlives even that.
        return 128 - ended
    if not name and by_itself:
        return ended
    tell(message("error.ended_by_system", how=name or f"status {ended}"))
    return BAD_INPUT
