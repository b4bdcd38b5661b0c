"""What may happen to a file: bytes that flip, parts that are lost or come twice, odd values."""

import os
from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

EXAMPLES = int(os.environ.get("FORMCHECK_FUZZ", "25"))
"""Files that each test breaks: seconds in CI, hours with FORMCHECK_FUZZ=100000."""

BEGINNING = EXAMPLES * int(os.environ.get("FORMCHECK_FUZZ_ROUND", "0"))
"""The first number from which a test throws its dice: each round of some hours breaks others."""

Damage = Callable[[bytes], bytes]

ODD_VALUES = st.one_of(
    st.sampled_from(
        [
            *(0, -1, 2**31, -(2**63), 2**63 - 1, 1550, True, False),
            *(1e308, -1e308, 1e-308, float("nan"), float("inf"), float("-inf"), 0.04),
            *("", " ", "x" * 5000, "\u202e", "{0} {x}", "%s%n", "../../etc", "[bold]", "all"),
            *("knee.near", "knee.", ".near", "seconds", "155°", "0,04", "1", "yes"),
            *([], {}, [[]], [{}], [1, "a"], {"measure": 3}, date(2026, 3, 1)),
        ]
    ),
    st.text(max_size=20),
    st.floats(),
    st.integers(-(2**63), 2**63 - 1),
)
"""What a value may be that a program or a person wrote by mistake."""


@st.composite
def damage(draw: st.DrawFn) -> Damage:
    """Some of all that may happen to the bytes of a file."""
    steps = draw(st.lists(_step(), min_size=1, max_size=6))

    def broken(data: bytes) -> bytes:
        for step in steps:
            data = step(data)
        return data

    return broken


@st.composite
def _step(draw: st.DrawFn) -> Damage:
    share, length = draw(st.floats(0, 1, exclude_max=True)), draw(st.integers(1, 200))
    other = draw(st.floats(0, 1))
    put = draw(st.one_of(st.binary(min_size=1, max_size=20), st.sampled_from(_OFTEN)))

    def place(data: bytes, where: float = share) -> int:
        return int(where * len(data))

    steps: list[Damage] = [
        lambda data: data[: place(data)] + put + data[place(data) + len(put) :],
        lambda data: data[: place(data)] + put + data[place(data) :],
        lambda data: data[: place(data)] + data[place(data) + length :],
        lambda data: data[: place(data)],
        lambda data: (
            data[: place(data)]
            + data[place(data, other) : place(data, other) + length]
            + data[place(data) :]
        ),
    ]
    return draw(st.sampled_from(steps))


_OFTEN = (
    b"\xff\xff\xff\xff",
    b"\0\0\0\0",
    b"\xff\xfe",
    b"\n",
    b'"',
    b"[",
    b"]]",
    b"=",
    b",",
    b"'''",
)
