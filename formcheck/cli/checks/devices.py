"""Camera and display; recordings need neither."""

from formcheck.cli.checks.check import Check, Status, TrialError, tried

_CAMERA = """
import json
from formcheck.errors import FormcheckError
from formcheck.video.webcam import Webcam
try:
    with Webcam(0) as camera:
        print(json.dumps({"width": camera.info.width, "height": camera.info.height,
                          "rate": camera.info.frames_per_second}))
except FormcheckError as error:
    print(json.dumps({"error": str(error)}))
"""

_DISPLAY = """
import json
from formcheck.errors import FormcheckError
from formcheck.feedback.display import prepare_display
try:
    prepare_display()
    print("{}")
except FormcheckError as error:
    print(json.dumps({"error": str(error)}))
"""


def check_camera() -> Check:
    """Whether the first camera gives a picture, and how large."""
    try:
        found = tried(_CAMERA)
    except TrialError as error:
        return Check("camera", Status.BROKEN, f"can't be tried: {error}")
    if "error" in found:
        return _from_message("camera", found["error"])
    rate = f", {found['rate']:.0f} frames a second" if found["rate"] else ""
    text = f"camera 0: {found['width']} × {found['height']}{rate}"
    return Check("camera", Status.GOOD, text)


def check_display() -> Check:
    """Whether a window can be opened."""
    try:
        found = tried(_DISPLAY)
    except TrialError as error:
        return Check("display", Status.BROKEN, f"can't be tried: {error}")
    if "error" in found:
        return _from_message("display", found["error"])
    return Check("display", Status.GOOD, "a window can be opened")


def _from_message(name: str, message: str) -> Check:
    """An error's first sentence is what was found, the rest what to do."""
    found, _, remedy = message.partition(". ")
    return Check(name, Status.MISSING, found.rstrip("."), remedy)
