"""Ctrl-C: the first is a wish, the second an order."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from formcheck.cli import main
from formcheck.cli.process.interruption import interruptible
from formcheck.cli.terminal.status import INTERRUPTED
from tests.cli.running import run_here

HANG_UP = getattr(signal, "SIGHUP", None)
only_with_terminals = pytest.mark.skipif(HANG_UP is None, reason="no terminals that hang up here")


@pytest.mark.parametrize(
    "number",
    [signal.SIGINT, signal.SIGTERM, pytest.param(HANG_UP, marks=only_with_terminals)],
)
def test_the_first_signal_is_a_wish_that_can_be_asked_for(number: int) -> None:
    # Whoever runs the tests may have asked to outlive their terminal.
    before = signal.signal(number, signal.SIG_DFL)
    try:
        with interruptible() as stop:
            assert not stop()
            os.kill(os.getpid(), number)
            assert stop()
    finally:
        signal.signal(number, before)


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C is heard, even where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_a_second_signal_ends_at_once() -> None:
    with interruptible():
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.15)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.usefixtures("heard")
def test_what_comes_twice_at_once_is_one_wish() -> None:
    with interruptible() as stop:
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        assert stop()


def test_afterwards_ctrl_c_is_what_it_was() -> None:
    before = signal.getsignal(signal.SIGINT)
    with interruptible():
        pass
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize(
    "number", [signal.SIGINT, pytest.param(HANG_UP, marks=only_with_terminals)]
)
def test_what_is_ignored_stays_so(number: int) -> None:
    """A script's background ignores Ctrl-C, who wants to outlive the terminal its end."""
    before = signal.signal(number, signal.SIG_IGN)
    try:
        with interruptible() as stop:
            os.kill(os.getpid(), number)
            assert not stop()
    finally:
        signal.signal(number, before)


class Interrupted:
    def __set_name__(self, owner: type, name: str) -> None:
        raise KeyboardInterrupt


def test_amid_the_definition_of_a_class_it_is_no_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    def app(**_: object) -> None:
        type("Defined", (), {"field": Interrupted()})

    monkeypatch.setattr(main, "app", app)
    ended = run_here("doctor")
    assert (ended.status, ended.out, ended.err) == (INTERRUPTED, "", "")
