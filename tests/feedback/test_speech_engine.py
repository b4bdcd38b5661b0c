"""Which program speaks on which system, in which voice, and what to do where there is none."""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from formcheck.feedback.audio.speech import SpokenVoice, open_voice
from formcheck.feedback.audio.speech_engine import Engine, NoEngineError, find_engine, mac_voices
from formcheck.feedback.audio.speech_process import voice_for
from tests.feedback.builders import fault_cue
from tests.patience import wait_until


def nothing(_name: str) -> None:
    return None


@pytest.mark.parametrize(
    ("platform", "remedy"),
    [("linux", "install espeak-ng"), ("darwin", "the program say"), ("plan9", "install espeak-ng")],
)
def test_where_there_is_no_engine_it_says_what_to_install(platform: str, remedy: str) -> None:
    with pytest.raises(NoEngineError, match=rf"^Voice: none; {remedy}.*\.$"):
        find_engine("en", platform=platform, which=nothing)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="hides the programs of Linux")
def test_without_an_engine_the_voice_is_silent_and_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    silent = open_voice("en")
    silent.say(fault_cue("nothing is heard"))

    assert not silent.speaking
    assert str(silent.problem).startswith("Voice: none; install espeak-ng")


def test_linux_speaks_the_language_through_espeak() -> None:
    engine = find_engine("de", platform="linux", which=lambda name: f"/usr/bin/{name}")

    assert engine.name == "espeak-ng"
    assert engine.command[:3] == ("/usr/bin/espeak-ng", "-v", "de")


def test_windows_speaks_through_pyttsx3() -> None:
    pytest.importorskip("pyttsx3")
    engine = find_engine("de", platform="win32", which=nothing)

    assert engine.command[1:] == ("-m", "formcheck.feedback.audio.speech_process", "de", "160")


MAC_VOICES = """\
Albert              en_US    # Hello! My name is Albert.
Anna                de_DE    # Hallo! Ich heiße Anna.
Eddy (Deutsch (Deutschland)) de_DE    # Hallo! Ich heiße Eddy.
Samantha            en_US    # Hello! My name is Samantha.
"""


def test_the_voices_of_a_language_are_found_in_the_list_of_macos() -> None:
    assert list(mac_voices(MAC_VOICES, "de")) == ["Anna", "Eddy (Deutsch (Deutschland))"]
    assert list(mac_voices(MAC_VOICES, "fr")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a stand-in for say as a shell script")
def test_macos_speaks_with_a_voice_that_sounds_natural(tmp_path: Path) -> None:
    say = tmp_path / "say"
    say.write_text(f"#!/bin/sh\ncat <<'END'\n{MAC_VOICES}END\n")
    say.chmod(0o755)

    def engine(language: str) -> Engine:
        return find_engine(language, platform="darwin", which=lambda _: str(say))

    assert engine("en").command[3:] == ("-v", "Samantha", "-f", "-")
    assert engine("de").command[3:] == ("-v", "Anna", "-f", "-")
    with pytest.raises(NoEngineError, match=r"Voice: none for 'fr'; add one in System Settings"):
        engine("fr")


@dataclass(frozen=True)
class InstalledVoice:
    """A voice as pyttsx3 lists it."""

    id: str
    languages: list[str] | None


def test_a_voice_of_the_language_is_found_however_the_system_writes_it() -> None:
    voices = [
        InstalledVoice("unknown", None),
        InstalledVoice("Zira", ["en-US"]),
        InstalledVoice("Hedda", ["de_DE"]),
        InstalledVoice("Katja", ["de"]),
    ]

    assert voice_for("en", voices) == "Zira"
    assert voice_for("de", voices) == "Hedda"
    assert voice_for("e", voices) is None


ESPEAK = shutil.which("espeak-ng")


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[int]]:
    """What went to the loudspeaker: the lengths in bytes of the sounds, through ALSA to files."""
    sink = tmp_path / "heard"
    settings = tmp_path / "asound.conf"
    settings.write_text(
        "pcm.!default { type plug slave.pcm heard }\n"
        f"pcm.heard {{ type file slave.pcm none file {json.dumps(str(sink))} format raw "
        "truncate false }\n"
        "pcm.none { type null }\n"
        "ctl.!default { type null }\n"
    )
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(settings))
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))

    def sizes() -> list[int]:
        return [path.stat().st_size for path in tmp_path.glob("heard*") if path.stat().st_size]

    return sizes


@pytest.mark.skipif(ESPEAK is None, reason="needs espeak-ng")
@pytest.mark.parametrize("language", ["en", "de"])
def test_espeak_is_heard(language: str, heard: Callable[[], list[int]]) -> None:
    spoken = SpokenVoice(find_engine(language))
    spoken.say(fault_cue("12"))
    wait_until(lambda: heard() and not spoken.speaking)
    spoken.close()

    assert spoken.problem == ""
    assert max(heard()) > 10_000


@pytest.mark.skipif(ESPEAK is None, reason="needs espeak-ng")
def test_a_language_that_espeak_does_not_speak_is_told(heard: Callable[[], list[int]]) -> None:
    spoken = SpokenVoice(find_engine("xx"))
    spoken.say(fault_cue("hello"))
    wait_until(lambda: spoken.problem)

    assert "voice does not exist" in str(spoken.problem)
    assert heard() == []


def only_aplay(name: str) -> str | None:
    return shutil.which(name) if name == "aplay" else None


@pytest.mark.skipif(ESPEAK is None or only_aplay("aplay") is None, reason="needs espeak-ng, aplay")
def test_pyttsx3_is_heard(heard: Callable[[], list[int]]) -> None:
    pytest.importorskip("pyttsx3")
    spoken = SpokenVoice(find_engine("de", platform="linux", which=only_aplay))
    spoken.say(fault_cue("zwölf"))
    wait_until(lambda: heard() and not spoken.speaking)
    spoken.close()

    assert spoken.problem == ""
    assert max(heard()) > 10_000


@pytest.mark.skipif(ESPEAK is None or only_aplay("aplay") is None, reason="needs espeak-ng, aplay")
def test_a_language_that_pyttsx3_does_not_speak_is_told(heard: Callable[[], list[int]]) -> None:
    pytest.importorskip("pyttsx3")
    spoken = SpokenVoice(find_engine("xx", platform="linux", which=only_aplay))
    spoken.say(fault_cue("hello"))
    wait_until(lambda: spoken.problem)

    assert "there is no voice for 'xx'" in str(spoken.problem)
    assert heard() == []
