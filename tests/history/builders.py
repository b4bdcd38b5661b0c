"""People's sessions as live coaching would tell the diary of them, on a clock that can be set."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from pathlib import Path

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import CountedSignal, FormState, Repetition, SetUp, Verdict
from formcheck.history.exercise_diary import ExerciseDiary
from formcheck.history.session_diary import SessionDiary, open_diary
from formcheck.measure.orientation import View
from formcheck.pose.landmarks import Side

RATE = 5
SECONDS_A_REPETITION = 8.0
CENTRAL_EUROPE = timezone(timedelta(hours=1))
MONDAY_EVENING = datetime(2026, 3, 2, 18, 30, tzinfo=CENTRAL_EUROPE)


class Clock:
    """A clock that stands still until it is moved on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass(frozen=True)
class Done:
    """One repetition as it was done. share: of the usual way from rest to the furthest point."""

    share: float = 1.0
    side: Side | None = None
    faults: tuple[str, ...] = ()
    verdict: Verdict | None = None
    hold_s: float = 1.0

    @property
    def judged(self) -> Verdict:
        return self.verdict or (Verdict.FAULT if self.faults else Verdict.GOOD)


def state(
    time_s: float,
    measures: Mapping[str, float] | None = None,
    *,
    finished: Repetition | None = None,
    in_set: bool = True,
    hold_s: float = 0.0,
) -> FormState:
    return FormState(
        time_s=time_s,
        pose_seen=True,
        view="side",
        near_side="left",
        working_side=None,
        phase="hold",
        in_set=in_set,
        repetitions=0,
        good_repetitions=0,
        hold_s=hold_s,
        counted=CountedSignal("nothing", {"nothing": float("nan")}),
        moved_too_little=False,
        measures=measures or {},
        criteria=(),
        set_up=SetUp(Verdict.GOOD, ()),
        finished=finished,
    )


class Person:
    """Someone who does sets of one exercise in front of the camera."""

    def __init__(self, diary: ExerciseDiary, exercise: Exercise, clock: Clock) -> None:
        self.diary = diary
        self.exercise = exercise
        self.clock = clock
        self.time_s = 0.0
        self.finished: list[Repetition] = []
        self.held_s = 0.0

    def repeat(self, done: Done) -> Repetition:
        """Do a repetition; the diary hears of every frame."""
        start_s = self.time_s
        frames = round(SECONDS_A_REPETITION * RATE)
        name = self._measure(done.side)
        rule = self.exercise.repetition
        furthest = rule.usual_rest + done.share * (rule.usual_peak - rule.usual_rest)
        for index in range(frames):
            out = 1 - abs(2 * index / (frames - 1) - 1)
            self._frame({name: rule.usual_rest + out * (furthest - rule.usual_rest)})
        one = Repetition(
            number=len(self.finished) + 1,
            side=done.side,
            start_s=start_s,
            end_s=self.time_s,
            hold_s=done.hold_s,
            counted_on=rule.measure,
            peak={name: furthest, "not_of_this_exercise": 1.0},
            verdict=done.judged,
            verdicts=dict.fromkeys(done.faults, Verdict.FAULT),
            faults=done.faults,
        )
        self.finished.append(one)
        self.held_s += done.hold_s
        self._frame({name: rule.usual_rest}, finished=one)
        return one

    def hold(self, seconds: float) -> None:
        """Hold on without finishing the repetition."""
        start_s = self.time_s
        while self.time_s - start_s < seconds:
            self._frame({}, hold_s=self.time_s - start_s)
        self.held_s += seconds

    def finish(self) -> None:
        self.diary.finish(
            SetSummary(
                exercise=self.exercise,
                repetitions=tuple(self.finished),
                criteria=(),
                hold_s=self.held_s,
                verdict=Verdict.GOOD,
                view=View.SIDE,
                set_up=SetUp(Verdict.GOOD, ()),
                frames=1,
                frames_with_pose=1,
                frames_judged=1,
            )
        )

    def _frame(
        self,
        measures: Mapping[str, float],
        *,
        finished: Repetition | None = None,
        hold_s: float = 0.0,
    ) -> None:
        self.diary.update(state(self.time_s, measures, finished=finished, hold_s=hold_s))
        self.time_s += 1 / RATE
        self.clock.advance(1 / RATE)

    def _measure(self, side: Side | None) -> str:
        name, _, role = self.exercise.repetition.measure.partition(".")
        return f"{name}.{side or 'left'}" if role else name


def begin(diary: SessionDiary, exercise: str, clock: Clock) -> Person:
    known = library()[exercise]
    return Person(diary.begin_set(known), known, clock)


def session(
    path: Path,
    at: datetime,
    sets: Mapping[str, Sequence[Done]],
    *,
    pain: tuple[int | None, int | None] = (None, None),
    programme: str | None = None,
) -> None:
    """A whole session, closed as it should be."""
    clock = Clock(at)
    diary = open_diary(path, programme=programme, clock=clock)
    if pain[0] is not None:
        diary.note_pain("before", pain[0])
    for exercise, repetitions in sets.items():
        person = begin(diary, exercise, clock)
        for one in repetitions:
            person.repeat(one)
        person.finish()
        clock.advance(60)
    if pain[1] is not None:
        diary.note_pain("after", pain[1])
    diary.close()


def eight_weeks(path: Path, monday: date, zone: tzinfo = CENTRAL_EUROPE) -> None:
    """What someone might do who begins with back pain: more, further and better week by week."""
    chance = random.Random(5)
    days = ([0, 3], [1, 3], [0, 2, 5], [2], [0, 2, 4], [0, 3], [0, 2, 4], [0, 2])
    for week, on_days in enumerate(days):
        for day in on_days:
            date_ = monday + timedelta(weeks=week, days=day)
            at = datetime.combine(date_, time(18, chance.randrange(60)), zone)
            before = max(0, min(10, round(5.5 - 0.45 * week + chance.uniform(-1, 1))))
            after = max(0, before - chance.choice((0, 1, 1, 2, -1)))
            session(
                path,
                at,
                _programme(week, chance),
                pain=(before, after),
                programme="first-weeks",
            )


def _programme(week: int, chance: random.Random) -> dict[str, list[Done]]:
    more = min(week // 2, 3)
    sides: tuple[Side, ...] = ("left", "right")
    return {
        "bird-dog": [
            _done(week, chance, ("back-level", "leg-straight"), side=sides[number % 2])
            for number in range(2 * (4 + more))
        ],
        "bridge": [_done(week, chance, ("hips-up",)) for _ in range(8 + more)],
        "cat-stretch": [_done(week, chance, ()) for _ in range(4 + more)],
        "plank": [
            _done(week, chance, ("body-straight",), hold_s=10.0 + 3 * week) for _ in range(2)
        ],
    }


def _done(
    week: int,
    chance: random.Random,
    faults: tuple[str, ...],
    *,
    side: Side | None = None,
    hold_s: float = 3.0,
) -> Done:
    share = 0.62 + 0.045 * week + chance.uniform(-0.06, 0.06)
    missed = tuple(fault for fault in faults if chance.random() < 0.4 - 0.045 * week)
    unseen = Verdict.UNKNOWN if not missed and chance.random() < 0.06 else None
    return Done(share, side, missed, unseen, hold_s)
