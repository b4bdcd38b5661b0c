"""Saved results judged by exercises that have changed since, from their poses alone."""

import os
import shutil
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from formcheck.analysis.again.judged_again import JudgedAgain
from formcheck.analysis.batches.batch import Failure
from formcheck.analysis.job import Job
from formcheck.analysis.judging.judge_given import judge_given
from formcheck.analysis.judging.judge_input import in_language
from formcheck.analysis.judging.judge_recognised import judge_recognised
from formcheck.analysis.poses.camera_stance import CameraStance
from formcheck.analysis.poses.found_poses import SavedPoses
from formcheck.analysis.poses.pose_source import PoseSource, SourceFacts
from formcheck.analysis.progress import Progress, Stop
from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.form.vocabulary import check_vocabulary
from formcheck.pose.people.census import Followed
from formcheck.pose.saved.tracks import PoseTrack, read_poses
from formcheck.pose.upright.recording_roll import RecordingRoll
from formcheck.recognition.auto import Auto
from formcheck.results.document.saved_results import SavedResult, read_result
from formcheck.results.files.folder import POSES, VIDEO, ResultFolder
from formcheck.results.result_document import ResultDocument
from formcheck.results.tables.csv_format import PLAIN, CsvFormat
from formcheck.results.wording.recording_wording import TILT_UNKNOWN
from formcheck.texts.message import message
from formcheck.texts.refusal import problem_of, refusal_told
from formcheck.texts.shown import shown
from formcheck.texts.texts import load_texts

VIDEO_BEFORE = "annotated-before.mp4"
"""The annotated video of a result that has changed: it shows what was told before."""


class NotJudgedAgainError(FormcheckError):
    """A result that can't be judged from its poses."""


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
    folder = ResultFolder(saved.folder.resolve().parent, saved.name)
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

    def open_source(
        self, track: Path, *, judged_at_once: bool = False
    ) -> AbstractContextManager[PoseSource]:
        """The poses that were found before, told as those of the recording."""
        del track, judged_at_once
        facts = _facts(self.saved.document, self.poses)
        return nullcontext(SavedPoses(self.poses, facts, self.source.turned or 0))

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
        stance=CameraStance(roll=roll, possible=poses.possible_turn),
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
