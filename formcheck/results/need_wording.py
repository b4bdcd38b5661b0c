"""What would settle a criterion that could not be told, in words."""

from collections.abc import Sequence

from formcheck.form.need import Need
from formcheck.texts.texts import Texts

TURNS = ("side", "front")
"""Views that somebody can turn towards."""


def need_told(need: Need | None, views: Sequence[str], camera_view: str, texts: Texts) -> str:
    """What would settle it, in a sentence; empty where nothing would, or nobody knows what.

    views: those that it is judged from. camera_view: the one that the exercise is filmed from; who
    turns away from that loses everything else.
    """
    if need is None:
        return ""
    if need is Need.TURN and camera_view not in views:
        return texts.text("need.never_here")
    if need is Need.TURN:
        turned = f"need.turn.{views[0]}" if views[0] in TURNS else "need.elsewhere"
        return texts.text(turned)
    return texts.text(f"need.{need.replace('-', '_')}")
