"""`python -m samples.judged_films.others_table FOLDER…`: what is taken for an exercise and is none.

The folders hold tracks of `samples.studio.random_films whole --of others`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from formcheck.pose.saved.tracks import read_poses
from formcheck.recognition.answer import RECORDING
from formcheck.recognition.recogniser import Recogniser
from samples.command_line import run
from samples.judged_films.films_in_folders import each_film

HEADINGS = ("movement", "films", "named", "surely", "as")

app = typer.Typer(add_completion=False, help=__doc__)


@dataclass(frozen=True)
class NamedFilm:
    """What a film of none of our exercises was named; most often nothing. surely: or as a guess."""

    motion: str
    names: tuple[str, ...]
    surely: bool


def named(told_file: Path) -> NamedFilm:
    """Recognise one film."""
    motion = str(json.loads(told_file.read_text(encoding="utf-8"))["motion"])
    recogniser = Recogniser(settings=RECORDING)
    for pose in read_poses(told_file.with_suffix(".npz")):
        recogniser.update(pose)
    sets = recogniser.sets
    surely = any(one.answer.score >= RECORDING.sure_score for one in sets)
    return NamedFilm(motion, tuple(dict.fromkeys(one.exercise.id for one in sets)), surely)


def rows(films: Sequence[NamedFilm]) -> Iterator[list[str]]:
    """The table's lines, one a movement; the first is the heading."""
    yield list(HEADINGS)
    ordered = sorted(films, key=lambda film: film.motion)
    for motion, group in groupby(ordered, key=lambda film: film.motion):
        yield _row(motion, list(group))
    yield _row("all", films)


def _row(motion: str, films: Sequence[NamedFilm]) -> list[str]:
    wrongly = [film for film in films if film.names]
    names = sorted({name for film in wrongly for name in film.names})
    surely = sum(film.surely for film in wrongly)
    return [motion, str(len(films)), str(len(wrongly)), str(surely), ", ".join(names)]


@app.command()
def show(
    folders: Annotated[list[Path], typer.Argument(help="Of films of none of our exercises.")],
    jobs: Annotated[int, typer.Option(help="Processes.")] = 2,
) -> None:
    """Recognise every film of some folders and print the table."""
    for row in rows(each_film(named, folders, jobs)):
        typer.echo("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    run(app)
