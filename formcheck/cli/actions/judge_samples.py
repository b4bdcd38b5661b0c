"""Running the checks on the sample clips, and telling what agrees."""

from collections.abc import Sequence
from pathlib import Path

from formcheck.cli.process.interruption import interruptible
from formcheck.cli.terminal.console import console, progress_bar
from formcheck.cli.terminal.output import complain, print_json
from formcheck.cli.terminal.samples_page import samples_page
from formcheck.cli.terminal.status import DIFFERS, DONE, INTERRUPTED
from formcheck.texts.texts import load_texts
from formcheck.validation.check_clips import CheckedClip, check_clips
from formcheck.validation.clips import clips_folder, find_clips
from formcheck.validation.json_document import as_document


def judge_samples(
    names: Sequence[str], folder: Path | None, *, jobs: int, language: str, json: bool
) -> int:
    """Judge clips and compare; returns the exit status. See `formcheck samples --help`."""
    texts = load_texts(language)
    chosen = find_clips(folder or clips_folder(), names)
    checks: list[CheckedClip] = []
    with interruptible() as stop, progress_bar() as bar:
        line = bar.add_task("clips", total=len(chosen))
        for checked in check_clips(chosen, jobs, stop):
            checks.append(checked)
            bar.update(line, advance=1, description=checked.clip.name)
        interrupted = stop()
    checks.sort(key=lambda one: one.clip.name)
    if json:
        print_json(as_document(checks, texts))
    else:
        console().print(samples_page(checks, texts))
    if interrupted:
        complain(texts.text("samples.interrupted", judged=len(checks), chosen=len(chosen)))
        return INTERRUPTED
    return DIFFERS if any(one.fails for one in checks) else DONE
