"""Why a criterion could not be told and what would settle it, in words."""

from collections.abc import Sequence

from formcheck.form.verdicts.judgement import Judgement
from formcheck.form.verdicts.need import Need
from formcheck.form.vocabulary import unit_of
from formcheck.results.wording.measure_wording import in_words, limit_text, with_error
from formcheck.texts.texts import Texts

TURNS = ("side", "front")
"""Views that somebody can turn towards."""


def needs_told(judgement: Judgement, views: Sequence[str], camera_view: str, texts: Texts) -> str:
    """What would settle it, after what its `unless` leaves open; empty where there is neither.

    views, camera_view: as `need_told` takes them.
    """
    unless = judgement.condition and judgement.condition.unless
    if judgement.excuse is None or unless is None:
        return need_told(judgement.need, views, camera_view, texts)
    unit = unit_of(unless.measure)
    excuse = texts.text(
        "need.excuse",
        measure=in_words(unless.measure, texts),
        limit=limit_text((unless.at_least, unless.at_most), unit, texts),
        value=with_error(judgement.excuse.value, judgement.excuse.error, unit, texts),
    )
    # That the value is too near its limit would be said of the other measure.
    need = None if judgement.need is Need.CLEARER else judgement.need
    return f"{excuse} {need_told(need, views, camera_view, texts)}".rstrip()


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
