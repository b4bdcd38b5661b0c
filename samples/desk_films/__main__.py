"""`python -m samples.desk_films`: renders people at a desk and keeps their poses."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samples.command_line import run
from samples.desk_films.filming import SITTERS, VIEWS, doings, drawn, film, names, track_of
from samples.studio.contact_sheet import contact_sheet, write_picture

BODY = Path(__file__).parents[3] / "shared" / "human"

app = typer.Typer(add_completion=False, help=__doc__)

BodyFolder = Annotated[Path, typer.Option("--body", help="Folder with the body's files.")]


@app.command("film")
def film_all(
    body: BodyFolder = BODY,
    missing: Annotated[bool, typer.Option("--missing", help="Only what isn't there yet.")] = False,
) -> None:
    """Render every person from every side, some minutes, and keep the poses."""
    for sitter in SITTERS:
        for view in VIEWS:
            if not (missing and track_of(sitter, view).exists()):
                film(sitter, view, body)
                typer.echo(f"{sitter}, {view}")


@app.command()
def preview(
    sitter: str, view: str, out: Annotated[Path, typer.Option()], body: BodyFolder = BODY
) -> None:
    """One picture of each doing on a sheet."""
    shown = list(drawn(SITTERS[sitter], view, body, each=1))
    write_picture(out, contact_sheet(shown, names(doings()), columns=5))


if __name__ == "__main__":
    run(app)
