"""The words of the watch: what is told, and the line that says how things stand."""

from typing import Final

from formcheck.desk.posture import Posture
from formcheck.desk.reminders import Reminder, ReminderKind
from formcheck.desk.sitting_baseline import Obstacle
from formcheck.desk.sitting_posture import PostureJudge
from formcheck.desk.watch import DeskState
from formcheck.exercises.criterion import Criterion
from formcheck.texts.texts import Texts


def reminder_words(reminder: Reminder, texts: Texts) -> tuple[str, str]:
    """Title and text of a reminder."""
    minutes = in_minutes(reminder.seconds, texts)
    if reminder.kind is ReminderKind.SLOUCHED:
        return reminder.cue, texts.text("desk.slouched")
    key = f"desk.{reminder.kind.value}"
    return texts.text(f"{key}_title"), texts.text(key, minutes=minutes)


def in_minutes(seconds: float, texts: Texts) -> str:
    """A time as people say it: tenths of a minute only where there are few."""
    minutes = seconds / 60
    return texts.number(minutes, ".1f" if minutes < 9.95 else ".0f")


def obstacle_words(obstacle: Obstacle, texts: Texts) -> str:
    """What keeps the baseline from being taken, and what to do."""
    return texts.text(f"desk.obstacle.{obstacle.value}")


def taken_words(judge: PostureJudge, texts: Texts) -> str:
    """What is watched from now on, and what can't be."""
    words = texts.text("desk.taken", criteria=titles(judge.judged))
    if judge.not_judged:
        words += " " + texts.text("desk.not_judged", criteria=titles(judge.not_judged))
    return words


def notes_of(state: DeskState) -> frozenset[str]:
    """What is told once when it begins, by its key in the texts of `desk`."""
    notes = {
        "moved": state.moved,
        "unclear": state.unclear,
        "camera_moved": state.camera_moved,
        "raised": state.raised,
    }
    return frozenset(note for note, holds in notes.items() if holds)


def titles(criteria: tuple[Criterion, ...]) -> str:
    """What the criteria are about, in one line."""
    return ", ".join(criterion.title for criterion in criteria)


BETWEEN: Final = " · "
"""What stands between the parts of a status."""


def status_line(state: DeskState, break_every_s: float, texts: Texts) -> str:
    """How things stand now, in one line."""
    posture = state.posture.posture
    not_yet = posture is Posture.UNKNOWN and not state.baseline_known
    words = [texts.text(f"desk.status.{'not_yet' if not_yet else posture.value}")]
    if posture is Posture.SLOUCHED:
        words.append(state.posture.faults[0].cue)
    if state.presence.here:
        sat_s = state.presence.sitting_s
        words.append(texts.text("desk.status.sitting", minutes=f"{sat_s // 60:.0f}"))
        left_s = max(0.0, break_every_s - sat_s)
        words.append(texts.text("desk.status.break_in", minutes=f"{left_s / 60:.0f}"))
    words.append(texts.text("desk.status.breaks", count=state.presence.breaks))
    return BETWEEN.join(words)
