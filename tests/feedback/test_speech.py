"""Speaking in a program of its own: nothing that goes wrong there reaches the session."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from formcheck.feedback.audio.speech import SpeechSettings, SpokenVoice, open_voice
from formcheck.feedback.audio.speech_engine import Engine, NoEngineError, find_engine, mac_voices
from formcheck.feedback.audio.speech_process import voice_for
from formcheck.feedback.cues import Cue, CueKind
from tests.patience import PATIENCE_S, wait_until

"""A test that waits for longer has failed; none that passes comes near it."""

NOTE = """
import sys, time
text = sys.stdin.buffer.read().decode("utf-8")
def note(word):
    with open(sys.argv[1], "a", encoding="utf-8") as notes:
        notes.write(word + " " + text + "\\n")
"""
"""A stand-in engine writes down which texts it begins and ends."""

SPEAKS = NOTE + "note('began'); note('ended')"
SPEAKS_FOR_LONG = NOTE + "note('began'); time.sleep(60); note('ended')"
FAILS = NOTE + "note('began'); sys.exit('the sound card caught fire')"
FAILS_ONCE = (
    NOTE
    + """
import os
before = os.path.exists(sys.argv[1])
note('began')
if not before: sys.exit('not today')
note('ended')
"""
)
ENDS_AT_ONCE = "import sys; sys.exit('no such voice')"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes.txt"


@contextmanager
def voice(code: str, notes: Path, longest_start_s: float = PATIENCE_S) -> Iterator[SpokenVoice]:
    engine = Engine("stand-in", (sys.executable, "-S", "-c", code, str(notes)))
    opened = SpokenVoice(engine, settings=SpeechSettings(longest_start_s=longest_start_s))
    try:
        yield opened
    finally:
        opened.close()


def cue(text: str) -> Cue:
    return Cue(text, CueKind.FAULT)


def lines(notes: Path) -> list[str]:
    return notes.read_text("utf-8").splitlines() if notes.exists() else []


def test_a_cue_is_spoken_to_its_end(notes: Path) -> None:
    with voice(SPEAKS, notes) as spoken:
        assert not spoken.speaking
        spoken.say(cue("Strecke das gehobene Knie – so!"))
        assert spoken.speaking
        wait_until(lambda: not spoken.speaking)

    assert lines(notes) == [
        "began Strecke das gehobene Knie – so!",
        "ended Strecke das gehobene Knie – so!",
    ]


def test_one_cue_after_the_other(notes: Path) -> None:
    with voice(SPEAKS, notes) as spoken:
        for text in ("1", "2", "3"):
            spoken.say(cue(text))
            wait_until(lambda: not spoken.speaking)

    assert lines(notes) == ["began 1", "ended 1", "began 2", "ended 2", "began 3", "ended 3"]


def test_a_new_cue_takes_the_place_of_the_one_being_spoken(notes: Path) -> None:
    with voice(SPEAKS_FOR_LONG, notes) as spoken:
        spoken.say(cue("old"))
        wait_until(lambda: lines(notes) == ["began old"])
        spoken.say(cue("new"))
        wait_until(lambda: lines(notes) == ["began old", "began new"])
        assert spoken.speaking
        assert spoken.problem == ""


def test_of_several_that_wait_only_the_newest_is_spoken(notes: Path) -> None:
    with voice(SPEAKS_FOR_LONG, notes) as spoken:
        spoken.say(cue("first"))
        wait_until(lambda: lines(notes) == ["began first"])
        for number in range(50):
            spoken.say(cue(str(number)))
        wait_until(lambda: "began 49" in lines(notes))

    assert len(lines(notes)) < 10


def test_hush_stops_at_once_and_for_good(notes: Path) -> None:
    with voice(SPEAKS_FOR_LONG, notes) as spoken:
        spoken.say(cue("a long story"))
        wait_until(lambda: lines(notes) == ["began a long story"])
        spoken.hush()
        wait_until(lambda: not spoken.speaking)

        spoken.say(cue("next"))
        wait_until(lambda: lines(notes)[-1] == "began next")

    assert "ended a long story" not in lines(notes)
    assert spoken.problem == ""


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
def test_hush_stops_what_the_engine_has_started_too(notes: Path) -> None:
    player = "import subprocess; subprocess.run(['sleep', '60']); note('ended')"
    pid = "note('began'); open(sys.argv[1] + '.pid', 'w').write(str(os.getpgrp()))"
    with voice(f"import os\n{NOTE}\n{pid}\n{player}", notes) as spoken:
        spoken.say(cue("played by another program"))
        wait_until(lambda: Path(f"{notes}.pid").exists() and Path(f"{notes}.pid").read_text())
        group = int(Path(f"{notes}.pid").read_text())
        spoken.hush()
        wait_until(lambda: not _is_there(group))


def _is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_engine_that_fails_is_tried_once_more_and_then_left_alone(notes: Path) -> None:
    with voice(FAILS, notes) as spoken:
        spoken.say(cue("one"))
        wait_until(lambda: spoken.problem)
        spoken.say(cue("two"))
        assert not spoken.speaking

    assert lines(notes) == ["began one", "began one"]
    assert str(spoken.problem) == "Voice: stand-in does not work: the sound card caught fire."


def test_an_engine_that_fails_once_costs_no_cue(notes: Path) -> None:
    with voice(FAILS_ONCE, notes) as spoken:
        spoken.say(cue("one"))
        wait_until(lambda: lines(notes)[-1:] == ["ended one"])
        wait_until(lambda: not spoken.speaking)

    assert lines(notes) == ["began one", "began one", "ended one"]
    assert spoken.problem == ""


def test_an_engine_that_ends_before_it_is_asked_is_told(notes: Path) -> None:
    with voice(ENDS_AT_ONCE, notes) as spoken:
        spoken.say(cue("one"))
        wait_until(lambda: spoken.problem)

    assert "no such voice" in str(spoken.problem)


def test_an_engine_that_hangs_is_ended(notes: Path) -> None:
    with voice(SPEAKS_FOR_LONG, notes, longest_start_s=0.3) as spoken:
        spoken.say(cue("."))
        wait_until(lambda: spoken.problem)
        assert not spoken.speaking

    assert "no end after" in str(spoken.problem)
    assert lines(notes) in ([], ["began ."])


def test_a_program_that_is_not_there_is_told_and_the_session_goes_on() -> None:
    spoken = SpokenVoice(Engine("nothing", ("/nowhere/at-all",)))
    wait_until(lambda: spoken.problem)

    spoken.say(cue("into the void"))
    spoken.hush()

    assert not spoken.speaking
    assert "nothing does not work" in str(spoken.problem)


def test_closing_ends_the_program_that_waits(notes: Path) -> None:
    code = f"import os\nopen(sys.argv[1], 'w').write(str(os.getpid()))\n{NOTE}"
    with voice(f"import sys\n{code}", notes):
        wait_until(lambda: lines(notes))
        pid = int(lines(notes)[0])

    assert not _is_there(pid)


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
    silent.say(cue("nothing is heard"))

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
    spoken.say(cue("12"))
    wait_until(lambda: heard() and not spoken.speaking)
    spoken.close()

    assert spoken.problem == ""
    assert max(heard()) > 10_000


@pytest.mark.skipif(ESPEAK is None, reason="needs espeak-ng")
def test_a_language_that_espeak_does_not_speak_is_told(heard: Callable[[], list[int]]) -> None:
    spoken = SpokenVoice(find_engine("xx"))
    spoken.say(cue("hello"))
    wait_until(lambda: spoken.problem)

    assert "voice does not exist" in str(spoken.problem)
    assert heard() == []


def only_aplay(name: str) -> str | None:
    return shutil.which(name) if name == "aplay" else None


@pytest.mark.skipif(ESPEAK is None or only_aplay("aplay") is None, reason="needs espeak-ng, aplay")
def test_pyttsx3_is_heard(heard: Callable[[], list[int]]) -> None:
    pytest.importorskip("pyttsx3")
    spoken = SpokenVoice(find_engine("de", platform="linux", which=only_aplay))
    spoken.say(cue("zwölf"))
    wait_until(lambda: not spoken.speaking)
    spoken.close()

    assert spoken.problem == ""
    assert max(heard()) > 10_000


@pytest.mark.skipif(ESPEAK is None or only_aplay("aplay") is None, reason="needs espeak-ng, aplay")
def test_a_language_that_pyttsx3_does_not_speak_is_told(heard: Callable[[], list[int]]) -> None:
    pytest.importorskip("pyttsx3")
    spoken = SpokenVoice(find_engine("xx", platform="linux", which=only_aplay))
    spoken.say(cue("hello"))
    wait_until(lambda: spoken.problem)

    assert "there is no voice for 'xx'" in str(spoken.problem)
    assert heard() == []
