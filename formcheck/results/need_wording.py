"""What would settle a criterion that could not be told, in words."""

from formcheck.form.need import Need
from formcheck.texts.texts import Texts

TURNS = ("side", "front")
"""Views that somebody can turn towards."""


def need_told(need: Need | None, view: str, texts: Texts) -> str:
    """What would settle it, in a sentence; empty where nothing would, or nobody knows what.

    view: the one that it is judged from.
    """
    if need is None:
        return ""
    if need is Need.TURN:
        return texts.text(f"need.turn.{view}" if view in TURNS else "need.elsewhere")
    return texts.text(f"need.{need.replace('-', '_')}")
