"""Whether the same movement gets the same answer, filmed otherwise.

    python -m tests.people.perturbed FOLDER [--part 0/3] [--only mirrored,faster]

Every track in a folder with tracks.csv is judged and recognised as it is, with at most 30 pictures
a second, and after each perturbation. Told is what changed, track by track, and how often. A
criterion that turns from good to a fault, or back, is severe: it was told wrongly, and surely, at
least once. One that is left open meanwhile is mild.

--part: every third track only, from the first on, say. --only: some perturbations.
"""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from formcheck.form.sets.set_summary import CriterionTotal
from formcheck.form.state import Verdict
from formcheck.form.vocabulary import SECONDS
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import read_poses
from tests.people.judged import JudgedTrack, judge_poses
from tests.people.labels import TrackLabel, read_labels
from tests.people.perturbations import AT_OTHER_SPEED, CUT, PERTURBATIONS

RATE = 30.0
"""Pictures a second that are enough: some tracks have twice as many, which takes twice as long."""


@dataclass(frozen=True)
class Change:
    """One thing that is said otherwise. kind: what is counted. told: in words."""

    kind: str
    told: str


def main() -> int:
    """Perturb the tracks and print what changed."""
    parser = ArgumentParser(prog="python -m tests.people.perturbed")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", default="0/1")
    parser.add_argument("--only", default=",".join(PERTURBATIONS))
    options = parser.parse_args()
    first, step = (int(number) for number in options.part.split("/"))
    counted: Counter[tuple[str, str]] = Counter()
    for label in read_labels(options.folder)[first::step]:
        for name, change in _changes_of(label, options.only.split(",")):
            counted[name, change.kind] += 1
            print(f"{label.path.stem} {name} {change.kind} {change.told}", flush=True)
    for (name, kind), count in sorted(counted.items()):
        print(f"{name:22} {kind:22} {count}")
    return 0


def _changes_of(label: TrackLabel, names: Sequence[str]) -> Iterator[tuple[str, Change]]:
    poses = thinned(list(read_poses(label.path)))
    before = judge_poses(label, poses)
    for name in names:
        after = judge_poses(label, PERTURBATIONS[name](poses))
        yield from ((name, change) for change in changes(name, before, after))


def thinned(poses: Sequence[Pose]) -> list[Pose]:
    """At most RATE of them a second."""
    kept = [poses[0]]
    for pose in poses[1:]:
        if pose.time_s - kept[-1].time_s > 0.9 / RATE:
            kept.append(pose)
    return kept


def changes(name: str, before: JudgedTrack, after: JudgedTrack) -> Iterator[Change]:
    """What the perturbation of this name changed that it must not change."""
    if before.recognised != after.recognised:
        kind = "name-lost" if after.recognised is None else "name-found"
        if after.recognised not in (None, after.label.exercise):
            kind = "NAME-WRONG"
        told = f"{before.recognised} -> {after.recognised} ({before.scores} -> {after.scores})"
        yield Change(kind, told)
    if before.reps != after.reps and name not in CUT:
        kind = "COUNT-WRONG" if before.counted_right and not after.counted_right else "count"
        yield Change(kind, f"{before.reps} -> {after.reps}")
    for key, total in before.criteria.items():
        now = after.criteria[key]
        timed = SECONDS in {one.measure for one in total.criterion.conditions}
        if now.verdict is not total.verdict and not (timed and name in AT_OTHER_SPEED):
            yield Change(_kind(total, now), f"{key}: {_told(total)} -> {_told(now)}")


def _kind(before: CriterionTotal, after: CriterionTotal) -> str:
    if before.verdict is Verdict.UNKNOWN:
        return f"open-{after.verdict}"
    if after.verdict is Verdict.UNKNOWN:
        return f"{before.verdict}-open"
    return f"{before.verdict}-{after.verdict}".upper()


def _told(total: CriterionTotal) -> str:
    told = total.judgement
    return f"{total.verdict} {told.found:.3g} ± {told.error:.2g}"


if __name__ == "__main__":
    sys.exit(main())
