"""One track, judged and recognised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from formcheck.exercises.load import library
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import CriterionTotal
from formcheck.form.state import Verdict
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import read_poses
from formcheck.recognition.answer import RECORDING
from formcheck.recognition.recogniser import Recogniser
from tests.people.labels import TrackLabel

MOST_OFF_S = 0.5
"""By how many seconds a hold may be off: what is asked of rendered ones."""


@dataclass(frozen=True)
class JudgedTrack:
    """What formcheck says of a track.

    reps, hold_s: where it is told the exercise, None where that is none of ours. criteria: what is
    said of each there, by id. recognised: the id where it isn't told, or several. scores: the
    likeliest two with their scores.
    """

    label: TrackLabel
    reps: int | None
    hold_s: float | None
    criteria: Mapping[str, CriterionTotal]
    recognised: str | None
    scores: str

    @property
    def faults(self) -> tuple[str, ...]:
        """Ids of the criteria that are broken."""
        return self._with(Verdict.FAULT)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Ids of the criteria that are left open."""
        return self._with(Verdict.UNKNOWN)

    def _with(self, verdict: Verdict) -> tuple[str, ...]:
        return tuple(key for key, total in self.criteria.items() if total.verdict is verdict)

    @property
    def counted_right(self) -> bool:
        """Whether the repetitions are as labelled; True where there is nothing to count."""
        return self.reps is None or self.label.counted_right(self.reps)

    @property
    def held_right(self) -> bool | None:
        """Whether the hold is as long as labelled, within half a second; None without a label."""
        if self.hold_s is None or self.label.held_s is None:
            return None
        return abs(self.hold_s - self.label.held_s) <= MOST_OFF_S

    @property
    def recognised_right(self) -> bool:
        """Whether it is recognised as what it is, and as nothing where it is none of ours."""
        return self.recognised == self.label.exercise

    @property
    def line(self) -> str:
        """All of it in one line."""
        low, high = self.label.reps
        expected = f"{low}" if low == high else f"{low}-{high}"
        return (
            f"{self.label.path.stem:34} {self.label.view:13} reps {self.reps} of {expected}; "
            f"held {self.hold_s} of {self.label.held_s}; "
            f"taken for {self.recognised} ({self.scores}); {', '.join(self.faults)}"
        )


def judge_track(label: TrackLabel) -> JudgedTrack:
    """Judge one track."""
    return judge_poses(label, read_poses(label.path))


def judge_poses(label: TrackLabel, poses: Iterable[Pose]) -> JudgedTrack:
    """Judge a track's poses, or what was made of them."""
    recogniser = Recogniser(settings=RECORDING)
    checker = checker_for(library()[label.exercise]) if label.exercise else None
    for pose in poses:
        recogniser.update(pose)
        if checker is not None:
            checker.update(pose)
    best = recogniser.best
    summary = checker.finish() if checker is not None else None
    likeliest = [
        f"{one.id} {score:.2f}"
        for one, score in ((best.likeliest, best.score), (best.runner_up, best.runner_up_score))
        if one is not None
    ]
    return JudgedTrack(
        label=label,
        reps=len(summary.repetitions) if summary else None,
        hold_s=summary.hold_s if summary else None,
        criteria={total.criterion.id: total for total in summary.criteria} if summary else {},
        recognised=", ".join(dict.fromkeys(one.exercise.id for one in recogniser.sets)) or None,
        scores=", ".join(likeliest),
    )
