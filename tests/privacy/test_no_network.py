"""Nothing that the camera sees, and no metric, leaves the machine.

A whole analysis runs under strace, which sees every system call of Python, MediaPipe and OpenCV
alike; a control that does open a connection shows that the test would notice.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import every_command
from tests.cli.running import push_up_track
from tests.live.virtual_screen import VirtualScreen, missing
from tests.patience import PATIENCE_S

ADDRESS = re.compile(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')
WRITTEN = re.compile(r'open(?:at\([^,]*, |\()"([^"]+)", [^,)]*(?:O_CREAT|O_WRONLY|O_RDWR)')
LOOPBACK = re.compile(r"^(127\.|::1$)")
CLIPS = Path(__file__).parents[2] / "samples" / "clips"
CLIP = CLIPS / "push-up-good.mp4"

SESSION_S = 60
"""Under strace a window and a voice take long to open."""

CONTROL = """
import socket
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
    udp.connect(("192.0.2.1", 9))  # a documentation address; connecting sends nothing
"""

SPEAK = """
import time
from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.audio.sound import Sound
from formcheck.feedback.audio.sound_player import open_sounds
from formcheck.feedback.audio.speech import open_voice
voice, sounds = open_voice("en"), open_sounds()
sounds.play(Sound.STARTED)
voice.say(Cue("Straighten your raised leg", CueKind.FAULT))
while voice.speaking:
    time.sleep(0.01)
sounds.close()
assert not voice.problem, voice.problem
"""


EVERY = """
import sys
from formcheck.cli.main import run
for words in sys.argv[1:]:
    print(words, run(words.split()), flush=True)
"""

WORDS = (
    "analyse track.npz --exercise push-up --out out",
    "analyse track.npz --out recognised",
    "judge-again out/track --out again",
    "compare out/track recognised/track --html compared.html",
    "export out/track --trc --c3d --parquet tables",
    "exercises bird-dog",
    "learn my-push-up track.npz",
    "history --add-activity walk --minutes 3",
    "history --html page.html",
    "desk --camera {desk} --for 0.05 --no-notifications --no-sound",
    "live push-up --camera {desk} --no-voice --no-sound",
    "samples push-up-good-2",
    "doctor",
    "starter --out .",
    "models list",
)
"""Every command but `models get`, which is there to fetch something."""


def calls(command: list[str], folder: Path) -> str:
    """The system calls of a command and its children by which something could leave or stay."""
    log = folder / "calls.log"
    traced = ["strace", "-f", "-e", "trace=network,openat,open,creat", "-o", str(log), *command]
    subprocess.run(traced, check=True, capture_output=True, timeout=PATIENCE_S)
    return log.read_text(errors="replace")


def addresses_in(text: str) -> set[str]:
    """Addresses that were connected or sent to, loopback left out."""
    found = {a or b for a, b in ADDRESS.findall(text)}
    return {address for address in found if not LOOPBACK.match(address)}


def addresses_contacted(command: list[str], folder: Path) -> set[str]:
    """Addresses that a command and its children connected or sent to, loopback left out."""
    return addresses_in(calls(command, folder))


def files_made_outside(folder: Path, text: str) -> set[str]:
    """Files that were made, or opened for writing, and lie neither in the folder nor in the
    system's own places for what is no file.
    """
    places = {Path(folder, one) for one in WRITTEN.findall(text)}
    own = (folder, Path("/dev"), Path("/proc"), Path("/sys"))
    return {str(one) for one in places if not any(one.is_relative_to(place) for place in own)}


def work_within(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have commands work in a folder, with their data and what is temporary in it too."""
    (folder / "tmp").mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TMPDIR", str(folder / "tmp"))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("FORMCHECK_DATA", str(folder / "data"))
    monkeypatch.setenv("PYTHONPATH", str(CLIPS.parents[1]))


@pytest.fixture(scope="module")
def strace() -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    probe = subprocess.run(["strace", "true"], capture_output=True, check=False)
    if probe.returncode != 0:
        pytest.skip("strace may not trace processes here")


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
def test_a_full_analysis_contacts_nobody(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "formcheck", "analyse", str(CLIP)]
    command += ["--exercise", "push-up", "--out", str(tmp_path / "out")]
    seen = calls(command, tmp_path)
    assert addresses_in(seen) == set()
    assert (tmp_path / "out" / "push-up-good" / "result.json").is_file()
    # Neither of the programs that mix sound is asked for anything: no microphone is looked for.
    assert re.findall(r"[^\n]*(?:jack|pulse)[^\n]*O_CREAT|connect[^\n]*(?:jack|pulse)", seen) == []


def test_every_command_is_tried() -> None:
    tried = [one.split() for one in WORDS]
    for words, _ in every_command():
        assert words == ("models", "get") or any(
            tuple(one[: len(words)]) == words for one in tried
        ), words


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
def test_no_command_contacts_anybody_or_writes_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All in one process, as the libraries take seconds to load; it and its children are seen."""
    work_within(tmp_path, monkeypatch)
    monkeypatch.delenv("DISPLAY", raising=False)
    push_up_track(tmp_path / "track.npz")
    words = [one.format(desk=CLIPS / "desk-sitting-good.mp4") for one in WORDS]
    seen = calls([sys.executable, "-c", EVERY, *words], tmp_path)
    assert addresses_in(seen) == set()
    assert files_made_outside(tmp_path, seen) == set()
    assert "history.sqlite3" in seen
    assert list((tmp_path / "tmp").iterdir()) == []
    assert (tmp_path / "tables" / "reps.parquet").exists()
    assert (tmp_path / "my-push-up.toml").exists()


@pytest.mark.slow
@pytest.mark.display
@pytest.mark.usefixtures("strace")
@pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")
def test_a_session_in_a_window_with_a_voice_and_a_recording_contacts_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work_within(tmp_path, monkeypatch)
    words = f"live push-up --camera {CLIP} --loop --no-questions --record kept"
    command = f"timeout -s INT {SESSION_S} {sys.executable} -m formcheck {words} || true"
    screen = VirtualScreen()
    try:
        monkeypatch.setenv("DISPLAY", screen.display)
        seen = calls(["sh", "-c", command], tmp_path)
    finally:
        screen.close()
    assert addresses_in(seen) == set()
    assert files_made_outside(tmp_path, seen) == set()
    assert "X11-unix" in seen
    assert "history.sqlite3" in seen
    assert list((tmp_path / "tmp").iterdir()) == []


START_A_LANGUAGE = """
import sys
from pathlib import Path
from formcheck.cli.start_language import start_language
assert start_language("fr", Path(sys.argv[1]))
"""


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
def test_starting_a_language_contacts_nobody_or_writes_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPATH", str(CLIPS.parents[1]))
    package = tmp_path / "formcheck"
    shutil.copytree(CLIPS.parents[1] / "formcheck", package)
    seen = calls([sys.executable, "-c", START_A_LANGUAGE, str(package)], tmp_path)
    assert addresses_in(seen) == set()
    assert files_made_outside(tmp_path, seen) == set()
    assert (package / "texts" / "fr.toml").exists()


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="needs espeak-ng")
def test_speaking_and_playing_contacts_nobody(tmp_path: Path) -> None:
    assert addresses_contacted([sys.executable, "-c", SPEAK], tmp_path) == set()


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
def test_the_test_would_notice_a_file(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    command = ["touch", str(tmp_path / "own" / "one"), str(tmp_path / "other")]
    found = files_made_outside(tmp_path / "own", calls(command, tmp_path))
    assert found == {str(tmp_path / "other")}


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
def test_the_test_would_notice_a_connection(tmp_path: Path) -> None:
    assert addresses_contacted([sys.executable, "-c", CONTROL], tmp_path) == {"192.0.2.1"}


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
def test_the_test_would_notice_a_connection_in_the_analysis_itself(tmp_path: Path) -> None:
    script = f"{CONTROL}\nfrom formcheck.cli.main import main\nmain()"
    command = [sys.executable, "-c", script, "exercises"]
    assert addresses_contacted(command, tmp_path) == {"192.0.2.1"}
