"""What has happened in the set so far: repetitions, tallies, and how well it could be seen."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from formcheck.exercises.exercise import Exercise
from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.repetitions.unseen_end import LeftPicture
from formcheck.form.seen_clock import SeenClock
from formcheck.form.sets.set_summary import CriterionTally, SetSummary, verdict_of
from formcheck.form.sides import SideChoice
from formcheck.form.start.observation import Observation
from formcheck.form.state import Repetition, SetUp, Verdict
from formcheck.form.verdicts.judgement import Judgement
from formcheck.measure.orientation import View


class SetRecorder:
    """Adds up a set; state over time. clock: by which the set was followed."""

    def __init__(self, exercise: Exercise, clock: SeenClock) -> None:
        self._exercise = exercise
        self._clock = clock
        self._tallies = self._nothing_told()
        self._repetitions: list[Repetition] = []
        self._views: Counter[View] = Counter()
        self._set_ups: Counter[SetUp] = Counter()
        self._set_up_at_start: SetUp | None = None
        self._frames = self._with_pose = self._judged = 0
        self._unfinished_hold_s = 0.0
        self._moved_too_little = self._too_few_pictures = False
        self._left_picture: list[LeftPicture] = []
        self._avoid: dict[str, None] = {}

    @property
    def repetitions(self) -> tuple[Repetition, ...]:
        """The finished repetitions."""
        return tuple(self._repetitions)

    @property
    def good_repetitions(self) -> int:
        """How many of them were good."""
        return self._counted(Verdict.GOOD)

    @property
    def unclear_repetitions(self) -> int:
        """How many of them were neither good nor at fault, as far as could be seen."""
        return self._counted(Verdict.UNKNOWN)

    def _counted(self, verdict: Verdict) -> int:
        return sum(1 for repetition in self._repetitions if repetition.verdict is verdict)

    def update(self, observation: Observation) -> None:
        """Count one frame."""
        found, set_up = observation.measures.found, observation.set_up
        self._frames += 1
        self._with_pose += found
        self._judged += observation.joints_in_view
        if found:
            self._views[observation.measures.view] += 1
        self._set_ups[set_up] += 1
        if self._set_up_at_start is None and set_up.verdict is Verdict.GOOD:
            self._set_up_at_start = set_up

    def note_small_movement(self) -> None:
        """Note that somebody moved as asked, but too little for a repetition."""
        self._moved_too_little = True

    def note_too_few_pictures(self) -> None:
        """Note that a repetition was seen in too few pictures to be judged."""
        self._too_few_pictures = True

    def note_left_picture(self, left: LeftPicture) -> None:
        """Note what left the picture, so that the end of a repetition was not seen."""
        time_s = self._clock.time_s(left.time_s)
        self._left_picture.append(replace(left, time_s=time_s))

    def warn(self, avoid: str) -> None:
        """Note that a movement was seen that should be avoided."""
        self._avoid[avoid] = None

    def add_repetition(
        self,
        phases: PhaseCut,
        sides: SideChoice,
        judgements: Mapping[str, Judgement],
        counted_on: str,
    ) -> Repetition:
        """Number a finished repetition and add its verdicts to the tallies.

        counted_on: the measure that it was counted on, as the exercise names it.
        """
        if not self._repetitions:
            # Until then somebody was getting there, by way of other positions it may be.
            self._tallies = self._nothing_told()
        self._add(judgements)
        verdicts = {key: judgement.verdict for key, judgement in judgements.items()}
        furthest = max(phases.peak.frames, key=lambda frame: frame.signal)
        if self._exercise.kind == "avoid":
            self.warn(self._exercise.id)
        repetition = Repetition(
            number=len(self._repetitions) + 1,
            side=sides.working,
            start_s=self._clock.time_s(phases.start_s),
            end_s=self._clock.time_s(phases.end_s),
            hold_s=phases.hold_s,
            counted_on=counted_on,
            peak=dict(furthest.measures),
            verdict=self._as_seen(self._verdict(verdicts), seen=phases.end_seen),
            verdicts=verdicts,
            faults=tuple(key for key, verdict in verdicts.items() if verdict is Verdict.FAULT),
        )
        self._repetitions.append(repetition)
        return repetition

    def add_remainder(self, judgements: Mapping[str, Judgement], hold_s: float) -> None:
        """Add what was judged outside finished repetitions."""
        self._add(judgements)
        self._unfinished_hold_s += hold_s

    def add_rest(self, judgements: Mapping[str, Judgement]) -> None:
        """Add what was judged in a rest after the last repetition, or without one."""
        for key, judgement in judgements.items():
            tally = self._tallies[key]
            of_rest = tally.criterion.during == self._exercise.phases.rest
            (tally.add if of_rest else tally.add_rest)(judgement)

    def summary(self) -> SetSummary:
        """The set so far."""
        totals = tuple(tally.total() for tally in self._tallies.values())
        verdicts = {total.criterion.id: total.verdict for total in totals}
        return SetSummary(
            exercise=self._exercise,
            repetitions=self.repetitions,
            criteria=totals,
            hold_s=sum(r.hold_s for r in self._repetitions) + self._unfinished_hold_s,
            verdict=self._verdict_of_all(verdicts),
            view=self._views.most_common(1)[0][0] if self._views else View.UNKNOWN,
            set_up=self._set_up(),
            frames=self._frames,
            frames_with_pose=self._with_pose,
            frames_judged=self._judged,
            avoid=tuple(self._avoid),
            moved_too_little=self._moved_too_little,
            too_few_pictures=self._too_few_pictures,
            left_picture=tuple(self._left_picture),
        )

    def _verdict_of_all(self, verdicts: Mapping[str, Verdict]) -> Verdict:
        seen = not self._too_few_pictures and not self._left_picture
        return self._as_seen(self._verdict(verdicts), seen=seen)

    @staticmethod
    def _as_seen(verdict: Verdict, *, seen: bool) -> Verdict:
        """The verdict; what wasn't all seen is never good."""
        return Verdict.UNKNOWN if verdict is Verdict.GOOD and not seen else verdict

    def _verdict(self, verdicts: Mapping[str, Verdict]) -> Verdict:
        if self._exercise.kind == "avoid":
            # Doing it at all is the fault.
            return Verdict.FAULT if self._repetitions or self._avoid else Verdict.UNKNOWN
        return verdict_of(verdicts, self._exercise.criteria)

    def _nothing_told(self) -> dict[str, CriterionTally]:
        return {one.id: CriterionTally(one) for one in self._exercise.criteria}

    def _add(self, judgements: Mapping[str, Judgement]) -> None:
        for key, judgement in judgements.items():
            self._tallies[key].add(judgement)

    def _set_up(self) -> SetUp:
        if self._set_up_at_start is not None:
            return self._set_up_at_start
        if not self._set_ups:
            return SetUp(Verdict.UNKNOWN, ())
        return self._set_ups.most_common(1)[0][0]
