"""What the history remembers, as it is read out of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from formcheck.history.motion import RangeOfMotion

LEAST_HOLD_S = 3.0
"""A hold from this length on is exercise even where the repetition was not finished; the shortest
that an exercise of the library asks for."""


@dataclass(frozen=True)
class PastFault:
    """A criterion that was broken: its id, and its title at that time."""

    criterion: str
    title: str


@dataclass(frozen=True)
class PastRepetition:
    """One repetition; times are on the person's own clock, with their offset from UTC.

    side: left, right, both, or None where it was not known. peak: measures at the furthest point by
    full name. faults: most important first.
    hold_s: None where the hold was not seen. motion: None where it could not be measured.
    """

    number: int
    side: str | None
    started: datetime
    ended: datetime
    hold_s: float | None
    verdict: str
    motion: RangeOfMotion | None
    faults: tuple[PastFault, ...]
    peak: Mapping[str, float]


@dataclass(frozen=True)
class PastSet:
    """One set of one exercise, as far as it was written.

    kind: exercise, posture or avoid. active_s: time in position. hold_s: time held in all, as
    far as it was seen; None where no hold was.
    view, verdict: None where the set was never finished.
    """

    exercise: str
    title: str
    kind: str
    started: datetime
    active_s: float
    hold_s: float | None
    view: str | None
    verdict: str | None
    repetitions: tuple[PastRepetition, ...]

    @property
    def done(self) -> bool:
        """Whether anything of the exercise was seen."""
        return bool(self.repetitions) or (self.hold_s or 0.0) >= LEAST_HOLD_S

    @property
    def is_back_exercise(self) -> bool:
        """Whether it counts for the week: exercise, and not merely sitting or lifting."""
        return self.kind == "exercise" and self.done

    @property
    def good_repetitions(self) -> int:
        """Repetitions with a verdict of good."""
        return sum(one.verdict == "good" for one in self.repetitions)


@dataclass(frozen=True)
class PastSession:
    """One session. ended: None where the program was ended from outside."""

    id: int
    started: datetime
    ended: datetime | None
    programme: str | None
    formcheck_version: str
    pain_before: int | None
    pain_after: int | None
    sets: tuple[PastSet, ...]

    @property
    def day(self) -> date:
        """The person's own date when it began."""
        return self.started.date()

    @property
    def done(self) -> tuple[PastSet, ...]:
        """The sets in which anything was seen; a set that was only got ready for is none."""
        return tuple(one for one in self.sets if one.done)

    @property
    def exercise_minutes(self) -> float:
        """Minutes of exercise that were seen."""
        return sum(one.active_s for one in self.sets if one.is_back_exercise) / 60

    @property
    def has_back_exercise(self) -> bool:
        """Whether it makes its day a day of back exercises."""
        return any(one.is_back_exercise for one in self.sets)

    @property
    def tells_something(self) -> bool:
        """Whether anything was seen or said in it."""
        pain_told = self.pain_before is not None or self.pain_after is not None
        return pain_told or bool(self.done)


@dataclass(frozen=True)
class Activity:
    """What the person did that no camera saw."""

    at: datetime
    name: str
    minutes: float

    @property
    def day(self) -> date:
        """The person's own date."""
        return self.at.date()


@dataclass(frozen=True)
class History:
    """All that is remembered, in the order of time."""

    sessions: tuple[PastSession, ...] = ()
    activities: tuple[Activity, ...] = ()

    @property
    def telling(self) -> tuple[PastSession, ...]:
        """The sessions in which anything was seen or said."""
        return tuple(one for one in self.sessions if one.tells_something)

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it that could be told."""
        return not self.activities and not self.telling

    def since(self, first: date) -> "History":
        """What began on that day or later."""
        return History(
            tuple(one for one in self.sessions if one.day >= first),
            tuple(one for one in self.activities if one.day >= first),
        )


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
