"""Camera and display; recordings need neither."""

from formcheck.cli.checks.check import Check, Status, TrialError, tried
from formcheck.texts.message import message_from
from formcheck.texts.texts import Texts

_CAMERA = """
import json
from dataclasses import asdict
from formcheck.texts.refusal import problem_of
from formcheck.errors import FormcheckError
from formcheck.video.cameras.webcam import Webcam
try:
    with Webcam(0) as camera:
        print(json.dumps({"width": camera.info.width, "height": camera.info.height,
                          "rate": camera.info.frames_per_second}))
except FormcheckError as error:
    print(json.dumps({"error": asdict(problem_of(error))}))
"""

_DISPLAY = """
import json
from dataclasses import asdict
from formcheck.texts.refusal import problem_of
from formcheck.errors import FormcheckError
from formcheck.feedback.display import DisplayTrial
try:
    with DisplayTrial() as display:
        display.check()
    print("{}")
except FormcheckError as error:
    print(json.dumps({"error": asdict(problem_of(error))}))
"""


def check_camera(texts: Texts) -> Check:
    """Whether the first camera gives a picture, and how large."""
    name = texts.text("doctor.check.camera")
    try:
        found = tried(_CAMERA)
    except TrialError as error:
        return _not_tried(name, error, texts)
    if "error" in found:
        return _from_message(name, texts.told(message_from(found["error"])))
    key = "doctor.camera" if found["rate"] else "doctor.camera_without_rate"
    return Check(name, Status.GOOD, texts.text(key, **found))


def check_display(texts: Texts) -> Check:
    """Whether a window can be opened."""
    name = texts.text("doctor.check.display")
    try:
        found = tried(_DISPLAY)
    except TrialError as error:
        return _not_tried(name, error, texts)
    if "error" in found:
        return _from_message(name, texts.told(message_from(found["error"])))
    return Check(name, Status.GOOD, texts.text("doctor.window"))


def _not_tried(name: str, error: TrialError, texts: Texts) -> Check:
    return Check(name, Status.BROKEN, texts.text("doctor.not_tried", why=error.args[0]))


def _from_message(name: str, message: str) -> Check:
    """An error's first sentence is what was found, the rest what to do."""
    found, _, remedy = message.partition(". ")
    return Check(name, Status.MISSING, found.rstrip("."), remedy)
