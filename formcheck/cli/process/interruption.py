"""Signals: ending at the user's wish without losing what was found, and being in the background."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

from formcheck.analysis.progress import Stop

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

_ECHO_S = 0.1
"""Within this a signal is the one before it once more: what is sent to all processes of a group
comes by itself and is passed on by the one that watches. No finger is as quick."""


class _Ear:
    """Hears one wish in a signal and its echo."""

    def __init__(self) -> None:
        self._last_s = -_ECHO_S

    def hears_another(self) -> bool:
        """Whether the signal that has just come is more than an echo."""
        before_s, self._last_s = self._last_s, time.monotonic()
        return self._last_s - before_s > _ECHO_S

    def interrupt(self, number: int, frame: FrameType | None) -> None:
        """A handler of signals: the KeyboardInterrupt that Ctrl-C is."""
        del number, frame
        if self.hears_another():
            raise KeyboardInterrupt


def hear_wishes_once() -> None:
    """Have Ctrl-C, a polite kill and a closed terminal end what is under way by a
    KeyboardInterrupt, so that nothing is left half done, unless the user wants them ignored; and
    have no echo disturb what the first has begun to clear away.
    """
    ear = _Ear()
    for number in (*_SIGNALS, *_hang_up()):
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, ear.interrupt)


@contextmanager
def interruptible() -> Iterator[Stop]:
    """Turn the first Ctrl-C, a polite kill or a closed terminal into a wish that is asked for after
    every frame.

    An exception in the middle of a frame could leave a table or a track half written. A second
    Ctrl-C ends at once, by KeyboardInterrupt. Outside the main thread nothing changes, as only the
    main thread hears of signals.
    """
    asked, ear = False, _Ear()

    def ask(*_: object) -> None:
        nonlocal asked
        if not ear.hears_another():
            return
        if asked:
            raise KeyboardInterrupt
        asked = True

    if current_thread() is not main_thread():
        yield lambda: False
        return
    previous = {number: signal.signal(number, ask) for number in (*_SIGNALS, *_hang_up())}
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


def _hang_up() -> tuple[signal.Signals, ...]:
    """What a terminal that is closed sends, unless the user wants to outlive it (`nohup`)."""
    number: signal.Signals | None = getattr(signal, "SIGHUP", None)
    if number is None or signal.getsignal(number) == signal.SIG_IGN:
        return ()
    return (number,)
