"""`python -m samples.studio`: lists, previews and renders the sample clips."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.progress import Progress

from samples.command_line import BODY, ROOT, BodyFolder, run
from samples.studio.clips import Clip, read_clips
from samples.studio.contact_sheet import contact_sheet, write_picture
from samples.studio.director import film, film_empty_room
from samples.studio.errors import StudioError
from samples.studio.labelling import write_label
from samples.studio.rehearsal import rehearse
from samples.studio.shooting import stills

OUT = ROOT / "samples" / "clips"

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)

Names = Annotated[list[str] | None, typer.Argument(help="Clips, or motions for all their clips.")]


@app.command("list")
def list_clips() -> None:
    """List the clips."""
    console = Console()
    for clip in read_clips().values():
        console.print(f"[bold]{clip.name}[/bold]  {clip.what}", highlight=False)


@app.command()
def render(
    names: Names = None,
    body: BodyFolder = BODY,
    out: Annotated[Path, typer.Option(help="Where the clips go.")] = OUT,
    preview: Annotated[
        bool, typer.Option("--preview", help="Only a contact sheet of each clip.")
    ] = False,
    missing: Annotated[
        bool, typer.Option("--missing", help="Only clips that aren't in the folder yet.")
    ] = False,
) -> None:
    """Render clips with their truth (NAME.truth.npz) and label (NAME.toml)."""
    clips = _chosen(names or [])
    if missing:
        clips = [clip for clip in clips if not (out / f"{clip.name}.toml").exists()]
    out.mkdir(parents=True, exist_ok=True)
    with Progress(console=Console(stderr=True)) as progress:
        whole = progress.add_task("clips", total=len(clips))
        for clip in clips:
            task = progress.add_task(clip.name, total=None)
            if preview:
                _preview(clip, body, out)
            else:
                for done, frames in _render(clip, body, out):
                    progress.update(task, completed=done, total=frames)
            progress.remove_task(task)
            progress.advance(whole)


@app.command()
def label(
    names: Names = None,
    body: BodyFolder = BODY,
    out: Annotated[Path, typer.Option(help="Where the clips are.")] = OUT,
) -> None:
    """Write the labels (NAME.toml) of rendered clips anew, without rendering."""
    chosen = [clip for clip in _chosen(names or []) if clip.motion]
    with Progress(console=Console(stderr=True)) as progress:
        for clip in progress.track(chosen, description="labels"):
            write_label(clip, body, out)


def _chosen(names: list[str]) -> list[Clip]:
    clips = read_clips()
    if not names:
        return list(clips.values())
    chosen = []
    for name in names:
        found = [clip for clip in clips.values() if name in (clip.name, clip.motion)]
        if not found:
            raise StudioError(f"No clip or motion {name!r}; `python -m samples.studio list`")
        chosen += [clip for clip in found if clip not in chosen]
    return chosen


def _render(clip: Clip, body: Path, out: Path) -> Iterator[tuple[int, int | None]]:
    """Render one clip; yields frames done and frames in all, where that is known."""
    if not clip.motion:
        for done in film_empty_room(clip, out):
            yield done, None
        return
    take = rehearse(clip, body)
    for done in film(take, body, out):
        yield done, len(take.times)


def _preview(clip: Clip, body: Path, out: Path) -> None:
    if not clip.motion:
        return
    # Poses change slowly: five frames a second show them all.
    take = rehearse(clip.model_copy(update={"rate": 5.0, "variable_rate": False}), body)
    repetition = take.timeline.repetitions[0]
    times = tuple(np.linspace(0.5, max(repetition.end_s, 1.0), 8))
    angles = dict(zip(take.truth.angle_names, take.truth.angles.T, strict=True))
    captions = []
    for time_s in times:
        at = int(np.argmin(np.abs(take.truth.time_s - time_s)))
        near = "left" if clip.facing == "left" else "right"
        captions.append(
            f"{time_s:.1f}s k{angles[f'knee_{near}'][at]:.0f} h{angles[f'hip_{near}'][at]:.0f} "
            f"e{angles[f'elbow_{near}'][at]:.0f} t{angles['trunk_inclination'][at]:.0f} "
            f"b{take.truth.back_rounding[at]:+.3f}"
        )
    write_picture(out / f"{clip.name}.jpg", contact_sheet(stills(take, times), captions))


if __name__ == "__main__":
    run(app)
