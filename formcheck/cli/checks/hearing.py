"""What can be heard: the voice in each language, and the sounds; the screen shows all of it too."""

from formcheck.cli.checks.check import Check, Status, TrialError, tried
from formcheck.texts.entries import ENGLISH, languages
from formcheck.texts.message import message_from
from formcheck.texts.texts import Texts

PATIENCE_S = 30.0

_VOICE = """
import json, sys
from dataclasses import asdict
from formcheck.texts.refusal import problem_of
from formcheck.errors import FormcheckError
from formcheck.feedback.audio.speech_engine import find_engine
from formcheck.feedback.audio.speech_program import SpeechError, SpeechProgram
try:
    engine = find_engine(sys.argv[1])
    program = SpeechProgram(engine)
    try:
        program.speak("", 20.0)
    finally:
        program.close()
    print(json.dumps({"name": engine.name}))
except FormcheckError as error:
    print(json.dumps({"error": asdict(problem_of(error))}))
except SpeechError as error:
    print(json.dumps({"error": str(error)}))
"""

_SOUND = """
import json
from dataclasses import asdict
from formcheck.texts.refusal import problem_of
from formcheck.errors import FormcheckError
from formcheck.feedback.audio.loudspeaker import open_loudspeaker
try:
    open_loudspeaker().close()
    import sounddevice
    print(json.dumps({"name": sounddevice.query_devices(kind="output")["name"]}))
except FormcheckError as error:
    print(json.dumps({"error": asdict(problem_of(error))}))
"""


def check_voice(texts: Texts) -> Check:
    """Which languages can be spoken, tried with an engine that is given nothing to say."""
    name = texts.text("doctor.check.voice")
    spoken: dict[str, str] = {}
    failed: dict[str, str] = {}
    for language in sorted(languages(), key=lambda code: code != ENGLISH):
        try:
            found = tried(_VOICE, language, patience_s=PATIENCE_S)
        except TrialError as error:
            found = {"error": texts.told(error.args[0])}
        if "error" in found:
            failed[language] = texts.told(message_from(found["error"]))
        else:
            spoken[language] = found["name"]
    if not spoken:
        return _missing(name, next(iter(failed.values())), texts)
    engine = ", ".join(dict.fromkeys(spoken.values()))
    remedies = [
        texts.text("doctor.not_in", language=language, why=why) for language, why in failed.items()
    ]
    found = texts.text("doctor.voice", engine=engine, languages=", ".join(spoken))
    return Check(name, Status.GOOD, found, " ".join(remedies))


def check_sound(texts: Texts) -> Check:
    """Whether there is something to play and to speak through."""
    name = texts.text("doctor.check.sound")
    try:
        found = tried(_SOUND, patience_s=PATIENCE_S)
    except TrialError as error:
        why = texts.text("doctor.not_tried", why=error.args[0])
        return Check(name, Status.BROKEN, why)
    if "error" in found:
        return _missing(name, texts.told(message_from(found["error"])), texts)
    return Check(name, Status.GOOD, str(found["name"]))


def _missing(name: str, told: str, texts: Texts) -> Check:
    """An error says first what was found, then what to do: `Voice: none; install espeak-ng.`"""
    found, _, remedy = told.partition(": ")[2].partition("; ")
    if not found:
        return Check(name, Status.MISSING, told)
    remedy = f"{remedy[:1].upper()}{remedy[1:]}" or texts.text("doctor.shown_anyway")
    return Check(name, Status.MISSING, found.rstrip("."), remedy)
