"""The recording with everything drawn on it that a person would have been shown live."""

from pathlib import Path
from queue import Queue
from threading import Thread

import cv2
import numpy as np

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.feedback.cues import Cue, CueChooser
from formcheck.feedback.drawing.overlay import draw
from formcheck.results.moment import Moment
from formcheck.video.frame import Image
from formcheck.video.video_writer import VideoWriter

_MOMENTS_WAITING = 4
_JPEG_QUALITY = 90
_LEAST_SIDE, _LONGEST_SIDE = 480, 1920


class AnnotatedVideo:
    """Writes annotated.mp4, each frame at the source's own time.

    Drawing runs in a thread of its own and encoding in another, so that the analysis goes on in
    the meantime. Moments without a picture are left out; without any there is no file.

    Raises VideoWriteError from `update` or `close` where the video can't be written.
    """

    def __init__(self, path: Path, exercise: Exercise, longest_side: int | None = None) -> None:
        """longest_side: of the video in pixels, where it is to be smaller than the recording."""
        self._path = path
        self._longest_side = longest_side
        self._exercise = exercise
        self._cues = CueChooser(exercise)
        self._writer: VideoWriter | None = None
        self._error: FormcheckError | None = None
        self._queue: Queue[tuple[Moment, Cue | None] | None] = Queue(_MOMENTS_WAITING)
        self._thread = Thread(target=self._run, name=f"draw {path.name}", daemon=True)
        self._thread.start()

    def update(self, moment: Moment) -> None:
        """Draw and write one frame."""
        if self._error is not None:
            raise self._error
        cue = self._cues.update(moment.state)
        if moment.frame is not None:
            self._queue.put((moment, cue))

    def close(self) -> None:
        """Finish the file."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        while (item := self._queue.get()) is not None:
            if self._error is None:
                self._attempt(*item)
        try:
            if self._writer is not None:
                self._writer.close()
        except FormcheckError as error:
            self._error = self._error or error

    def _attempt(self, moment: Moment, cue: Cue | None) -> None:
        assert moment.frame is not None
        frame = moment.frame
        try:
            image = readable(no_larger(frame.image, self._longest_side))
            image = draw(image, moment.pose, moment.state, self._exercise, cue=cue)
            if self._writer is None:
                self._writer = VideoWriter(self._path, image.shape[1], image.shape[0])
            self._writer.write(image, frame.time_s)
        except FormcheckError as error:
            self._error = error


def write_annotated_picture(path: Path, moment: Moment, exercise: Exercise) -> None:
    """Write annotated.jpg for a still picture."""
    if moment.frame is not None:
        image = draw(readable(moment.frame.image), moment.pose, moment.state, exercise)
        path.write_bytes(to_jpeg(image, _JPEG_QUALITY))


def readable(image: Image) -> Image:
    """The picture itself, or enlarged where letters drawn on it could not be read."""
    rows, columns = image.shape[:2]
    scale = min(_LEAST_SIDE / min(rows, columns), _LONGEST_SIDE / max(rows, columns))
    if scale <= 1:
        return image
    size = (round(columns * scale), round(rows * scale))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def no_larger(image: Image, longest_side: int | None) -> Image:
    """The picture itself, or made smaller so that its longer side is no longer than this."""
    rows, columns = image.shape[:2]
    if longest_side is None or max(rows, columns) <= longest_side:
        return image
    scale = longest_side / max(rows, columns)
    size = (round(columns * scale), round(rows * scale))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


def to_jpeg(image: Image, quality: int) -> bytes:
    """An RGB picture as the bytes of a JPEG file. quality: 1 to 100."""
    settings = [cv2.IMWRITE_JPEG_QUALITY, quality]
    _, data = cv2.imencode(".jpg", cv2.cvtColor(image, cv2.COLOR_RGB2BGR), settings)
    return data.tobytes()
