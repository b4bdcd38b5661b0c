"""Whatever a user may name by mistake: one clear line with the remedy, and no traceback."""

import os
import struct
import zlib
from pathlib import Path

import av
import numpy as np
import pytest

from formcheck.errors import FormcheckError
from formcheck.video import video_errors as errors
from formcheck.video.open import open_recording
from formcheck.video.still_picture import picture_bytes
from tests.video.clips import picture, write_clip, write_picture, write_sound

MOOV_AT_THE_END: dict[str, str] = {}
MOOV_IN_FRONT = {"movflags": "+faststart"}


def refuse(path: Path, kind: type[FormcheckError]) -> str:
    """The message with which opening it is refused."""
    with pytest.raises(kind) as caught:
        open_recording(path)
    assert type(caught.value) is kind
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    assert str(path) in message
    return message


def test_no_such_file(tmp_path: Path) -> None:
    message = refuse(tmp_path / "none.mp4", errors.RecordingMissingError)
    assert "Check how the path is spelled" in message


def test_a_folder(tmp_path: Path) -> None:
    refuse(tmp_path, errors.RecordingIsFolderError)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.mp4"
    path.touch()
    refuse(path, errors.RecordingEmptyError)


def test_what_is_there_and_can_t_be_read_is_not_told_to_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "round.mp4"
    path.symlink_to(path.name)
    message = refuse(path, errors.RecordingUnreadError)
    assert "links" in message


def test_a_picture_s_file_that_no_memory_holds(tmp_path: Path) -> None:
    """A disk may hold it in no room at all, as zeros."""
    path = write_picture(tmp_path / "huge.png")
    with path.open("ab") as file:
        file.truncate(1 << 33)
    refuse(path, errors.PictureTooLargeError)


def test_a_picture_of_another_kind_whose_end_would_be_looked_for_in_all_of_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "huge.ppm"
    path.write_bytes(b"P6\n40 40\n255\n")
    with path.open("ab") as file:
        file.truncate(1 << 30)
    refuse(path, errors.UnknownFormatError)


def with_room(path: Path, size: int) -> Path:
    """The file with so many bytes, which take no room on the disk."""
    with path.open("ab") as file:
        file.truncate(size)
    return path


@pytest.mark.skipif(not hasattr(os, "SEEK_HOLE"), reason="the system doesn't tell what is missing")
class TestNeverWritten:
    """What a disk holds in no room at all, as zeros; FFmpeg would look through it for minutes."""

    @pytest.mark.parametrize("name", ["a.ts", "a.flv", "a.nut", "a.mkv", "raw.h264", "a.avi"])
    def test_gigabytes_after_a_recording(self, tmp_path: Path, name: str) -> None:
        codec = "flv" if name == "a.flv" else "libx264"
        path = with_room(write_clip(tmp_path / name, [picture()], codec=codec), 60 << 30)
        assert "60 GB of it were never written" in refuse(path, errors.RecordingIncompleteError)

    def test_gigabytes_between_two_parts_of_it(self, tmp_path: Path) -> None:
        path = write_clip(tmp_path / "a.ts", [picture()])
        data = path.read_bytes()
        with with_room(path, 60 << 30).open("ab") as file:
            file.write(data)
        refuse(path, errors.RecordingIncompleteError)

    def test_what_a_camera_reserved_is_passed_over(self, tmp_path: Path) -> None:
        path = with_room(write_clip(tmp_path / "a.ts", [picture()] * 3), 1 << 26)
        with open_recording(path) as recording:
            assert len(list(recording)) >= 2  # of a stream the last may be taken for damaged

    def test_an_mp4_says_where_its_pictures_are(self, tmp_path: Path) -> None:
        path = with_room(write_clip(tmp_path / "a.mp4", [picture()] * 3), 60 << 30)
        with open_recording(path) as recording:
            assert len(list(recording)) == 3

    def test_an_mp4_holds_no_pictures_in_them(self, tmp_path: Path) -> None:
        path = write_clip(tmp_path / "a.mp4", [picture()] * 3)
        data = bytearray(path.read_bytes())
        struct.pack_into(">I", data, data.index(b"stsz") + 12, 10**9)
        path.write_bytes(data)
        refuse(with_room(path, 60 << 30), errors.NoPicturesError)


def test_a_picture_that_goes_while_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(errors.RecordingUnreadError):
        picture_bytes(tmp_path / "gone.png")


@pytest.mark.parametrize("name", ["notes.mp4", "notes.txt", "notes.jpg"])
def test_text_under_another_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("This is no video.\n" * 200)
    refuse(path, errors.UnknownFormatError)


def test_random_bytes(tmp_path: Path) -> None:
    path = tmp_path / "random.mp4"
    path.write_bytes(np.random.default_rng(0).bytes(50_000))
    refuse(path, errors.UnknownFormatError)


@pytest.mark.parametrize(
    "text",
    [
        "ffconcat version 1.0\nfile other.mp4\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nother.mp4\n#EXT-X-ENDLIST\n",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 26\n",
    ],
    ids=["concat", "hls", "sdp"],
)
def test_a_list_of_other_files_or_addresses_is_not_followed(tmp_path: Path, text: str) -> None:
    write_clip(tmp_path / "other.mp4", [picture()] * 3)
    path = tmp_path / "list.mp4"
    path.write_text(text)
    refuse(path, errors.UnknownFormatError)


def test_a_recording_cut_off_before_its_index_was_written(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "cut.mp4", [picture()] * 30)
    path.write_bytes(path.read_bytes()[:-400])
    assert "cut off" in refuse(path, errors.RecordingIncompleteError)


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_recording_cut_off_within_its_index(tmp_path: Path, part: float) -> None:
    path = write_clip(tmp_path / "cut.mp4", [picture()] * 30, container_options=MOOV_IN_FRONT)
    data = path.read_bytes()
    path.write_bytes(data[: round(data.find(b"mdat") * part)])
    with pytest.raises(errors.RecordingError) as caught:
        open_recording(path)
    assert str(caught.value).endswith(".")


def test_a_recording_that_claims_what_ffmpeg_refuses_is_damaged_while_there_is_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise av.error.MemoryError(12, "Cannot allocate memory")

    clip = write_clip(tmp_path / "clip.mp4", [picture()])
    monkeypatch.setattr(av, "open", refuse)
    with pytest.raises(errors.RecordingIncompleteError):
        open_recording(clip)

    def too_little(_: int, __: int) -> None:
        raise OSError

    monkeypatch.setattr("formcheck.enough_memory.mmap.mmap", too_little)
    with pytest.raises(MemoryError):
        open_recording(clip)


def test_a_recording_cut_off_within_its_first_picture(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "cut.mp4", [picture()] * 30, container_options=MOOV_IN_FRONT)
    data = path.read_bytes()
    path.write_bytes(data[: data.find(b"mdat") + 40])
    refuse(path, errors.NoPicturesError)


@pytest.mark.parametrize("length", range(40, 1200, 97))
def test_a_recording_cut_off_anywhere_never_ends_the_process(tmp_path: Path, length: int) -> None:
    path = write_clip(tmp_path / "cut.mp4", [picture()] * 5, container_options=MOOV_IN_FRONT)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(errors.RecordingError):
        open_recording(path)


def test_sound_alone(tmp_path: Path) -> None:
    assert "only sound" in refuse(write_sound(tmp_path / "voice.m4a"), errors.NoPicturesError)


def test_a_cover_picture_is_no_video(tmp_path: Path) -> None:
    path = tmp_path / "song.mp4"
    with av.open(str(path), "w") as container:
        sound = container.add_stream("aac", rate=44100)
        cover = container.add_stream("mjpeg", rate=1)
        cover.width, cover.height, cover.pix_fmt = 64, 48, "yuvj420p"
        cover.disposition = av.stream.Disposition.attached_pic
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 4410), np.float32), "fltp", "mono")
        silence.rate = 44100
        container.mux(sound.encode(silence))
        container.mux(cover.encode(av.VideoFrame.from_ndarray(picture(), "rgb24")))
        container.mux(sound.encode())
        container.mux(cover.encode())
    assert "only sound" in refuse(path, errors.NoPicturesError)


def test_a_video_without_a_single_frame(tmp_path: Path) -> None:
    path = tmp_path / "none.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        container.start_encoding()
    refuse(path, errors.NoPicturesError)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs POSIX users")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "private.mp4", [picture()] * 3)
    path.chmod(0)
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(65534)  # root may read everything
    try:
        assert "permissions" in refuse(path, errors.RecordingForbiddenError)
    finally:
        if was_root:
            os.seteuid(0)


def test_a_heic_photograph_from_a_phone(tmp_path: Path) -> None:
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(b"\0\0\0\x24ftypheic\0\0\0\0mif1heic" + bytes(100))
    assert "Export it as JPEG" in refuse(path, errors.UnknownFormatError)


def test_an_animated_webp(tmp_path: Path) -> None:
    path = write_clip(
        tmp_path / "moving.webp",
        [picture(), picture()[::-1].copy(), picture()],
        codec="libwebp_anim",
    )
    assert "MP4 or GIF" in refuse(path, errors.UnknownFormatError)


def test_a_photograph_with_more_pixels_than_memory_holds(tmp_path: Path) -> None:
    path = write_picture(tmp_path / "photo.png")
    data = bytearray(path.read_bytes())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    path.write_bytes(data)
    refuse(path, errors.PictureTooLargeError)


def test_a_path_that_no_system_can_have() -> None:
    with pytest.raises(errors.RecordingMissingError):
        open_recording("a\0b.mp4")
