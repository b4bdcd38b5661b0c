"""When a set begins, pauses and goes on, for someone who can't reach the keyboard."""

from dataclasses import dataclass
from enum import StrEnum

from formcheck.live.hands_free.hand_sign import HandSign


@dataclass(frozen=True)
class HandsFreeSettings:
    """How long anything is waited for; engineering values, in seconds, that weigh a start by
    mistake against a person who waits.
    """

    hold_s: float = 2.0
    """The start position is held for this long before the set begins."""

    slip_s: float = 0.4
    """A shorter loss of the start position is a slip of the pose model."""

    begun_after_s: float = 0.7
    """Who begins to move after holding the start position for this long has begun: no need to
    wait."""

    away_s: float = 0.5
    """The set pauses so long after it is out of position; the form checker has waited by then
    too."""

    offer_s: float = 30.0
    """Without a start for this long, skipping the exercise is offered."""

    skip_s: float = 90.0
    """Without a start for this long, while the person is there, the exercise is skipped."""

    still_s: float = 60.0
    """Added to both during the set, where resting, and holding, are no reason to hurry anybody."""


DEFAULTS = HandsFreeSettings()


class Stage(StrEnum):
    """How far a set is."""

    PLACING = "placing"
    READY = "ready"
    EXERCISING = "exercising"
    PAUSED = "paused"
    DONE = "done"


class Reason(StrEnum):
    """Why a set is paused."""

    KEY = "key"
    HAND = "hand"
    AWAY = "away"
    HIDDEN = "hidden"

    @property
    def on_purpose(self) -> bool:
        """Whether the person wants it."""
        return self in (Reason.KEY, Reason.HAND)


@dataclass(frozen=True)
class PersonState:
    """What one frame tells about the person.

    present: whether anybody is there. hidden: whether somebody in front of them is why they can't
        be seen.
    in_position: whether they are in the start position, where all of them can be judged.
    in_set: whether they are in the wide posture of the exercise. under_way: whether a repetition
        is under way, or has just been held.
    hand_raised: whether a hand is raised.
    told: whether the instructions have been spoken to the end.
    progress: grows with each repetition and each hold reached.
    """

    time_s: float
    present: bool
    in_position: bool
    in_set: bool = False
    under_way: bool = False
    hand_raised: bool = False
    hidden: bool = False
    told: bool = True
    progress: int = 0


class HandsFree:
    """The stage of one set. State over time; feed it every frame in rising time.

    What it decides from outside the frame are `toggle` (a key) and `finish` (the goal is reached).
    """

    def __init__(self, hold_s: float = 0.0, *, settings: HandsFreeSettings = DEFAULTS) -> None:
        """hold_s: how long each repetition is held, in which nobody is hurried."""
        self._settings = settings
        self.stage = Stage.PLACING
        self.reason: Reason | None = None
        self.offered = False
        self.given_up = False
        self._patience_s = self._settings.still_s + hold_s
        self._hand = HandSign()
        self._hand_is_a_sign = True
        self._waiting_since_s = float("-inf")
        self._held_since_s = self._held_until_s = 0.0
        self._away_since_s: float | None = None
        self._progress = 0
        self._now_s = 0.0

    @property
    def held_share(self) -> float:
        """How much of the time in the start position is over, 0 to 1."""
        if self.stage is not Stage.READY:
            return 0.0
        return min((self._now_s - self._held_since_s) / self._settings.hold_s, 1.0)

    @property
    def seconds_left(self) -> float:
        """Until the set begins, while it is getting ready."""
        return self._settings.hold_s * (1 - self.held_share)

    def update(self, person: PersonState) -> None:
        """Take the next frame."""
        self._now_s = person.time_s
        if self._waiting_since_s == float("-inf"):
            self._waiting_since_s = person.time_s
        hand = self._hand.update(person.time_s, person.hand_raised)
        match self.stage:
            case Stage.PLACING:
                self._place(person, hand=hand)
            case Stage.READY:
                self._get_ready(person)
            case Stage.EXERCISING:
                self._exercise(person, hand=hand)
            case Stage.PAUSED:
                self._rest(person, hand=hand)

    def toggle(self) -> None:
        """A key: pause, or go on as soon as the start position is held again."""
        if self.stage is Stage.PAUSED:
            self._go_to(Stage.PLACING)
        elif self.stage is not Stage.DONE:
            self._pause(Reason.KEY)

    def finish(self) -> None:
        """The goal is reached."""
        self._go_to(Stage.DONE)

    def _place(self, person: PersonState, *, hand: bool) -> None:
        self._wait(person, 0.0)
        if hand and self.offered:
            self.given_up = True
        elif person.in_position and person.told:
            self._held_since_s = self._held_until_s = person.time_s
            self.stage = Stage.READY

    def _get_ready(self, person: PersonState) -> None:
        if person.in_position:
            self._held_until_s = person.time_s
        held_s = self._held_until_s - self._held_since_s
        begun = person.under_way and held_s >= self._settings.begun_after_s
        if begun or held_s >= self._settings.hold_s:
            # An arm that is up in the start position is no sign.
            self._hand_is_a_sign = not self._hand.up
            self._progress = person.progress
            self._go_to(Stage.EXERCISING)
        elif person.time_s - self._held_until_s > self._settings.slip_s:
            # Waiting goes on: who can't hold the position still needs the offer to skip.
            self.stage = Stage.PLACING

    def _exercise(self, person: PersonState, *, hand: bool) -> None:
        if person.progress != self._progress:
            self._progress = person.progress
            self._begin_to_wait()
        self._wait(person, self._patience_s)
        if hand and self._hand_is_a_sign and not person.under_way:
            self._obey_hand()
        elif person.in_set:
            self._away_since_s = None
        elif self._away_since_s is None:
            self._away_since_s = person.time_s
        elif person.time_s - self._away_since_s >= self._settings.away_s:
            self._pause(Reason.HIDDEN if person.hidden else Reason.AWAY)

    def _obey_hand(self) -> None:
        if self.offered:
            self.given_up = True
        else:
            self._pause(Reason.HAND)

    def _rest(self, person: PersonState, *, hand: bool) -> None:
        away = self.reason is not None and not self.reason.on_purpose
        if away:
            # Who paused on purpose is left in peace.
            self._wait(person, self._patience_s)
        if hand and self.offered:
            self.given_up = True
        elif hand or (away and person.in_position):
            self._go_to(Stage.PLACING)

    def _wait(self, person: PersonState, patience_s: float) -> None:
        """Offer to skip after a while, and skip after a longer one; nobody away is."""
        if not person.present or not person.told:
            self._begin_to_wait()
            return
        waited_s = person.time_s - self._waiting_since_s
        self.offered = waited_s >= self._settings.offer_s + patience_s
        self.given_up = self.given_up or waited_s >= self._settings.skip_s + patience_s

    def _pause(self, reason: Reason) -> None:
        self._go_to(Stage.PAUSED)
        self.reason = reason

    def _go_to(self, stage: Stage) -> None:
        self.stage, self.reason = stage, None
        self._away_since_s = None
        self._begin_to_wait()

    def _begin_to_wait(self) -> None:
        self._waiting_since_s = self._now_s
        self.offered = False
