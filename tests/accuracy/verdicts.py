"""How often criteria, repetitions and holds are judged as they are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from formcheck.form.state import Repetition, Verdict
from formcheck.validation.label import LabelledRepetition
from tests.accuracy.observe import Observed

Key = tuple[str, str]
"""Exercise and criterion; `all` for either stands for the sum."""


@dataclass
class Confusion:
    """What was said of a criterion where it is broken, and where it is right.

    unseen: how often it is broken and stayed unknown where the label says that one camera can't
    judge it; that is the right answer, and counts neither as found nor as missed.
    """

    found: int = 0
    missed: int = 0
    broken_unknown: int = 0
    false_alarms: int = 0
    right: int = 0
    right_unknown: int = 0
    unseen: int = 0

    def add(self, *, broken: bool, verdict: Verdict, unseen: bool = False) -> None:
        """Count one verdict. unseen: whether the label says that it can't be judged."""
        match broken, verdict:
            case True, Verdict.UNKNOWN if unseen:
                self.unseen += 1
            case True, Verdict.FAULT:
                self.found += 1
            case True, Verdict.GOOD:
                self.missed += 1
            case True, _:
                self.broken_unknown += 1
            case False, Verdict.FAULT:
                self.false_alarms += 1
            case False, Verdict.GOOD:
                self.right += 1
            case _:
                self.right_unknown += 1

    @property
    def broken(self) -> int:
        """How often it is broken where it can be judged."""
        return self.found + self.missed + self.broken_unknown

    @property
    def total(self) -> int:
        """How often it was asked for."""
        return self.broken + self.false_alarms + self.right + self.right_unknown

    @property
    def precision(self) -> float:
        """Share of the told faults that are faults; NaN where none was told."""
        return _share(self.found, self.found + self.false_alarms)

    @property
    def recall(self) -> float:
        """Share of the faults that were told; what stayed unknown was not."""
        return _share(self.found, self.broken)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; NaN where nothing is broken or told."""
        return _share(2 * self.found, 2 * self.found + self.false_alarms + self.broken - self.found)

    @property
    def unknown(self) -> float:
        """Share of verdicts that could not be given."""
        return _share(self.broken_unknown + self.right_unknown, self.total)


@dataclass(frozen=True)
class Counting:
    """One exercise's repetitions over its clips.

    clips: counted in. exact, within_one: of them. sides_right, sides: of matched repetitions.
    hold_errors: seconds found minus shown, of repetitions that hold something.
    """

    clips: int
    exact: int
    within_one: int
    sides_right: int
    sides: int
    hold_errors: tuple[float, ...]


def judgeable(clips: Iterable[Observed]) -> list[Observed]:
    """The clips in which an exercise is to be judged: neither refused nor marked hard."""
    return [
        one
        for one in clips
        if one.summary is not None
        and one.clip.label.exercise
        and not one.clip.label.refused
        and not one.clip.label.hard
    ]


def repeated(clips: Iterable[Observed]) -> list[Observed]:
    """Those of the judgeable clips whose exercise is repeated: a posture is kept."""
    return [
        one
        for one in judgeable(clips)
        if one.summary is not None and one.summary.exercise.kind != "posture"
    ]


def per_clip(clips: Iterable[Observed]) -> dict[Key, Confusion]:
    """Verdicts on a criterion over a whole clip."""
    confusions: defaultdict[Key, Confusion] = defaultdict(Confusion)
    for one in judgeable(clips):
        assert one.summary is not None
        for total in one.summary.criteria:
            broken = total.criterion.id in one.clip.label.faults
            for key in _keys(one, total.criterion.id):
                confusions[key].add(
                    broken=broken,
                    verdict=total.verdict,
                    unseen=total.criterion.id in one.clip.label.unseen,
                )
    return dict(sorted(confusions.items()))


def per_repetition(clips: Iterable[Observed]) -> dict[Key, Confusion]:
    """Verdicts on a criterion in each repetition; one that was not counted is unknown.

    A posture is kept and not repeated, so that it has none.
    """
    confusions: defaultdict[Key, Confusion] = defaultdict(Confusion)
    for one in repeated(clips):
        assert one.summary is not None
        shown = one.clip.label.repetitions
        for repetition, found in zip(shown, match(shown, one.summary.repetitions), strict=True):
            for criterion in one.summary.exercise.criteria:
                verdict = found.verdicts[criterion.id] if found else Verdict.UNKNOWN
                for key in _keys(one, criterion.id):
                    confusions[key].add(
                        broken=criterion.id in repetition.faults,
                        verdict=verdict,
                        unseen=criterion.id in one.clip.label.unseen,
                    )
    return dict(sorted(confusions.items()))


def counting(clips: Iterable[Observed]) -> dict[str, Counting]:
    """Repetitions, sides and holds by exercise, and over all under `all`."""
    groups: defaultdict[str, list[Observed]] = defaultdict(list)
    for one in repeated(clips):
        groups[one.clip.label.exercise].append(one)
        groups["all"].append(one)
    return {name: _counting(group) for name, group in sorted(groups.items())}


def match(
    shown: Sequence[LabelledRepetition], found: Sequence[Repetition]
) -> list[Repetition | None]:
    """For each repetition the found one that overlaps it most; each is given once."""
    left = list(found)
    matched: list[Repetition | None] = []
    for one in shown:
        best = max(left, key=lambda other: _overlap(one, other), default=None)
        if best is not None and _overlap(one, best) > 0:
            left.remove(best)
            matched.append(best)
        else:
            matched.append(None)
    return matched


def _counting(clips: Sequence[Observed]) -> Counting:
    off, sides, holds = [], [], []
    for one in clips:
        assert one.summary is not None
        shown, found = one.clip.label.repetitions, one.summary.repetitions
        off.append(abs(len(shown) - len(found)))
        for repetition, other in zip(shown, match(shown, found), strict=True):
            if other is None:
                continue
            sides.append((other.side or "both") == repetition.side)
            if repetition.hold_s > 0:
                holds.append(other.hold_s - repetition.hold_s)
    return Counting(
        clips=len(off),
        exact=off.count(0),
        within_one=sum(1 for count in off if count <= 1),
        sides_right=sum(sides),
        sides=len(sides),
        hold_errors=tuple(holds),
    )


def _keys(one: Observed, criterion: str) -> tuple[Key, ...]:
    exercise = one.clip.label.exercise
    return ((exercise, criterion), (exercise, "all"), ("all", "all"))


def _overlap(shown: LabelledRepetition, found: Repetition) -> float:
    return min(shown.end_s, found.end_s) - max(shown.start_s, found.start_s)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
