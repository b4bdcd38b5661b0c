"""`formcheck desk`: sitting posture and breaks, in the background."""

from __future__ import annotations

import signal
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formcheck.cli.console import console, print_json
from formcheck.cli.options import CameraOption, LanguageOption, ModelOption
from formcheck.cli.status import BAD_INPUT, DONE, NOTHING_JUDGED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from formcheck.desk.notices import Notices
    from formcheck.desk.session import Page, Settings
    from formcheck.desk.summary import DeskSummary
    from formcheck.desk.watch import DeskWatch
    from formcheck.feedback.audio.sound import Sounds
    from formcheck.texts.texts import Texts

LOOK_EVERY_S = 1.0


def desk(
    camera: CameraOption = "0",
    break_every: Annotated[
        float,
        typer.Option("--break-every", min=0.01, metavar="MINUTES", help="When a break is due."),
    ] = 50.0,
    remind_every: Annotated[
        float,
        typer.Option(
            "--remind-every", min=0.0, metavar="MINUTES", help="Least time between two reminders."
        ),
    ] = 5.0,
    for_minutes: Annotated[
        float | None,
        typer.Option("--for", min=0.01, metavar="MINUTES", help="End after this time."),
    ] = None,
    no_sound: Annotated[bool, typer.Option("--no-sound", help="Make no sound.")] = False,
    no_notifications: Annotated[
        bool, typer.Option("--no-notifications", help="Show no notices on the desktop.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print the summary as one JSON document.")
    ] = False,
    language: LanguageOption = "en",
    model: ModelOption = None,
    exercises: Annotated[
        Path | None,
        typer.Option(
            "--exercises", metavar="DIR", help="A folder with your own desk-sitting.toml."
        ),
    ] = None,
) -> int:
    """Watch how you sit, and say so when you slouch for long or sit for too long.

    Put the camera at shoulder height to your side; head and shoulders are enough. No picture is
    kept. Type b and Enter to show anew how you want to sit; Ctrl-C ends it, with a summary.

    Exit status: 0, also after Ctrl-C, which is its usual end; 1 where it never saw how you sat.
    """
    from formcheck.desk.commands import someone_can_type
    from formcheck.desk.exercise import desk_exercise
    from formcheck.desk.session import Settings
    from formcheck.desk.summary import DeskEnding
    from formcheck.desk.watch import DeskWatch
    from formcheck.texts.texts import load_texts

    texts = load_texts(language)
    watch = DeskWatch(desk_exercise(texts, exercises), break_every * 60, remind_every * 60)
    settings = Settings(
        break_every_s=break_every * 60,
        for_s=None if for_minutes is None else for_minutes * 60,
        asks_for_enter=someone_can_type(),
    )
    means = _Means(camera, model, notifications=not no_notifications, sound=not no_sound)
    summary = _run(watch, settings, means, texts)
    if json:
        print_json(summary.document())
    else:
        _print_summary(summary, watch, texts)
    if summary.ending is DeskEnding.FAILED:
        return BAD_INPUT
    return DONE if summary.anything_judged else NOTHING_JUDGED


@dataclass(frozen=True)
class _Means:
    """What the watch sees with, and how it may tell."""

    camera: str
    model: str | None
    notifications: bool
    sound: bool


def _run(watch: DeskWatch, settings: Settings, means: _Means, texts: Texts) -> DeskSummary:
    from formcheck.cli.desk_terminal import open_page
    from formcheck.desk.commands import TypedCommands
    from formcheck.desk.session import DeskSession
    from formcheck.desk.waking_clock import WakingClock
    from formcheck.pose.backends import find_backend
    from formcheck.video.open import open_camera

    with ExitStack() as opened:
        source = opened.enter_context(open_camera(means.camera, LOOK_EVERY_S))
        # Single pictures: with seconds between two, following would drag behind by several.
        estimator = opened.enter_context(find_backend(means.model).open_detector(silhouette=True))
        opened.enter_context(_ended_like_ctrl_c())
        page = opened.enter_context(open_page())
        session = DeskSession(
            watch,
            camera=source,
            estimator=estimator,
            page=page,
            notices=_open_notices(opened, page, texts, wanted=means.notifications),
            sounds=_open_sounds(opened, wanted=means.sound),
            commands=TypedCommands(),
            texts=texts,
            settings=settings,
            clock=WakingClock(),
        )
        return session.run()


def _open_notices(opened: ExitStack, page: Page, texts: Texts, *, wanted: bool) -> Notices:
    from formcheck.desk.notices import DesktopNotices, NoNotices, NoticesUnavailableError

    if not wanted:
        return NoNotices()
    try:
        notices = DesktopNotices()
    except NoticesUnavailableError as error:
        page.tell(texts.text("desk.no_notifications", reason=error))
        return NoNotices()
    opened.callback(notices.close)
    return notices


def _open_sounds(opened: ExitStack, *, wanted: bool) -> Sounds:
    from formcheck.feedback.audio.sound import SilentSounds
    from formcheck.feedback.audio.sounds import open_sounds

    if not wanted:
        return SilentSounds()
    sounds = open_sounds()
    opened.callback(sounds.close)
    return sounds


@contextmanager
def _ended_like_ctrl_c() -> Iterator[None]:
    """A polite kill, which is how a watch in the background is ended, leaves a summary too."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    previous = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, previous)


def _print_summary(summary: DeskSummary, watch: DeskWatch, texts: Texts) -> None:
    from formcheck.desk.page import in_minutes, titles

    minutes = {posture.value: in_minutes(60 * m) for posture, m in summary.minutes.items()}
    lines = [
        texts.text("desk.summary.minutes", **minutes),
        texts.text(
            "desk.summary.breaks",
            count=summary.breaks,
            slouched=summary.slouched_told,
            breaks=summary.breaks_told,
        ),
    ]
    if not summary.anything_judged:
        lines.append(texts.text("desk.summary.nothing"))
    elif watch.judged:
        lines.append(texts.text("desk.summary.judged", criteria=titles(tuple(watch.judged))))
        if watch.not_judged:
            unseen = titles(tuple(watch.not_judged))
            lines.append(texts.text("desk.summary.not_judged", criteria=unseen))
    for line in lines:
        console().print(line, markup=False)
