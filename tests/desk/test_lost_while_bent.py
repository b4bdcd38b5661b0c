"""Who bends until no body is found has not left, and who stands up first has."""

import pytest

from formcheck.desk.lost_while_bent import LostWhileBent
from formcheck.desk.posture import Posture, Who


def bent_at(time_s: float) -> LostWhileBent:
    lost = LostWhileBent()
    lost.note(time_s, Posture.SLOUCHED, Who.SAME)
    return lost


@pytest.mark.parametrize(
    ("after_s", "found", "who"),
    [
        (1, Who.OTHER, Who.UNSURE),
        (100, Who.OTHER, Who.UNSURE),
        (150, Who.OTHER, Who.OTHER),
        (1, Who.STANDING, Who.STANDING),
        (1, Who.SAME, Who.SAME),
    ],
)
def test_who_bent_and_is_no_longer_found(after_s: float, found: Who, who: Who) -> None:
    assert bent_at(10.0).who(10.0 + after_s, found) is who


@pytest.mark.parametrize(
    ("posture", "who"),
    [(Posture.UPRIGHT, Who.SAME), (Posture.AWAY, Who.STANDING), (Posture.UNKNOWN, Who.ELSEWHERE)],
)
def test_who_straightened_up_stood_or_moved_since_has_left(posture: Posture, who: Who) -> None:
    lost = bent_at(10.0)
    lost.note(11.0, posture, who)
    assert lost.who(12.0, Who.OTHER) is Who.OTHER


def test_who_was_never_bent_has_left() -> None:
    assert LostWhileBent().who(5.0, Who.OTHER) is Who.OTHER


def after_being_seen_bent_for(seconds: int, *, overlooked: bool = False) -> Who:
    """Who that is of whom nothing is found a second later."""
    lost = LostWhileBent()
    for time_s in range(seconds + 1):
        seen = not (overlooked and time_s == seconds // 2)
        posture, who = (Posture.SLOUCHED, Who.SAME) if seen else (Posture.UNKNOWN, Who.UNSURE)
        lost.note(float(time_s), posture, who)
    return lost.who(seconds + 1.0, Who.OTHER)


def test_who_was_seen_well_for_long_while_bent_has_left() -> None:
    assert after_being_seen_bent_for(30) is Who.OTHER
    assert after_being_seen_bent_for(5) is Who.UNSURE


def test_who_was_lost_now_and_then_while_bent_has_not() -> None:
    assert after_being_seen_bent_for(18, overlooked=True) is Who.UNSURE
