"""Which one thing to tell the person now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import nan

from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.lasting_problems import LastingProblems
from formcheck.form.start.set_up import OF_THE_START
from formcheck.form.state import CriterionState, FormState, Repetition, Verdict
from formcheck.measure.measure_name import plain_name
from formcheck.texts.texts import Texts, load_texts


@dataclass(frozen=True)
class CueSettings:
    """When a cue is given and how long it stays: times in seconds, engineering values that weigh
    being told in time against being nagged.
    """

    between_s: float = 4.0
    """Least time from the beginning of one cue to the beginning of the next."""

    least_shown_s: float = 2.0
    """How long a cue stays even when its reason has gone, so that it can be read."""

    remind_after_s: float = 12.0
    """A cue whose reason goes on for this long is given again, for who only hears it."""

    worth_telling_s: float = 4.0
    """How long after a moment it may still be told, where another cue was in the way."""

    count_worth_telling_s: float = 1.0
    """A count that comes later is taken for the next repetition's."""

    between_repetitions_s: float = 2.0
    """How long the start position must be wrong during a set before that is told: who bends to a
    load has bent the knees for 0.6 s before they are seen to be on their way."""

    good_in_a_row: int = 4
    """Every so many faultless repetitions one is praised."""


DEFAULTS = CueSettings()


@dataclass(frozen=True)
class _Reason:
    """Something to tell. key: two reasons with the same key are the same matter going on.

    live: whether it holds at this very moment.
    """

    key: str
    cue: Cue
    live: bool


@dataclass
class _Fault:
    """One occurrence of a fault, from when it appears until it is right again or forgotten.

    seen: how its criterion stood when it appeared.
    """

    words: str
    seen: CriterionState
    seen_s: float
    told: bool = False


class CueChooser:
    """Chooses one cue at a time for one set of an exercise, to be shown or spoken.

        cue = cues.update(checker.update(pose))
        if cue is not None:
            print(cue.text)

    Advice about a movement that should be avoided comes first, then set-up problems, then faults
    in the order in which the exercise lists them, then praise, then the count. What happened while
    another cue was on is told a little later.

    texts: for what is not the exercise's own; English where none are given.
    """

    def __init__(
        self, exercise: Exercise, texts: Texts | None = None, *, settings: CueSettings = DEFAULTS
    ) -> None:
        self._texts = texts or load_texts()
        self._settings = settings
        self._criteria = {criterion.id: criterion for criterion in exercise.criteria}
        self._rest = exercise.phases.rest
        self._problems = LastingProblems()
        self._start_problems = LastingProblems(settings.between_repetitions_s)
        self._faults: dict[str, _Fault] = {}
        self._told_s: dict[str, float] = {}
        self._to_put_right: dict[str, CriterionState] = {}
        self._advised = ""
        self._advice: Cue | None = None
        self._praise: Cue | None = None
        self._count: Cue | None = None
        self._good_in_a_row = 0
        self._ready_told = self._begun = False
        self._shown: Cue | None = None
        self._shown_key = ""
        self._given_s = float("-inf")

    def update(self, state: FormState) -> Cue | None:
        """The cue to show at the time of this state, None for none.

        It is the same object for as long as it is shown; another object is a new cue, to be
        spoken.
        """
        now = state.time_s
        self._forget(now)
        self._note(state)
        reasons = list(self._reasons(state))
        shown_s, settings = now - self._given_s, self._settings
        if reasons and self._is_news(reasons[0], now) and shown_s >= settings.between_s:
            self._give(reasons[0], now)
        elif self._shown is not None and shown_s >= settings.least_shown_s:
            live = {reason.key for reason in reasons if reason.live}
            if self._shown_key not in live:
                self._shown = None
        return self._shown

    def _is_news(self, reason: _Reason, now: float) -> bool:
        if self._shown is None or reason.key != self._shown_key:
            return True
        again = now - self._given_s >= self._settings.remind_after_s
        return again or reason.cue.text != self._shown.text

    def _give(self, reason: _Reason, now: float) -> None:
        cue = replace(reason.cue, since_s=now)
        self._shown, self._shown_key, self._given_s = cue, reason.key, now
        self._count = None
        if cue.kind is CueKind.ADVICE:
            self._advice = None
        elif cue.kind is CueKind.SET_UP:
            self._ready_told = False
        elif cue.kind is CueKind.PRAISE:
            self._praise = None
        elif cue.kind is CueKind.FAULT and cue.criterion_id is not None:
            fault = self._faults[cue.criterion_id]
            fault.told = True
            self._told_s[cue.criterion_id] = now
            self._to_put_right[cue.criterion_id] = fault.seen

    def _reasons(self, state: FormState) -> Iterator[_Reason]:
        """What there is to tell, most pressing first."""
        if state.advice:
            yield _Reason(f"advice {state.advice}", Cue(state.advice, CueKind.ADVICE), live=True)
        elif self._advice is not None:
            yield _Reason(f"advice {self._advice.text}", self._advice, live=False)
        of_start = self._start_problems.to_tell(state.time_s)
        for problem in (*self._problems.to_tell(state.time_s), *of_start):
            cue = Cue(problem.text, CueKind.SET_UP)
            yield _Reason(f"set-up {problem.id}", cue, live=True)
        for name in self._criteria:
            fault = self._faults.get(name)
            if fault is not None and (fault.seen_s == state.time_s or not fault.told):
                cue = Cue(fault.words, CueKind.FAULT, name)
                yield _Reason(f"fault {name} {fault.words}", cue, fault.seen_s == state.time_s)
        for said in (self._praise, self._count):
            if said is not None:
                yield _Reason(f"{said.kind} {said.text}", said, live=False)

    def _forget(self, now: float) -> None:
        """Drop what came too long ago to be told."""
        longest_s = self._settings.worth_telling_s
        self._faults = {
            name: fault for name, fault in self._faults.items() if now - fault.seen_s <= longest_s
        }
        self._advice = _still_worth(self._advice, now, longest_s)
        self._praise = _still_worth(self._praise, now, longest_s)
        self._count = _still_worth(self._count, now, self._settings.count_worth_telling_s)

    def _note(self, state: FormState) -> None:
        """Take in what this state brings."""
        if state.advice and state.advice != self._advised:
            self._advice = Cue(state.advice, CueKind.ADVICE, since_s=state.time_s)
        self._advised = state.advice
        self._note_problems(state)
        self._note_ready(state)
        for criterion in state.criteria:
            if not criterion.active or criterion.id not in self._criteria:
                continue
            if criterion.verdict is Verdict.FAULT:
                self._note_fault(criterion, state.time_s)
            elif criterion.verdict is Verdict.GOOD:
                self._note_put_right(criterion, state)
        if state.finished is not None:
            self._note_repetition(state.finished, state)

    def _note_problems(self, state: FormState) -> None:
        """What is wrong with the start position may be how a repetition begins."""
        problems, now = state.set_up.problems, state.time_s
        begins = [one for one in problems if state.in_set and one.id in OF_THE_START]
        self._start_problems.update(now, begins)
        self._problems.update(now, [one for one in problems if one not in begins])

    def _note_ready(self, state: FormState) -> None:
        moving = state.phase not in (None, self._rest)
        ready = self._texts.text("cues.ready")
        if moving or state.repetitions > 0 or state.hold_s > 0:
            self._begun = True
            if self._praise is not None and self._praise.text == ready:
                self._praise = None
        if state.set_up.verdict is Verdict.GOOD and not self._ready_told and not self._begun:
            self._ready_told = True
            self._praise = Cue(ready, CueKind.PRAISE, since_s=state.time_s)

    def _note_fault(self, criterion: CriterionState, now: float) -> None:
        words = criterion.cue or any_cue(self._criteria[criterion.id], self._texts)
        fault = self._faults.get(criterion.id)
        if fault is None or fault.words != words:
            self._faults[criterion.id] = _Fault(words, criterion, now)
        else:
            fault.seen_s = now
        if self._praise is not None and self._praise.criterion_id == criterion.id:
            self._praise = None

    def _note_put_right(self, criterion: CriterionState, state: FormState) -> None:
        self._faults.pop(criterion.id, None)
        wrong = self._to_put_right.get(criterion.id)
        if wrong is not None and _is_right_now(wrong, criterion, state):
            del self._to_put_right[criterion.id]
            text = self._texts.text("cues.put_right", title=criterion.title)
            self._praise = Cue(text, CueKind.PRAISE, criterion.id, state.time_s)

    def _note_repetition(self, repetition: Repetition, state: FormState) -> None:
        """Faults that only the whole repetition shows, e.g. not deep enough; else the count."""
        for criterion in state.criteria:
            name = criterion.id
            told = self._told_s.get(name, float("-inf")) >= repetition.start_s
            if name in repetition.faults and name in self._criteria and not told:
                self._note_fault(criterion, state.time_s)
        good = repetition.verdict is Verdict.GOOD
        self._good_in_a_row = self._good_in_a_row + 1 if good else 0
        if self._good_in_a_row % self._settings.good_in_a_row == 1 and self._praise is None:
            text = self._texts.text("cues.good_repetition")
            self._praise = Cue(text, CueKind.PRAISE, since_s=state.time_s)
        if not repetition.faults:
            self._count = Cue(str(repetition.number), CueKind.COUNT, since_s=state.time_s)


def _still_worth(cue: Cue | None, now: float, longest_s: float) -> Cue | None:
    """The cue unless its moment is longer ago."""
    return None if cue is None or now - cue.since_s > longest_s else cue


def _is_right_now(wrong: CriterionState, now: CriterionState, state: FormState) -> bool:
    """Whether what was wrong has been seen to be right.

    A criterion of several measures is good as well where the one that was wrong isn't judged.

    wrong: the criterion as it was then. now: as it is, good.
    """
    if plain_name(now.measure) == plain_name(wrong.measure):
        return True
    value = state.measures.get(wrong.measure, nan)
    return value == value and wrong.beyond(value) == 0


def any_cue(criterion: Criterion, texts: Texts) -> str:
    """Words for a criterion of which only is known that it was broken, not in which direction."""
    if criterion.cue:
        return criterion.cue
    if criterion.cue_below and criterion.cue_above:
        return texts.text("cues.mind", title=criterion.title)
    return criterion.cue_below or criterion.cue_above
