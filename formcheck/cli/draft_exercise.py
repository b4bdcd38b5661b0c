"""Drafting an exercise file from a demonstration, and telling what was seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote

from formcheck.cli.console import console, progress_bar
from formcheck.cli.status import DONE
from formcheck.cli.whole_file import write_whole
from formcheck.errors import FormcheckError
from formcheck.learn.document import as_toml
from formcheck.learn.learn_exercise import Learnt, check_name, learn_exercise
from formcheck.learn.recording import recorded_poses
from formcheck.pose.tracks import PoseTrack
from formcheck.texts.shown import shown


class NotWrittenError(FormcheckError):
    """The exercise file can't be written where it should be."""


def draft_exercise(
    name: str, demonstration: Path, *, title: str, file: Path, force: bool, model: str | None
) -> int:
    """Draft the exercise and write it; returns the exit status. See `formcheck learn --help`."""
    check_name(name)
    _check_place(file, force=force)
    with _poses(demonstration, model) as poses:
        learnt = learn_exercise(poses, name, title=title, source=shown(demonstration.name))
    _write(file, as_toml(learnt.draft))
    _tell(learnt, file, demonstration)
    return DONE


@contextmanager
def _poses(demonstration: Path, model: str | None) -> Iterator[PoseTrack]:
    with progress_bar() as bar:
        line = bar.add_task(shown(demonstration.name), total=None)

        def advance(done: int, total: int | None) -> None:
            bar.update(line, completed=done, total=total)

        with recorded_poses(demonstration, model, advance) as poses:
            yield poses


def _check_place(file: Path, *, force: bool) -> None:
    """Raise NotWrittenError, before the long work, where the file could not be written."""
    if file.suffix != ".toml":
        raise NotWrittenError(
            f"{shown(file)}: an exercise file ends in .toml; give such a name to --out."
        )
    if file.is_dir():
        raise NotWrittenError(f"{shown(file)} is a folder; give a file name to --out.")
    if file.exists() and not force:
        raise NotWrittenError(
            f"{shown(file)} is there already: give --force to replace it, or --out."
        )
    if not file.absolute().parent.is_dir():
        raise NotWrittenError(
            f"there is no folder {shown(file.parent)}; make it, or give another --out."
        )


def _write(file: Path, text: str) -> None:
    try:
        write_whole(file, text)
    except OSError as error:
        raise NotWrittenError(
            f"{shown(file)} can't be written: {error.strerror}; give another place with --out."
        ) from None


def _tell(learnt: Learnt, file: Path, demonstration: Path) -> None:
    exercise, summary = learnt.draft.exercise, learnt.summary
    position = exercise.start.position.title
    rule = exercise.repetition
    lines = [
        f"{exercise.title}: a first draft is in {shown(file)}",
        f"  begins      {position}, seen from the {exercise.camera.view}",
        f"  counted by  {rule.measure}, which {rule.direction} from about "
        f"{rule.usual_rest:g} to {rule.usual_peak:g}",
        f"  shown       {len(summary.repetitions)} repetitions, of which the draft calls "
        f"{summary.good_repetitions} good",
        *(f"  asks for    {one.title.lower()} ({one.id})" for one in exercise.criteria),
        *(f"  left out    {title.lower()}: it was not shown alike" for title in learnt.left_out),
        "Read it aloud, change words and numbers, delete what doesn't matter. Then:",
        f"  formcheck exercises --validate {quote(str(file))}",
        f"  formcheck analyse {quote(str(demonstration))} --exercise {quote(str(file))}",
    ]
    for line in lines:
        console().print(line, soft_wrap=True)
