"""A path in a text is one line of valid text, and a usual name stays as it is."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.texts.shown import shown


@pytest.mark.parametrize(
    "name", ["clip.mp4", "Übung 3.mov", "a/b c.png", r"C:\clips\clip.mp4", "日本.mp4", "👩‍🦰.mp4"]
)
def test_a_usual_name_stays(name: str) -> None:
    assert shown(name) == name
    assert shown(Path(name)) == str(Path(name))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (b"clip \xff.mp4", r"clip \xff.mp4"),
        (b"two\nlines", r"two\nlines"),
        (b"red \x1b[31m", r"red \x1b[31m"),
        (b"\xed\xa0\x80", r"\xed\xa0\x80"),
    ],
)
def test_bytes_that_are_no_text(name: bytes, told: str) -> None:
    assert shown(name.decode("utf-8", "surrogateescape")) == told


def test_half_a_character_that_no_byte_made() -> None:
    assert shown("a\ud800b") == r"a\ud800b"


def test_bytes_that_only_the_locale_could_not_read() -> None:
    assert shown("übung".encode().decode("ascii", "surrogateescape")) == "übung"


@given(st.binary(max_size=40))
def test_any_bytes(name: bytes) -> None:
    told = shown(os.fsdecode(name))
    assert len(told.encode("utf-8").splitlines()) <= 1
    assert "\x1b" not in told


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text(name: str) -> None:
    shown(name).encode("utf-8")
