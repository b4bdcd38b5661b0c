"""The recording with everything drawn on it that a person would have been shown live."""

from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Thread

import cv2
import numpy as np

from formcheck.errors import FormcheckError
from formcheck.feedback.cue_chooser import CueChooser
from formcheck.feedback.cues import Cue
from formcheck.feedback.drawing.overlay import draw, draw_person_alone
from formcheck.give_way import give_way
from formcheck.results.moment import Moment
from formcheck.right_of_way import RightOfWay
from formcheck.texts.texts import Texts, load_texts
from formcheck.video.frame import Image
from formcheck.video.writing.video_writer import VideoWriter


@dataclass(frozen=True)
class AnnotationSettings:
    """How the recording is drawn on. Sides are in pixels."""

    least_side: int = 480
    """A picture with a shorter side is enlarged to it, as letters drawn on it could not be read.
    Engineering value: a larger one makes larger files of small recordings."""

    most_enlarged: int = 1920
    """No picture is enlarged beyond this on its longer side: a narrow one would get huge."""

    longest_side: int | None = 960
    """Of the video; None for as large as the recording. A page shows it no larger, what is drawn is
    drawn sharp at this size, and at 1280 drawing and encoding take twice as long."""

    moments_waiting: int = 4
    """Pictures that wait to be drawn. Engineering value: a slow one doesn't stop the analysis, and
    at 1080p each holds 6 MB."""

    niceness: int = 0
    """Of the threads that draw and encode, on Linux's scale from -20 to 19."""

    jpeg_quality: int = 90
    """Of an annotated still picture, 1 to 100. Engineering value: thin lines stay clean."""


DEFAULTS = AnnotationSettings()

LEAST_TO_INTERPOLATE = 0.5
"""Of its size, down to which every pixel of a picture has its share when it is interpolated."""


class AnnotatedVideo:
    """Writes annotated.mp4, each frame at the source's own time.

    Moments without a picture are left out; without any there is no file.

    Raises VideoWriteError from `update` or `close` where the video can't be written.
    """

    def __init__(
        self,
        path: Path,
        settings: AnnotationSettings = DEFAULTS,
        texts: Texts | None = None,
        right_of_way: RightOfWay | None = None,
    ) -> None:
        """Open the file. texts: of the language of what is drawn; English unless given.

        right_of_way: which each picture lets pass before it is drawn.
        """
        self._cues = MomentCues(texts)
        self._video = DrawnVideo(path, settings, texts, right_of_way)

    def update(self, moment: Moment) -> None:
        """Draw and write one frame."""
        cue = self._cues.update(moment)
        if moment.frame is not None:
            self._video.write(moment, moment.frame.image, cue)

    def close(self) -> None:
        """Finish the file."""
        self._video.close()

    def discard(self) -> None:
        """Let go of the file, which nobody wants."""
        self._video.close()


class MomentCues:
    """What the person would have been told at each moment; state over a session's moments."""

    def __init__(self, texts: Texts | None = None) -> None:
        self._texts = texts
        self._chooser: tuple[int | None, CueChooser] | None = None

    def update(self, moment: Moment) -> Cue | None:
        """The cue that is shown with the next moment."""
        if self._chooser is None or self._chooser[0] != moment.set_number:
            self._chooser = (moment.set_number, CueChooser(moment.exercise, self._texts))
        return self._chooser[1].update(moment.state)


class DrawnVideo:
    """Draws on pictures and writes them as a video.

    Drawing runs in a thread of its own and encoding in another, so that the analysis goes on in
    the meantime. Raises VideoWriteError from `write` or `close` where the video can't be written.

    right_of_way: which each picture lets pass before it is drawn.
    """

    def __init__(
        self,
        path: Path,
        settings: AnnotationSettings = DEFAULTS,
        texts: Texts | None = None,
        right_of_way: RightOfWay | None = None,
    ) -> None:
        self._right_of_way = right_of_way or RightOfWay()
        self._path = path
        self._settings = settings
        self._texts = texts or load_texts()
        self._writer: VideoWriter | None = None
        self._error: FormcheckError | None = None
        self._queue: Queue[tuple[Moment, Image, Cue | None] | None] = Queue(
            settings.moments_waiting
        )
        self._thread = Thread(target=self._run, name=f"draw {path.name}", daemon=True)
        self._thread.start()

    def write(self, moment: Moment, image: Image, cue: Cue | None) -> None:
        """Draw a moment and its cue on its picture, and add it."""
        if self._error is not None:
            raise self._error
        self._queue.put((moment, image, cue))

    def close(self) -> None:
        """Finish the file."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        give_way(self._settings.niceness)
        while (item := self._queue.get()) is not None:
            if self._error is None:
                self._right_of_way.wait()
                self._attempt(*item)
        try:
            if self._writer is not None:
                self._writer.close()
        except FormcheckError as error:
            self._error = self._error or error

    def _attempt(self, moment: Moment, image: Image, cue: Cue | None) -> None:
        try:
            smaller = no_larger(image, self._settings.longest_side)
            drawn = _annotated(readable(smaller, self._settings), moment, cue, self._texts)
            if self._writer is None:
                self._writer = VideoWriter(self._path, drawn.shape[1], drawn.shape[0])
            self._writer.write(drawn, moment.pose.time_s)
        except FormcheckError as error:
            self._error = error


def _annotated(image: Image, moment: Moment, cue: Cue | None, texts: Texts) -> Image:
    """Between two sets nobody does the exercise that is judged before or after."""
    if moment.set_number is None:
        return draw_person_alone(image, moment.pose, moment.state)
    return draw(image, moment.pose, moment.state, moment.exercise, cue=cue, texts=texts)


def write_annotated_picture(
    path: Path,
    moment: Moment,
    settings: AnnotationSettings = DEFAULTS,
    texts: Texts | None = None,
) -> None:
    """Write annotated.jpg for a still picture. texts: see `AnnotatedVideo`."""
    if moment.frame is not None:
        image = readable(moment.frame.image, settings)
        image = draw(image, moment.pose, moment.state, moment.exercise, texts=texts)
        path.write_bytes(to_jpeg(image, settings.jpeg_quality))


def readable(image: Image, settings: AnnotationSettings = DEFAULTS) -> Image:
    """The picture itself, or enlarged where letters drawn on it could not be read."""
    sides = image.shape[:2]
    scale = min(settings.least_side / min(sides), settings.most_enlarged / max(sides))
    return image if scale <= 1 else _resized(image, scale, cv2.INTER_CUBIC)


def no_larger(image: Image, longest_side: int | None) -> Image:
    """The picture itself, or made smaller so that its longer side is no longer than this."""
    longer = max(image.shape[:2])
    if longest_side is None or longer <= longest_side:
        return image
    scale = longest_side / longer
    # Averaging costs six times as much (1280 to 960 pixels), and is needed only where whole pixels
    # would be left out.
    interpolated = scale >= LEAST_TO_INTERPOLATE
    return _resized(image, scale, cv2.INTER_LINEAR if interpolated else cv2.INTER_AREA)


def _resized(image: Image, scale: float, interpolation: int) -> Image:
    rows, columns = image.shape[:2]
    size = (round(columns * scale), round(rows * scale))
    return np.asarray(cv2.resize(image, size, interpolation=interpolation), np.uint8)


def to_jpeg(image: Image, quality: int) -> bytes:
    """An RGB picture as the bytes of a JPEG file. quality: 1 to 100."""
    settings = [cv2.IMWRITE_JPEG_QUALITY, quality]
    _, data = cv2.imencode(".jpg", cv2.cvtColor(image, cv2.COLOR_RGB2BGR), settings)
    return data.tobytes()
