"""The whole watch over one sitting person, moment by moment, without camera or screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from formcheck.desk.baseline_renewal import BaselineRenewal
from formcheck.desk.doubt_after_leaving import DoubtAfterLeaving
from formcheck.desk.glance import DeskObserver, Glance
from formcheck.desk.lost_while_bent import LostWhileBent
from formcheck.desk.minutes import LONGEST_STEP_S, TimeSpent
from formcheck.desk.posture import Posture, PostureState, Who
from formcheck.desk.presence import Presence, PresenceWatch
from formcheck.desk.raised_desk import RaisedDesk
from formcheck.desk.reminders import Reminder, ReminderChooser, ReminderKind
from formcheck.desk.seat import Seat, Stir
from formcheck.desk.sitting_baseline import BaselineTaker, Obstacle
from formcheck.desk.sitting_posture import PostureJudge
from formcheck.desk.still_there import StillThere
from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.measure.orientation import View
from formcheck.measure.steady import Lasting
from formcheck.pose.pose import Pose

MOVED_S = 120.0
"""Someone who sits elsewhere for so long has moved the chair or the camera (engineering)."""

UNCLEAR_S = 60.0
"""How somebody sits who is seen, and can't be told for so long: that is told (engineering)."""

GONE = (Who.OTHER, Who.STANDING)
"""With one of these nobody sits there."""


@dataclass(frozen=True)
class DeskState:
    """What one moment adds up to.

    presence: who is there.
    posture: and how they sit.
    reminder: what to say now, or None.
    baseline_known: whether the posture can be compared with anything.
    moved: whether someone has sat for a while where they didn't sit at the baseline.
    unclear: whether for a while it could not be told how the one who is there sits.
    raised: whether the desk was raised with the camera on it, so that somebody stands there.
    camera_moved: whether the camera was moved since the baseline, which is to be taken anew.
    taken: the judge of a baseline that is complete at this moment, else None.
    obstacle: what keeps the baseline from being taken, None where nothing does.
    """

    time_s: float
    presence: Presence
    posture: PostureState
    reminder: Reminder | None
    baseline_known: bool
    moved: bool
    unclear: bool = False
    raised: bool = False
    camera_moved: bool = False
    taken: PostureJudge | None = None
    obstacle: Obstacle | None = None


class DeskWatch:
    """Follows one person at a desk; feed it every pose, and moments without a picture, in time.

    break_every_s: how long to sit before a break is due.
    remind_every_s: least time between two reminders.
    """

    def __init__(
        self,
        exercise: Exercise,
        break_every_s: float,
        remind_every_s: float,
        *,
        moved_s: float = MOVED_S,
    ) -> None:
        self._moved_s = moved_s
        self._exercise = exercise
        self._observer = DeskObserver(exercise)
        self._presence = PresenceWatch()
        self._chooser = ReminderChooser(break_every_s, remind_every_s)
        self._taker: BaselineTaker | None = None
        self._judge: PostureJudge | None = None
        self._renewal = BaselineRenewal(exercise)
        self._lost = LostWhileBent()
        self._still_there = StillThere()
        self._raised = RaisedDesk()
        self._doubt = DoubtAfterLeaving()
        self._spent = TimeSpent()
        self._reminders: list[Reminder] = []
        self._breaks = 0
        self._elsewhere: Lasting[bool] = Lasting(False)
        self._unclear: Lasting[bool] = Lasting(False)
        self._last_s = float("inf")

    def take_baseline(self, from_s: float) -> None:
        """Take the baseline anew from this time on; until then the old one is used."""
        self._taker = BaselineTaker(self._exercise, from_s)

    @property
    def looking_from_s(self) -> float | None:
        """When the baseline that was asked for begins to be taken; None where none is."""
        return None if self._taker is None else self._taker.from_s

    @property
    def waits_for_baseline(self) -> bool:
        """Whether the camera was moved, and the baseline is taken anew at the next chance."""
        return self._renewal.camera_moved

    @property
    def seat(self) -> Seat | None:
        """Where in the picture the person of the baseline sits; None where nobody knows."""
        if self._judge is None or self._renewal.camera_moved or not self._renewal.comparable:
            return None
        return self._judge.seat

    def update(self, pose: Pose, *, stir: Stir = Stir.NONE) -> DeskState:
        """Take the next picture's pose, and where about the `seat` it differs from the one before;
        a missing pose where nobody was found.
        """
        glance = self._observer.update(pose)
        if glance.time_s - self._last_s > LONGEST_STEP_S:
            self._doubt_the_camera()
        self._last_s = glance.time_s
        taken = self._new_baseline(glance)
        found = self._lost.who(glance.time_s, self._standing_or_not(glance))
        who = self._still_there.who(glance.time_s, found, stir)
        self._elsewhere.update(glance.time_s, who is Who.ELSEWHERE, self._moved_s)
        unclear = who in (Who.ELSEWHERE, Who.UNSURE)
        sitting = None if unclear else who is Who.SAME
        presence = self._presence.update(glance.time_s, sitting)
        posture = PostureState(Posture.AWAY if who in GONE else Posture.UNKNOWN)
        if self._judge is not None and not self._renewal.camera_moved:
            if who is Who.SAME:
                posture = self._judge.update(glance)
            elif who is Who.UNSURE:
                posture = self._judge.update_unlikely(glance)
            unknown = posture.posture is Posture.UNKNOWN and who is not Who.ELSEWHERE
            self._unclear.update(glance.time_s, unknown, UNCLEAR_S)
            if self._judge.view is not View.SIDE:
                self._lost.note(glance.time_s, posture.posture, found)
            posture = self._doubt.update(glance.time_s, posture, here=presence.here)
        may_bend = found is Who.UNSURE
        self._count(glance.time_s, posture.posture, here=presence.here, may_bend=may_bend)
        return self._state(glance.time_s, presence, posture, taken, may_bend=may_bend)

    def update_unseen(self, time_s: float) -> DeskState:
        """A moment without a picture: the camera is lost or sends nothing."""
        presence = self._presence.update(time_s, None)
        self._last_s = time_s
        self._doubt_the_camera()
        self._spent.update(time_s, Posture.UNKNOWN, here=presence.here)
        return self._state(time_s, presence, PostureState(Posture.UNKNOWN), None)

    @property
    def spent(self) -> TimeSpent:
        """The time so far, by posture."""
        return self._spent

    @property
    def breaks(self) -> int:
        """Breaks taken so far."""
        return self._breaks

    def told(self, kind: ReminderKind) -> int:
        """How often this was said."""
        return sum(reminder.kind is kind for reminder in self._reminders)

    @property
    def judged(self) -> Sequence[Criterion]:
        """The criteria that the last baseline can be judged by; empty before there is one."""
        return () if self._judge is None else self._judge.judged

    @property
    def not_judged(self) -> Sequence[Criterion]:
        """The others."""
        return self._exercise.criteria if self._judge is None else self._judge.not_judged

    def _who(self, glance: Glance) -> Who:
        """Before there is a baseline, whoever sits there is the person."""
        if not glance.sitting and (glance.unlikely is None or self._judge is None):
            return Who.STANDING if glance.measures.pose.found else Who.OTHER
        if self._judge is None or not self._renewal.comparable:
            return Who.SAME if glance.sitting else Who.UNSURE
        return self._judge.who(glance)

    def _standing_or_not(self, glance: Glance) -> Who:
        """Who that is, at a desk that may have been raised."""
        who = self._who(glance)
        if self._judge is None or not self._renewal.comparable:
            return who
        return self._raised.who(glance.time_s, who, self._judge.stature(glance))

    def _new_baseline(self, glance: Glance) -> PostureJudge | None:
        """A judge where a baseline is complete with this glance, asked for or after a move."""
        taken = None
        if self._taker is not None:
            taken = self._taker.update(glance)
        elif self._judge is not None:
            taken = self._renewal.update(glance, self._judge)
        if taken is not None:
            self._judge, self._taker = taken, None
            self._raised, self._doubt = RaisedDesk(), DoubtAfterLeaving()
            self._spent.settle_withheld(proven=False)
            self._renewal.begin(glance.measures.pose)
        return taken

    def _doubt_the_camera(self) -> None:
        """After a time without pictures it may stand elsewhere."""
        self._doubt.begin()
        self._spent.settle_withheld(proven=False)

    def _count(self, time_s: float, posture: Posture, *, here: bool, may_bend: bool) -> None:
        """Count the time since the last moment, and what is known by now of the time before."""
        withheld = self._doubt.withholds
        self._spent.update(time_s, posture, here=here, may_bend=may_bend, withheld=withheld)
        if not here:
            self._still_there.note_gone()
        if self._doubt.proven or not here:
            self._spent.settle_withheld(proven=self._doubt.proven)

    def _state(
        self,
        time_s: float,
        presence: Presence,
        state: PostureState,
        taken: PostureJudge | None,
        *,
        may_bend: bool = False,
    ) -> DeskState:
        self._breaks = presence.breaks
        reminder = self._chooser.update(
            time_s, state, presence, may_bend=may_bend, lower=self._doubt.lower
        )
        if reminder is not None:
            self._reminders.append(reminder)
        obstacle = self._taker.obstacle(time_s) if self._taker is not None else None
        known = self._judge is not None
        return DeskState(
            time_s,
            presence,
            state,
            reminder,
            known,
            moved=self._elsewhere.value,
            unclear=self._unclear.value,
            raised=self._raised.raised,
            camera_moved=self._renewal.camera_moved,
            taken=taken,
            obstacle=obstacle,
        )
