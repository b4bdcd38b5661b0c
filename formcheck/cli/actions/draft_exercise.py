"""Drafting an exercise file from a demonstration, and telling what was seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote

from formcheck.cli.terminal.console import console, progress_bar
from formcheck.cli.terminal.output import complain
from formcheck.cli.terminal.status import DONE
from formcheck.errors import FormcheckError
from formcheck.exercises.translation import translated_position
from formcheck.form.vocabulary import unit_of
from formcheck.learn.document import as_toml
from formcheck.learn.learn_exercise import Learnt, check_name, learn_exercise
from formcheck.learn.recording import Recording, recorded_poses
from formcheck.results.files.whole_file import write_whole
from formcheck.results.wording.measure_wording import in_words, value_text
from formcheck.texts.entries import ENGLISH
from formcheck.texts.message import message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts, load_texts
from formcheck.video.timing import Times


class NotWrittenError(FormcheckError):
    """The exercise file can't be written where it should be."""


def draft_exercise(
    name: str,
    demonstration: Path,
    *,
    title: str,
    file: Path,
    force: bool,
    model: str | None,
    language: str,
) -> int:
    """Draft the exercise and write it; returns the exit status. See `formcheck learn --help`."""
    check_name(name)
    texts = load_texts(language)
    _check_place(file, force=force)
    with _recorded(demonstration, model) as recording:
        learnt = learn_exercise(
            recording.poses,
            name,
            title=shown(" ".join(title.split())),
            source=shown(demonstration.name),
            language=language,
            timed=recording.poses.timing.times is not Times.GUESSED,
        )
    _write(file, as_toml(learnt.draft))
    for warning in recording.warnings:
        complain(texts.told(warning))
    _tell(learnt, file, demonstration, texts)
    return DONE


@contextmanager
def _recorded(demonstration: Path, model: str | None) -> Iterator[Recording]:
    with progress_bar() as bar:
        line = bar.add_task(shown(demonstration.name), total=None)

        def advance(done: int, total: int | None) -> None:
            bar.update(line, completed=done, total=total)

        with recorded_poses(demonstration, model, advance) as recording:
            yield recording


def _check_place(file: Path, *, force: bool) -> None:
    """Raise NotWrittenError, before the long work, where the file could not be written."""
    if file.suffix != ".toml":
        raise NotWrittenError(message("error.draft.no_toml", path=shown(file)))
    if file.is_dir():
        raise NotWrittenError(message("error.draft.folder", path=shown(file)))
    if file.exists() and not force:
        raise NotWrittenError(message("error.draft.there", path=shown(file)))
    if not file.absolute().parent.is_dir():
        raise NotWrittenError(message("error.draft.no_folder", path=shown(file.parent)))


def _write(file: Path, text: str) -> None:
    try:
        write_whole(file, text)
    except OSError as error:
        raise NotWrittenError(
            message("error.draft.refused", path=shown(file), reason=reason_told(error))
        ) from None


def _tell(learnt: Learnt, file: Path, demonstration: Path, texts: Texts) -> None:
    exercise = learnt.draft.exercise
    lines = [
        texts.text("learn.told.draft", title=exercise.title, file=shown(file)),
        *_told(learnt, texts),
        texts.text("learn.told.next"),
        f"  formcheck exercises --validate {quote(str(file))}",
        f"  formcheck analyse {quote(str(demonstration))} --exercise {quote(str(file))}",
    ]
    for line in lines:
        console().print(line, soft_wrap=True)


def _told(learnt: Learnt, texts: Texts) -> Iterator[str]:
    """What was learnt and what wasn't, a line each under its label."""
    exercise, summary = learnt.draft.exercise, learnt.summary
    text, rule = texts.text, exercise.repetition
    unit = unit_of(rule.measure)
    position = translated_position(exercise.start.position, texts).title
    view = text(f"learn.view.{exercise.camera.view}")
    parts = [
        ("begins", text("learn.told.begins", position=position, view=view)),
        (
            "counted",
            text(
                f"learn.told.{rule.direction}",
                measure=in_words(rule.measure, texts),
                rest=value_text(rule.usual_rest, unit, texts),
                peak=value_text(rule.usual_peak, unit, texts),
                key=rule.measure,
            ),
        ),
        (
            "shown",
            texts.counted(
                "learn.told.shown", len(summary.repetitions), good=summary.good_repetitions
            ),
        ),
    ]
    if rule.hold_s:
        parts.append(("held", text("learn.told.held", seconds=rule.hold_s)))
    for one in exercise.criteria:
        title = one.title[:1].lower() + one.title[1:] if texts.language == ENGLISH else one.title
        parts.append(("asks", text("learn.told.asks", title=title, id=one.id)))
    parts += [("unlearnt", text("learn.told.unlearnt", what=what)) for what in learnt.unlearnt]
    labels = {label: text(f"learn.labels.{label}") for label, _ in parts}
    width = max(map(len, labels.values())) + 2
    for label, told in parts:
        yield f"  {labels[label]:{width}}{told}"
