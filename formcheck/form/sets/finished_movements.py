"""What a movement was that is over: a repetition, or getting ready, moving on, leaving."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from formcheck.exercises.exercise import Exercise
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.another_movement import is_another_movement
from formcheck.form.repetitions.bidirectional import BidirectionalMovement
from formcheck.form.repetitions.moved_away import moved_away
from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.repetitions.rest_come_back_to import from_where_they_came_back_to
from formcheck.form.repetitions.unseen_end import with_unseen_end
from formcheck.form.sets.edge_watch import EdgeWatch
from formcheck.form.sets.getting_ready import is_getting_ready
from formcheck.form.sets.set_judge import Judgements, SetJudge
from formcheck.form.sets.set_parts import phases_of, rest_of
from formcheck.form.sets.set_recorder import SetRecorder
from formcheck.form.sets.side_doubt import side_is_sure
from formcheck.form.sets.too_few_pictures import too_few_pictures
from formcheck.form.sets.unseen_limb import without_unseen_limbs
from formcheck.form.sets.working_side import WorkingSide
from formcheck.form.sides import SideChoice
from formcheck.form.state import Repetition
from formcheck.form.verdicts.judgement import NOTHING
from formcheck.form.verdicts.live_criteria import LiveCriteria
from formcheck.form.verdicts.measured_frame import MeasuredFrame

Frames = Sequence[MeasuredFrame]


@dataclass(frozen=True)
class Followed:
    """The frames since the last repetition, as they are told when a movement is over.

    sides: the sides as they are now. counted_on: the measure that counts the set, as the exercise
    names it.
    """

    frames: Frames
    sides: SideChoice
    counted_on: str


@dataclass(frozen=True)
class Finished:
    """What a movement was.

    repetition: None where it was none. over_s: up to when frames belong to it and to nothing that
    comes after, in seconds.
    """

    repetition: Repetition | None = None
    over_s: float = -inf


@dataclass(frozen=True, eq=False)
class FinishedMovements:
    """Judges and records the movements of one set, each once it is over.

    judge, recorder, live: what is found is told to them. working, bidirectional, edge: what was
    followed of the set, frame by frame.
    """

    exercise: Exercise
    judge: SetJudge
    recorder: SetRecorder
    live: LiveCriteria
    working: WorkingSide
    bidirectional: BidirectionalMovement
    edge: EdgeWatch

    def repetition(self, cycle: RepetitionCycle, followed: Followed, *, resting: bool) -> Finished:
        """A movement out and back. resting: whether nothing is under way by now."""
        self.working.begin_rest()
        if not self.bidirectional.counts(cycle):
            return Finished()
        rule, phases = self.exercise.repetition, self._phases(cycle, followed)
        sides = self._sides_in(phases, followed)
        if is_getting_ready(rule, phases) or is_another_movement(rule, phases, sides):
            return Finished()
        if moved_away(phases, rule.most_moved):
            # What is under way by then is done where they are now.
            return Finished(over_s=inf if resting else phases.end_s)
        self._note_edge(phases, sides)
        judgements = self._judged(phases, sides, cycle)
        self.bidirectional.count(cycle)
        self.live.settle(judgements)
        repetition = self.recorder.add_repetition(phases, sides, judgements, followed.counted_on)
        # The end of this repetition is the rest before the next one.
        return Finished(repetition, phases.end_s)

    def unfinished(self, cycle: RepetitionCycle, followed: Followed) -> None:
        """A movement that the end of the set cuts off, such as a hold that was not left."""
        phases = self._phases(cycle, followed)
        sides = self._sides_in(phases, followed)
        self._note_edge(phases, sides)
        judgements = self.judge.unfinished(phases, sides)
        self.recorder.add_remainder(judgements, phases.hold_s)

    def rest(self, followed: Followed) -> None:
        """Frames in which nothing was done."""
        rest = rest_of(followed.frames, self.exercise, followed.sides, followed.counted_on)
        self.recorder.add_rest(self.judge.rest(*rest, followed.sides))

    def _judged(self, phases: PhaseCut, sides: SideChoice, cycle: RepetitionCycle) -> Judgements:
        judgements = self.judge.repetition(
            phases, sides, complete=cycle.complete, settled=cycle.settled
        )
        too_few = phases.end_seen and too_few_pictures(phases)
        if too_few:
            self.recorder.note_too_few_pictures()
        untold = too_few or not phases.followed
        return dict.fromkeys(judgements, NOTHING) if untold else judgements

    def _note_edge(self, phases: PhaseCut, sides: SideChoice) -> None:
        """Note in the record what left the picture, where a repetition's end was there."""
        left = self.edge.end_repetition(sides.working, phases.landing.end_s)
        if left is not None and not phases.end_seen:
            self.recorder.note_left_picture(left)

    def _phases(self, cycle: RepetitionCycle, followed: Followed) -> PhaseCut:
        own = [frame for frame in followed.frames if frame.time_s <= cycle.over_s]
        cycle = from_where_they_came_back_to(own, cycle)
        whole = phases_of(own, cycle, self.exercise, followed.sides)
        phases = self.bidirectional.shape(whole, cycle)
        return without_unseen_limbs(with_unseen_end(phases), followed.counted_on)

    def _sides_in(self, phases: PhaseCut, followed: Followed) -> SideChoice:
        working = self.working.over(phases.peak.frames)
        sure = side_is_sure(self.exercise.repetition.measure, phases, working)
        return SideChoice(followed.sides.near, working, sure=sure)
