"""`python -m samples.studio.random_films`: films acts, gathers them, shows what they look like."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from samples.command_line import BODY, BodyFolder, run
from samples.studio.contact_sheet import write_picture
from samples.studio.errors import StudioError
from samples.studio.random_films.filmed import filmed
from samples.studio.random_films.gathering import gather
from samples.studio.random_films.pose_model import PoseModel, PoseModelOption
from samples.studio.random_films.preview import preview_sheet
from samples.studio.random_films.records import write_films
from samples.studio.random_films.script import Kind, draw_script
from samples.studio.random_films.split import Part, part_of
from samples.studio.random_films.stills import pictured
from samples.studio.random_films.whole_acts import film_whole, label_whole

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
console = Console(stderr=True)

First = Annotated[int, typer.Option(help="Number of the first act.")]
Count = Annotated[int, typer.Option(help="How many acts.")]
Out = Annotated[Path, typer.Option(help="Where they go.")]


@app.command()
def film(
    out: Out,
    count: Count = 10,
    first: First = 0,
    body: BodyFolder = BODY,
    until: Annotated[str, typer.Option(help="Stop at this time of the day, HH:MM.")] = "",
    stills: Annotated[
        bool, typer.Option(help="Acts as single pictures, five times as fast.")
    ] = False,
    model: PoseModelOption = PoseModel.FULL,
) -> None:
    """Film and keep landmarks with the truth; what is there already is not filmed again."""
    out.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        path = out / f"{number:06d}.npz"
        if path.exists():
            continue
        if until and time.strftime("%H:%M") >= until:
            break
        script = draw_script(number)
        began = time.monotonic()
        try:
            films = (pictured if stills else filmed)(script, body, model)
        except StudioError as error:
            console.print(f"{number}: left out: {error}", highlight=False, markup=False)
            continue
        write_films(path, films)
        console.print(
            f"{number} {script.part} {script.filmings[0].clip.motion} {script.told.fault} "
            f"{len(films)} frames {time.monotonic() - began:.1f} s",
            highlight=False,
        )


@app.command("whole")
def film_whole_acts(
    out: Out,
    count: Count = 10,
    first: First = 0,
    body: BodyFolder = BODY,
    part: Annotated[Part, typer.Option(help="Of which part.")] = Part.TESTING,
    places: Annotated[int, typer.Option(help="From how many places each act is filmed.")] = 2,
    kind: Annotated[Kind, typer.Option("--of", help="What is done in them.")] = Kind.EXERCISES,
    model: PoseModelOption = PoseModel.FULL,
) -> None:
    """Film whole acts of one part as pose tracks; what is there already is not filmed again."""
    out.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        if part_of(number) is not part or any(out.glob(f"{number:06d}-*.json")):
            continue
        began = time.monotonic()
        try:
            written = list(film_whole(draw_script(number, kind), body, out, places, model))
        except StudioError as error:
            console.print(f"{number}: left out: {error}", highlight=False, markup=False)
            continue
        seconds = time.monotonic() - began
        console.print(f"{number}: {len(written)} tracks {seconds:.1f} s", highlight=False)


@app.command("label")
def label_whole_acts(
    folder: Annotated[Path, typer.Argument(help="Of `whole`.")], body: BodyFolder = BODY
) -> None:
    """Say anew what was done in whole acts that are filmed already, without filming them."""
    numbers = sorted({int(path.stem.partition("-")[0]) for path in folder.glob("*.json")})
    for number in numbers:
        written = list(label_whole(draw_script(number), body, folder))
        console.print(f"{number}: {len(written)} tracks", highlight=False)


@app.command("gather")
def gather_films(
    films: Annotated[Path, typer.Argument(help="Where the films are.")],
    model: PoseModelOption = PoseModel.FULL,
) -> None:
    """Add films to what was gathered: a small file for each part, learning, choosing, testing."""
    for part, gathered in gather(films, model.films).items():
        size = (model.films / f"{part}.npz").stat().st_size / 1e6
        console.print(f"{part}: {len(gathered.films)} films, {len(gathered)} frames, {size:.1f} MB")


@app.command()
def preview(out: Out, count: Count = 8, first: First = 0, body: BodyFolder = BODY) -> None:
    """Draw one moment of each act into a contact sheet."""
    write_picture(out, preview_sheet(range(first, first + count), body))


if __name__ == "__main__":
    run(app)
