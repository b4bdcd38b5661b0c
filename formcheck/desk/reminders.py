"""When to say a word, and when to leave someone in peace."""

from dataclasses import dataclass
from enum import StrEnum

from formcheck.desk.minutes import BENT_S
from formcheck.desk.posture import Posture, PostureState
from formcheck.desk.presence import Presence


@dataclass(frozen=True)
class ReminderSettings:
    """When a word is said; engineering values, in seconds, that weigh reminding against nagging.

    What the person may choose themselves, `break_every_s` and `remind_every_s`, is not among them.
    """

    slouching_s: float = 10.0
    """A fault is told only when it has lasted this long: reaching for a cup is no posture."""

    unclear_s: float = 3.0
    """Somebody who can't be judged or is overlooked for so long in between goes on slouching; for
    longer, nobody knows (engineering)."""

    bent_s: float = BENT_S
    """The same for who may be bent too far to be found, as their minutes are counted."""

    again_s: float = 600.0
    """Before someone who goes on sitting is reminded of a break again."""


DEFAULTS = ReminderSettings()


class ReminderKind(StrEnum):
    """What a word is about; the texts of `desk` have the words."""

    SLOUCHED = "slouched"
    LOWER = "lower"
    PUT_RIGHT = "put_right"
    BREAK_DUE = "break_due"
    WELCOME_BACK = "welcome_back"


@dataclass(frozen=True)
class Reminder:
    """A word to say now.

    cue: for SLOUCHED, what to change. seconds: for BREAK_DUE how long they have sat, for
    WELCOME_BACK how long they were away.
    """

    kind: ReminderKind
    cue: str = ""
    seconds: float = 0.0


class ReminderChooser:
    """Chooses at most one word a moment; between two that ask for something lies a pause.

    break_every_s: how long to sit before a break is due.
    remind_every_s: the pause.
    """

    def __init__(
        self,
        break_every_s: float,
        remind_every_s: float,
        *,
        settings: ReminderSettings = DEFAULTS,
    ) -> None:
        self._settings = settings
        self._break_every_s = break_every_s
        self._remind_every_s = remind_every_s
        self._asked_s = -float("inf")
        self._break_asked_s = -float("inf")
        self._slouched_since_s: float | None = None
        self._slouched_s = -float("inf")
        self._to_put_right = False
        self._lower_told = False

    def update(
        self,
        time_s: float,
        state: PostureState,
        presence: Presence,
        *,
        may_bend: bool = False,
        lower: bool = False,
    ) -> Reminder | None:
        """What to say now, or None.

        may_bend: as for `TimeSpent.update`. lower: as `DoubtAfterLeaving` has it.
        """
        self._lower_told = self._lower_told and lower
        self._note_posture(time_s, state, may_bend=may_bend)
        if not presence.here:
            self._to_put_right = False
        if presence.break_over_s is not None:
            self._break_asked_s = -float("inf")
            return Reminder(ReminderKind.WELCOME_BACK, seconds=presence.break_over_s)
        if not presence.here:
            return None
        if self._to_put_right and state.posture is Posture.UPRIGHT:
            self._to_put_right = False
            return Reminder(ReminderKind.PUT_RIGHT)
        if time_s - self._asked_s < self._remind_every_s:
            return None
        if lower and not self._lower_told:
            # Once: who works standing, or has moved the camera, is to be left in peace.
            self._asked_s, self._lower_told, self._to_put_right = time_s, True, True
            return Reminder(ReminderKind.LOWER)
        return self._break_due(time_s, presence) or self._slouching(time_s, state)

    def _note_posture(self, time_s: float, state: PostureState, *, may_bend: bool) -> None:
        # Somebody who is there is overlooked for a moment, too.
        unclear = state.posture in (Posture.UNKNOWN, Posture.AWAY)
        unclear_s = self._settings.bent_s if may_bend else self._settings.unclear_s
        if state.posture is Posture.SLOUCHED:
            self._slouched_s = time_s
            if self._slouched_since_s is None:
                self._slouched_since_s = time_s
        elif not unclear or time_s - self._slouched_s > unclear_s:
            self._slouched_since_s = None

    def _break_due(self, time_s: float, presence: Presence) -> Reminder | None:
        again_s = max(self._settings.again_s, self._remind_every_s)
        if presence.sitting_s < self._break_every_s or time_s - self._break_asked_s < again_s:
            return None
        self._asked_s = self._break_asked_s = time_s
        return Reminder(ReminderKind.BREAK_DUE, seconds=presence.sitting_s)

    def _slouching(self, time_s: float, state: PostureState) -> Reminder | None:
        since_s = self._slouched_since_s
        if since_s is None or not state.faults or time_s - since_s < self._settings.slouching_s:
            return None
        self._asked_s, self._to_put_right = time_s, True
        return Reminder(ReminderKind.SLOUCHED, cue=state.faults[0].cue)
