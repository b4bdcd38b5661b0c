"""Which exercise formcheck takes each clip for, where nobody names it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from formcheck.exercises.load import library
from formcheck.recognition.answer import Answer
from formcheck.validation.label import Label
from tests.accuracy.observe import Observed

NOTHING = "nothing"


@dataclass(frozen=True)
class Naming:
    """Clips by what they were taken for.

    right, clips: those rightly named, of all that count. confusions: what is done, what it was
    taken for, and the clip. aside: the same for clips that don't count, being hard or filmed so
    that the exercise can't be judged.
    """

    right: int
    clips: int
    confusions: tuple[tuple[str, str, str], ...]
    aside: tuple[tuple[str, str, str], ...]

    @property
    def share(self) -> float:
        """The share that is rightly named; NaN without clips."""
        return self.right / self.clips if self.clips else float("nan")


def naming(clips: Iterable[Observed]) -> Naming:
    """Compare what is done in each clip with what it was taken for."""
    judged, confusions, aside = 0, [], []
    for one in clips:
        row = (shown(one.clip.label), taken_for(one.recognised), one.clip.name)
        wrong = row[0] != row[1]
        if counts(one.clip.label):
            judged += 1
            confusions += [row] if wrong else []
        else:
            aside += [row] if wrong else []
    return Naming(judged - len(confusions), judged, tuple(confusions), tuple(aside))


def shown(label: Label) -> str:
    """The id of what is done in a clip; a movement to avoid is named as itself."""
    return label.exercise or next(iter(label.avoid), NOTHING)


def taken_for(answer: Answer) -> str:
    """The id of the exercise that was recognised."""
    return NOTHING if answer.exercise is None else answer.exercise.id


def counts(label: Label) -> bool:
    """Whether a clip is fairly filmed, from a view from which its exercise can be judged."""
    exercise = library().get(shown(label))
    fair = exercise is None or label.view in exercise.camera.views
    # An empty room is refused as well, and nothing is what must be recognised there.
    return fair and not label.hard and not (label.refused and exercise is not None)


def in_words(found: Naming) -> str:
    """The figures as sentences and a list, for the report."""
    wrong = Counter(taken for _, taken, _ in found.confusions)
    lines = [
        f"Without being told, {found.right} of {found.clips} clips ({found.share:.0%}) were "
        f"taken for what is done in them; of the others, {wrong[NOTHING]} were taken for nothing "
        f"and {wrong.total() - wrong[NOTHING]} for something else. Clips that are hard, or filmed "
        "from where the exercise can't be judged, don't count; they are told behind a dash.",
        *(f"- `{clip}`: {done}, taken for {taken}" for done, taken, clip in found.confusions),
        *(f"- – `{clip}`: {done}, taken for {taken}" for done, taken, clip in found.aside),
    ]
    return "\n".join([lines[0], "", *lines[1:]])
