"""Signals: ending at the user's wish without losing what was found, and being in the background."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

from formcheck.analysis.progress import Stop
from formcheck.errors import FormcheckError
from formcheck.texts.message import message

_HANG_UP = (signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()
WISHES = (signal.SIGINT, signal.SIGTERM, *_HANG_UP)
"""Signals by which somebody wants a command to end: Ctrl-C, a polite kill, a closed terminal."""

_AT_ONCE_S = 0.1
"""Within this a signal is the one before it once more, as `timeout` sends it to the process that
it started and to its group. No finger is as quick."""


class EndedAtOnceError(KeyboardInterrupt):
    """Who wishes a second time that a command end doesn't wait for what it has found."""


class NothingJudgedError(FormcheckError):
    """Somebody ended a command that judges before it could hear of it and keep what it has."""


class _Wishes:
    """How many wishes were heard: one in what is sent to all processes of a group, which comes by
    itself and, however much later, is passed on by the one that watches.
    """

    def __init__(self) -> None:
        self._heard = dict.fromkeys((False, True), 0)
        self._last_s = dict.fromkeys((False, True), -_AT_ONCE_S)
        self._wishes = 0

    def another(self, *, passed_on: bool) -> bool:
        """Whether what has just come is more than one that was heard once more."""
        before_s, self._last_s[passed_on] = self._last_s[passed_on], time.monotonic()
        if self._last_s[passed_on] - before_s <= _AT_ONCE_S:
            return False
        self._heard[passed_on] += 1
        if self._heard[passed_on] <= self._wishes:
            return False
        self._wishes = self._heard[passed_on]
        return True


class _Ear:
    """A handler of signals that answers each wish once."""

    def __init__(self, answer: Callable[[], None]) -> None:
        self._answer = answer
        listening = [signal.getsignal(number) for number in WISHES]
        # What was heard before, or is under way, comes to who listens now.
        heard = (one.wishes for one in listening if isinstance(one, _Ear))
        self.wishes: _Wishes = next(heard, _Wishes())

    def __call__(self, number: int, frame: FrameType | None) -> None:
        del frame
        if self.wishes.another(passed_on=number not in WISHES):
            self._answer()


def _interrupt() -> None:
    raise KeyboardInterrupt


def hear_wishes_once() -> None:
    """Have Ctrl-C, a polite kill and a closed terminal end what is under way by a
    KeyboardInterrupt, so that nothing is left half done, unless the user wants them ignored; and
    have no echo disturb what the first has begun to clear away.
    """
    ear = _Ear(_interrupt)
    for number in WISHES:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, ear)


@contextmanager
def nothing_judged_yet() -> Iterator[None]:
    """Have whoever ends a command before it is `interruptible` told that nothing was judged.

    Who ends it at once, after that, knows what is lost. Raises NothingJudgedError.
    """
    try:
        yield
    except EndedAtOnceError:
        raise
    except KeyboardInterrupt as wish:
        raise NothingJudgedError(message("error.interrupted")) from wish


@contextmanager
def interruptible() -> Iterator[Stop]:
    """Turn the first Ctrl-C, a polite kill or a closed terminal into a wish that is asked for after
    every frame, unless the user wants them ignored, as under `nohup` or in a script's background.

    An exception in the middle of a frame could leave a table or a track half written. A second
    Ctrl-C ends at once, by EndedAtOnceError. Outside the main thread nothing changes, as only the
    main thread hears of signals.
    """
    asked = False

    def ask() -> None:
        nonlocal asked
        if asked:
            raise EndedAtOnceError
        asked = True

    if current_thread() is not main_thread():
        yield lambda: False
        return
    ear = _Ear(ask)
    heard = [one for one in WISHES if signal.getsignal(one) != signal.SIG_IGN]
    previous = {number: signal.signal(number, ear) for number in heard}
    try:
        yield lambda: asked
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def refused_in_the_background() -> None:
    """Have the terminal refuse what is read from it in the background, where it would stop the
    whole program; for good, as a thread that reads may outlast anything.
    """
    number: signal.Signals | None = getattr(signal, "SIGTTIN", None)
    if number is not None and current_thread() is main_thread():
        signal.signal(number, signal.SIG_IGN)
