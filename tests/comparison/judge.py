"""Judges the sample clips as a user does, through the command, and keeps all that comes of it."""

import contextlib
import io
import tomllib
from multiprocessing import get_context
from pathlib import Path

CLIPS = Path(__file__).parents[2] / "samples" / "clips"


def judge_all(out: Path, tracks: Path | None, jobs: int, names: list[str]) -> None:
    """Judge the clips, recognised and as the exercise of their label, each into its own folder.

    The pose model runs once a clip, and not at all with the poses of an earlier run.
    """
    clips = [path for path in sorted(CLIPS.glob("*.mp4")) if not names or path.stem in names]
    tasks = [(clip, out, tracks) for clip in clips]
    # Each model that was opened leaves some megabytes behind: processes are renewed.
    with get_context("spawn").Pool(jobs, maxtasksperchild=10) as pool:
        pool.starmap(judge_one, tasks, chunksize=1)


def judge_one(clip: Path, out: Path, tracks: Path | None) -> None:
    """Judge one clip twice."""
    _judge(clip if tracks is None else _poses(clip, tracks), out / "recognised" / clip.stem, "auto")
    exercise = str(tomllib.loads(clip.with_suffix(".toml").read_text("utf-8"))["exercise"])
    if exercise:
        _judge(_poses(clip, tracks or out), out / "named" / clip.stem, exercise)


def _poses(clip: Path, run: Path) -> Path:
    return next((run / "recognised" / clip.stem).glob("*/poses.npz"))


def _judge(source: Path, folder: Path, exercise: str) -> None:
    from formcheck.cli.main import run

    folder.mkdir(parents=True, exist_ok=True)
    told, complained = io.StringIO(), io.StringIO()
    arguments = ["analyse", str(source), "--exercise", exercise, "--out", str(folder), "--no-video"]
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(complained):
        status = run(arguments)
    text = f"exit status {status}\n{told.getvalue()}\n{complained.getvalue()}"
    (folder / "told.txt").write_text(text.replace(str(folder), "OUT").replace(str(source), "INPUT"))
