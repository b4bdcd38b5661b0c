"""Looks that no picture waits for: taken in another process, and what comes of it where it dies."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from formcheck.closeable import Closeable
from formcheck.errors import FormcheckError
from formcheck.pose.beside.look import Found, Look, LookLostError
from formcheck.pose.beside.onlooking_process import OnlookingProcess, OnlookingProcessSettings
from formcheck.pose.beside.onlooking_thread import OnlookingThread
from formcheck.pose.blazepose.blazepose_backend import BlazePoseBackend
from formcheck.pose.blazepose.model_file import find_model
from formcheck.pose.estimation import open_estimator
from formcheck.pose.estimator import EstimationError, PeopleDetector
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame
from tests.patience import PATIENCE_S, wait_until

PATIENT = OnlookingProcessSettings(starved_s=PATIENCE_S)
FRAME = Frame(np.arange(48, dtype=np.uint8).reshape(4, 4, 3), 1.5, 7)


class Nobody(Closeable):
    """Finds as many people as the picture's first pixel says."""

    def detect(self, frame: Frame) -> tuple[Pose, ...]:
        count = int(frame.image[0, 0, 0])
        return (Pose.missing(frame.time_s, frame.width, frame.height),) * count

    def close(self) -> None: ...


@dataclass(frozen=True)
class CountPeople:
    frame: Frame

    def take(self, everybody: PeopleDetector) -> int:
        return len(everybody.detect(self.frame))


@dataclass(frozen=True)
class SumUp:
    """What arrived of a picture, and in which process."""

    frame: Frame

    def take(self, everybody: PeopleDetector) -> tuple[int, int]:
        del everybody
        return int(self.frame.image.sum()), os.getpid()


@dataclass(frozen=True)
class Policy:
    """How the process is weighed, as its first word on it to Linux's scheduler."""

    def take(self, everybody: PeopleDetector) -> int:
        del everybody
        return os.sched_getscheduler(0)


@dataclass(frozen=True)
class Fail:
    def take(self, everybody: PeopleDetector) -> None:
        del everybody
        raise EstimationError("no")


@dataclass(frozen=True)
class Die:
    def take(self, everybody: PeopleDetector) -> None:
        del everybody
        os._exit(3)


@dataclass(frozen=True)
class Sleep:
    seconds: float

    def take(self, everybody: PeopleDetector) -> float:
        del everybody
        time.sleep(self.seconds)
        return self.seconds


@dataclass(frozen=True)
class Chatter:
    """What a library may do to standard output."""

    def take(self, everybody: PeopleDetector) -> str:
        del everybody
        os.write(1, b"chatter")
        print("more of it", flush=True)  # noqa: T201
        return "answer"


def found(future: "Future[Found]") -> Found:
    return future.result(PATIENCE_S)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def test_a_picture_arrives_whole_in_another_process_that_ends_with_the_onlooker() -> None:
    with OnlookingProcess(Nobody, PATIENT) as onlooker:
        total, pid = found(onlooker.begin(SumUp(FRAME)))
        again = found(onlooker.begin(SumUp(Frame(FRAME.image[:, ::-1], 2.0, 8))))
        count = found(onlooker.begin(CountPeople(Frame(FRAME.image + 2, 3.0, 9))))

    assert total == FRAME.image.sum()
    assert pid != os.getpid()
    assert again == (total, pid)
    assert count == 2
    assert not is_running(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has idle cores for who asks so")
def test_it_works_where_a_core_is_idle() -> None:
    with OnlookingProcess(Nobody, PATIENT) as onlooker:
        assert found(onlooker.begin(Policy())) == os.SCHED_IDLE


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has idle cores for who asks so")
def test_who_waits_too_long_for_an_idle_core_waits_no_more() -> None:
    impatient = OnlookingProcessSettings(starved_s=1.0)
    with OnlookingProcess(Nobody, impatient) as onlooker:
        assert found(onlooker.begin(Sleep(0.0))) == 0.0
        with pytest.raises(LookLostError):
            found(onlooker.begin(Sleep(1.5)))
        assert found(onlooker.begin(Sleep(1.5))) == 1.5
        assert found(onlooker.begin(Policy())) != os.SCHED_IDLE


def test_what_goes_wrong_with_a_look_is_told_and_the_next_one_is_taken() -> None:
    with OnlookingProcess(Nobody, PATIENT) as onlooker:
        with pytest.raises(EstimationError):
            found(onlooker.begin(Fail()))
        assert found(onlooker.begin(Chatter())) == "answer"


def test_a_process_that_dies_is_begun_anew_a_few_times_and_then_left_alone() -> None:
    settings = OnlookingProcessSettings(starved_s=PATIENCE_S, most_processes=2)
    with OnlookingProcess(Nobody, settings) as onlooker:
        for _ in range(2):
            assert found(onlooker.begin(Chatter())) == "answer"
            with pytest.raises(LookLostError):
                found(onlooker.begin(Die()))
        for _ in range(2):
            with pytest.raises(LookLostError):
                found(onlooker.begin(Chatter()))


def test_closing_waits_for_no_look() -> None:
    onlooker = OnlookingProcess(Nobody, PATIENT)
    assert found(onlooker.begin(Chatter())) == "answer"
    looking = onlooker.begin(Sleep(PATIENCE_S))
    begun_s = time.monotonic()
    onlooker.close()
    onlooker.close()

    with pytest.raises(LookLostError):
        found(looking)
    assert time.monotonic() - begun_s < PATIENCE_S / 2


def test_closing_one_that_never_looked_begins_no_process() -> None:
    OnlookingProcess(Nobody, PATIENT).close()


IS_KILLED = """
import os, signal
from tests.pose.test_onlookers import FRAME, Nobody, PATIENT, SumUp
from formcheck.pose.beside.onlooking_process import OnlookingProcess

print(OnlookingProcess(Nobody, PATIENT).begin(SumUp(FRAME)).result()[1], flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_it_ends_with_whoever_looks_however_that_ends() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", IS_KILLED],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert ended.returncode == -signal.SIGKILL
    wait_until(lambda: not is_running(int(ended.stdout)))


def test_a_model_of_ones_own_is_looked_through_in_this_process() -> None:
    class Own(BlazePoseBackend):
        pass

    with open_estimator(Own(find_model()), live=True) as estimator:
        assert isinstance(_onlooker_of(estimator), OnlookingThread)
    with open_estimator(live=True) as estimator:
        assert isinstance(_onlooker_of(estimator), OnlookingProcess)


def _onlooker_of(estimator: object) -> object:
    return estimator._estimator._beside  # type: ignore[attr-defined]


def test_a_thread_frees_its_model_after_its_looks() -> None:
    class Closed(Nobody):
        closed = False

        def close(self) -> None:
            self.closed = True

    model = Closed()
    with OnlookingThread(lambda: model) as onlooker:
        look: Look[int] = CountPeople(Frame(FRAME.image + 1, 0.0, 0))
        assert found(onlooker.begin(look)) == 1
        with pytest.raises(FormcheckError):
            found(onlooker.begin(Fail()))
    assert model.closed
