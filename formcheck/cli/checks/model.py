"""The pose model: which file it is, whether it runs, and how fast."""

from formcheck.cli.checks.check import Check, Status, TrialError, tried

LIVE_MS = 66
"""Milliseconds a frame from which live coaching at 15 frames a second lags behind."""

_MODEL = """
import json
from formcheck.errors import FormcheckError
from formcheck.pose.blazepose.model_file import find_model
try:
    model = find_model()
    print(json.dumps({"name": model.name, "origin": model.origin, "path": str(model.path)}))
except FormcheckError as error:
    print(json.dumps({"error": str(error)}))
"""

_SPEED = """
import json, time
from formcheck.cli.checks.drawn_person import draw_person
from formcheck.pose.backends import find_backend
from formcheck.video.frame import Frame
image = draw_person()
times = []
with find_backend().open_tracker() as landmarker:
    for number in range(15):
        began = time.perf_counter()
        pose = landmarker.estimate(Frame(image, number / 30, number))
        times.append(time.perf_counter() - began)
print(json.dumps({"ms": 1000 * sorted(times)[len(times) // 2], "found": pose.found}))
"""


def check_model() -> Check:
    """Which pose model is used, and whether it is whole."""
    try:
        found = tried(_MODEL)
    except TrialError as error:
        found = {"error": f"can't be looked for: {error}"}
    if "error" in found:
        remedy = "Install formcheck again: pip install --force-reinstall formcheck"
        return Check("pose model", Status.BROKEN, found["error"], remedy, needed=True)
    text = f"{found['name']}, {found['origin']}: {found['path']}"
    return Check("pose model", Status.GOOD, text, needed=True)


def check_speed() -> Check:
    """Whether the model finds a drawn person, and how long it takes for a frame."""
    try:
        trial = tried(_SPEED)
    except TrialError as error:
        remedy = "See the packages and system libraries above."
        return Check("pose estimation", Status.BROKEN, str(error), remedy, needed=True)
    if not trial["found"]:
        remedy = "Install formcheck again: pip install --force-reinstall formcheck"
        found = "the drawn person was not found"
        return Check("pose estimation", Status.BROKEN, found, remedy, needed=True)
    slow = trial["ms"] > LIVE_MS
    return Check(
        "pose estimation",
        Status.GOOD,
        f"{trial['ms']:.0f} ms a frame",
        "Live coaching may lag; try formcheck models get lite, then --model lite." if slow else "",
        needed=True,
    )
