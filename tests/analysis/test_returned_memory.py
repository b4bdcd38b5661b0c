"""Large memory goes back to the system as soon as it is free."""

import subprocess
import sys

import pytest

# In a process of its own: one that has run for long has room for 2 MB in what it kept before.
IN_A_FRESH_PROCESS = """
import ctypes
from formcheck.analysis.workers.returned_memory import LARGE_BYTES, return_memory_early

class Mallinfo(ctypes.Structure):
    # mallinfo2's ten numbers; the fifth is what was had from the system piece by piece.
    _fields_ = [("numbers", ctypes.c_size_t * 10)]

mallinfo = ctypes.CDLL(None).mallinfo2
mallinfo.restype = Mallinfo
piece_by_piece = lambda: mallinfo().numbers[4]

return_memory_early()
bytearray(8 * LARGE_BYTES)  # after which glibc by itself would keep what is smaller
before = piece_by_piece()
large = bytearray(2 * LARGE_BYTES)
held = piece_by_piece() - before
del large
print(held >= 2 * LARGE_BYTES, piece_by_piece() == before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's own")
def test_what_was_freed_before_does_not_make_it_be_kept() -> None:
    told = subprocess.run(
        [sys.executable, "-c", IN_A_FRESH_PROCESS], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["True", "True"]
