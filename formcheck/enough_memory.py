"""Is there memory left? Native code that gets too little often says something else, or nothing."""

import mmap

LEAST_BYTES = 128 * 2**20
"""What decoding a recording or looking for a person takes in one go, and some more. A decoder that
found no picture in a whole file for want of memory had less than half of it left (engineering)."""


def check_memory(least_bytes: int = LEAST_BYTES) -> None:
    """Raise MemoryError where this process can't get so much any more.

    To be asked where an answer would be surprising: nothing is used, and nothing stays taken.
    """
    try:
        mmap.mmap(-1, least_bytes).close()
    except (OSError, ValueError) as error:
        raise MemoryError from error
