"""The history: where it is, and whether it can be read and written."""

from formcheck.cli.checks.check import Check, Status, TrialError, tried
from formcheck.texts.message import message_from
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts

_HISTORY = """
import json
from dataclasses import asdict
from formcheck.errors import FormcheckError
from formcheck.history.place import history_path
from formcheck.history.trial import try_history
from formcheck.texts.refusal import problem_told
try:
    path = history_path()
    try_history(path)
    print(json.dumps({"path": str(path)}))
except (FormcheckError, OSError) as error:
    print(json.dumps({"error": asdict(problem_told(error))}))
"""


def check_history(texts: Texts) -> Check:
    """Without it recordings are judged all the same, and sessions led."""
    name = texts.text("doctor.check.history")
    try:
        found = tried(_HISTORY)
    except TrialError as error:
        text = texts.text("doctor.not_tried", why=error.args[0])
        return Check(name, Status.BROKEN, text, texts.text("doctor.see_above"))
    if "error" in found:
        return Check(name, Status.BROKEN, texts.told(message_from(found["error"])))
    return Check(name, Status.GOOD, shown(found["path"]))
