"""What two processes tell each other through a pipe.

Only what this program itself sends is read so: a pickle runs what it says.
"""

import pickle
import struct
from typing import Any, BinaryIO, Final

_COUNT: Final = struct.Struct("<I")
_LENGTH: Final = struct.Struct("<Q")


def send(pipe: BinaryIO, told: object) -> None:
    """Write something down; a picture's memory is written as it lies there, without a copy.

    Raises OSError where nobody reads any more.
    """
    apart: list[pickle.PickleBuffer] = []
    whole = pickle.dumps(told, protocol=5, buffer_callback=apart.append)
    parts = [memoryview(whole), *(one.raw() for one in apart)]
    pipe.write(_COUNT.pack(len(parts)) + b"".join(_LENGTH.pack(one.nbytes) for one in parts))
    for part in parts:
        pipe.write(part)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:
    """What was sent; raises EOFError where nothing will come any more."""
    (count,) = _COUNT.unpack(_read(pipe, _COUNT.size))
    lengths = [_LENGTH.unpack(_read(pipe, _LENGTH.size))[0] for _ in range(count)]
    whole, *apart = (_read(pipe, length) for length in lengths)
    return pickle.loads(whole, buffers=apart)


def _read(pipe: BinaryIO, length: int) -> bytearray:
    part = bytearray(length)
    if pipe.readinto(part) != length:  # type: ignore[attr-defined]
        raise EOFError
    return part
