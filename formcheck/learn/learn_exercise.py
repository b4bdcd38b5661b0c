"""Learning an exercise import re
from one demonstration."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from unicodedata import normalize

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.form.vocabulary import SECONDS
from formcheck.learn.beginning import NOT_COUNTED, DemonstrationError
from formcheck.learn.criteria import CriteriaSettings, suggest
from formcheck.learn.demonstration import Demonstration, by_phase, phase_names
from formcheck.learn.draft import Draft, DraftSettings, write_draft
from formcheck.learn.draft_notes import Naming
from formcheck.learn.observe import ObservingSettings, observe
from formcheck.learn.suggestion import Suggestion
from formcheck.learn.unlearnt import unlearnt
from formcheck.pose.pose import Pose
from formcheck.texts.entries import ENGLISH
from formcheck.texts.message import message

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class LearnSettings:
    """How an exercise is learnt from a demonstration."""

    unseen_share: float = 0.4
    """Share of the repetitions from which on a criterion that can't be judged is left out."""

    counted_shares: tuple[float, ...] = (0.15, 0.25, 0.35)
    """Of the travel shown, the smallest that counts: half a movement must be told and not
    overlooked, so the first is taken that counts no wobbles."""

    widenings: int = 2
    """How often a criterion is widened that the demonstration itself breaks."""

    observing: ObservingSettings = field(default_factory=ObservingSettings)
    criteria: CriteriaSettings = field(default_factory=CriteriaSettings)
    draft: DraftSettings = field(default_factory=DraftSettings)


DEFAULTS = LearnSettings()


class ExerciseNameError(FormcheckError):
    """A name that no exercise of one's own can have."""


def check_name(name: str) -> None:
    """Raise ExerciseNameError unless an exercise of one's own can have this id."""
    if not ID_PATTERN.fullmatch(name):
        near = _id_like(name)
        key = "error.learn.name_near" if near else "error.learn.name"
        raise ExerciseNameError(message(key, name=name, near=near))
    if name in ExerciseLibrary.built_in().exercises:
        raise ExerciseNameError(message("error.learn.taken", name=name))


def _id_like(name: str) -> str:
    """The id that is nearest to a name: `mein-uben` for `Mein Üben`; empty where there is none."""
    plain = normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))


@dataclass(frozen=True)
class Learnt:
    """A draft, and how the demonstration itself is judged by it.

    summary: of the whole recording. unlearnt: what could not be learnt, each in a few words.
    """

    draft: Draft
    summary: SetSummary
    unlearnt: tuple[str, ...]

    @property
    def held_s(self) -> float:
        """How long the furthest point is held, in seconds; 0 for a turning point."""
        return self.draft.exercise.repetition.hold_s


def learn_exercise(
    poses: Iterable[Pose],
    name: str,
    *,
    title: str = "",
    source: str = "a recording",
    library: ExerciseLibrary | None = None,
    language: str = ENGLISH,
    timed: bool = True,
    settings: LearnSettings = DEFAULTS,
) -> Learnt:
    """A first exercise from a demonstration.

    poses: of the whole recording in rising time; gone through several times, so a list or a
    PoseTrack and no iterator. name: the exercise's id. title: its usual name; made from the id
    where it is empty. source: the recording's file name. library: whose start positions it may
    begin in, and whose movements to avoid are watched for; the program's own without one.
    language: of the draft. timed: whether the recording's seconds are known; where they aren't,
    nothing is learnt of how long anything lasts.

    Raises DemonstrationError where nothing can be learnt from it, with the remedy.
    """
    library = library or ExerciseLibrary.built_in()
    shown, words = observe(
        poses, library.start_positions, settings.observing, language=language, timed=timed
    )
    suggestions = suggest(
        shown.repetitions,
        shown.movement,
        words,
        shown.view,
        shown.position,
        by_phase(phase_names(shown)),
        settings.criteria,
    )
    suggestions = [one for one in suggestions if timed or one.criterion.measure != SECONDS]
    missing = unlearnt(shown, words, suggestions, settings.criteria.limits)
    named = title or name.replace("-", " ").capitalize()
    naming = Naming(name, named, source, tuple(library.start_positions), missing)
    judge = partial(_judge, library, poses)
    for share in settings.counted_shares:
        write = partial(_write, shown, naming, share, settings.draft)
        learnt = _tried(suggestions, write, judge, settings)
        if len(learnt.summary.repetitions) == len(shown.repetitions):
            return learnt
    raise DemonstrationError(NOT_COUNTED)


def _write(
    shown: Demonstration,
    naming: Naming,
    counted_share: float,
    settings: DraftSettings,
    suggestions: Sequence[Suggestion],
    left_out: Sequence[Suggestion] = (),
) -> Draft:
    """left_out: what the demonstration itself doesn't fulfil."""
    told = (
        shown.texts.text("learn.unlearnt.broken", title=one.criterion.title) for one in left_out
    )
    naming = replace(naming, unlearnt=(*naming.unlearnt, *told))
    return write_draft(shown, suggestions, counted_share, naming, settings)


def _tried(
    suggestions: Sequence[Suggestion],
    write: Callable[..., Draft],
    judge: Callable[[Exercise], SetSummary],
    settings: LearnSettings,
) -> Learnt:
    """A draft that the demonstration itself fulfils, as far as there is one.

    Criteria that it breaks are widened, some times at most, and then left out.
    """
    left = list(suggestions)
    for _ in range(settings.widenings):
        draft = write(left)
        summary = judge(draft.exercise)
        broken = _broken(summary, left, settings.unseen_share)
        if not broken:
            return Learnt(draft, summary, draft.unlearnt)
        left = [one.widened() if one in broken else one for one in left]
    draft = write(left)
    summary = judge(draft.exercise)
    broken = _broken(summary, left, settings.unseen_share)
    left = [one for one in left if one not in broken]
    if not left:
        raise DemonstrationError(message("error.learn.nothing_same"))
    if broken:
        draft = write(left, broken)
        summary = judge(draft.exercise)
    return Learnt(draft, summary, draft.unlearnt)


def _judge(library: ExerciseLibrary, poses: Iterable[Pose], exercise: Exercise) -> SetSummary:
    """The whole recording, as `formcheck analyse` judges it."""
    checker = checker_for(library.adopted(exercise))
    for pose in poses:
        checker.update(pose)
    return checker.finish()


def _broken(
    summary: SetSummary, suggestions: Sequence[Suggestion], unseen_share: float
) -> list[Suggestion]:
    """The criteria that the demonstration itself breaks, or hardly lets be judged.

    unseen_share: of the repetitions, from which on a criterion is hardly judged.
    """
    broken = []
    for one in suggestions:
        criterion = one.criterion
        verdicts = [repetition.verdicts[criterion.id] for repetition in summary.repetitions]
        unseen = sum(verdict is Verdict.UNKNOWN for verdict in verdicts)
        too_often = unseen > unseen_share * len(verdicts) and not criterion.may_be_unseen
        if Verdict.FAULT in verdicts or too_often:
            broken.append(one)
    return broken
