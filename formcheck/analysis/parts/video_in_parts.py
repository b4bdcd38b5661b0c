"""The annotated video of a recording in parts, each drawn by itself, put together as they are."""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from formcheck.analysis.parts.cut_recording import CutRecording
from formcheck.analysis.parts.parts import Part
from formcheck.analysis.progress import Progress, Stop
from formcheck.analysis.workers.crew import Crew, Promise
from formcheck.feedback.cues import Cue
from formcheck.results.annotated import DEFAULTS as ANNOTATION
from formcheck.results.annotated import DrawnVideo, MomentCues
from formcheck.results.moment import Moment
from formcheck.texts.texts import Texts, load_texts
from formcheck.video.recordings.reading import Reading
from formcheck.video.writing.joined_video import join_videos

Told = tuple[Moment, Cue | None]
Drawn = tuple[Path, float]

WRITTEN_TOGETHER: Final = 64
"""Moments: what they share, as the exercise, is written once, and no more of them wait."""


class VideoInParts:
    """Writes annotated.mp4; a part is drawn as soon as its last moment is known.

    path: of the video. recording: whose pictures are drawn on. crew: that does it. texts: of the
    language of what is drawn. progress: told of frames as they are drawn. stop: asked while others
    draw.
    """

    def __init__(
        self,
        path: Path,
        *,
        recording: CutRecording,
        crew: Crew,
        texts: Texts,
        progress: Progress,
        stop: Stop,
    ) -> None:
        self._path = path
        self._recording = recording
        self._crew = crew
        self._progress, self._stop = progress, stop
        self._cues = MomentCues(texts)
        self._language = texts.language
        self._told: list[Told] = []
        self._count = 0
        self._begun: list[tuple[DrawnPart, Promise[Drawn | None]]] = []

    def update(self, moment: Moment) -> None:
        """Take in the next frame."""
        cue = self._cues.update(moment)
        # What is sent to others is what is drawn.
        bare = replace(moment, frame=None, pose=replace(moment.pose, silhouette=None))
        self._told.append((bare, cue))
        is_last = moment.index + 1 == self._recording.parts[len(self._begun)].end
        if is_last or len(self._told) == WRITTEN_TOGETHER:
            self._write()
        if is_last:
            self._begin()

    def close(self) -> None:
        """Wait for all parts, and put them together."""
        self._write()
        if self._count:
            self._begin()
        drawn = [promise.result(self._told_of(work), self._stop) for work, promise in self._begun]
        join_videos([part for part in drawn if part is not None], self._path)
        self._forget()

    def discard(self) -> None:
        """Nobody wants it: what isn't drawn yet never is."""
        for _, promise in self._begun:
            promise.abandon()
        self._moments.unlink(missing_ok=True)
        self._forget()

    def _forget(self) -> None:
        for work, _ in self._begun:
            work.moments.unlink(missing_ok=True)
            work.video.unlink(missing_ok=True)

    @property
    def _moments(self) -> Path:
        """The file with what is drawn of the part that is under way."""
        return self._path.with_name(f"part-{len(self._begun)}.pickle").absolute()

    def _write(self) -> None:
        told, self._told = self._told, []
        if told:
            self._count += len(told)
            with self._moments.open("ab") as file:
                pickle.dump(told, file)

    def _begin(self) -> None:
        work = DrawnPart(
            self._recording.reading.for_worker.no_larger(ANNOTATION.longest_side),
            self._recording.parts[len(self._begun)],
            self._moments,
            self._count,
            self._moments.with_suffix(".mp4"),
            self._language,
        )
        self._count = 0
        self._begun.append((work, self._crew.submit(work)))

    def _told_of(self, work: "DrawnPart") -> Progress:
        def told(done: int, total: int | None) -> None:
            del total
            self._progress(work.part.begin + done, self._recording.parts[-1].end)

        return told


@dataclass(frozen=True, eq=False)
class DrawnPart:
    """Draws one part of a video; see `Work`.

    reading: of pictures as large as they are drawn on. moments, count: the file with what is drawn,
    and of how many pictures. video: the file that is made. language: of what is drawn.
    """

    reading: Reading
    part: Part
    moments: Path
    count: int
    video: Path
    language: str

    def run(self, progress: Progress, stop: Stop) -> Drawn | None:
        """Returns the video and when it begins; None where there was nothing to draw."""
        begin_s: float | None = None
        video = DrawnVideo(self.video, texts=load_texts(self.language))
        try:
            with self.reading.open() as recording:
                frames = recording.stretch(self.part.own)
                told = zip(frames, self._told(), strict=False)
                for done, (frame, (moment, cue)) in enumerate(told, 1):
                    begin_s = moment.pose.time_s if begin_s is None else begin_s
                    video.write(moment, frame.image, cue)
                    progress(done, self.count)
                    if stop():
                        break
        finally:
            video.close()
        return None if begin_s is None else (self.video, begin_s)

    def _told(self) -> Iterator[Told]:
        with self.moments.open("rb") as file:
            left = self.count
            while left:
                together: list[Told] = pickle.load(file)
                yield from together
                left -= len(together)
