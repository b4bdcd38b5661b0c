"""`python -m samples.learned_measures`: learns measures from films; says how far off they are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from formcheck.measure.learned.back import BACK_WEIGHTS
from formcheck.measure.learned.estimates import WEIGHTS
from formcheck.measure.learned.foot import FOOT_WEIGHTS
from formcheck.measure.learned.measures import USUAL_ERRORS
from formcheck.measure.learned.network import read_networks, write_networks
from samples.command_line import BODY, ROOT, BodyFolder, run
from samples.learned_measures.back_lessons import SETTINGS as BACK_SETTINGS
from samples.learned_measures.back_lessons import back_lessons
from samples.learned_measures.back_table import back_as_markdown
from samples.learned_measures.clip_films import clip_films
from samples.learned_measures.drawn_table import drawn_as_markdown
from samples.learned_measures.failures import failure_sheet, without_stills
from samples.learned_measures.foot_lessons import SETTINGS as FOOT_SETTINGS
from samples.learned_measures.foot_lessons import foot_lessons
from samples.learned_measures.foot_table import foot_as_markdown
from samples.learned_measures.learning import learn
from samples.learned_measures.lessons import lessons_of
from samples.learned_measures.people import agreements
from samples.learned_measures.table import as_markdown, rows_of
from samples.learned_measures.usual_errors import usual_errors
from samples.learned_measures.view_errors import MEASURED_ERRORS, by_the_book, view_errors
from samples.studio.contact_sheet import write_picture
from samples.studio.random_films.records import Films, joined, read_films, write_films
from samples.studio.random_films.split import Part

LANDMARKS = ROOT / "samples" / "random_films"
CLIPS = ROOT / "samples" / "clips"

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)

Folder = Annotated[Path, typer.Option("--films", help="Folder with the films' landmarks.")]
ModelFile = Annotated[Path, typer.Option("--model", help="What was learnt.")]
BackModelFile = Annotated[Path, typer.Option("--back-model", help="What was learnt of the back.")]
FootModelFile = Annotated[
    Path, typer.Option("--foot-model", help="What was learnt of a crossed foot.")
]


@app.command("clips")
def take_clips(
    tracks: Annotated[Path, typer.Argument(help="Folder with NAME/NAME/poses.npz of each clip.")],
    films: Folder = LANDMARKS,
) -> None:
    """Take the sample clips among the films for learning."""
    write_films(films / "clips.npz", clip_films(CLIPS, tracks))


@app.command("learn")
def learn_all(
    films: Folder = LANDMARKS,
    model: ModelFile = WEIGHTS,
    back_model: BackModelFile = BACK_WEIGHTS,
    foot_model: FootModelFile = FOOT_WEIGHTS,
    seed: Annotated[int, typer.Option(help="For what is left to chance.")] = 1,
) -> None:
    """Learn from the films for learning; shows how far off it is on those for choosing."""
    learning = joined([read_films(films / "clips.npz"), _part(films, Part.LEARNING)])
    choosing = _part(films, Part.CHOOSING)
    lessons, others = lessons_of(learning), lessons_of(choosing)
    learnt = learn(lessons, others, seed)
    write_networks(model, learnt)
    of_back, of_other_backs = back_lessons(learning, lessons), back_lessons(choosing, others)
    write_networks(back_model, learn(of_back, of_other_backs, seed, BACK_SETTINGS))
    of_foot, of_other_feet = foot_lessons(learning, lessons), foot_lessons(choosing, others)
    write_networks(foot_model, learn(of_foot, of_other_feet, seed, FOOT_SETTINGS))
    print_table(as_markdown(rows_of(choosing, others, learnt)))


@app.command()
def errors(films: Folder = LANDMARKS) -> None:
    """Learn how far off each measure is by the view alone; on films for learning and choosing.

    What the networks usually say of their error is told by the films for choosing: of people whom
    they know they say less.
    """
    own = joined([_part(films, Part.LEARNING), _part(films, Part.CHOOSING)])
    MEASURED_ERRORS.write_text(view_errors(by_the_book(own)), "utf-8")
    networks = (read_networks(path) for path in (WEIGHTS, BACK_WEIGHTS, FOOT_WEIGHTS))
    usual = usual_errors(_part(films, Part.CHOOSING), *networks)
    USUAL_ERRORS.write_text(usual, "utf-8")


@app.command()
def evaluate(
    films: Folder = LANDMARKS,
    model: ModelFile = WEIGHTS,
    back_model: BackModelFile = BACK_WEIGHTS,
    foot_model: FootModelFile = FOOT_WEIGHTS,
    least_rate: Annotated[float, typer.Option(help="Only films of so many frames a second.")] = 0,
) -> None:
    """Say how far off it is on the films for testing. Nothing may be changed because of it."""
    testing = _part(films, Part.TESTING)
    testing = testing.chosen(testing.of_film("rate") >= least_rate)
    lessons = lessons_of(testing)
    print_table(as_markdown(rows_of(testing, lessons, read_networks(model))))
    print_table(back_as_markdown(testing, lessons, read_networks(back_model)))
    print_table(foot_as_markdown(testing, lessons, read_networks(foot_model)))
    print_table(drawn_as_markdown(testing))


@app.command()
def failures(
    out: Annotated[Path, typer.Option(help="The picture.")],
    films: Folder = LANDMARKS,
    model: ModelFile = WEIGHTS,
    body: BodyFolder = BODY,
) -> None:
    """Draw where it is far off, on films for choosing: what was found beside what is true."""
    choosing = without_stills(_part(films, Part.CHOOSING))
    sheet = failure_sheet(choosing, lessons_of(choosing), read_networks(model), body)
    write_picture(out, sheet)


@app.command()
def people(
    tracks: Annotated[Path, typer.Argument(help="Folder with real people's pose tracks.")],
) -> None:
    """Say how well left and right agree in real people who move both together."""
    lines = ["| measure | frames | drawn | world points | learned | stated |", "|" + " --- |" * 6]
    for one in agreements(tracks):
        errors = " | ".join(f"{m:.1f} ({p:.0f})" for m, p in (one.drawn, one.world, one.learned))
        lines.append(f"| `{one.measure}` | {one.frames} | {errors} | {one.stated:.1f} |")
    print_table("\n".join(lines))


def print_table(table: str) -> None:
    """Show it as it is."""
    Console(width=200).print(table, highlight=False, markup=False, soft_wrap=True)


def _part(folder: Path, part: Part) -> Films:
    return read_films(folder / f"{part}.npz")


if __name__ == "__main__":
    run(app)
