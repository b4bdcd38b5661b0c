"""What was done in the place of the exercise that was asked for."""

from collections.abc import Sequence

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.recognition.asked import is_clearly_other, other_than
from formcheck.recognition.recogniser import Recogniser
from formcheck.recognition.sets import FoundSet
from formcheck.recognition.usual_signature import has_signature
from formcheck.results.compose import advice_about
from formcheck.results.instead import Instead
from formcheck.texts.message import Message
from formcheck.texts.texts import Texts


def instead_of(asked: Exercise, found: Sequence[FoundSet], *, surely: bool) -> Instead | None:
    """What seems to have been done in the place of what was asked for; None where that was done.

    surely: whether nothing is judged as that. Of an exercise whose file doesn't say how it is told
    from others nobody can tell.
    """
    if not has_signature(asked) or any(one.exercise.id == asked.id for one in found):
        return None
    if not found:
        return Instead()
    is_other = is_clearly_other if surely else other_than
    others = [one for one in found if is_other(asked, one.answer)]
    longest = max(others, key=lambda one: one.end_s - one.begin_s, default=None)
    return None if longest is None else Instead(longest.exercise, longest.answer.score, surely)


def avoided_told(asked: Exercise, recogniser: Recogniser, texts: Texts) -> tuple[Message, ...]:
    """What to tell of the movements to avoid that were seen in what is not judged."""
    known = {one.id: one for one in asked.avoided}
    seen = (known[movement] for movement in recogniser.avoid if movement in known)
    return tuple(told for one in seen for told in advice_about(translated(one, texts)))
