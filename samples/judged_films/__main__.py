"""`python -m samples.judged_films FOLDER`: judges whole random films, and says how right it was."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samples.command_line import run
from samples.judged_films.films_in_folders import each_film
from samples.judged_films.judging import JudgedFilm, judge_film
from samples.judged_films.scores import (
    DEFAULTS,
    held_off_s,
    is_clear,
    is_counted,
    is_named,
    is_recognised,
    rows,
)

app = typer.Typer(add_completion=False, help=__doc__)


@app.command()
def judge(
    folder: Annotated[Path, typer.Argument(help="Of `samples.studio.random_films whole`.")],
    jobs: Annotated[int, typer.Option(help="Processes.")] = 2,
    misses: Annotated[bool, typer.Option(help="A line for each film judged wrongly.")] = False,
) -> None:
    """Judge every film of a folder and print the table."""
    answers = each_film(judge_film, [folder], jobs)
    films = [film for film in answers if film is not None]
    for row in rows(films):
        typer.echo("| " + " | ".join(row) + " |")
    if misses:
        for film in films:
            for line in _misses(film):
                typer.echo(f"{film.name} {film.exercise} yaw {film.yaw:.0f}: {line}")


def _misses(film: JudgedFilm) -> list[str]:
    lines = []
    lines += [
        f"{one} broken ({film.degree:.1f}), said {film.verdicts[one]}"
        for one in sorted(film.broken & film.verdicts.keys())
        if is_clear(film, one) and film.verdicts[one] != "fault"
    ]
    if film.degree == 0 and film.by_the_book:
        lines += [f"{one} kept, said fault" for one, v in film.verdicts.items() if v == "fault"]
    if is_counted(film) and len(film.holds_s) != len(film.ways):
        lines.append(f"{len(film.holds_s)} counted of {len(film.ways)}")
    lines += [
        f"a hold off by {off_s:+.1f} s"
        for off_s in held_off_s(film)
        if abs(off_s) > DEFAULTS.hold_s
    ]
    if is_named(film) and not is_recognised(film):
        lines.append(f"taken for {', '.join(film.recognised) or 'nothing'}")
    return lines


if __name__ == "__main__":
    run(app)
