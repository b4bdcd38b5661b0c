"""Ctrl-C: the first is a wish, the second an order."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from formcheck.analysis.progress import Stop
from formcheck.cli import main
from formcheck.cli.process.interruption import EndedAtOnceError, interruptible
from formcheck.cli.terminal.status import INTERRUPTED
from tests.cli.running import push_up_track, run_here

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
        with pytest.raises(EndedAtOnceError):
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


@pytest.fixture
def judging(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Has the command that judges inputs end in a way of its own."""

    def ends_by(how: BaseException) -> None:
        def judge(*_: object, **__: object) -> int:
            raise how

        monkeypatch.setattr("formcheck.cli.work.judge_inputs", judge, raising=False)

    return ends_by


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Interrupted: nothing was judged yet."),
        ("de", "Abgebrochen: Es war noch nichts beurteilt."),
    ],
)
def test_ended_before_it_has_begun_to_judge_it_says_so(
    judging: Callable[[BaseException], None], language: str, told: str
) -> None:
    judging(KeyboardInterrupt())
    ended = run_here("analyse", "any.mp4", "--language", language)
    assert (ended.status, ended.out, ended.complaint) == (INTERRUPTED, "", told)


def test_a_program_reads_it_as_a_document(judging: Callable[[BaseException], None]) -> None:
    judging(KeyboardInterrupt())
    ended = run_here("analyse", "any.mp4", "--json")
    assert json.loads(ended.out)["id"] == "error.interrupted"


def test_who_ends_it_at_once_while_it_judges_is_told_nothing_that_may_be_wrong(
    judging: Callable[[BaseException], None],
) -> None:
    judging(EndedAtOnceError())
    ended = run_here("analyse", "any.mp4")
    assert (ended.status, ended.out, ended.err) == (INTERRUPTED, "", "")


def test_ended_before_its_first_input_it_says_so_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    @contextmanager
    def ended() -> Iterator[Stop]:
        yield lambda: True

    monkeypatch.setattr("formcheck.cli.actions.judge_inputs.interruptible", ended)
    push_up_track(tmp_path / "done.npz")
    out = tmp_path / "out"
    told = run_here("analyse", str(tmp_path / "done.npz"), "-e", "push-up", "--out", str(out))
    assert told.complaint == "Interrupted: nothing was judged yet."
    assert told.status == INTERRUPTED
    assert not out.exists()
