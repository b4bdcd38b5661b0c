"""`python -m samples.learned_postures`: learns which exercises poses look like, from films."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from formcheck.recognition.resemblance import WEIGHTS, read_classifiers, write_classifiers
from samples.command_line import run
from samples.learned_measures.__main__ import print_table
from samples.learned_postures.learning import learn_postures
from samples.learned_postures.lessons import exercises_in, posture_lessons
from samples.learned_postures.table import as_markdown
from samples.studio.random_films.pose_model import PoseModel
from samples.studio.random_films.records import joined, read_films
from samples.studio.random_films.split import Part

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)

Folder = Annotated[Path, typer.Option("--films", help="Folder with the films' landmarks.")]
ModelFile = Annotated[Path, typer.Option("--model", help="What was learnt.")]


@app.command()
def learn(
    films: Folder = PoseModel.FULL.films,
    model: ModelFile = WEIGHTS,
    seed: Annotated[int, typer.Option(help="For what is left to chance.")] = 1,
) -> None:
    """Learn from the films for learning; shows how often it is right on those for choosing."""
    drawn = read_films(films / f"{Part.LEARNING}.npz")
    lessons = posture_lessons(joined([read_films(films / "clips.npz"), drawn]), exercises_in(drawn))
    write_classifiers(model, learn_postures(lessons, seed))
    print_table(as_markdown(read_films(films / f"{Part.CHOOSING}.npz"), read_classifiers(model)))


@app.command()
def evaluate(films: Folder = PoseModel.FULL.films, model: ModelFile = WEIGHTS) -> None:
    """Say how often it is right on the films for testing. Nothing may be changed because of it."""
    print_table(as_markdown(read_films(films / f"{Part.TESTING}.npz"), read_classifiers(model)))


if __name__ == "__main__":
    run(app)
