"""Keeps a live session in the same files as an analysed recording."""

import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import Final

from formcheck.exercises.exercise import Exercise
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState
from formcheck.pose.pose import Pose
from formcheck.results.annotated import AnnotatedVideo, AnnotationSettings
from formcheck.results.document.compose import RunFacts, compose
from formcheck.results.document.judged_set import JudgedSet
from formcheck.results.files.background_writer import DEFAULTS, BackgroundSettings, BackgroundWriter
from formcheck.results.files.folder import (
    ResultFolder,
    check_writable,
    remove_unfinished,
)
from formcheck.results.files.under_way import UnderWay
from formcheck.results.moment import Moment
from formcheck.results.result_document import InputRead
from formcheck.results.session_writer import OpenVideo, SessionWriter, TrackSource
from formcheck.results.wording.camera_wording import CameraSeen, camera_told
from formcheck.results.wording.recording_wording import tilt_told
from formcheck.right_of_way import RightOfWay
from formcheck.texts.message import Message, message
from formcheck.texts.texts import Texts, load_texts
from formcheck.video.frame import Frame
from formcheck.video.source import SourceInfo

VIDEO = AnnotationSettings(longest_side=854, niceness=5)
"""Drawing and encoding larger pictures takes the processor from finding the pose, on which the
picture in the window waits: that one comes first, as it does before the look at everybody."""


FLUSHED_EVERY_S: Final = 1.0
"""Seconds that a set loses at most that is killed (engineering: flushing costs next to nothing)."""


def _annotated(texts: Texts, right_of_way: RightOfWay | None) -> OpenVideo:
    return partial(AnnotatedVideo, settings=VIDEO, texts=texts, right_of_way=right_of_way)


def _unused(out: Path, name: str) -> str:
    """A name that no folder has: a clock that is put back shows the same time twice."""
    numbered = (f"{name}-{number}" for number in count(2))
    return next(one for one in chain((name,), numbered) if not (out / one).exists())


class LiveRecording:
    """A sink of a live session that writes annotated video, pose track, tables and result.

    Raises OutputError where the folder can't be written to.

    out: the folder in which a folder is made, named after the exercise and the time of day.
    waiting: how much may wait to be written before pictures are left out. texts: of the language
    that it is told in, which the exercise is in too; English unless given. right_of_way: of the
    picture in the window, which whatever is written lets pass.
    """

    def __init__(
        self,
        out: Path,
        exercise: Exercise,
        source: SourceInfo,
        model: str,
        began: datetime,
        waiting: BackgroundSettings = DEFAULTS,
        texts: Texts | None = None,
        right_of_way: RightOfWay | None = None,
    ) -> None:
        check_writable(out, "--record")
        remove_unfinished(out)
        self._source = source
        self._texts = texts or load_texts()
        self._model = model
        self._frames = self._people = 0
        self._roll = 0.0
        self._camera = CameraSeen()
        self._first_s = self._last_s = 0.0
        self._size = (source.width, source.height)
        self._began_s = time.perf_counter()
        folder = ResultFolder(out, _unused(out, f"{exercise.id}-{began:%Y-%m-%d-%H%M%S}"))
        track = TrackSource(source.name, model)
        video = _annotated(self._texts, right_of_way)
        self._writer = SessionWriter(
            folder, (exercise,), track=track, open_video=video, texts=self._texts
        )
        began_as = UnderWay(exercise.id, model, began, source)
        folder.keep_if_killed(began_as.to_json())
        self._flushed_s = float("-inf")
        self._exercise = exercise
        self._begun: tuple[float, float] | None = None
        self._background = BackgroundWriter(self._keep, waiting, right_of_way)

    def write(self, frame: Frame | None, pose: Pose, state: FormState) -> None:
        """Keep one judged frame, without making the caller wait for it.

        What was shown isn't kept: it is mirrored and has the keys on it. frame: None where there is
        no picture any more.
        """
        if not self._frames:
            self._first_s, self._size = pose.time_s, (pose.width, pose.height)
        self._last_s = pose.time_s
        self._background.update(Moment(self._frames, frame, pose, state, self._exercise))
        if state.in_set:
            self._begun = (self._begun[0] if self._begun else pose.time_s, pose.time_s)
        self._frames += 1
        self._roll = pose.roll or self._roll
        self._people = max(self._people, pose.others + pose.found)
        self._camera.update(pose)

    def finish(self, summary: SetSummary, warnings: Sequence[Message]) -> Path | None:
        """Put everything in its place; returns the folder, None where there was nothing."""
        if not self._frames:
            self.discard()
            return None
        read = InputRead(
            path=self._source.name,
            kind="video",
            width=self._size[0],
            height=self._size[1],
            duration_s=round(self._last_s - self._first_s, 2),
            frames=self._frames,
            rotation=self._source.rotation,
            people=self._people,
            camera="moving" if self._camera.moved else "still",
        )
        seconds = time.perf_counter() - self._began_s
        try:
            self._background.close()
            of_camera = (*tilt_told(self._roll), *camera_told(self._camera))
            told = (*warnings, *of_camera, *self._left_out())
            run = RunFacts(read, self._model, told, seconds)
            begin_s, end_s = self._begun or (None, None)
            judged = (JudgedSet(summary, None, begin_s, end_s),)
            return self._writer.finish(compose(judged, run, self._texts), judged)
        except BaseException:
            self.discard()
            raise

    def _keep(self, moment: Moment) -> None:
        self._writer.update(moment)
        if moment.pose.time_s - self._flushed_s >= FLUSHED_EVERY_S:
            self._flushed_s = moment.pose.time_s
            self._writer.flush()

    @property
    def pictures_left_out(self) -> int:
        """How many pictures the video lacks, as there was no time to write them."""
        return self._background.pictures_left_out

    def _left_out(self) -> Iterator[Message]:
        """What the recording lacks, as the person in front of the camera came first."""
        pictures, moments = self._background.pictures_left_out, self._background.moments_left_out
        if pictures:
            yield message("result.pictures_left_out", pictures=pictures, frames=self._frames)
        if moments:
            yield message("result.moments_left_out", moments=moments, frames=self._frames)

    def discard(self) -> None:
        """Leave nothing behind."""
        self._background.discard()
        self._writer.discard()
