"""Who isn't found, but stirs where they sat, has not left: they are counted as nobody knows how."""

import pytest

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.posture import Posture, Who
from formcheck.desk.seat import Seat, Stir
from formcheck.desk.still_there import StillThere
from formcheck.desk.watch import DeskWatch
from formcheck.texts.texts import load_texts
from tests.desk.sitters import UPRIGHT, nobody


def lost_after(seen: Who, stirs: list[Stir], every_s: float = 1.0) -> Who:
    """Who that is whom nobody has found since; one look for each stir."""
    there = StillThere()
    there.who(0.0, seen, Stir.SEATED)
    who = seen
    for number, stir in enumerate(stirs, 1):
        who = there.who(number * every_s, Who.OTHER, stir)
    return who


@pytest.mark.parametrize(
    ("seen", "stirs", "who"),
    [
        (Who.SAME, [Stir.SEATED] * 30, Who.UNSURE),
        (Who.SAME, [Stir.SEATED, *[Stir.NONE] * 5], Who.UNSURE),
        (Who.SAME, [Stir.NONE] * 10, Who.OTHER),
        (Who.SAME, [Stir.ABOVE, *[Stir.SEATED] * 10], Who.OTHER),
        (Who.STANDING, [Stir.SEATED] * 10, Who.OTHER),
        (Who.ELSEWHERE, [Stir.SEATED] * 10, Who.OTHER),
    ],
    ids=["bends", "holds still for a moment", "has left", "stands", "got up", "went aside"],
)
def test_whether_they_are_still_there(seen: Who, stirs: list[Stir], who: Who) -> None:
    assert lost_after(seen, stirs) is who


def test_what_stirs_for_very_long_is_something_else() -> None:
    assert lost_after(Who.SAME, [Stir.SEATED] * 50, every_s=10.0) is Who.UNSURE
    assert lost_after(Who.SAME, [Stir.SEATED] * 70, every_s=10.0) is Who.OTHER


def test_what_stirs_after_they_left_is_not_they() -> None:
    there = StillThere()
    there.who(0.0, Who.SAME, Stir.SEATED)
    there.note_gone()
    assert there.who(1.0, Who.OTHER, Stir.SEATED) is Who.OTHER


def watched(stir: Stir) -> DeskWatch:
    """Somebody sits for a minute, then nobody is found for two, and then they are again."""
    watch = DeskWatch(desk_exercise(load_texts()), break_every_s=3000.0, remind_every_s=300.0)
    watch.take_baseline(0.0)
    for second in range(240):
        lost = 60 <= second < 180
        pose = nobody(float(second)) if lost else UPRIGHT.pose(float(second))
        watch.update(pose, stir=stir if lost else Stir.SEATED)
    return watch


def test_who_bends_over_a_phone_and_is_not_found_has_had_no_break() -> None:
    watch = watched(Stir.SEATED)
    assert watch.breaks == 0
    assert watch.spent.seconds[Posture.AWAY] == 0
    assert watch.spent.seconds[Posture.UNKNOWN] >= 115


def test_an_empty_room_is_a_break() -> None:
    watch = watched(Stir.NONE)
    assert watch.breaks == 1
    assert watch.spent.seconds[Posture.AWAY] >= 110


def test_the_seat_is_about_the_shoulders_and_within_the_picture() -> None:
    seat = Seat.about((320.0, 240.0), 200.0, (640, 480))
    assert seat == Seat(left=180 / 640, right=460 / 640, top=100 / 480)
    assert Seat.about((50.0, 90.0), 200.0, (640, 480)) == Seat(left=0.0, right=190 / 640, top=0.0)
