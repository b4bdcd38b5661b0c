"""The annotated video of a recording in parts, each drawn by itself, put together as they are."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

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
        self._begun: list[tuple[DrawnPart, Promise[Drawn | None]]] = []

    def update(self, moment: Moment) -> None:
        """Take in the next frame."""
        cue = self._cues.update(moment)
        # What is sent to others is what is drawn.
        bare = replace(moment, frame=None, pose=replace(moment.pose, silhouette=None))
        self._told.append((bare, cue))
        if moment.index + 1 == self._recording.parts[len(self._begun)].end:
            self._begin()

    def close(self) -> None:
        """Wait for all parts, and put them together."""
        if self._told:
            self._begin()
        drawn = [promise.result(self._told_of(work), self._stop) for work, promise in self._begun]
        join_videos([part for part in drawn if part is not None], self._path)
        for work, _ in self._begun:
            work.moments.unlink(missing_ok=True)
            work.video.unlink(missing_ok=True)

    def _begin(self) -> None:
        number = len(self._begun)
        told, self._told = self._told, []
        moments = self._path.with_name(f"part-{number}.pickle").absolute()
        moments.write_bytes(pickle.dumps(told))
        work = DrawnPart(
            self._recording.reading.for_worker.no_larger(ANNOTATION.longest_side),
            self._recording.parts[number],
            moments,
            moments.with_suffix(".mp4"),
            self._language,
        )
        self._begun.append((work, self._crew.submit(work)))

    def _told_of(self, work: "DrawnPart") -> Progress:
        def told(done: int, total: int | None) -> None:
            del total
            self._progress(work.part.begin + done, self._recording.parts[-1].end)

        return told


@dataclass(frozen=True, eq=False)
class DrawnPart:
    """Draws one part of a video; see `Work`.

    reading: of pictures as large as they are drawn on. moments: the file with what is drawn. video:
    the file that is made. language: of what is drawn.
    """

    reading: Reading
    part: Part
    moments: Path
    video: Path
    language: str

    def run(self, progress: Progress, stop: Stop) -> Drawn | None:
        """Returns the video and when it begins; None where there was nothing to draw."""
        told: Sequence[Told] = pickle.loads(self.moments.read_bytes())
        video = DrawnVideo(self.video, texts=load_texts(self.language))
        try:
            with self.reading.open() as recording:
                frames = recording.stretch(self.part.own)
                for done, (frame, (moment, cue)) in enumerate(zip(frames, told, strict=False), 1):
                    video.write(moment, frame.image, cue)
                    progress(done, len(told))
                    if stop():
                        break
        finally:
            video.close()
        return (self.video, told[0][0].pose.time_s) if told else None
