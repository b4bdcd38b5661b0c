"""`python -m samples.learned_measures`: learns measures from films; says how far off they are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console

from formcheck.measure.learned.kept import LEARNT, Kept
from formcheck.measure.learned.network import Networks, read_networks, write_networks
from formcheck.pose.blazepose_calibration import FULL, HEAVY
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
from samples.studio.random_films.pose_model import PoseModel, PoseModelOption
from samples.studio.random_films.records import Films, joined, read_films, write_films
from samples.studio.random_films.split import Part

CLIPS = ROOT / "samples" / "clips"

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)


@app.command("clips")
def take_clips(
    tracks: Annotated[Path, typer.Argument(help="Folder with NAME/NAME/poses.npz of each clip.")],
    model: PoseModelOption = PoseModel.FULL,
) -> None:
    """Take the sample clips among the films for learning."""
    write_films(model.films / "clips.npz", clip_films(CLIPS, tracks))


@app.command("learn")
def learn_all(
    model: PoseModelOption = PoseModel.FULL,
    seed: Annotated[int, typer.Option(help="For what is left to chance.")] = 1,
) -> None:
    """Learn from the films for learning; shows how far off it is on those for choosing."""
    learning = joined([read_films(model.films / "clips.npz"), _part(model, Part.LEARNING)])
    choosing = _part(model, Part.CHOOSING)
    lessons, others = lessons_of(learning), lessons_of(choosing)
    learnt = learn(lessons, others, seed)
    write_networks(_kept(model).limbs, learnt)
    if _kept(model).has_own_back:
        of_back, of_other_backs = back_lessons(learning, lessons), back_lessons(choosing, others)
        write_networks(_kept(model).back, learn(of_back, of_other_backs, seed, BACK_SETTINGS))
    of_foot, of_other_feet = foot_lessons(learning, lessons), foot_lessons(choosing, others)
    write_networks(_kept(model).foot, learn(of_foot, of_other_feet, seed, FOOT_SETTINGS))
    print_table(as_markdown(rows_of(choosing, others, learnt)))


@app.command()
def errors() -> None:
    """Learn how far off each measure is by the view alone; on films for learning and choosing.

    By what the full model finds, with which recordings and sessions are judged.
    """
    own = joined([_part(PoseModel.FULL, Part.LEARNING), _part(PoseModel.FULL, Part.CHOOSING)])
    MEASURED_ERRORS.write_text(view_errors(by_the_book(own)), "utf-8")


@app.command()
def usual(model: PoseModelOption = PoseModel.FULL) -> None:
    """Write what the networks usually say of their error; on the films for choosing.

    Of people whom they know they say less.
    """
    kept = _kept(model)
    told = usual_errors(_part(model, Part.CHOOSING), *_networks(kept))
    kept.usual_errors.write_text(told, "utf-8")


@app.command()
def evaluate(
    model: PoseModelOption = PoseModel.FULL,
    least_rate: Annotated[float, typer.Option(help="Only films of so many frames a second.")] = 0,
) -> None:
    """Say how far off it is on the films for testing. Nothing may be changed because of it."""
    testing = _part(model, Part.TESTING)
    testing = testing.chosen(testing.of_film("rate") >= least_rate)
    lessons = lessons_of(testing)
    limbs, back, foot = _networks(_kept(model))
    print_table(as_markdown(rows_of(testing, lessons, limbs)))
    if np.isfinite(testing["back_found"]).any():
        print_table(back_as_markdown(testing, lessons, back))
    print_table(foot_as_markdown(testing, lessons, foot))
    print_table(drawn_as_markdown(testing))


@app.command()
def failures(
    out: Annotated[Path, typer.Option(help="The picture.")],
    model: PoseModelOption = PoseModel.FULL,
    body: BodyFolder = BODY,
) -> None:
    """Draw where it is far off, on films for choosing: what was found beside what is true."""
    choosing = without_stills(_part(model, Part.CHOOSING))
    sheet = failure_sheet(choosing, lessons_of(choosing), read_networks(_kept(model).limbs), body)
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


def _part(model: PoseModel, part: Part) -> Films:
    return read_films(model.films / f"{part}.npz")


def _kept(model: PoseModel) -> Kept:
    return LEARNT[{PoseModel.FULL: FULL, PoseModel.HEAVY: HEAVY}[model].model]


def _networks(kept: Kept) -> tuple[Networks, Networks, Networks]:
    return read_networks(kept.limbs), read_networks(kept.back), read_networks(kept.foot)


if __name__ == "__main__":
    run(app)
