"""A small file of each kind that is read in a way of its own, to be broken."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.video.clips import numbered, write_clip, write_picture


@dataclass(frozen=True)
class Kind:
    """How one kind of video is written: its name, FFmpeg's encoder, its pixels and options."""

    name: str
    codec: str
    pixels: str = "yuv420p"
    options: tuple[tuple[str, str], ...] = ()
    rotation: int | None = None


VIDEOS = (
    Kind("clip.mp4", "libx264", options=(("movflags", "+faststart"),)),
    Kind("pieces.mp4", "libx264", options=(("movflags", "frag_keyframe"),)),
    Kind("upright.mp4", "libx264", rotation=90),
    Kind("phone.mov", "libx265"),
    Kind("av1.mp4", "libsvtav1"),
    Kind("clip.mkv", "libx264"),
    Kind("lossless.mkv", "ffv1"),
    Kind("browser.webm", "libvpx-vp9"),
    Kind("camcorder.ts", "libx264"),
    Kind("clip.avi", "mjpeg", "yuvj420p"),
    Kind("clip.flv", "flv"),
    Kind("clip.wmv", "wmv2"),
    Kind("clip.nut", "mpeg4"),
    Kind("raw.h264", "libx264"),
    Kind("raw.hevc", "libx265"),
    Kind("moving.gif", "gif", "rgb8"),
)
PICTURES = ("png", "jpg", "webp", "bmp", "tiff", "avif")


def whole(folder: Path) -> Iterator[Path]:
    """Videos of twelve pictures and still pictures, all of which are read."""
    images = [numbered(number) for number in range(12)]
    for kind in VIDEOS:
        yield write_clip(
            folder / kind.name,
            images,
            codec=kind.codec,
            pixels=kind.pixels,
            rotation=kind.rotation,
            container_options=dict(kind.options),
        )
    for suffix in PICTURES:
        yield write_picture(folder / f"still.{suffix}")


def refused(folder: Path) -> Iterator[Path]:
    """Pictures that are told to be of a kind that isn't read."""
    images = [numbered(number) for number in range(12)]
    yield write_clip(folder / "moving.webp", images, codec="libwebp_anim", pixels="bgra")
    phone = write_picture(folder / "phone.avif")
    data = phone.read_bytes()
    phone.unlink()
    heic = folder / "phone.heic"
    heic.write_bytes(data[:8] + b"heic" + data[12:])
    yield heic
