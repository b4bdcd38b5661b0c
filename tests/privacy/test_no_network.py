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

ADDRESS = re.compile(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')
LOOPBACK = re.compile(r"^(127\.|::1$)")
CLIP = Path(__file__).parents[2] / "samples" / "clips" / "push-up-good.mp4"

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


def addresses_contacted(command: list[str], folder: Path) -> set[str]:
    """Addresses that a command and its children connected or sent to, loopback left out."""
    log = folder / "network.log"
    traced = ["strace", "-f", "-e", "trace=network", "-o", str(log), *command]
    subprocess.run(traced, check=True, capture_output=True, timeout=600)
    found = {a or b for a, b in ADDRESS.findall(log.read_text())}
    return {address for address in found if not LOOPBACK.match(address)}


@pytest.fixture(scope="module")
def strace():
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    probe = subprocess.run(["strace", "true"], capture_output=True, check=False)
    if probe.returncode != 0:
        pytest.skip("strace may not trace processes here")


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
def test_a_full_analysis_contacts_nobody(tmp_path):
    command = [sys.executable, "-m", "formcheck", "analyse", str(CLIP)]
    command += ["--exercise", "push-up", "--out", str(tmp_path / "out")]
    assert addresses_contacted(command, tmp_path) == set()
    assert (tmp_path / "out" / "push-up-good" / "result.json").is_file()


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="needs espeak-ng")
def test_speaking_and_playing_contacts_nobody(tmp_path):
    assert addresses_contacted([sys.executable, "-c", SPEAK], tmp_path) == set()


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
def test_the_test_would_notice_a_connection(tmp_path):
    assert addresses_contacted([sys.executable, "-c", CONTROL], tmp_path) == {"192.0.2.1"}


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
def test_the_test_would_notice_a_connection_in_the_analysis_itself(tmp_path):
    script = f"{CONTROL}\nfrom formcheck.cli.main import main\nmain()"
    command = [sys.executable, "-c", script, "exercises"]
    assert addresses_contacted(command, tmp_path) == {"192.0.2.1"}
