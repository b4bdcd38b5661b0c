"""A TOML file is a document or one of three errors, whatever it is."""

import tomllib
from pathlib import Path

import pytest

from formcheck.texts.toml_file import MOST_BYTES, parse_toml, read_toml


def test_a_document(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_bytes('title = "Übung"\r\nnumber = 1\r\n'.encode())
    assert read_toml(tmp_path / "own.toml") == {"title": "Übung", "number": 1}


@pytest.mark.parametrize("text", ["[" * 100_000, "a = " + "[" * 100_000, "a = " + "1" * 10_000])
def test_what_the_parser_itself_breaks_on(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse_toml(text)


def test_a_file_without_an_end(tmp_path: Path) -> None:
    with (tmp_path / "own.toml").open("wb") as file:
        file.truncate(1000 * MOST_BYTES)
    with pytest.raises(OSError, match="more than 4 MB"):
        read_toml(tmp_path / "own.toml")


def test_no_text(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(UnicodeDecodeError):
        read_toml(tmp_path / "own.toml")
