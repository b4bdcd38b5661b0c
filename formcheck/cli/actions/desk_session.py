"""Opening what the watch at the desk needs, and telling what it came to."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from formcheck.cli.audio import open_wanted_sounds
from formcheck.cli.process.interruption import refused_in_the_background
from formcheck.cli.terminal.console import console
from formcheck.cli.terminal.desk_terminal import open_page
from formcheck.cli.terminal.output import print_json
from formcheck.cli.terminal.status import BAD_INPUT, DONE, NOTHING_JUDGED
from formcheck.cli.terminal.typed_commands import TypedCommands, someone_can_type
from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.desktop_notices import (
    DesktopNotices,
    NoNotices,
    Notices,
    NoticesUnavailableError,
)
from formcheck.desk.waking_clock import WakingClock
from formcheck.desk.watch import DeskWatch
from formcheck.desk.watch_session import DeskSession, WatchDisplay, WatchPreferences
from formcheck.desk.watch_summary import DeskEnding, DeskSummary
from formcheck.desk.watch_words import in_minutes, titles
from formcheck.pose.backends import find_backend
from formcheck.pose.camera_following import CameraFollowingEstimator
from formcheck.texts.refusal import problem_of
from formcheck.texts.texts import Texts, load_texts
from formcheck.video.open import open_camera

LOOK_EVERY_S = 1.0
"""Sitting changes slowly: a look a second misses nothing and leaves the computer to the work."""


def watch_desk(
    camera: str,
    model: str | None,
    folder: Path | None,
    *,
    break_every_s: float,
    remind_every_s: float,
    for_s: float | None,
    sound: bool,
    notifications: bool,
    json: bool,
    language: str,
) -> int:
    """Watch until it is ended and sum up; returns the exit status. See `formcheck desk --help`.

    folder: with the user's own posture for the desk.
    """
    texts = load_texts(language)
    watch = DeskWatch(desk_exercise(texts, folder), break_every_s, remind_every_s)
    preferences = WatchPreferences(
        break_every_s=break_every_s, for_s=for_s, asks_for_enter=someone_can_type()
    )
    summary = _run(watch, preferences, _Means(camera, model, notifications, sound), texts)
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


def _run(
    watch: DeskWatch, preferences: WatchPreferences, means: _Means, texts: Texts
) -> DeskSummary:
    with ExitStack() as opened:
        source = opened.enter_context(open_camera(means.camera, LOOK_EVERY_S))
        # Single pictures: with seconds between two, following would drag behind by several.
        detector = find_backend(means.model).open_detector(silhouette=True)
        estimator = opened.enter_context(CameraFollowingEstimator(detector))
        refused_in_the_background()
        page = opened.enter_context(open_page())
        session = DeskSession(
            watch,
            camera=source,
            estimator=estimator,
            page=page,
            notices=_open_notices(opened, page, texts, wanted=means.notifications),
            sounds=open_wanted_sounds(opened, wanted=means.sound),
            commands=TypedCommands(),
            texts=texts,
            preferences=preferences,
            clock=WakingClock(),
        )
        return session.run()


def _open_notices(opened: ExitStack, page: WatchDisplay, texts: Texts, *, wanted: bool) -> Notices:
    if not wanted:
        return NoNotices()
    try:
        notices = DesktopNotices()
    except NoticesUnavailableError as error:
        page.tell(texts.text("desk.no_notifications", reason=problem_of(error)))
        return NoNotices()
    opened.callback(notices.close)
    return notices


def _print_summary(summary: DeskSummary, watch: DeskWatch, texts: Texts) -> None:
    minutes = {posture.value: in_minutes(60 * m, texts) for posture, m in summary.minutes.items()}
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
        console().print(line)
