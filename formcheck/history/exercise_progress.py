"""How one exercise went over time: repetitions, holds, range of motion and faults."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median

from formcheck.history.past import History, PastRepetition, PastSet, monday_of
from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.measure_name import plain_name
from formcheck.measure.unit import Unit


@dataclass(frozen=True)
class ExerciseProgressSettings:
    """What tells most of an exercise's progress."""

    for_holding_s: float = 8.0
    """Where repetitions are usually held this long, the hold is what the exercise is done for."""


DEFAULTS = ExerciseProgressSettings()


@dataclass(frozen=True)
class RepetitionSpread:
    """A quantity over several repetitions."""

    median: float
    least: float
    most: float


@dataclass(frozen=True)
class PeriodAmount:
    """What was done of one exercise in a day or a week. since: its first day."""

    since: date
    sets: tuple[PastSet, ...]
    measure: str | None

    @property
    def repetitions(self) -> tuple[PastRepetition, ...]:
        """All repetitions in the order of time."""
        return tuple(one for each in self.sets for one in each.repetitions)

    @property
    def hold_s(self) -> float | None:
        """Time held in all, as far as it was seen; None where no hold was."""
        known = [one.hold_s for one in self.sets if one.hold_s is not None]
        return sum(known) if known else None

    @property
    def faults(self) -> Counter[str]:
        """In how many repetitions each criterion was broken, by its title."""
        return Counter(fault.title for one in self.repetitions for fault in one.faults)

    def counted(self, verdict: str) -> int:
        """Repetitions with a verdict."""
        return sum(one.verdict == verdict for one in self.repetitions)

    def motions(self, side: str | None = None) -> RepetitionSpread | None:
        """The ranges of motion, of one side where it is given; None where there is none."""
        return _spread(
            one.motion.travel
            for one in self._of_side(side)
            if one.motion is not None and plain_name(one.motion.measure) == self.measure
        )

    def holds(self, side: str | None = None) -> RepetitionSpread | None:
        """The holds that were seen, in seconds; of one side where it is given, unfinished ones
        without."""
        unfinished = [one.hold_s for one in self.sets if not one.repetitions]
        finished = [one.hold_s for one in self._of_side(side)]
        holds = [*finished, *(unfinished if side is None else ())]
        return _spread(one for one in holds if one is not None)

    def _of_side(self, side: str | None) -> tuple[PastRepetition, ...]:
        return tuple(one for one in self.repetitions if side is None or one.side == side)


@dataclass(frozen=True)
class ExerciseProgress:
    """One exercise over time.

    measure: the name, without side, of what its repetitions are counted on; None where nothing was
    measured. by_day, by_week: only days and weeks on which it was done, in order.
    for_holding: whether how long it is held tells more than how far it goes.
    """

    exercise: str
    title: str
    measure: str | None
    by_day: tuple[PeriodAmount, ...]
    by_week: tuple[PeriodAmount, ...]
    for_holding: bool

    @property
    def unit(self) -> Unit | None:
        """The unit of the range of motion; None without one."""
        return CATALOGUE[self.measure].unit if self.measure else None


def progress_of(
    history: History, settings: ExerciseProgressSettings = DEFAULTS
) -> tuple[ExerciseProgress, ...]:
    """Every exercise that was done, those done most often first."""
    by_exercise: dict[str, list[PastSet]] = {}
    for session in history.sessions:
        for one in session.done:
            by_exercise.setdefault(one.exercise, []).append(one)
    found = [_progress(sets, settings) for sets in by_exercise.values()]
    return tuple(sorted(found, key=lambda one: (-len(one.by_day), one.title)))


def _progress(sets: list[PastSet], settings: ExerciseProgressSettings) -> ExerciseProgress:
    measure = _measure(sets)
    by_week = _amounts(sets, measure, monday_of)
    holds = [spread.median for one in by_week if (spread := one.holds()) is not None]
    return ExerciseProgress(
        sets[-1].exercise,
        sets[-1].title,
        measure,
        _amounts(sets, measure, lambda day: day),
        by_week,
        bool(holds) and median(holds) >= settings.for_holding_s,
    )


def _spread(values: Iterable[float]) -> RepetitionSpread | None:
    known = list(values)
    return RepetitionSpread(median(known), min(known), max(known)) if known else None


def _measure(sets: list[PastSet]) -> str | None:
    """The newest measure; before, an exercise file may have named another one, or the movement
    may have shown more clearly in another. Values of two measures can't be told together."""
    names = [
        plain_name(one.motion.measure)
        for each in sets
        for one in each.repetitions
        if one.motion is not None
    ]
    known = [name for name in names if name in CATALOGUE]
    return known[-1] if known else None


def _amounts(
    sets: list[PastSet], measure: str | None, first_day: Callable[[date], date]
) -> tuple[PeriodAmount, ...]:
    def since(one: PastSet) -> date:
        return first_day(one.started.date())

    groups = groupby(sorted(sets, key=since), since)
    return tuple(PeriodAmount(day, tuple(group), measure) for day, group in groups)
