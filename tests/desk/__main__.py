"""The desk's films as a table: minutes in truth and as counted, and what was said.

    python -m tests.desk [--rendered]

Drawn figures, or with `--rendered` the studio's people as the pose model finds them. Exit status 1
where something was said that was not to be, or the other way round, or minutes are off by more than
5 % of the film.
"""

import sys
from collections.abc import Iterator

from formcheck.cli.terminal.output import say
from formcheck.desk.posture import Posture
from samples.desk_films.filming import SITTERS
from samples.desk_films.filming import VIEWS as RENDERED_VIEWS
from tests.desk.films import AWAY, DOWN, FILMS, OFF, UP, VIEWS, Watched, watched
from tests.desk.rendered_films import FILMS as RENDERED_FILMS
from tests.desk.rendered_films import watched_rendered


def main() -> int:
    """Watch every film from every view and print a line for each."""
    say(f"{'film':<33} {'view':<26} {'upright':<11} {'slouched':<11} {'away':<11} unknown  said")
    wrong = watched_over = 0
    for name, view, one in _all(rendered="--rendered" in sys.argv):
        watched_over += 1
        known = one.off <= OFF
        wrong += not (known and one.said_right)
        note = "" if one.said_right else "  WRONG"
        note += "" if known else "  OFF"
        say(f"{name:<33} {view:<26} {_line(one)}{note}")
    say(f"{wrong} of {watched_over} are wrong; minutes are true / counted")
    return int(wrong > 0)


def _all(*, rendered: bool) -> Iterator[tuple[str, str, Watched]]:
    if not rendered:
        for name, film in FILMS.items():
            for view, place in VIEWS.items():
                yield name, view, watched(film.seen_from(place))
        return
    for name, made in RENDERED_FILMS.items():
        for sitter in SITTERS:
            for side in RENDERED_VIEWS:
                yield name, f"{sitter}, {side}", watched_rendered(made, sitter, side)


def _line(one: Watched) -> str:
    minutes = " ".join(
        f"{one.true_s[kind] / 60:4.1f} / {one.seconds[kind] / 60:4.1f}" for kind in (UP, DOWN, AWAY)
    )
    said = ", ".join(kind.value for kind in one.said) or "-"
    return f"{minutes}  {one.seconds[Posture.UNKNOWN] / 60:5.1f}  {said}"


if __name__ == "__main__":
    sys.exit(main())
