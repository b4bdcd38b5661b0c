"""The command in a process of its own, so that somebody is left to say so where it is ended.

What native code can't get, memory above all, ends its process at once and without a word; so does
the system where memory is short. A process that only waits, and needs next to nothing, is left.
"""

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType

from formcheck.cli.process.interruption import WISHES
from formcheck.cli.terminal.status import BAD_INPUT, INTERRUPTED
from formcheck.texts.message import Message, message

_ENDED_BY_WISH = ("SIGPIPE", *(one.name for one in WISHES))
"""Signals that end a command because somebody wants so."""

_DIES_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux's <sys/prctl.h>."""

_LONGEST_END_S = 5.0
"""That Python's own end may take, of tenths of a second; then Ctrl-C ends it at once."""


def watched(command: Callable[[], int], tell: Callable[[Message], None]) -> int:
    """Run a command in a process beside this one; returns its exit status.

    On Linux, where both are ended together even by `kill -9`; elsewhere it runs right here.

    tell: told in one line where the command's process was ended by the system.
    """
    if sys.platform != "linux":
        return command()
    import resource

    # Nobody is told of the end of a process where whoever started this one ignored such news.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    # What comes before somebody listens waits.
    waiting = {*WISHES, *map(_passed_on, WISHES), signal.SIGCHLD}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, waiting)
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
        _listen_to_who_watches()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return _ending_itself(command, told)
    os.close(told)
    ended = _wait_for(child)
    return _status_of(ended, tell, by_itself=_was_told(heard))


def _die_with(parent: int) -> None:
    ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def _passed_on(number: int) -> int:
    """The signal by which the one who watches passes another on.

    It has one of its own, so that the command can tell what was sent to all of a group, and reaches
    it twice, from what was sent twice.
    """
    assert sys.platform == "linux"
    return signal.SIGRTMIN + number


def _listen_to_who_watches() -> None:
    """Answer what is passed on as the signal itself would be."""

    def answer(number: int, passed_on: int, frame: FrameType | None) -> None:
        handler = signal.getsignal(number)
        if callable(handler):
            handler(passed_on, frame)
        elif handler == signal.SIG_DFL:
            os.kill(os.getpid(), number)

    for number in WISHES:
        signal.signal(_passed_on(number), partial(answer, number))


def _listen_no_more() -> None:
    """Only the end of Python itself is left, which clears away as well: a wish disturbs it only
    where it lasts, and one that is still passed on not at all.
    """
    over_s = time.monotonic()

    def answer(number: int, frame: FrameType | None) -> None:
        del frame
        if time.monotonic() - over_s > _LONGEST_END_S:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

    for number in WISHES:
        signal.signal(_passed_on(number), signal.SIG_IGN)
        if callable(signal.getsignal(number)):
            signal.signal(number, answer)


def _ending_itself(command: Callable[[], int], told: int) -> int:
    """Run a command and tell the one who waits that it was the command that came to its end.

    Native code that gets no memory may end a process with any status: the C library takes 127,
    OpenBLAS 1, which is also what a command says that found somebody to correct.
    """
    try:
        try:
            return command()
        except MemoryError:
            # Not even what is wrong could be told: that is left to who waits and has memory.
            os._exit(BAD_INPUT)
        finally:
            _listen_no_more()
            os.write(told, b".")
    except KeyboardInterrupt:
        return INTERRUPTED


def _was_told(heard: int) -> bool:
    # Processes that the command left behind may hold the other end: nobody waits for them.
    os.set_blocking(heard, False)
    try:
        return os.read(heard, 1) != b""
    except BlockingIOError:
        return False
    finally:
        os.close(heard)


def _wait_for(child: int) -> int:
    """How a process ended: its status, or the signal that ended it, negative."""
    while True:
        heard = signal.sigwaitinfo({*WISHES, signal.SIGCHLD})
        if heard.si_signo == signal.SIGCHLD:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended == child:
                return os.waitstatus_to_exitcode(status)
        else:
            with suppress(ProcessLookupError):
                os.kill(child, _passed_on(heard.si_signo))


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
