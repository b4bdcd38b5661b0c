"""Chatter of native code is held back; everything else arrives, in order."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from formcheck.pose.blazepose.native_log import without_native_chatter

CHATTER = (
    b"INFO: Created TensorFlow Lite XNNPACK delegate for CPU.\n"
    b"WARNING: All log messages before absl::InitializeLog() is called are written to STDERR\n"
    b"W0000 00:00:1795363617.741928    4728 inference_feedback_manager.cc:114] Feedback manager\n"
)


def test_chatter_is_dropped_and_the_rest_passed_on(capfd: pytest.CaptureFixture[str]) -> None:
    with without_native_chatter():
        os.write(2, b"before\n" + CHATTER + b"disk full\n")
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "before\ndisk full\nafter\n"


def test_a_fatal_line_is_passed_on(capfd: pytest.CaptureFixture[str]) -> None:
    with without_native_chatter():
        os.write(2, b"F0000 00:00:1795361582.573478    7919 image_frame.cc:362] Check failed\n")
    assert "Check failed" in capfd.readouterr().err


def test_outside_the_block_nothing_is_touched(capfd: pytest.CaptureFixture[str]) -> None:
    with without_native_chatter():
        pass
    os.write(2, CHATTER)
    assert capfd.readouterr().err == CHATTER.decode()


def test_after_an_error_standard_error_is_back(capfd: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        with without_native_chatter():
            os.write(2, b"said before failing\n")
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        fails()
    os.write(2, b"said after\n")
    assert capfd.readouterr().err == "said before failing\nsaid after\n"


def test_two_threads_at_once_leave_standard_error_in_place(
    capfd: pytest.CaptureFixture[str],
) -> None:
    meet = threading.Barrier(2)

    def chatters() -> None:
        meet.wait()
        for _ in range(50):
            with without_native_chatter():
                os.write(2, b"x\n")

    threads = [threading.Thread(target=chatters) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    os.write(2, b"still here\n")
    said = capfd.readouterr().err.split()
    assert said.count("x") == 100
    assert said[-1] == "here"


def test_a_process_without_standard_error_works_all_the_same() -> None:
    code = (
        "import os; os.close(2)\n"
        "from formcheck.pose.blazepose.native_log import without_native_chatter\n"
        "with without_native_chatter():\n"
        "    print('inside')\n"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (outcome.returncode, outcome.stdout) == (0, "inside\n")
