"""One track, judged and recognised."""

from dataclasses import dataclass

from formcheck.exercises.load import library
from formcheck.form.checker import checker_for
from formcheck.form.state import Verdict
from formcheck.pose.tracks import read_poses
from formcheck.recognition.answer import RECORDING
from formcheck.recognition.recogniser import Recogniser
from tests.people.labels import TrackLabel


@dataclass(frozen=True)
class JudgedTrack:
    """What formcheck says of a track.

    reps: where it is told the exercise, None where that is none of ours. recognised: the id where
    it isn't told, or several. criteria: how many the exercise has. scores: the likeliest two with
    their scores.
    """

    label: TrackLabel
    reps: int | None
    faults: tuple[str, ...]
    unknown: tuple[str, ...]
    criteria: int
    recognised: str | None
    scores: str

    @property
    def counted_right(self) -> bool:
        """Whether the repetitions are as labelled; True where there is nothing to count."""
        return self.reps is None or self.label.counted_right(self.reps)

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
            f"taken for {self.recognised} ({self.scores}); {', '.join(self.faults)}"
        )


def judge_track(label: TrackLabel) -> JudgedTrack:
    """Judge one track."""
    recogniser = Recogniser(settings=RECORDING)
    checker = checker_for(library()[label.exercise]) if label.exercise else None
    for pose in read_poses(label.path):
        recogniser.update(pose)
        if checker is not None:
            checker.update(pose)
    best = recogniser.best
    summary = checker.finish() if checker is not None else None
    found = {total.criterion.id: total.verdict for total in summary.criteria} if summary else {}
    likeliest = [
        f"{one.id} {score:.2f}"
        for one, score in ((best.likeliest, best.score), (best.runner_up, best.runner_up_score))
        if one is not None
    ]
    return JudgedTrack(
        label=label,
        reps=len(summary.repetitions) if summary else None,
        faults=tuple(key for key, verdict in found.items() if verdict is Verdict.FAULT),
        unknown=tuple(key for key, verdict in found.items() if verdict is Verdict.UNKNOWN),
        criteria=len(found),
        recognised=", ".join(dict.fromkeys(one.exercise.id for one in recogniser.sets)) or None,
        scores=", ".join(likeliest),
    )
