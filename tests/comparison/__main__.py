"""Judges every sample clip and compares two such runs: what a change of the code changed.

    python -m tests.comparison judge BEFORE            the clips themselves
    python -m tests.comparison judge AFTER --tracks BEFORE     the poses that BEFORE found: quicker
    python -m tests.comparison differences BEFORE AFTER

Each clip is judged as the exercise of its label and recognised. Compared are the exit status,
what is told on the terminal, `result.json`, `reps.csv` and `measures.csv`.
"""

import argparse
import sys
from pathlib import Path

from tests.comparison.differences import differences
from tests.comparison.judge import judge_all


def main() -> int:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(prog="python -m tests.comparison", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    judging = commands.add_parser("judge")
    judging.add_argument("out", type=Path)
    judging.add_argument("--tracks", type=Path, help="an earlier run's folder, to take poses from")
    judging.add_argument("--jobs", type=int, default=2)
    judging.add_argument("--clips", nargs="+", default=[], help="clips by name; all without any")
    comparing = commands.add_parser("differences")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    given = parser.parse_args()
    if given.command == "differences":
        found = list(differences(given.before, given.after))
        print("\n".join(found) or "no difference")
        return 1 if found else 0
    judge_all(given.out, given.tracks, given.jobs, given.clips)
    return 0


if __name__ == "__main__":
    sys.exit(main())
