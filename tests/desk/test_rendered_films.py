"""The studio's people at a desk, as the pose model finds them: what is said, and the minutes.

`python -m tests.desk --rendered` prints all of it as a table.
"""

import pytest

from formcheck.desk.posture import Posture
from samples.desk_films.filming import SITTERS, VIEWS
from tests.desk.films import DOWN, OFF
from tests.desk.rendered_films import FILMS, watched_rendered

SLIM = "slim-woman"

OF_THE_SLIM_WOMAN = [
    *(("pokes the head forward", SLIM, view) for view in VIEWS),
    *(("bends over a phone", SLIM, view) for view in ("side", "side-off-by-20", "half-turned")),
    *((film, SLIM, "side-close") for film in ("works, reads, leans back a little", "slumps")),
    *((film, SLIM, "side-close") for film in ("phones for 3 min", "stretches")),
]
"""What is known to be right of her; that she bends over a phone is not seen from the front."""

ALL = [
    *(
        (film, sitter, view)
        for film in FILMS
        for sitter in SITTERS
        if sitter != SLIM
        for view in VIEWS
    ),
    *OF_THE_SLIM_WOMAN,
]

FAST = [
    ("drinks", "older-man", "half-turned"),
    ("looks round", "heavy-man", "half-turned"),
    ("looks closer for 7 s", "woman", "front"),
    ("leans on", "woman", "front"),
    ("slumps", "older-man", "front"),
    ("pokes the head forward", "woman", "front"),
    ("pokes the head forward", "heavy-man", "half-turned"),
    ("bends over a phone", "woman", "half-turned"),
    ("pokes the head forward", SLIM, "half-turned"),
    ("phones for 3 min", SLIM, "side-close"),
    ("fetches something", "heavy-man", "side"),
]


def check(film: str, sitter: str, view: str) -> None:
    found = watched_rendered(FILMS[film], sitter, view)
    assert list(found.said) == list(FILMS[film].said)
    # What can't be told is left open; nothing is told wrongly.
    assert found.off - found.seconds[Posture.UNKNOWN] / sum(found.true_s.values()) <= OFF


@pytest.mark.parametrize(("film", "sitter", "view"), FAST)
def test_what_is_said_and_the_minutes(film: str, sitter: str, view: str) -> None:
    check(film, sitter, view)


@pytest.mark.slow
@pytest.mark.parametrize(("film", "sitter", "view"), [one for one in ALL if one not in FAST])
def test_what_is_said_and_the_minutes_of_the_others(film: str, sitter: str, view: str) -> None:
    check(film, sitter, view)


def test_slouching_is_told_from_the_front_as_well() -> None:
    assert watched_rendered(FILMS["leans on"], "heavy-man", "front").seconds[DOWN] > 80
