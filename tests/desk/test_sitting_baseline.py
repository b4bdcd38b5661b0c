"""When a baseline is taken, and what is said when it can't be."""

from dataclasses import replace

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.glance import DeskObserver
from formcheck.desk.sitting_baseline import BaselineTaker, Obstacle, SittingBaselineSettings
from formcheck.desk.sitting_posture import PostureJudge
from formcheck.pose.pose import Pose
from formcheck.texts.texts import load_texts
from tests.desk.sitters import LEANING, UPRIGHT, nobody
from tests.stick_figure import StickFigure


def feed(
    taker: BaselineTaker, figure: StickFigure | None, seconds: range
) -> list[PostureJudge | None]:
    observer = DeskObserver(desk_exercise(load_texts()))
    poses: list[Pose] = [
        nobody(float(s)) if figure is None else figure.pose(float(s)) for s in seconds
    ]
    return [taker.update(observer.update(pose)) for pose in poses]


def taker(from_s: float = 0.0) -> BaselineTaker:
    return BaselineTaker(desk_exercise(load_texts()), from_s)


def test_some_seconds_of_sitting_upright_make_a_baseline() -> None:
    taken = feed(taker(), UPRIGHT, range(4))
    assert taken[:3] == [None, None, None]
    assert taken[3] is not None


def test_what_was_before_the_person_was_asked_does_not_count() -> None:
    taken = feed(taker(from_s=5.0), UPRIGHT, range(9))
    assert [second for second, judge in enumerate(taken) if judge is not None] == [8]


def test_someone_who_leans_is_asked_to_sit_up_first() -> None:
    one = taker()
    assert not any(feed(one, LEANING, range(10)))
    assert one.obstacle(9.0) is Obstacle.NOT_UPRIGHT
    assert feed(one, UPRIGHT, range(10, 14))[-1] is not None


def test_a_slouch_that_the_start_position_allows_is_no_baseline_either() -> None:
    one = taker()
    slouched = replace(UPRIGHT, trunk=65)
    assert not any(feed(one, slouched, range(10)))
    assert one.obstacle(9.0) is Obstacle.NOT_UPRIGHT


def test_nobody_is_told_after_a_while_and_not_at_once() -> None:
    one = taker()
    feed(one, None, range(2))
    assert one.obstacle(1.0) is None
    feed(one, None, range(2, 9))
    assert one.obstacle(SittingBaselineSettings().patience_s + 1) is Obstacle.NOBODY


def test_an_obstacle_that_is_gone_is_forgotten() -> None:
    one = taker()
    feed(one, None, range(9))
    feed(one, UPRIGHT, range(9, 11))
    assert one.obstacle(20.0) is None
