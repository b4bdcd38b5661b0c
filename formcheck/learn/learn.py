"""Learning an exercise from one demonstration."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.start_position import StartPosition
from formcheck.form.checker import FormChecker
from formcheck.form.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.learn.beginning import (
    DemonstrationError,
    exercise_part,
    fitting_position,
    prevailing_view,
)
from formcheck.learn.criteria import suggest
from formcheck.learn.draft import Demonstration, Draft, Naming, by_phase, phase_names, write_draft
from formcheck.learn.movement import clearest_movement
from formcheck.learn.repetitions import ShownRepetition, shown_repetitions
from formcheck.learn.shown import Positions, ShownFrame, watch
from formcheck.learn.suggestion import Suggestion
from formcheck.learn.words import MeasureWords, measure_words
from formcheck.pose.pose import Pose

FIRST_S = 0.5
"""The exercise begins in its start position: this much of it is looked at first."""

UNSEEN_SHARE = 0.4
"""Share of the repetitions from which on a criterion that can't be judged is left out."""

COUNTED_SHARES = (0.15, 0.25, 0.35)
"""Of the travel shown, the smallest that counts: half a movement must be told and not overlooked,
so the first is taken that counts no wobbles."""

WIDENINGS = 2
"""How often a criterion is widened that the demonstration itself breaks."""

LEAST_FRAMES = 10
"""With a person in fewer frames than this nothing can be learnt."""

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class ExerciseNameError(FormcheckError):
    """A name that no exercise of one's own can have."""


def check_name(name: str) -> None:
    """Raise ExerciseNameError unless an exercise of one's own can have this id."""
    if not ID_PATTERN.fullmatch(name):
        raise ExerciseNameError(
            f"{name!r} can't name an exercise. Use small letters, digits and single hyphens, "
            'for example "heel-slide".'
        )
    if name in ExerciseLibrary.built_in().exercises:
        raise ExerciseNameError(
            f"{name!r} is one of formcheck's own exercises. Choose another name, for example "
            f'"my-{name}".'
        )


@dataclass(frozen=True)
class Learnt:
    """A draft, and how the demonstration itself is judged by it.

    summary: of the whole recording. left_out: by title, criteria that the demonstration itself
    does not fulfil.
    """

    draft: Draft
    summary: SetSummary
    left_out: tuple[str, ...]


def learn_exercise(
    poses: Iterable[Pose],
    name: str,
    *,
    title: str = "",
    source: str = "a recording",
    library: ExerciseLibrary | None = None,
) -> Learnt:
    """A first exercise from a demonstration.

    poses: of the whole recording in rising time; gone through several times, so a list or a
    PoseTrack and no iterator. name: the exercise's id. title: its usual name; made from the id
    where it is empty. source: the recording's file name. library: whose start positions it may
    begin in, and whose movements to avoid are watched for; the program's own without one.

    Raises DemonstrationError where nothing can be learnt from it, with the remedy.
    """
    library = library or ExerciseLibrary.built_in()
    shown, words = observe(poses, library.start_positions)
    suggestions = suggest(
        shown.repetitions,
        shown.movement,
        words,
        shown.view,
        shown.position,
        by_phase(phase_names(shown)),
    )
    naming = Naming(
        name, title or name.replace("-", " ").capitalize(), source, tuple(library.start_positions)
    )
    judge = partial(_judge, library, poses)
    for share in COUNTED_SHARES:
        draft, summary, left_out = _tried(shown, suggestions, share, naming, judge)
        if len(summary.repetitions) == len(shown.repetitions):
            return Learnt(draft, summary, left_out)
    raise DemonstrationError(
        "The repetitions can't be told apart surely enough to count them. Record it again: two to "
        "five even repetitions, with a short rest between them, the whole body in view."
    )


def _tried(
    shown: Demonstration,
    suggestions: Sequence[Suggestion],
    share: float,
    naming: Naming,
    judge: Callable[[Exercise], SetSummary],
) -> tuple[Draft, SetSummary, tuple[str, ...]]:
    """A draft that the demonstration itself fulfils, and the titles of what had to be left out.

    Criteria that it breaks are widened, twice at most, and then left out.
    """
    left = list(suggestions)
    left_out: list[str] = []
    for last in (*[False] * WIDENINGS, True):
        draft = write_draft(shown, left, share, naming)
        summary = judge(draft.exercise)
        broken = [one for one in left if _broken(summary, one)]
        if not broken:
            break
        if last:
            left_out = [one.criterion.title for one in broken]
        left = [
            one.widened() if one in broken else one for one in left if not (last and one in broken)
        ]
    if not left:
        raise DemonstrationError(
            "Nothing in it is the same from one repetition to the next. Record it again: two to "
            "five repetitions that are done alike, the whole body in view."
        )
    if left_out:
        draft = write_draft(shown, left, share, naming)
        summary = judge(draft.exercise)
    return draft, summary, tuple(left_out)


def observe(
    poses: Iterable[Pose], positions: Positions
) -> tuple[Demonstration, Mapping[str, MeasureWords]]:
    """What a recording shows, and the measures that can be judged in it.

    Raises DemonstrationError where no repetitions can be made out.
    """
    frames = _exercise_frames(poses, positions)
    view = prevailing_view(frames)
    begins = [one for one in frames if one.time_s - frames[0].time_s <= FIRST_S]
    words = _usable(view, fitting_position(begins, positions, either_side=False))
    movement = clearest_movement(frames, words, view)
    one_sided = movement.pattern != "none"
    repetitions = shown_repetitions(frames, movement)
    rest = [one for one in frames if _at_rest(repetitions, one.time_s)] or begins
    position = fitting_position(rest, positions, either_side=one_sided)
    return Demonstration(frames, view, position, movement, repetitions), words


def _at_rest(repetitions: Sequence[ShownRepetition], time_s: float) -> bool:
    rests = (one.phases.rest for one in repetitions)
    return any(rest.start_s <= time_s <= rest.end_s for rest in rests)


def _exercise_frames(poses: Iterable[Pose], positions: Positions) -> tuple[ShownFrame, ...]:
    """The frames of the exercise, measured as a session that begins with it would."""
    frames = watch(poses, positions)
    if len(frames) < LEAST_FRAMES:
        raise DemonstrationError(
            "No person was found in it. Record it again with the whole body in the picture, in "
            "good light, at most four metres away."
        )
    part = exercise_part(frames, positions)
    first_s, last_s = part[0].time_s, part[-1].time_s
    shown = (pose for pose in poses if first_s <= pose.time_s <= last_s)
    return exercise_part(watch(shown, positions), positions)


def _usable(view: str, position: StartPosition) -> Mapping[str, MeasureWords]:
    return {name: words for name, words in measure_words().items() if words.usable(view, position)}


def _judge(library: ExerciseLibrary, poses: Iterable[Pose], exercise: Exercise) -> SetSummary:
    """The whole recording, as `formcheck analyse` judges it."""
    checker = FormChecker(library.adopted(exercise))
    for pose in poses:
        checker.update(pose)
    return checker.finish()


def _broken(summary: SetSummary, suggestion: Suggestion) -> bool:
    """Whether the demonstration itself breaks a criterion, or hardly lets it be judged."""
    criterion = suggestion.criterion
    verdicts = [one.verdicts[criterion.id] for one in summary.repetitions]
    unseen = sum(verdict is Verdict.UNKNOWN for verdict in verdicts)
    too_often = unseen > UNSEEN_SHARE * len(verdicts) and not criterion.may_be_unseen
    return Verdict.FAULT in verdicts or too_often
