"""Saved results judged by exercises that have changed since, from their poses alone."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import NoReturn, Self

from formcheck.analysis.batch import Failure
from formcheck.analysis.camera_stance import CameraStance
from formcheck.analysis.job import Job
from formcheck.analysis.judge_given import judge_given
from formcheck.analysis.judge_input import in_language
from formcheck.analysis.judge_recognised import judge_recognised
from formcheck.analysis.pose_source import PoseSource, SourceFacts
from formcheck.analysis.progress import Progress, Stop
from formcheck.analysis.replayed_poses import ReplayedPoses
from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.form.vocabulary import check_vocabulary
from formcheck.pose.census import Followed
from formcheck.pose.recording_roll import RecordingRoll
from formcheck.pose.tracks import PoseTrack, read_poses
from formcheck.recognition.auto import Auto
from formcheck.results.csv_format import PLAIN, CsvFormat
from formcheck.results.folder import POSES, VIDEO, ResultFolder
from formcheck.results.recording_wording import TILT_UNKNOWN
from formcheck.results.result_document import ResultDocument, SetJudged, SetResult
from formcheck.results.result_wording import headline
from formcheck.results.saved_results import SavedResult, read_result
from formcheck.texts.message import message
from formcheck.texts.refusal import problem_of, refusal_told
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts, load_texts

VIDEO_BEFORE = "annotated-before.mp4"
"""The annotated video of a result that has changed: it shows what was told before."""


class NotJudgedAgainError(FormcheckError):
    """A result that can't be judged from its poses."""


@dataclass(frozen=True)
class Change:
    """One thing that is told otherwise now.

    set_number: of the set, from 1; None where it is of the whole. what: `sets`, `exercise`, `reps`,
    `good_reps`, `verdict`, `criterion` or `repetition`. name: of the criterion, or the repetition's
    number. before, after: None where there is none.
    """

    set_number: int | None
    what: str
    name: str
    before: str | int | None
    after: str | int | None


@dataclass(frozen=True)
class JudgedAgain:
    """A result that was judged again.

    exercise: its id, None where none was recognised. before, after: the whole set as it was judged
    and is. before_told, after_told: the same in a sentence. sets: how many there are. changes: what
    is told otherwise, in the order of the recording. titles: of the exercises and criteria in them,
    by id.
    """

    folder: Path
    exercise: str | None
    before: SetResult
    after: SetResult
    before_told: str
    after_told: str
    sets: int
    changes: tuple[Change, ...]
    titles: Mapping[str, str]

    @classmethod
    def of(
        cls,
        folder: Path,
        before: ResultDocument,
        after: ResultDocument,
        wanted: Exercise | Auto,
        texts: Texts,
    ) -> Self:
        """What changed from one document to the other, told in the language of the texts.

        wanted: what it was judged by, in that language.
        """
        return cls(
            folder,
            after.exercise.id,
            before.summary,
            after.summary,
            headline(before, texts),
            headline(after, texts),
            len(after.sets),
            tuple(_changes(before, after)),
            {**_titles(before), **_titles(after), **_own_titles(wanted)},
        )


def judge_saved_again(
    saved: SavedResult,
    wanted: Exercise | Auto,
    csv: CsvFormat = PLAIN,
    language: str | None = None,
    told_in: str | None = None,
) -> JudgedAgain:
    """Judge a saved result's poses and put what comes of it in the place of the older result.

    The older one stays until the new one is whole. What was looked at stays as it was told. The
    annotated video stays where nothing has changed, and is named VIDEO_BEFORE where something has.

    wanted: the exercise, or those of which its own is recognised. language: of the new result; the
    older one's without one. told_in: the language of what is returned; the new result's without.

    Raises NotJudgedAgainError, PoseTrackError, VocabularyError or OutputError, with the remedy.
    """
    if saved.document.input.kind == "image":
        raise NotJudgedAgainError(message("error.judged_again.picture", path=shown(saved.folder)))
    for one in wanted.exercises if isinstance(wanted, Auto) else (wanted,):
        check_vocabulary(one)
    texts = load_texts(language or saved.document.language)
    told = load_texts(told_in) if told_in else texts
    told_of = in_language(wanted, told)
    wanted = in_language(wanted, texts)
    track = read_poses(saved.track)
    folder = ResultFolder(saved.folder.parent, saved.folder.name)
    job = JobAgain(
        Path(saved.document.input.path),
        _no_model,
        folder,
        video=False,
        csv=csv,
        texts=texts,
        saved=saved,
        poses=track,
    )
    try:
        with folder.writing():
            _keep(saved.folder / VIDEO, folder.staging / VIDEO)
        place = folder.staging / POSES
        if isinstance(wanted, Auto):
            analysis = judge_recognised(job, wanted, place)
        else:
            analysis = judge_given(job, wanted, place)
    except BaseException:
        folder.discard()
        raise
    again = JudgedAgain.of(saved.folder, saved.document, analysis.document, told_of, told)
    video = saved.folder / VIDEO
    if again.changes and video.exists():
        with folder.writing():
            video.replace(saved.folder / VIDEO_BEFORE)
    return again


@dataclass(frozen=True)
class JobAgain(Job):
    """A saved result on its way through. saved: the result. poses: its track."""

    saved: SavedResult = field(kw_only=True)
    poses: PoseTrack = field(kw_only=True)

    def open_source(self, track: Path) -> AbstractContextManager[PoseSource]:
        """The poses that were found before, told as those of the recording."""
        del track
        facts = _facts(self.saved.document, self.poses)
        poses = self.poses
        return nullcontext(ReplayedPoses(facts, poses.model, poses.warnings, poses, None))

    @property
    def is_drawn(self) -> bool:
        """The recording isn't opened, which may be gone by now."""
        return False


def _facts(document: ResultDocument, poses: PoseTrack) -> SourceFacts:
    read = document.input
    followed = None
    if read.person is not None:
        followed = Followed(read.person, max(read.people, read.person))
    # Older tracks don't say whether the roll is known; their results do.
    told_unsure = TILT_UNKNOWN in document.warning_ids
    roll = RecordingRoll(sure=poses.roll_sure and not told_unsure)
    return SourceFacts(
        kind=read.kind,
        width=read.width,
        height=read.height,
        rotation=read.rotation,
        frames=poses.frames,
        stance=CameraStance(roll=roll),
        followed=followed,
        thinned_from=read.thinned_from,
    )


def _keep(there: Path, here: Path) -> None:
    """The same file in another place, without a copy where the disk can do so."""
    if not there.exists():
        return
    try:
        os.link(there, here)
    except OSError:
        shutil.copy2(there, here)


def _no_model() -> NoReturn:
    raise AssertionError("saved poses need no model")


def _titles(document: ResultDocument) -> dict[str, str]:
    titles = {one.id: one.title for part in document.sets for one in part.criteria}
    titles |= {one.id: one.title for one in document.criteria}
    judged_as = (document.exercise, *(one.exercise for one in document.sets))
    return titles | {one.id: one.title for one in judged_as if one.id and one.title}


def _own_titles(wanted: Exercise | Auto) -> dict[str, str]:
    exercises = wanted.exercises if isinstance(wanted, Auto) else (wanted,)
    titles = {one.id: one.title for exercise in exercises for one in exercise.criteria}
    return titles | {one.id: one.title for one in exercises}


def _changes(before: ResultDocument, after: ResultDocument) -> Iterator[Change]:
    if len(before.sets) != len(after.sets):
        yield Change(None, "sets", "", len(before.sets), len(after.sets))
    if not before.sets and not after.sets:
        yield from _different(None, "verdict", "", before.summary.verdict, after.summary.verdict)
    for number, (old, new) in enumerate(zip_longest(before.sets, after.sets), 1):
        if old is not None and new is not None:
            yield from _of_set(number, old, new)


def _of_set(number: int, old: SetJudged, new: SetJudged) -> Iterator[Change]:
    yield from _different(number, "exercise", "", old.exercise.id, new.exercise.id)
    yield from _different(number, "verdict", "", old.summary.verdict, new.summary.verdict)
    yield from _different(number, "reps", "", old.summary.reps, new.summary.reps)
    yield from _different(number, "good_reps", "", old.summary.good_reps, new.summary.good_reps)
    yield from _named(number, "criterion", *map(_criteria, (old, new)))
    yield from _named(number, "repetition", *map(_repetitions, (old, new)))


def _criteria(one: SetJudged) -> dict[str, str]:
    return {criterion.id: criterion.verdict for criterion in one.criteria}


def _repetitions(one: SetJudged) -> dict[str, str]:
    """What is said of each, by its number."""
    return {str(each.number): " ".join((each.verdict, *each.faults)) for each in one.reps}


def _named(number: int, what: str, old: dict[str, str], new: dict[str, str]) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        yield from _different(number, what, name, old.get(name), new.get(name))


def _different(
    number: int | None, what: str, name: str, old: str | int | None, new: str | int | None
) -> Iterator[Change]:
    if old != new:
        yield Change(number, what, name, old, new)


def wanted_for(
    document: ResultDocument, known: Sequence[Exercise], chosen: Exercise | Auto | None
) -> Exercise | Auto | None:
    """What a result is judged as again; None where what was chosen isn't in it.

    Where its exercise was named, it is judged as that; where it was recognised, it is recognised
    again, among those that there are now.

    known: the exercises that there are. chosen: None for all, or the one that has changed.

    Raises NotJudgedAgainError where its exercise isn't known any more.
    """
    if isinstance(chosen, Auto):
        return chosen
    by_id = {one.id: one for one in known}
    if chosen is not None:
        by_id[chosen.id] = chosen
        if chosen.id not in {document.exercise.id, *(one.exercise.id for one in document.sets)}:
            return None
    if document.exercise.source == "recognised":
        return Auto.among(by_id.values())
    own = by_id.get(document.exercise.id or "")
    if own is None:
        raise NotJudgedAgainError(
            message("error.judged_again.no_exercise", id=document.exercise.id)
        )
    return own


@dataclass(frozen=True)
class JudgingAgain:
    """A saved result that is to be judged again: work for a process of its own.

    known, chosen: see `wanted_for`. csv: how tables are written. language, told_in: see
    `judge_saved_again`.
    """

    folder: Path
    known: tuple[Exercise, ...]
    chosen: Exercise | Auto | None
    csv: CsvFormat = PLAIN
    language: str | None = None
    told_in: str | None = None

    def run(self, progress: Progress, stop: Stop) -> JudgedAgain | Failure | None:
        """Judge it; None where it holds nothing of what was chosen. An error costs it alone."""
        del progress, stop
        try:
            saved = read_result(self.folder)
            wanted = wanted_for(saved.document, self.known, self.chosen)
            if wanted is None:
                return None
            return judge_saved_again(saved, wanted, self.csv, self.language, self.told_in)
        except FormcheckError as error:
            return Failure(self.folder, problem_of(error))
        except OSError as error:
            return Failure(self.folder, refusal_told(error))
