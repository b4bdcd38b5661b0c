"""The desk's films as a table: minutes in truth and as counted, and what was said.

    python -m tests.desk

Exit status 1 where something was said that was not to be, or the other way round, or minutes are
off by more than 5 % of the film.
"""

import sys

from formcheck.cli.output import say
from formcheck.desk.sitting_posture import Posture
from tests.desk.films import AWAY, DOWN, FILMS, OFF, UNKNOWN_BY_NATURE, UP, VIEWS, Watched, watched


def main() -> int:
    """Watch every film from every view and print a line for each."""
    say(f"{'film':<29} {'view':<18} {'upright':<11} {'slouched':<11} {'away':<11} unknown  said")
    wrong = 0
    for name, film in FILMS.items():
        for view, place in VIEWS.items():
            one = watched(film.seen_from(place))
            known = one.off <= OFF or (name, view) in UNKNOWN_BY_NATURE
            wrong += not (known and one.said_right)
            note = "" if known and one.said_right else "  WRONG"
            say(f"{name:<29} {view:<18} {_line(one)}{note}")
    say(f"{wrong} of {len(FILMS) * len(VIEWS)} are wrong; minutes are true / counted")
    return int(wrong > 0)


def _line(one: Watched) -> str:
    minutes = " ".join(
        f"{one.film.seconds(kind) / 60:4.1f} / {one.seconds[kind] / 60:4.1f}"
        for kind in (UP, DOWN, AWAY)
    )
    said = ", ".join(kind.value for kind in one.said) or "-"
    return f"{minutes}  {one.seconds[Posture.UNKNOWN] / 60:5.1f}  {said}"


if __name__ == "__main__":
    sys.exit(main())
