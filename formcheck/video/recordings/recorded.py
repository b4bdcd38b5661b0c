"""Recorded video files: every frame at its own presentation time, upright, decoded ahead."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakSet

from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from formcheck.closeable import Closeable
from formcheck.enough_memory import check_memory
from formcheck.texts.message import Message, message
from formcheck.texts.shown import shown
from formcheck.video.frame import Frame
from formcheck.video.recordings.decoding import (
    Damage,
    decoded,
    has_times,
    may_be_joined,
    no_picture,
    open_file,
    seconds,
    video_stream,
)
from formcheck.video.recordings.missing import Read, missing_told
from formcheck.video.recordings.picture_index import PictureIndex, Stretch, picture_index
from formcheck.video.recordings.presentation import PresentationClock
from formcheck.video.recordings.read_ahead import ReadAhead
from formcheck.video.recordings.rgb_converter import RgbConverter
from formcheck.video.recordings.stated import Layout, Stated
from formcheck.video.recordings.thinning import Thinning, thinned_count
from formcheck.video.size import check_pixels, fit, shown_size
from formcheck.video.source import SourceInfo, SourceKind
from formcheck.video.timing import GUESSED, Times, Timing
from formcheck.video.video_errors import StretchUnreadableError


@dataclass(frozen=True)
class RecordedSettings:
    """How a recording is read.

    frames_ahead: evens out slow frames without holding more than 25 MB a picture at 4K, a hundred
        in all.
    usual_rate: frames a second, where the file states none.
    fastest_rate: frames a second; a file that states more is in error (see
        `PresentationSettings.least_step_s`).
    missing_s: by which a recording must end early to be told of; shorter ends are a container's
        rounding.
    """

    frames_ahead: int = 3
    usual_rate: float = 30.0
    fastest_rate: float = 500.0
    missing_s: float = 1.0


class RecordedVideo(Closeable):
    """A video file: MP4, MOV, WebM, MKV, AVI, animated GIF and whatever else FFmpeg decodes.

    May be iterated again and again; each pass starts at the first frame and decodes in a thread
    of its own, a few frames ahead, so that decoding overlaps with what the frames are used for.
    A file that is damaged or breaks off gives the frames that can be decoded; `warnings` says
    what is missing once the pass is over, and `timing` what its times are worth. Where it states
    that it was filmed at another rate, times are those of the filming.

    Raises RecordingError, with the remedy, where not even the first frame can be had.

    longest_side: scale larger pictures down to this many pixels while they are converted,
        which for 4K costs less than converting them whole.
    turned: degrees clockwise, a multiple of 90, by which pictures are turned beyond what the file
        says.
    apart_s: seconds of the filming; a picture that comes sooner after the last one is left out, as
        if it weren't in the file. Where times are guessed all are given.
    threads: that decode it; 0 for as many as there are cores.
    """

    def __init__(
        self,
        path: Path | str,
        longest_side: int | None = None,
        turned: int = 0,
        apart_s: float = 0.0,
        threads: int = 0,
        settings: RecordedSettings = RecordedSettings(),
    ) -> None:
        self._path = Path(path)
        self._settings = settings
        self._longest_side = longest_side
        self._threads = threads
        self._warnings: list[Message] = []
        self._readers: WeakSet[ReadAhead[Frame]] = WeakSet()
        self._closed = False
        with open_file(self._path) as container:
            stream = self._stream(container)
            first = next(decoded(container, stream, Damage()), None)
            if first is None:
                # A decoder without memory gives no pictures either.
                check_memory()
                raise no_picture(shown(self._path))
            check_pixels(shown(self._path), first.width, first.height)
            self._layout = Layout.of(first, stream, longest_side, turned)
            self._stated = Stated.by(container, stream, settings.fastest_rate)
        self._timing = self._stated.timing
        self._step_s = 1 / (self._stated.rate or settings.usual_rate)
        self._apart_s = 0.0 if self._timing.times is Times.GUESSED else apart_s
        self._info = self._info_of()

    @property
    def info(self) -> SourceInfo:
        """Size after turning upright, and what the file states of itself."""
        return self._info

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What was missing or damaged, a line each; complete when a pass has ended."""
        return tuple(self._warnings)

    @property
    def timing(self) -> Timing:
        """What the times are worth, as far as was read; for certain when a pass has ended."""
        return self._timing

    @property
    def thinned_from(self) -> float | None:
        """Pictures a second, as they were filmed; None where none of them is left out."""
        return self._info.frames_per_second if self._apart_s else None

    def __iter__(self) -> Iterator[Frame]:
        if self._closed:
            raise ValueError(f"{shown(self._path)} has been closed")
        with ReadAhead(
            self._frames(), self._settings.frames_ahead, f"decode {self._path.name}"
        ) as reader:
            self._readers.add(reader)
            yield from reader

    def stretch(self, stretch: Stretch) -> Iterator[Frame]:
        """Some frames in a row, as a whole pass would give them.

        Raises StretchUnreadableError where they can't be had one after the other as was said: only
        a whole pass tells what can be had then.
        """
        if self._closed:
            raise ValueError(f"{shown(self._path)} has been closed")
        frames, ahead = self._stretch(stretch), self._settings.frames_ahead
        with ReadAhead(frames, ahead, f"decode {self._path.name}") as reader:
            self._readers.add(reader)
            yield from reader

    def read_in_stretches(self, index: PictureIndex) -> None:
        """Take note that all of it was read, for `warnings`."""
        self._note(Read(Damage(), 0, float(index.times_s[-1]), index.pictures))

    def close(self) -> None:
        """End every pass that is under way; frames handed out stay valid."""
        self._closed = True
        for reader in tuple(self._readers):
            reader.close()

    def index(self) -> PictureIndex | None:
        """Its pictures, as far as they are given; see `picture_index`."""
        index = picture_index(self._path)
        return None if index is None else index.thinned(self._played_apart_s)

    @property
    def _played_apart_s(self) -> float:
        """In seconds of the file."""
        return self._apart_s * self._stated.timing.slowed_by

    def _info_of(self) -> SourceInfo:
        stated, slowed_by = self._stated, self._stated.timing.slowed_by
        width, height = self._layout.upright_size
        return SourceInfo(
            kind=SourceKind.VIDEO,
            name=shown(self._path.name),
            width=width,
            height=height,
            duration_s=None if stated.plays_s is None else stated.plays_s / slowed_by,
            frame_count=self._expected,
            rotation=self._layout.rotation.degrees,
            frames_per_second=None if stated.rate is None else stated.rate * slowed_by,
        )

    @property
    def _expected(self) -> int | None:
        """How many are given, as far as that is known beforehand."""
        count, rate = self._stated.pictures, self._stated.rate
        if count is None or rate is None:
            return count
        return thinned_count(count, rate, self._played_apart_s)

    def _stream(self, container: InputContainer) -> VideoStream:
        return video_stream(container, shown(self._path), threads=self._threads)

    def _frames(self) -> Generator[Frame, None, None]:
        damage = Damage()
        converter = RgbConverter()
        pictures = index = 0
        time_s = 0.0
        thinning = Thinning(self._played_apart_s)
        with open_file(self._path) as container:
            stream = self._stream(container)
            clock = PresentationClock(self._step_s, may_leap=may_be_joined(container))
            timed = has_times(container)
            for picture in decoded(container, stream, damage):
                stamps = (picture.pts, picture.dts) if timed else (None, None)
                time_s = clock.time_of(*(seconds(stamp, picture.time_base) for stamp in stamps))
                self._timing = GUESSED if clock.guessed else self._stated.timing
                pictures += 1
                if not (thinning.keeps(time_s) or clock.guessed):
                    continue
                yield self._frame(
                    picture, stream, converter, time_s / self._stated.timing.slowed_by, index
                )
                index += 1
        self._note(Read(damage, clock.joints, time_s, pictures))

    def _stretch(self, stretch: Stretch) -> Generator[Frame, None, None]:
        damage, converter = Damage(), RgbConverter()
        done, wanted = 0, len(stretch.stamps)
        with open_file(self._path) as container:
            stream = self._stream(container)
            container.seek(stretch.key_stamp, stream=stream)
            for picture in decoded(container, stream, damage):
                if done == wanted:
                    return
                if picture.pts is not None and picture.pts < stretch.stamps[0]:
                    # Pictures that lead up to a key may need some from before it.
                    damage.packets = 0
                    continue
                if stretch.leaves_out(picture.pts, done):
                    continue
                if damage.packets or picture.pts != stretch.stamps[done]:
                    break
                time_s = float(stretch.times_s[done]) / self._stated.timing.slowed_by
                yield self._frame(picture, stream, converter, time_s, stretch.begin + done)
                done += 1
        if done != wanted:
            raise StretchUnreadableError(
                message(
                    "error.video.part_unread",
                    path=shown(self._path),
                    from_s=float(stretch.times_s[0]),
                )
            )

    def _frame(
        self,
        picture: VideoFrame,
        stream: VideoStream,
        converter: RgbConverter,
        time_s: float,
        index: int,
    ) -> Frame:
        check_pixels(shown(self._path), picture.width, picture.height)
        width, height = shown_size(
            picture.width, picture.height, stream.sample_aspect_ratio, self._longest_side
        )
        stored = converter.convert(picture, width, height)
        upright = self._layout.rotation.apply(stored)
        return Frame(fit(upright, self._info.width, self._info.height), time_s, index)

    def _note(self, read: Read) -> None:
        """Keep what is missing of what the container promised, for `warnings`."""
        told = missing_told(shown(self._path.name), self._stated, read, self._settings.missing_s)
        self._warnings.extend(one for one in told if one not in self._warnings)
