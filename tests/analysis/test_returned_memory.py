"""Large memory goes back to the system as soon as it is free."""

import ctypes
import sys

import pytest

from formcheck.analysis.returned_memory import LARGE_BYTES, return_memory_early


class Mallinfo(ctypes.Structure):
    """glibc's `mallinfo2`."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in [
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keep",
        ]
    ]


def had_piece_by_piece() -> int:
    """Bytes that were had from the system by themselves."""
    mallinfo = ctypes.CDLL(None).mallinfo2
    mallinfo.restype = Mallinfo
    return int(mallinfo().hblkhd)


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's own")
def test_what_was_freed_before_does_not_make_it_be_kept() -> None:
    return_memory_early()
    bytearray(8 * LARGE_BYTES)  # after which glibc by itself would keep what is smaller
    before = had_piece_by_piece()
    large = bytearray(2 * LARGE_BYTES)
    assert had_piece_by_piece() - before >= len(large)
    del large
    assert had_piece_by_piece() == before
