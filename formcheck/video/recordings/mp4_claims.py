"""How many pictures and sounds an MP4 or MOV claims to hold, read before FFmpeg believes it.

FFmpeg makes an entry for every sample that a file claims; a file of a few kilobytes that claims a
thousand million of them would take all memory there is.

Boxes as in ISO/IEC 14496-12: four bytes of size, four of type, then the content; a size of 1 means
that eight bytes of size follow, a size of 0 that the box goes on to the end of the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import unpack
from typing import IO

from formcheck.video.recordings.unwritten import written_bytes

_CONTAINERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"moof", b"traf"})

_COUNT_AT = {b"stsz": 8, b"stz2": 8, b"trun": 4}
"""Where in a box's content its number of samples stands."""


@dataclass(frozen=True)
class ClaimSettings:
    """What no file holds; engineering values.

    samples_per_byte: sound of old QuickTime files is counted before it is packed, two to a byte.
    boxes: a day in fragments of a second has half of them.
    depth: of boxes in boxes; what is looked at lies five deep.
    """

    samples_per_byte: int = 2
    boxes: int = 1_000_000
    depth: int = 8


DEFAULTS = ClaimSettings()


@dataclass(frozen=True)
class _Box:
    kind: bytes
    begin: int
    end: int


def claims_too_much(path: Path, settings: ClaimSettings = DEFAULTS) -> bool:
    """Whether an MP4 claims more samples than its bytes can hold, as far as they were written.

    Raises OSError where it can't be read.
    """
    size, written = path.stat().st_size, written_bytes(path)
    with path.open("rb") as file:
        samples = 0
        for number, box in enumerate(_boxes(file, 0, size, settings.depth)):
            samples += _samples(file, box)
            if number > settings.boxes or samples > settings.samples_per_byte * written:
                return True
    return False


def _boxes(file: IO[bytes], begin: int, end: int, depth: int) -> Iterator[_Box]:
    """Every box between two places and inside them; what is damaged ends its own container."""
    place = begin
    while place + 8 <= end:
        file.seek(place)
        size, kind = unpack(">I4s", file.read(8))
        head = 8
        if size == 1:
            size, head = int.from_bytes(file.read(8)), 16
        elif size == 0:
            size = end - place
        if size < head:
            return
        box = _Box(kind, place + head, min(place + size, end))
        yield box
        if kind in _CONTAINERS and depth:
            yield from _boxes(file, box.begin, box.end, depth - 1)
        place += size


def _samples(file: IO[bytes], box: _Box) -> int:
    if box.kind not in _COUNT_AT:
        return 0
    file.seek(box.begin + _COUNT_AT[box.kind])
    return int.from_bytes(file.read(4))
