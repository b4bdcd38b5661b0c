"""`formcheck doctor`: what it finds, and that nothing it tries can take it down."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from rich.console import Console

from formcheck.cli.checks import devices, hearing, libraries, model
from formcheck.cli.checks.all import all_checks
from formcheck.cli.checks.check import Check, Status, TrialError, tried
from formcheck.cli.main import run
from formcheck.cli.terminal import doctor_report
from formcheck.feedback.audio.loudspeaker import open_loudspeaker
from formcheck.feedback.audio.sound import NoSoundError
from formcheck.feedback.audio.speech_engine import NoEngineError, find_engine
from formcheck.texts.refusal import problem_of
from formcheck.texts.texts import Texts, load_texts
from tests.cli.running import formcheck
from tests.texts.english import ENGLISH

WORKS = Check("Python", Status.GOOD, "3.12", needed=True)
NO_CAMERA = Check("camera", Status.MISSING, "camera 0 can't be opened", "Plug it in.")
NO_LIBRARY = Check("cv2", Status.BROKEN, "libGL.so.1 is missing", "apt-get …", needed=True)


def doctor(monkeypatch: pytest.MonkeyPatch, *checks: Check, arguments: tuple[str, ...] = ()) -> int:
    def found(texts: Texts) -> Iterator[Check]:
        del texts
        yield from checks

    monkeypatch.setattr(doctor_report, "all_checks", found)
    return run(["doctor", *arguments])


def test_without_a_camera_recordings_can_still_be_judged(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doctor(monkeypatch, WORKS, NO_CAMERA) == 0
    text = capsys.readouterr().out
    assert "✓ Python" in text
    assert "– camera" in text
    assert "Plug it in." in text


def test_without_a_library_nothing_works_and_the_remedy_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doctor(monkeypatch, WORKS, NO_LIBRARY) == 1
    text = capsys.readouterr().out
    assert "✗ cv2" in text
    assert "apt-get" in text


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_what_goes_on_in_the_next_line_is_indented(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int
) -> None:
    narrow = Console(width=columns, highlight=False, markup=False)
    monkeypatch.setattr(doctor_report, "console", lambda: narrow)
    long = Check("camera", Status.MISSING, "camera 0 can't be opened by anybody here", "Plug it in")
    assert doctor(monkeypatch, WORKS, long) == 0
    *lines, _ = capsys.readouterr().out.splitlines()
    assert all(line[0] in "✓–" or line.startswith("    ") for line in lines)
    assert "camera 0 can't be opened by anybody here" in " ".join(" ".join(lines).split())


def test_the_same_as_one_json_document(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doctor(monkeypatch, WORKS, NO_LIBRARY, arguments=("--json",)) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["works"] is False
    assert [check["name"] for check in document["checks"]] == ["Python", "cv2"]
    assert document["checks"][1]["remedy"]


def test_an_abort_in_a_trial_costs_only_the_trial() -> None:
    with pytest.raises(TrialError):
        tried("import os; os.abort()")


def test_a_failed_trial_tells_its_last_words() -> None:
    with pytest.raises(TrialError, match="libGL"):
        tried("raise ImportError('libGL.so.1: cannot open shared object file')")


def test_a_trial_that_hangs_is_given_up() -> None:
    with pytest.raises(TrialError, match="no answer"):
        tried("import time; time.sleep(60)", patience_s=0.5)


def test_missing_system_libraries_name_their_debian_packages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(libraries, "_loads", lambda name: name != "libEGL.so.1")
    check = libraries.check_system_libraries(ENGLISH)
    assert check.status is Status.MISSING
    assert "libEGL.so.1" in check.found
    assert check.remedy.endswith("libegl1")


def test_a_package_that_cannot_be_loaded_is_told_without_ending_the_doctor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(code: str) -> None:
        raise TrialError(f"ImportError: libGL.so.1 ({code})")

    monkeypatch.setattr(libraries, "tried", missing)
    checks = list(libraries.check_packages(ENGLISH))
    assert {check.status for check in checks} == {Status.BROKEN}
    assert all("libGL.so.1" in check.found for check in checks)


def answer(monkeypatch: pytest.MonkeyPatch, *found: dict[str, object]) -> None:
    answers = list(found)

    def given(code: str, *arguments: str, patience_s: float) -> dict[str, object]:
        del code, arguments, patience_s
        return answers.pop(0) if len(answers) > 1 else answers[0]

    monkeypatch.setattr(hearing, "tried", given)


def test_no_portaudio_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(NoSoundError) as error:
        open_loudspeaker()
    answer(monkeypatch, {"error": asdict(problem_of(error.value))})

    check = hearing.check_sound(ENGLISH)

    assert (check.status, check.found) == (Status.MISSING, "none")
    assert check.remedy.startswith("Install PortAudio")
    assert "libportaudio2" in check.remedy


def test_no_voice_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoEngineError) as error:
        find_engine("en", platform="linux", which=lambda _: None)
    answer(monkeypatch, {"error": asdict(problem_of(error.value))})

    check = hearing.check_voice(ENGLISH)

    assert (check.status, check.found) == (Status.MISSING, "none")
    assert check.remedy.startswith("Install espeak-ng")


def test_the_languages_that_can_be_spoken_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, {"name": "say"}, {"error": "Voice: none for 'de'; add one."})

    check = hearing.check_voice(ENGLISH)

    assert (check.status, check.found) == (Status.GOOD, "say, in en")
    assert "de" in check.remedy


def test_in_german_what_it_finds_is_german(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(code: str, *arguments: str, patience_s: float = 1.0) -> None:
        del code, arguments, patience_s
        raise TrialError("libGL.so.1")

    for part in (libraries, hearing, devices, model):
        monkeypatch.setattr(part, "tried", missing)
    english, german = (list(all_checks(load_texts(one))) for one in ("en", "de"))
    same = [one.name for one, other in zip(english, german, strict=True) if one == other]
    assert same == []


def test_no_display_is_told_and_aborts_nothing(tmp_path: Path) -> None:
    ended = formcheck("doctor", "--json", folder=tmp_path)
    checks = {check["name"]: check for check in json.loads(ended.out)["checks"]}
    assert checks["display"]["status"] == "missing"
    assert checks["pose model"]["status"] == "good"
    assert checks["pose estimation"]["found"].endswith("ms a frame")
    assert (ended.status, ended.err) == (0, "")
