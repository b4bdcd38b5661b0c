"""What a watch came to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from formcheck.desk.posture import Posture
from formcheck.desk.reminders import ReminderKind
from formcheck.desk.watch import DeskWatch

SCHEMA = 1


class DeskEnding(StrEnum):
    """Why a watch ended."""

    QUIT = "quit"
    INTERRUPTED = "interrupted"
    TIME = "time is up"
    CAMERA = "camera ended"
    FAILED = "failed"


@dataclass(frozen=True)
class DeskSummary:
    """Minutes and counts of one watch.

    minutes: by posture. judged, not_judged: ids of the criteria that the camera's place allows.
    slouched_told, breaks_told: how often each was said.
    """

    ending: DeskEnding
    minutes: dict[Posture, float]
    breaks: int
    slouched_told: int
    breaks_told: int
    judged: tuple[str, ...]
    not_judged: tuple[str, ...]

    @classmethod
    def of(cls, watch: DeskWatch, ending: DeskEnding) -> "DeskSummary":
        """Sum up a watch that is over."""
        return cls(
            ending=ending,
            minutes={posture: s / 60 for posture, s in watch.spent.seconds.items()},
            breaks=watch.breaks,
            slouched_told=watch.told(ReminderKind.SLOUCHED),
            breaks_told=watch.told(ReminderKind.BREAK_DUE),
            judged=tuple(criterion.id for criterion in watch.judged),
            not_judged=tuple(criterion.id for criterion in watch.not_judged),
        )

    @property
    def anything_judged(self) -> bool:
        """Whether there was a time at which the posture could be told."""
        return any(self.minutes[posture] > 0 for posture in (Posture.UPRIGHT, Posture.SLOUCHED))

    def document(self) -> dict[str, Any]:
        """The summary as JSON has it."""
        return {
            "schema": SCHEMA,
            "ending": self.ending.value,
            "minutes": {posture.value: round(m, 2) for posture, m in self.minutes.items()},
            "breaks": self.breaks,
            "told": {"slouched": self.slouched_told, "break_due": self.breaks_told},
            "judged": list(self.judged),
            "not_judged": list(self.not_judged),
        }
