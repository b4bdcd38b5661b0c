"""Videos and pictures that are broken in any way, or claim what no memory holds.

They are read in a process of its own: native code that gives up would end the tests too.
"""

import zlib
from pathlib import Path
from random import Random
from struct import pack_into

import pytest

from tests.fuzz.damage import BEGINNING, EXAMPLES
from tests.fuzz.reading import Read, read_all
from tests.fuzz.whole_recordings import refused, whole
from tests.video.clips import numbered, write_clip, write_picture

pytestmark = pytest.mark.skipif(
    not Path("/proc").is_dir(), reason="the memory of a process can be bounded on Linux"
)

LONGEST_S = 20.0
"""For a file of some kilobytes."""

MOST_MEGABYTES = 1500


def broken(data: bytes, dice: Random) -> bytes:
    """Some bytes changed, lost, doubled or cut off, as disks, copies and attackers do."""
    for _ in range(dice.randint(1, 6)):
        place, length = dice.randrange(len(data) + 1), dice.randint(1, 64)
        # What steers a decoder stands in front, in sizes and counts.
        place = dice.choice((place, min(place, dice.randint(0, 600))))
        put = dice.choice((dice.randbytes(dice.randint(1, 8)), b"\xff\xff\xff\xff", b"\0\0\0\0"))
        data = dice.choice(
            (
                data[:place] + put + data[place + len(put) :],
                data[:place] + put + data[place + len(put) :],
                data[:place] + put + data[place:],
                data[:place] + data[place + length :],
                data[:place] + data[place : place + length] + data[place:],
                data[: max(place, 20)],
            )
        )
    return data


def sane(read: list[Read]) -> None:
    for one in read:
        assert one.seconds < LONGEST_S, one
        assert one.megabytes < MOST_MEGABYTES, one
        assert "\n" not in one.told, one


def test_whole_ones_are_read(tmp_path: Path) -> None:
    names = {path.name for path in whole(tmp_path)}
    read = read_all(tmp_path)
    assert {one.name for one in read} == names
    assert {one.told for one in read} == {""}
    assert {one.frames for one in read} == {1, 12}


def test_kinds_that_are_not_read_are_told(tmp_path: Path) -> None:
    names = {path.name for path in refused(tmp_path)}
    read = read_all(tmp_path)
    assert {one.name for one in read} == names
    assert all(one.told and not one.frames for one in read)


def test_broken_ones_end_nothing(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    (tmp_path / "broken").mkdir()
    originals = [*whole(tmp_path / "whole"), *refused(tmp_path / "whole")]
    count = 8 * EXAMPLES
    for number in range(count):
        original = originals[number % len(originals)]
        name = f"{number}{original.suffix}"
        data = broken(original.read_bytes(), Random(8 * BEGINNING + number))
        (tmp_path / "broken" / name).write_bytes(data)
    read = read_all(tmp_path / "broken")
    assert len(read) == count
    sane(read)
    assert any(one.told for one in read)
    assert any(one.frames for one in read)


def claims_samples(path: Path, count: int) -> None:
    """An MP4 that claims so many pictures of a byte each, in one piece."""
    data = bytearray(write_clip(path, [numbered(number) for number in range(12)]).read_bytes())
    pack_into(">II", data, data.index(b"stsz") + 8, 1, count)
    pack_into(">I", data, data.index(b"stts") + 12, count)
    pack_into(">I", data, data.index(b"stsc") + 16, count)
    path.write_bytes(data)


def claims_size(path: Path, side: int) -> None:
    """A picture or an animation whose header says that it is so many pixels wide and high."""
    if path.suffix == ".gif":
        write_clip(path, [numbered(1), numbered(2)], codec="gif", pixels="rgb8")
        data = bytearray(path.read_bytes())
        pack_into("<HH", data, 6, side, side)
    elif path.suffix == ".png":
        data = bytearray(write_picture(path).read_bytes())
        pack_into(">II", data, 16, side, side)
        pack_into(">I", data, 29, zlib.crc32(data[12:29]))
    elif path.suffix == ".bmp":
        data = bytearray(write_picture(path).read_bytes())
        pack_into("<ii", data, 18, side, side)
    else:
        data = bytearray(write_picture(path).read_bytes())
        pack_into(">HH", data, data.index(b"\xff\xc0") + 5, side, side)
    path.write_bytes(data)


def test_what_claims_more_than_memory_holds_takes_none(tmp_path: Path) -> None:
    for count in (10**9, 10**8, 10**7):
        claims_samples(tmp_path / f"{count}.mp4", count)
    for suffix, side in (("png", 100_000), ("bmp", 100_000), ("jpg", 65_535), ("gif", 65_535)):
        claims_size(tmp_path / f"huge.{suffix}", side)
    piece = bytearray(write_picture(tmp_path / "piece.png").read_bytes())
    pack_into(">I", piece, piece.index(b"IDAT") - 4, 2**32 - 1)
    (tmp_path / "piece.png").write_bytes(piece)
    read = read_all(tmp_path)
    assert len(read) == 8
    sane(read)
    for one in read:
        assert one.frames == 0
        assert any(
            text in one.told
            for text in ("no picture in it", "more than formcheck can hold", "no picture that")
        ), one
    assert max(one.megabytes for one in read) < 400
