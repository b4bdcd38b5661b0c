"""`formcheck live` when something goes wrong: whole sessions in front of a made-up network camera,
on a virtual screen, with a voice that writes down what it says."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from formcheck.history.place import FILE_NAME
from formcheck.history.read import read_history
from formcheck.own_folder import DATA_FOLDER
from formcheck.results.result_document import ResultDocument
from formcheck.texts.texts import load_texts
from formcheck.video.frame import Image
from formcheck.video.recordings.recorded import RecordedVideo
from tests.cli.running import Ended, environment, formcheck, push_up_track
from tests.live.virtual_screen import VirtualScreen, missing
from tests.mjpeg_server import MjpegServer
from tests.patience import PATIENCE_S, wait_until

TEXTS = load_texts()
CLIP = Path(__file__).parents[2] / "samples" / "clips" / "bird-dog-good.mp4"
LIVE = ("--no-questions", "--no-sound")
RATE = 15

SPEAKS = "#!/bin/sh\ncat >> {log}\necho >> {log}\n"
FAILS = "#!/bin/sh\necho 'the loudspeaker is broken' >&2\nexit 1\n"

on_a_screen = [
    pytest.mark.display,
    pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a voice made up for Linux"),
]


@pytest.fixture(scope="module")
def screen() -> Iterator[VirtualScreen]:
    screen = VirtualScreen()
    yield screen
    screen.close()


@dataclass
class Session:
    """A session under way, and what can be learnt of it from outside."""

    process: subprocess.Popen[str]
    said: Path
    data: Path
    recordings: Path

    def wait_for(self, what: Callable[[], bool]) -> None:
        """Until it is so."""

        def is_so() -> bool:
            return what() or self.process.poll() is not None

        wait_until(is_so, poll_s=0.1)
        assert self.process.poll() is None, self.process.communicate()

    def wait_to_hear(self, key: str, times: int = 1) -> None:
        """Until a text has been spoken so often."""
        self.wait_for(lambda: self.said.read_text().count(TEXTS.text(key)) >= times)

    def repeated(self) -> bool:
        """Whether a repetition has been written down."""
        sessions = read_history(self.data / FILE_NAME).sessions
        return bool(sessions) and any(one.repetitions for one in sessions[0].sets)

    def end(self, number: int | None = None) -> Ended:
        """How it ends, after a signal if one is given."""
        if number is not None:
            self.process.send_signal(number)
        out, err = self.process.communicate(timeout=PATIENCE_S)
        return Ended(self.process.returncode, out, err)


Begin = Callable[..., Session]


@pytest.fixture
def begin(screen: VirtualScreen, tmp_path: Path) -> Iterator[Begin]:
    """Starts `formcheck live bird-dog`; what still runs at the test's end is ended."""
    running: list[Session] = []

    def start(
        camera: str,
        *options: str | Path,
        exercise: str = "bird-dog",
        voice: str = SPEAKS,
        **variables: str,
    ) -> Session:
        programs, said = tmp_path / "programs", tmp_path / "said.txt"
        programs.mkdir(exist_ok=True)
        said.touch()
        speaker = programs / "espeak-ng"
        speaker.write_text(voice.format(log=said))
        speaker.chmod(0o755)
        variables.setdefault(DATA_FOLDER, str(tmp_path / "data"))
        told = (exercise, *LIVE, "--camera", camera, *map(str, options))
        process = subprocess.Popen(
            [sys.executable, "-m", "formcheck", "live", *told],
            cwd=tmp_path,
            env=environment(
                DISPLAY=screen.display, PATH=f"{programs}:{os.environ['PATH']}", **variables
            ),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(Session(process, said, Path(variables[DATA_FOLDER]), tmp_path / "kept"))
        return running[-1]

    yield start
    for session in running:
        session.process.kill()
        session.process.communicate()


@pytest.fixture(scope="module")
def one_repetition() -> list[Image]:
    """Four seconds in the start position, and then one repetition."""
    with RecordedVideo(CLIP) as clip:
        images = [frame.image for frame in clip if frame.time_s < 9.0][::2]
    return [images[0]] * (4 * RATE) + images


class TestOnAScreen:
    """Sessions with a window."""

    pytestmark = on_a_screen

    def test_a_camera_that_goes_and_comes_back_and_a_kill_lose_nothing(
        self, begin: Begin, one_repetition: list[Image]
    ) -> None:
        with MjpegServer(one_repetition, 1 / RATE) as server:
            session = begin(server.url, "--record", "kept")
            session.wait_for(session.repeated)
            server.stop()
            session.wait_to_hear("notices.camera_lost")
            server.start()
            session.wait_to_hear("notices.camera_back")
            ended = session.end(signal.SIGTERM)

        assert ended.status == 130, ended.err
        assert ended.err == ""
        assert "of 1 good." in ended.out
        (folder,) = session.recordings.iterdir()
        assert {"annotated.mp4", "result.json"} <= {path.name for path in folder.iterdir()}
        assert session.repeated()

    def test_a_covered_camera_is_told_and_ctrl_c_ends_it(self, begin: Begin) -> None:
        with MjpegServer([np.zeros((360, 640, 3), np.uint8)], 1 / RATE) as server:
            session = begin(server.url)
            session.wait_to_hear("notices.black")
            ended = session.end(signal.SIGINT)

        assert (ended.status, ended.err) == (130, "")
        assert ended.out.endswith("No exercise was begun. You ended it before.\n")
        assert session.said.read_text().count(TEXTS.text("notices.black")) == 1
        assert TEXTS.text("set_up.no_person") not in session.said.read_text()

    @pytest.mark.parametrize("after_s", [0.3, 1.5, 4.0])
    def test_ctrl_c_at_every_stage(self, begin: Begin, after_s: float) -> None:
        with MjpegServer([np.zeros((360, 640, 3), np.uint8)], 1 / RATE) as server:
            session = begin(server.url)
            time.sleep(after_s)
            ended = session.end(signal.SIGINT)

        # Before Python itself is ready it ends in its own way: by the signal, or with a traceback.
        assert ended.status in (130, -signal.SIGINT, 1)
        assert "formcheck" not in ended.err
        assert ended.status != 1 or ended.err.rstrip().endswith("KeyboardInterrupt")

    def test_a_broken_history_is_told_and_left_alone(self, begin: Begin, tmp_path: Path) -> None:
        history = tmp_path / "data" / FILE_NAME
        history.parent.mkdir()
        history.write_bytes(b"broken" * 1000)
        with MjpegServer([np.zeros((360, 640, 3), np.uint8)], 1 / RATE) as server:
            session = begin(server.url)
            session.wait_to_hear("notices.black")
            ended = session.end(signal.SIGINT)

        assert ended.status == 130
        assert ended.complaint.startswith("Your history can't be written, the session goes on: ")
        assert history.read_bytes() == b"broken" * 1000

    def test_killed_amid_a_recording_the_next_run_goes_on(
        self, begin: Begin, one_repetition: list[Image]
    ) -> None:
        with MjpegServer(one_repetition, 1 / RATE) as server:
            session = begin(server.url, "--record", "kept")
            session.wait_for(session.repeated)
            # What is recorded outlives a kill a second later.
            time.sleep(2.5)
            session.process.kill()
            session.process.communicate()

        assert session.repeated()
        folder = session.recordings.parent
        push_up_track(folder / "track.npz")
        words = ("analyse", "track.npz", "-e", "push-up", "--out", "kept")
        assert formcheck(*words, folder=folder).status == 0
        with MjpegServer([np.zeros((360, 640, 3), np.uint8)], 1 / RATE) as server:
            session = begin(server.url, "--record", "kept")
            session.wait_to_hear("notices.black")
            ended = session.end(signal.SIGINT)

        assert "What was kept of it: kept/bird-dog-" in ended.out
        recovered, track = sorted(session.recordings.iterdir())
        assert track.name == "track"
        document = ResultDocument.model_validate_json(
            (recovered / "result.json").read_text("utf-8")
        )
        assert document.summary.reps == 1
        assert "result.ended_from_outside" in document.warning_ids

    def test_a_second_person_is_told(self, begin: Begin) -> None:
        with RecordedVideo(CLIP.with_name("hard-second-person.mp4")) as clip:
            both = next(iter(clip)).image
        # Both keep still, and no exercise is given up in vain: a busy computer may take minutes
        # until it looks at everybody.
        with MjpegServer([both], 1 / RATE) as server:
            session = begin(server.url, exercise="auto")
            session.wait_to_hear("notices.two_people")
            ended = session.end(signal.SIGINT)

        assert (ended.status, ended.err) == (130, "")

    def test_a_voice_that_dies_and_a_full_disk_end_nothing(
        self, begin: Begin, screen: VirtualScreen, one_repetition: list[Image], small_disk: Path
    ) -> None:
        with MjpegServer(one_repetition, 1 / RATE) as server:
            session = begin(server.url, "--record", small_disk / "kept", voice=FAILS)
            session.wait_for(session.repeated)
            screen.press_close_button(screen.window("formcheck"))
            ended = session.end()

        assert ended.status == 0, ended.err
        told = ended.err.splitlines()
        assert [line.partition(".")[0] for line in told] == [
            "formcheck: Voice: espeak-ng does not work: the loudspeaker is broken",
            "formcheck: " + TEXTS.text("live.recording_stopped").partition(".")[0],
        ]
        assert told[1].endswith("Make room on the disk, or give another folder.")
        assert "of 1 good." in ended.out
        assert "Recorded" not in ended.out
        assert not any(small_disk.rglob("*.part"))

    @pytest.mark.parametrize(
        ("camera", "complaint"),
        [
            ("97", "Camera 97 can't be opened. "),
            ("http://127.0.0.1:9/stream", "http://127.0.0.1:9/stream can't be opened "),
            ("rtsp://me:secret@127.0.0.1:9/", "rtsp://127.0.0.1:9/ can't be opened "),
            ("nowhere.mp4", "There is no camera and no file called 'nowhere.mp4'. "),
        ],
    )
    def test_a_camera_that_is_not_there(self, begin: Begin, camera: str, complaint: str) -> None:
        ended = begin(camera).end()

        assert ended.status == 2
        assert ended.complaint.startswith(complaint)
        assert "secret" not in ended.err


def test_without_a_display_the_camera_is_never_opened(tmp_path: Path) -> None:
    asked = Event()

    class Watched(MjpegServer):
        def parts(self) -> Iterator[bytes]:
            asked.set()
            return super().parts()

    with Watched([np.zeros((36, 64, 3), np.uint8)]) as server:
        ended = formcheck("live", "bird-dog", "--camera", server.url, folder=tmp_path)

    assert ended.status == 2
    assert "display" in ended.complaint
    assert "formcheck analyse VIDEO" in ended.complaint
    assert not asked.is_set()
