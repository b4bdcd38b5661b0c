"""Writing saved results in other formats, and telling what was written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from formcheck.cli.terminal.console import progress_bar
from formcheck.cli.terminal.output import complain, say
from formcheck.cli.terminal.status import BAD_INPUT, DONE
from formcheck.errors import FormcheckError
from formcheck.pose.saved.tracks import read_poses
from formcheck.results.document.saved_results import SavedResult, find_results, read_result
from formcheck.results.files.folder import check_writable
from formcheck.results.files.whole_file import written_whole
from formcheck.results.markers.c3d import write_c3d
from formcheck.results.markers.marker_motion import MarkerMotion, marker_motion
from formcheck.results.markers.trc import write_trc
from formcheck.results.tables.parquet import write_parquet
from formcheck.texts.message import Message
from formcheck.texts.refusal import problem_of, refusal_told
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts, load_texts

Write = Callable[[Path, MarkerMotion], None]


def export_results(
    places: Sequence[Path], *, trc: bool, c3d: bool, parquet: Path | None, language: str
) -> int:
    """Write what was asked for; returns the exit status. See `formcheck export --help`.

    A result that can't be exported is told in the end, and costs itself alone.
    """
    texts = load_texts(language)
    if parquet is not None:
        check_writable(parquet, "--parquet")
    wanted: dict[str, Write] = {}
    if trc:
        wanted["markers.trc"] = write_trc
    if c3d:
        wanted["markers.c3d"] = write_c3d
    failures: list[Message] = []
    results = []
    with progress_bar() as bar:
        for folder in bar.track(find_results(places), description=texts.text("list.results")):
            try:
                result = read_result(folder)
                results.append(folder)
                if wanted:
                    _write_markers(result, wanted, texts)
            except FormcheckError as error:
                failures.append(problem_of(error))
            except OSError as error:
                failures.append(refusal_told(error))
    if parquet is not None:
        for file in write_parquet(parquet, results, failures.append):
            say(texts.text("list.written", path=shown(file)))
    for failure in failures:
        complain(texts.told(failure))
    return BAD_INPUT if failures else DONE


def _write_markers(result: SavedResult, wanted: dict[str, Write], texts: Texts) -> None:
    motion = marker_motion(read_poses(result.track), shown(result.name))
    for name, write in wanted.items():
        file = result.folder / name
        with written_whole(file) as part:
            write(part, motion)
        say(texts.text("list.written", path=shown(file)))
