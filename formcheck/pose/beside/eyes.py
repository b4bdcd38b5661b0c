"""What the process does that takes looks; nothing else imports it.

It is told of each look through its standard input and answers through its standard output, opens
nothing but the model, and ends when nobody tells it anything any more.
"""

import os
import sys
from contextlib import suppress
from typing import BinaryIO

import cv2

from formcheck.errors import FormcheckError
from formcheck.give_way import work_where_idle
from formcheck.pose.beside.look import Everybody
from formcheck.pose.beside.messages import receive, send


def take_looks() -> None:
    """Answer each look until no more come."""
    told, answers = sys.stdin.buffer, _kept_for_answers()
    # Where whoever asks was killed, nobody is left to be answered.
    with suppress(EOFError, OSError):
        everybody = _load(told, answers)
        while True:
            look = receive(told)
            try:
                answer = look.take(everybody)
            except Exception as error:
                answer = error
            send(answers, answer)


def _load(told: BinaryIO, answers: BinaryIO) -> Everybody:
    """Load all that looks need, and only then wait for idle cores, where that is wanted."""
    open_detector, waits_for_idle = receive(told)
    cv2.setNumThreads(1)
    everybody = Everybody(open_detector)
    # Whoever needs a model that can't be loaded is told why.
    with suppress(FormcheckError):
        everybody.open()
    send(answers, waits_for_idle and work_where_idle())
    return everybody


def _kept_for_answers() -> BinaryIO:
    """Standard output; whatever a library writes there from now on goes nowhere."""
    sys.stdout.flush()
    kept = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return kept
