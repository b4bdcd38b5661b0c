"""TOML files as people save them: read, or told with the line and the remedy."""

import codecs
import os
import re
import time
from contextlib import suppress
from pathlib import Path

import pytest

from formcheck.texts.toml_file import MOST_BYTES, TomlMistakesError, read_toml

UMLAUT = 'title = "Brücke"\n'


@pytest.mark.parametrize(
    "data",
    [
        UMLAUT.encode("utf-8"),
        UMLAUT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + UMLAUT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + UMLAUT.encode("utf-16-be"),
        UMLAUT.replace("\n", "\r\n").encode("utf-8"),
        UMLAUT.replace(" = ", "\u00a0=\t").encode("utf-8"),
        UMLAUT.replace("title", "\u200btitle").encode("utf-8"),
    ],
    ids=["plain", "mark", "utf-16", "utf-16 big-endian", "Windows", "odd spaces", "no width"],
)
def test_a_file_is_read_however_it_was_saved(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "own.toml").write_bytes(data)
    assert read_toml(tmp_path / "own.toml") == {"title": "Brücke"}


@pytest.mark.parametrize(
    "data",
    [UMLAUT.encode("latin-1"), UMLAUT.encode("cp1252"), UMLAUT.encode("utf-16-le")],
    ids=["latin-1", "cp1252", "utf-16 without a mark"],
)
def test_another_encoding_is_told_with_the_remedy(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "own.toml").write_bytes(data)
    with pytest.raises(TomlMistakesError, match=r"[Ss]ave .* UTF-8"):
        read_toml(tmp_path / "own.toml")


@pytest.mark.parametrize(
    ("line", "told", "meant"),
    [
        ("x = 0,04", "use a point in a number: 0.04", 0.04),
        ("x = { y = 0,5, z = 1 }", "use a point in a number: 0.5", {"y": 0.5, "z": 1}),
        ("x = 155°", "write the number alone, without its unit: 155", 155),
        ("x = 3 seconds", "write the number alone, without its unit: 3", 3),
        ("rest_s = 1 min", "write it in seconds: rest_s = 60", 60),
        ("rest_s = 1,5 Minuten", "write it in seconds: rest_s = 90", 90),
        ("rest_s = 1:30", "write it in seconds: rest_s = 90", 90),
        ("x = 8 per side", "write the number alone: 8", 8),
        ("x = 8x", "write the number alone: 8", 8),
        ("x = 30+", "write the number alone: 30", 30),
        ("x = ~30", "write the number alone: 30", 30),
        ("x = ca. 30", "write the number alone: 30", 30),
        ("[x]]\ny = 1", "close the brackets: [[x]]", [{"y": 1}]),
        ("x = −20", "write the minus sign as a plain hyphen", -20),
        ("x = .5", "write a digit before the point: 0.5", 0.5),
        ("x = 5.", "write a digit after the point, or no point: 5", 5),
        ("x = 07", "write the number without a zero before it: 7", 7),
        ("x = “Bird dog”", 'use straight quotes: "Bird dog"', "Bird dog"),
        ("x = ´Bird dog´", "use straight quotes: 'Bird dog'", "Bird dog"),
        ("x = `Bird dog`", "use straight quotes: 'Bird dog'", "Bird dog"),
        ("x = „Vogel“", 'use straight quotes: "Vogel"', "Vogel"),
        ('x = "Bird dog”', 'use straight quotes: "Bird dog"', "Bird dog"),
        ("x = [‘one’, 'two']", "use straight quotes: 'one'", ["one", "two"]),
        ("x = bird-dog", 'write text in straight quotes: "bird-dog"', "bird-dog"),
        ("x = Yes", "write true or false", True),
        ("x = 1/2", "write the number with a point: 0.5", 0.5),
        ("x = 1½", "write the number with a point: 1.5", 1.5),
        ("x = 8-12", "write two numbers as a list: [8, 12]", [8, 12]),
        ("x = 8 bis 12", "write two numbers as a list: [8, 12]", [8, 12]),
        ("x = [8 12]", "write a comma between the parts of a list: [8, 12]", [8, 12]),
        ('x = ["a" "b"]', 'write a comma between the parts of a list: ", "', ["a", "b"]),
        ("x = 'so", "end the text with the quote that it begins with: 'so'", "so"),
        ('x = "so\n  and so"', 'write a text on one line: "so and so"', "so and so"),
        ("x >= 20", "write the number alone: x = 20", 20),
        ("x = ±20", "write both limits by themselves: at_least = -20 and at_most = 20", 20),
        ("// why\nx = 1", "begin a comment with #", 1),
        ("x: 3", "write = and nothing else after a key", 3),
        ("x => 3", "write = and nothing else after a key", 3),
        ("x = 40,", "end the line without a comma or semicolon", 40),
        ('x = "so";', "end the line without a comma or semicolon", "so"),
        ("x = (8, 12)", "write a list in square brackets: [8, 12]", [8, 12]),
        ("x = {8, 12}", "write a list in square brackets: [8, 12]", [8, 12]),
    ],
)
def test_a_slip_is_told_with_its_line_and_remedy(
    tmp_path: Path, line: str, told: str, meant: object
) -> None:
    (tmp_path / "own.toml").write_text(f"# “quotes” in a comment\n{line}\n", "utf-8")
    with pytest.raises(TomlMistakesError) as error:
        read_toml(tmp_path / "own.toml")
    assert f"line 2: {told}" in str(error.value)
    assert error.value.document is not None
    assert list(error.value.document.values()) == [meant]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("x =", "line 2: the value after the = is missing"),
        ('x = "C:\\mine"', "line 2: write a backslash twice: \\\\"),
        ('x = "C:\\Users"', "line 2: write a backslash twice: \\\\"),
    ],
)
def test_what_only_its_writer_can_mend_is_told_in_words(
    tmp_path: Path, line: str, told: str
) -> None:
    (tmp_path / "own.toml").write_text(f"a = 1\n{line}\nb = 2\n", "utf-8")
    with pytest.raises(TomlMistakesError, match=re.escape(told)):
        read_toml(tmp_path / "own.toml")


def test_every_slip_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("a = 0,04\nb = “c”\nd = 5°\n", "utf-8")
    with pytest.raises(TomlMistakesError) as error:
        read_toml(tmp_path / "own.toml")
    assert [str(one)[:6] for one in error.value.mistakes] == ["line 1", "line 2", "line 3"]


def test_what_stands_in_strings_is_nobodys_slip(tmp_path: Path) -> None:
    text = 'a = "0,04 or 155° and “so” on"\nb = """\nc = 0,5\n"""\n'
    (tmp_path / "own.toml").write_text(text, "utf-8")
    assert read_toml(tmp_path / "own.toml")["a"] == "0,04 or 155° and “so” on"
    (tmp_path / "own.toml").write_text(f"{text}d = 7°\n", "utf-8")
    with pytest.raises(TomlMistakesError) as error:
        read_toml(tmp_path / "own.toml")
    assert str(error.value) == "line 5: write the number alone, without its unit: 7"


NO_TEXT = (
    b"PK\x03\x04\x14\x00",
    b"{\\rtf1\\ansi id = 1}",
    b"\0\0\0\x20ftypisom\xff\xfe",
    "id = 1".encode("utf-16-le"),
)
"""A word processor's two kinds of file, a film, and text in an encoding that isn't named."""


@pytest.mark.parametrize("data", NO_TEXT)
def test_what_is_no_plain_text_is_told_with_the_remedy(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "own.toml").write_bytes(data)
    with pytest.raises(TomlMistakesError, match="no plain text but another kind of file"):
        read_toml(tmp_path / "own.toml")


def test_a_table_that_is_there_twice_needs_double_brackets(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("[criteria]\na = 1\n[criteria]\na = 2\n", "utf-8")
    with pytest.raises(TomlMistakesError, match=r"begins with \[\[criteria\]\]"):
        read_toml(tmp_path / "own.toml")


def test_a_bracket_that_is_never_closed_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('id = "a"\nsteps = ["b",\n"c"\n', "utf-8")
    with pytest.raises(TomlMistakesError, match="line 2: a bracket is opened"):
        read_toml(tmp_path / "own.toml")


def test_a_file_that_is_far_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "own.toml").open("wb") as file:
        file.truncate(100_000_000)
    began = time.monotonic()
    with pytest.raises(OSError, match="File too large"):
        read_toml(tmp_path / "own.toml")
    assert time.monotonic() - began < 1
    assert MOST_BYTES < 100_000_000


@pytest.mark.parametrize(
    "text",
    [
        '"""\\' * 12_000,
        "“" * 49_000,
        "=" * 49_000,
        "'" * 49_001,
        "0" * 49_000,
        "x = " + "1" * 49_000 + "!",
        "a." * 400_000 + "b = 1",
        "x = " + "[" * 300_000,
        "x = " + "{a = " * 100_000,
        "\n".join(f"[{'a.' * 90}b{n}]" for n in range(5_000)),
    ],
    ids=lambda text: f"{text[:6]!r}",
)
def test_no_text_takes_longer_than_it_deserves(tmp_path: Path, text: str) -> None:
    (tmp_path / "own.toml").write_text(text, "utf-8")
    began = time.process_time()
    with suppress(TomlMistakesError):
        read_toml(tmp_path / "own.toml")
    assert time.process_time() - began < 10


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_read_and_not_waited_for(tmp_path: Path) -> None:
    """One lies in a folder of somebody else's and nobody writes into it; or a shell has made it."""
    os.mkfifo(tmp_path / "own.toml")
    assert read_toml(tmp_path / "own.toml") == {}
    both = os.open(tmp_path / "own.toml", os.O_RDWR)
    os.write(both, UMLAUT.encode())
    reading = os.open(tmp_path / "own.toml", os.O_RDONLY)
    os.close(both)
    assert read_toml(Path(f"/dev/fd/{reading}")) == {"title": "Brücke"}
    os.close(reading)
