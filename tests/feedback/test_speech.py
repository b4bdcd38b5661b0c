"""Speaking in a program of its own: nothing that goes wrong there reaches the session."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from formcheck.feedback.audio.speech import SpeechSettings, SpokenVoice
from formcheck.feedback.audio.speech_engine import Engine
from tests.feedback.builders import fault_cue
from tests.patience import PATIENCE_S, wait_until

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


def lines(notes: Path) -> list[str]:
    return notes.read_text("utf-8").splitlines() if notes.exists() else []


def test_a_cue_is_spoken_to_its_end(notes: Path) -> None:
    with voice(SPEAKS, notes) as spoken:
        assert not spoken.speaking
        spoken.say(fault_cue("Strecke das gehobene Knie – so!"))
        assert spoken.speaking
        wait_until(lambda: not spoken.speaking)

    assert lines(notes) == [
        "began Strecke das gehobene Knie – so!",
        "ended Strecke das gehobene Knie – so!",
    ]


def test_one_cue_after_the_other(notes: Path) -> None:
    with voice(SPEAKS, notes) as spoken:
        for text in ("1", "2", "3"):
            spoken.say(fault_cue(text))
            wait_until(lambda: not spoken.speaking)

    assert lines(notes) == ["began 1", "ended 1", "began 2", "ended 2", "began 3", "ended 3"]


def test_a_new_cue_takes_the_place_of_the_one_being_spoken(notes: Path) -> None:
    with voice(SPEAKS_FOR_LONG, notes) as spoken:
        spoken.say(fault_cue("old"))
        wait_until(lambda: lines(notes) == ["began old"])
        spoken.say(fault_cue("new"))
        wait_until(lambda: lines(notes) == ["began old", "began new"])
        assert spoken.speaking
        assert spoken.problem == ""


def test_of_several_that_wait_only_the_newest_is_spoken(notes: Path) -> None:
    with voice(SPEAKS_FOR_LONG, notes) as spoken:
        spoken.say(fault_cue("first"))
        wait_until(lambda: lines(notes) == ["began first"])
        for number in range(50):
            spoken.say(fault_cue(str(number)))
        wait_until(lambda: "began 49" in lines(notes))

    assert len(lines(notes)) < 10


def test_hush_stops_at_once_and_for_good(notes: Path) -> None:
    with voice(SPEAKS_FOR_LONG, notes) as spoken:
        spoken.say(fault_cue("a long story"))
        wait_until(lambda: lines(notes) == ["began a long story"])
        spoken.hush()
        wait_until(lambda: not spoken.speaking)

        spoken.say(fault_cue("next"))
        wait_until(lambda: lines(notes)[-1] == "began next")

    assert "ended a long story" not in lines(notes)
    assert spoken.problem == ""


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
def test_hush_stops_what_the_engine_has_started_too(notes: Path) -> None:
    player = "import subprocess; subprocess.run(['sleep', '60']); note('ended')"
    pid = "note('began'); open(sys.argv[1] + '.pid', 'w').write(str(os.getpgrp()))"
    with voice(f"import os\n{NOTE}\n{pid}\n{player}", notes) as spoken:
        spoken.say(fault_cue("played by another program"))
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
        spoken.say(fault_cue("one"))
        wait_until(lambda: spoken.problem)
        spoken.say(fault_cue("two"))
        assert not spoken.speaking

    assert lines(notes) == ["began one", "began one"]
    assert str(spoken.problem) == "Voice: stand-in does not work: the sound card caught fire."


def test_an_engine_that_fails_once_costs_no_cue(notes: Path) -> None:
    with voice(FAILS_ONCE, notes) as spoken:
        spoken.say(fault_cue("one"))
        wait_until(lambda: lines(notes)[-1:] == ["ended one"])
        wait_until(lambda: not spoken.speaking)

    assert lines(notes) == ["began one", "began one", "ended one"]
    assert spoken.problem == ""


def test_an_engine_that_ends_before_it_is_asked_is_told(notes: Path) -> None:
    with voice(ENDS_AT_ONCE, notes) as spoken:
        spoken.say(fault_cue("one"))
        wait_until(lambda: spoken.problem)

    assert "no such voice" in str(spoken.problem)


def test_an_engine_that_hangs_is_ended(notes: Path) -> None:
    with voice(SPEAKS_FOR_LONG, notes, longest_start_s=0.3) as spoken:
        spoken.say(fault_cue("."))
        wait_until(lambda: spoken.problem)
        assert not spoken.speaking

    assert "no end after" in str(spoken.problem)
    assert lines(notes) in ([], ["began ."])


def test_a_program_that_is_not_there_is_told_and_the_session_goes_on() -> None:
    spoken = SpokenVoice(Engine("nothing", ("/nowhere/at-all",)))
    wait_until(lambda: spoken.problem)

    spoken.say(fault_cue("into the void"))
    spoken.hush()

    assert not spoken.speaking
    assert "nothing does not work" in str(spoken.problem)


def test_closing_ends_the_program_that_waits(notes: Path) -> None:
    code = f"import os\nopen(sys.argv[1], 'w').write(str(os.getpid()))\n{NOTE}"
    with voice(f"import sys\n{code}", notes):
        wait_until(lambda: lines(notes))
        pid = int(lines(notes)[0])

    assert not _is_there(pid)
