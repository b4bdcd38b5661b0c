"""The pose model: which file it is, whether it runs, and how fast."""

from formcheck.cli.checks.check import Check, Status, TrialError, tried
from formcheck.texts.message import message_from
from formcheck.texts.texts import Texts

LIVE_MS = 66
"""Milliseconds a frame from which live coaching at 15 frames a second lags behind."""

_MODEL = """
import json
from dataclasses import asdict
from formcheck.texts.refusal import problem_of
from formcheck.errors import FormcheckError
from formcheck.pose.blazepose.model_file import find_model
try:
    model = find_model()
    print(json.dumps({"name": model.name, "origin": model.origin, "path": str(model.path)}))
except FormcheckError as error:
    print(json.dumps({"error": asdict(problem_of(error))}))
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


def check_model(texts: Texts) -> Check:
    """Which pose model is used, and whether it is whole."""
    name = texts.text("doctor.check.model")
    try:
        found = tried(_MODEL)
    except TrialError as error:
        found = {"error": texts.text("doctor.not_looked_for", why=error.args[0])}
    if "error" in found:
        remedy = texts.text("doctor.again")
        problem = texts.told(message_from(found["error"]))
        return Check(name, Status.BROKEN, problem, remedy, needed=True)
    origin = texts.text(f"doctor.origin.{found['origin']}")
    text = f"{found['name']}, {origin}: {found['path']}"
    return Check(name, Status.GOOD, text, needed=True)


def check_speed(texts: Texts) -> Check:
    """Whether the model finds a drawn person, and how long it takes for a frame."""
    name = texts.text("doctor.check.estimation")
    try:
        trial = tried(_SPEED)
    except TrialError as error:
        remedy = texts.text("doctor.see_above")
        return Check(name, Status.BROKEN, texts.told(error.args[0]), remedy, needed=True)
    if not trial["found"]:
        remedy = texts.text("doctor.again")
        found = texts.text("doctor.nobody_found")
        return Check(name, Status.BROKEN, found, remedy, needed=True)
    slow = trial["ms"] > LIVE_MS
    return Check(
        name,
        Status.GOOD,
        texts.text("doctor.speed", ms=float(trial["ms"])),
        texts.text("doctor.slow") if slow else "",
        needed=True,
    )
