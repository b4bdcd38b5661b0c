"""Puts videos together as they are, without decoding or encoding anything."""

from collections.abc import Sequence
from pathlib import Path

import av
from av.container import OutputContainer
from av.error import FFmpegError
from av.video.stream import VideoStream

from formcheck.texts.message import message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.video.video_errors import VideoWriteError


def join_videos(videos: Sequence[tuple[Path, float]], target: Path) -> None:
    """One after the other in one file; nothing where there are none.

    videos: as `VideoWriter` writes them, of one size, each with the seconds at which its first
    picture is shown, rising. target: takes its name when it is complete.

    Raises VideoWriteError where that can't be written.
    """
    if not videos:
        return
    part = target.with_name(target.name + ".part")
    try:
        with av.open(
            str(part.resolve()), "w", format="mp4", options={"movflags": "+faststart"}
        ) as joined:
            stream: VideoStream | None = None
            for path, begin_s in videos:
                stream = _append(joined, stream, path, begin_s - videos[0][1])
        part.replace(target)
    except (FFmpegError, OSError) as error:
        part.unlink(missing_ok=True)
        reason = reason_told(error)
        raise VideoWriteError(
            message("error.written.results", path=shown(target), reason=reason)
        ) from error


def _append(
    joined: OutputContainer, stream: VideoStream | None, path: Path, begin_s: float
) -> VideoStream:
    """The packets of one video, later by so many seconds."""
    with av.open(str(path.resolve())) as video:
        source = video.streams.video[0]
        if stream is None:
            stream = joined.add_stream_from_template(source)
        assert source.time_base is not None
        later = round(begin_s / source.time_base)
        for packet in video.demux(source):
            if packet.pts is None or packet.dts is None:
                continue
            packet.pts += later
            packet.dts += later
            packet.stream = stream
            joined.mux(packet)
    return stream
