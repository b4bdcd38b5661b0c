"""Puts what was judged of one input into the result contract."""

from collections.abc import Sequence
from dataclasses import dataclass

from formcheck.form.sets.merged_sets import merged
from formcheck.form.state import Verdict
from formcheck.recognition.answer import Answer
from formcheck.recognition.unnamed import Span
from formcheck.results.document.advice import advice_of
from formcheck.results.document.compose_set import compose_set
from formcheck.results.document.judged_set import JudgedSet
from formcheck.results.instead import Instead
from formcheck.results.result_document import (
    ExerciseJudged,
    InputRead,
    PoseFound,
    ResultDocument,
    Speed,
    UnnamedStretch,
)
from formcheck.results.wording.seen_wording import (
    guessed_from_little,
    left_picture_told,
    seldom_in_view,
)
from formcheck.texts.message import Message
from formcheck.texts.texts import Texts, load_texts


@dataclass(frozen=True)
class ComposeSettings:
    """What is worth telling of a recording."""

    seldom: float = 0.5
    """Share of the pictures with all that the exercise needs in view, below which it is told that
    what was counted may be a part of what was done. Of the sample clips in which anything is
    counted it is 0.73 and more; of a wall squat with a caption over the feet 0.10, and one of two
    repetitions was counted."""

    seldom_where_open: float = 0.9
    """The same where the verdict is open and no limb is told to have left the picture: it says why.
    Of a leg lift whose foot leaves the picture the whole person was lost in a quarter of the
    pictures, which left it open without a word."""


DEFAULTS = ComposeSettings()


@dataclass(frozen=True)
class RunFacts:
    """How an input came to be judged, whatever was seen in it.

    model: the pose model's name. warnings: what was missing or damaged in the input.
    seconds: how long the analysis took. unnamed: where somebody was seen and nothing recognised.
    instead: what seems to have been done in the place of the exercise that was asked for.
    """

    input: InputRead
    model: str
    warnings: Sequence[Message]
    seconds: float
    unnamed: Sequence[Span] = ()
    instead: Instead | None = None

    def speed(self, frames: int) -> Speed:
        """How long it took, and for how many frames a second that was enough."""
        rate = round(frames / self.seconds, 1) if self.seconds > 0 else 0.0
        return Speed(seconds=round(self.seconds, 2), frames_per_second=rate)


def compose(
    judged: Sequence[JudgedSet],
    run: RunFacts,
    texts: Texts | None = None,
    settings: ComposeSettings = DEFAULTS,
) -> ResultDocument:
    """The document of one input.

    judged: its sets in turn, at least one, in which nothing need have been done. texts: of the
    language that its sentences are in; English unless given.
    """
    texts = texts or load_texts()
    timed = run.input.times != "guessed"
    leading = _longest_exercise(judged)
    summary = merged([one.summary for one in leading])
    recognised = max(
        (one.recognised for one in leading if one.recognised), key=_score, default=None
    )
    together = compose_set(JudgedSet(summary, recognised), texts, timed=timed)
    frames = sum(one.summary.frames for one in judged)
    in_view = sum(one.summary.frames_judged for one in judged)
    left = [part for one in judged for part in one.summary.left_picture]
    instead = () if run.instead is None else run.instead.told(summary, texts)
    coverage = in_view / max(frames, 1)
    is_open = summary.verdict is Verdict.UNKNOWN and not left
    least = settings.seldom_where_open if is_open else settings.seldom
    # From elsewhere the body hides itself, and where to place the camera is told.
    elsewhere = is_open and summary.exercise.camera.is_elsewhere(summary.view)
    seldom = bool(summary.repetitions) and coverage < least and not elsewhere
    hidden = (seldom_in_view(coverage),) if seldom else ()
    if seldom and recognised is not None and coverage < settings.seldom:
        hidden = (*hidden, guessed_from_little(summary.exercise.title))
    seen = (*advice_of(judged, texts), *hidden, *left_picture_told(left))
    told = tuple(dict.fromkeys((*instead, *seen, *run.warnings)))
    return ResultDocument(
        input=run.input,
        exercise=_with_instead(together.exercise, run.instead),
        pose=PoseFound(
            model=run.model,
            frames_with_pose=sum(one.summary.frames_with_pose for one in judged),
            coverage=round(coverage, 3),
        ),
        view=together.view,
        set_up=together.set_up,
        reps=together.reps,
        summary=together.summary,
        criteria=together.criteria,
        sets=tuple(
            compose_set(one, texts, timed=timed) for one in judged if one.begin_s is not None
        ),
        unnamed=tuple(
            UnnamedStretch(start_s=round(begin_s, 2), end_s=round(end_s, 2))
            for begin_s, end_s in run.unnamed
        ),
        warnings=tuple(map(texts.told, told)),
        warning_ids=tuple(one.id for one in told),
        language=texts.language,
        speed=run.speed(run.input.frames),
    )


def _longest_exercise(judged: Sequence[JudgedSet]) -> list[JudgedSet]:
    """The sets of the exercise that lasted longest in all; of the first one where none lasted."""
    of_one: dict[str, list[JudgedSet]] = {}
    for one in judged:
        of_one.setdefault(one.summary.exercise.id, []).append(one)
    return max(of_one.values(), key=lambda sets: sum(one.lasted_s for one in sets))


def _score(answer: Answer) -> float:
    return answer.score


def _with_instead(judged: ExerciseJudged, instead: Instead | None) -> ExerciseJudged:
    """With what it looks like, where that is not what was asked for."""
    if instead is None or instead.exercise is None:
        return judged
    likeness = {"runner_up": instead.exercise.id, "runner_up_score": round(instead.score, 2)}
    return judged.model_copy(update=likeness)
