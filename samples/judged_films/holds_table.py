"""`python -m samples.judged_films.holds_table FOLDER…`: how far off holds are, by exercise and yaw.

Reads no film: the tracks of whole random films are judged as anybody's are, in seconds each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from statistics import fmean
from typing import Annotated

import typer

from samples.command_line import run
from samples.judged_films.films_in_folders import each_film
from samples.judged_films.judging import JudgedFilm, judge_film
from samples.judged_films.scores import DEFAULTS, ScoreSettings, held_off_s

HEADINGS = ("holds", "within", "open", "too long", "too short", "mean", "worst")

app = typer.Typer(add_completion=False, help=__doc__)


@dataclass(frozen=True)
class HoldErrors:
    """The holds of some films.

    off_s: seconds by which each was told too long; NaN where it was left open.
    """

    name: str
    off_s: Sequence[float]

    def row(self, settings: ScoreSettings = DEFAULTS) -> list[str]:
        """The table's line: how many are within what people count, and which way the others are."""
        told = [off_s for off_s in self.off_s if not isnan(off_s)]
        long = sum(off_s > settings.hold_s for off_s in told)
        short = sum(off_s < -settings.hold_s for off_s in told)
        worst = max(told, key=abs, default=float("nan"))
        return [
            self.name,
            str(len(self.off_s)),
            str(len(told) - long - short),
            str(len(self.off_s) - len(told)),
            str(long),
            str(short),
            f"{fmean(told):+.2f}" if told else "",
            f"{worst:+.2f}" if told else "",
        ]


def hold_errors(
    films: Sequence[JudgedFilm], settings: ScoreSettings = DEFAULTS
) -> Iterator[HoldErrors]:
    """By exercise, then by yaw, then all; without those of which there is no hold."""
    groups: list[tuple[str, Iterable[JudgedFilm]]] = [
        (name, [film for film in films if film.exercise == name])
        for name in sorted({film.exercise for film in films})
    ]
    for low, high in zip(settings.turned, settings.turned[1:], strict=False):
        groups.append((f"yaw {low}–{high}", [f for f in films if low <= f.yaw < high]))
    for name, own in (*groups, ("all", films)):
        off_s = [one for film in own for one in held_off_s(film)]
        if off_s:
            yield HoldErrors(name, off_s)


@app.command()
def show(
    folders: Annotated[list[Path], typer.Argument(help="Of `samples.studio.random_films whole`.")],
    jobs: Annotated[int, typer.Option(help="Processes.")] = 2,
) -> None:
    """Judge every film of some folders and print how far off their holds are."""
    answers = each_film(judge_film, folders, jobs)
    typer.echo("| | " + " | ".join(HEADINGS) + " |")
    for errors in hold_errors([film for film in answers if film is not None]):
        typer.echo("| " + " | ".join(errors.row()) + " |")


if __name__ == "__main__":
    run(app)
