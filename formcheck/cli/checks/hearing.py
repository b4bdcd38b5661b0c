"""What can be heard: the voice in each language, and the sounds; the screen shows all of it too."""

from formcheck.cli.checks.check import Check, Status, TrialError, tried
from formcheck.texts.texts import ENGLISH, languages

PATIENCE_S = 30.0

_VOICE = """
import json, sys
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
except (FormcheckError, SpeechError) as error:
    print(json.dumps({"error": str(error)}))
"""

_SOUND = """
import json
from formcheck.errors import FormcheckError
from formcheck.feedback.audio.loudspeaker import open_loudspeaker
try:
    open_loudspeaker().close()
    import sounddevice
    print(json.dumps({"name": sounddevice.query_devices(kind="output")["name"]}))
except FormcheckError as error:
    print(json.dumps({"error": str(error)}))
"""


def check_voice() -> Check:
    """Which languages can be spoken, tried with an engine that is given nothing to say."""
    spoken: dict[str, str] = {}
    failed: dict[str, str] = {}
    for language in sorted(languages(), key=lambda code: code != ENGLISH):
        try:
            found = tried(_VOICE, language, patience_s=PATIENCE_S)
        except TrialError as error:
            found = {"error": str(error)}
        if "error" in found:
            failed[language] = found["error"]
        else:
            spoken[language] = found["name"]
    if not spoken:
        return _missing("voice", next(iter(failed.values())))
    engine = ", ".join(dict.fromkeys(spoken.values()))
    remedy = "".join(f"Not in {language}: {why} " for language, why in failed.items()).strip()
    return Check("voice", Status.GOOD, f"{engine}, in {', '.join(spoken)}", remedy)


def check_sound() -> Check:
    """Whether there is something to play and to speak through."""
    try:
        found = tried(_SOUND, patience_s=PATIENCE_S)
    except TrialError as error:
        return Check("sound", Status.BROKEN, f"can't be tried: {error}")
    if "error" in found:
        return _missing("sound", found["error"])
    return Check("sound", Status.GOOD, str(found["name"]))


def _missing(name: str, message: str) -> Check:
    """An error says first what was found, then what to do: `Voice: none; install espeak-ng.`"""
    found, _, remedy = message.partition(": ")[2].partition("; ")
    if not found:
        return Check(name, Status.MISSING, message)
    remedy = f"{remedy[:1].upper()}{remedy[1:]}" or "Cues are shown in any case."
    return Check(name, Status.MISSING, found.rstrip("."), remedy)
