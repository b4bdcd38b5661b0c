"""Playing signals never holds up the session, whatever the sound card does."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, current_thread
from types import ModuleType

import numpy as np
import pytest

from formcheck.feedback.audio.loudspeaker import Loudspeaker, open_loudspeaker
from formcheck.feedback.audio.sound import NoSoundError, Sound
from formcheck.feedback.audio.sound_player import PlayedSounds, open_sounds
from formcheck.feedback.audio.tones import Samples, signal
from tests.patience import PATIENCE_S, wait_until

RATE = 48_000


class Output:
    """Notes what is played; plays only while it may."""

    rate = RATE

    def __init__(self, *, unplugged_after: int = 1000) -> None:
        self.heard: list[Samples] = []
        self.may_play = Event()
        self.may_play.set()
        self.closed = False
        self._unplugged_after = unplugged_after

    def play(self, samples: Samples) -> None:
        self.may_play.wait(PATIENCE_S)
        if len(self.heard) >= self._unplugged_after:
            raise NoSoundError("Sounds: the output is gone; connect it and start again.")
        self.heard.append(samples)

    def close(self) -> None:
        self.closed = True


def is_played(output: Output, *sounds: Sound) -> bool:
    wanted = [signal(sound, RATE) for sound in sounds]
    return len(output.heard) == len(wanted) and all(map(np.array_equal, output.heard, wanted))


def test_a_signal_is_played_at_the_rate_of_the_device() -> None:
    output = Output()
    sounds = PlayedSounds(lambda: output)

    sounds.play(Sound.REPETITION)

    wait_until(lambda: is_played(output, Sound.REPETITION))
    sounds.close()
    assert output.closed
    assert sounds.problem == ""


def test_a_signal_that_is_playing_is_not_cut_off() -> None:
    output = Output()
    sounds = PlayedSounds(lambda: output)

    sounds.play(Sound.HOLD_REACHED)
    sounds.play(Sound.REPETITION)

    wait_until(lambda: is_played(output, Sound.HOLD_REACHED, Sound.REPETITION))
    sounds.close()


def test_signals_that_come_too_late_to_mean_anything_are_left_out() -> None:
    output = Output()
    output.may_play.clear()
    sounds = PlayedSounds(lambda: output)

    for _ in range(100):
        sounds.play(Sound.REPETITION)
    output.may_play.set()
    wait_until(lambda: output.heard)
    sounds.close()

    assert len(output.heard) <= 3


def test_without_a_device_there_is_silence_and_a_reason() -> None:
    def open_nothing() -> Output:
        raise NoSoundError("Sounds: none; install PortAudio.")

    sounds = PlayedSounds(open_nothing)
    wait_until(lambda: sounds.problem)

    for _ in range(10):
        sounds.play(Sound.STARTED)

    assert str(sounds.problem) == "Sounds: none; install PortAudio."
    sounds.close()


def test_a_device_that_is_unplugged_is_told_and_the_session_goes_on() -> None:
    output = Output(unplugged_after=1)
    sounds = PlayedSounds(lambda: output)

    sounds.play(Sound.REPETITION)
    wait_until(lambda: output.heard)
    sounds.play(Sound.REPETITION)
    wait_until(lambda: sounds.problem)
    sounds.play(Sound.REPETITION)

    assert "the output is gone" in str(sounds.problem)
    assert output.closed
    sounds.close()


class PortAudioError(Exception):
    pass


def portaudio(stream: Callable[..., object]) -> ModuleType:
    """The module sounddevice, with another stream."""
    module = ModuleType("sounddevice")
    module.PortAudioError = PortAudioError  # type: ignore[attr-defined]
    module.OutputStream = stream  # type: ignore[attr-defined]
    return module


def test_where_portaudio_is_missing_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)

    with pytest.raises(NoSoundError, match=r"^Sounds: none; install PortAudio .*libportaudio2"):
        open_loudspeaker()


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Error querying device -1", "there is no output; connect a loudspeaker"),
        ("Invalid sample rate", r"no output \(Invalid sample rate\); connect a loudspeaker"),
    ],
)
def test_where_there_is_no_output_it_says_so(
    monkeypatch: pytest.MonkeyPatch, reason: str, told: str
) -> None:
    def stream(**_options: object) -> object:
        raise PortAudioError(reason)

    monkeypatch.setitem(sys.modules, "sounddevice", portaudio(stream))

    with pytest.raises(NoSoundError, match=told):
        open_loudspeaker()


def test_a_loudspeaker_that_fails_while_playing_is_gone() -> None:
    class Stream:
        samplerate = 44_100.0

        def start(self) -> None:
            raise PortAudioError("Device unavailable", -9985)

    loudspeaker = Loudspeaker(Stream(), portaudio(Stream))

    assert loudspeaker.rate == 44_100
    with pytest.raises(NoSoundError, match=r"is gone \(Device unavailable\)"):
        loudspeaker.play(signal(Sound.PAUSED, 44_100))


TRIAL = """
from formcheck.feedback.audio.sound import Sound
from formcheck.feedback.audio.sound_player import open_sounds
from tests.patience import PATIENCE_S, wait_until
sounds = open_sounds()
sounds.play(Sound.STARTED)
sounds.close()
print(sounds.problem)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="plays into a file through ALSA")
def test_what_portaudio_plays_is_the_signal(tmp_path: Path) -> None:
    import os
    import subprocess

    sink, settings = tmp_path / "heard", tmp_path / "asound.conf"
    place = json.dumps(str(sink), ensure_ascii=False)
    settings.write_text(
        f"pcm.!default {{ type file slave.pcm none file {place} format raw }}\n"
        "pcm.none { type null }\n"
        "ctl.!default { type null }\n"
    )
    environment = {**os.environ, "ALSA_CONFIG_PATH": str(settings)}
    # PortAudio looks for devices once in a process's life.
    trial = subprocess.run(
        [sys.executable, "-c", TRIAL], env=environment, capture_output=True, text=True, check=True
    )
    if "none; install" in trial.stdout:
        pytest.skip("needs libportaudio2")

    assert trial.stdout.strip() == ""
    played = np.fromfile(sink, np.float32)
    wanted = signal(Sound.STARTED, 44_100)
    assert len(played) >= len(wanted)
    assert np.array_equal(played[: len(wanted)], wanted)


def test_the_library_for_sound_is_loaded_before_any_thread_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It sends standard error to nowhere meanwhile, with all that other threads say."""
    told = tmp_path / "told"
    (tmp_path / "sounddevice.py").write_text(
        "import threading\n"
        f"with open({str(told)!r}, 'a') as file:\n"
        "    print(threading.current_thread().name, file=file)\n"
        "raise OSError('no PortAudio')\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    open_sounds().close()
    assert told.read_text().split("\n")[0] == current_thread().name
