"""Reads the orientation from a photograph's EXIF block."""

from struct import error as StructError  # noqa: N812
from struct import unpack_from

_ORIENTATION_TAG = 0x0112

# Exif 2.3, tag 0112h. Even values from 2 on are mirrored as well; the turn comes after.
_CLOCKWISE = {1: 0, 2: 0, 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}


def rotation_of(exif: bytes) -> int:
    """Degrees clockwise by which the stored picture is turned to stand upright: 0, 90, 180, 270.

    exif: a TIFF header and its first directory; anything else counts as upright.
    """
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 0
    try:
        (directory,) = unpack_from(order + "I", exif, 4)
        (entries,) = unpack_from(order + "H", exif, directory)
        for entry in range(directory + 2, directory + 2 + 12 * entries, 12):
            tag, _, _, value = unpack_from(order + "HHIH", exif, entry)
            if tag == _ORIENTATION_TAG:
                return _CLOCKWISE.get(value, 0)
    except StructError:
        return 0
    return 0
