"""How long someone has sat, and what counts as a break."""

from hypothesis import given
from hypothesis import strategies as st

from formcheck.desk.presence import Presence, PresenceSettings, PresenceWatch

TIMES = PresenceSettings()


def follow(watch: PresenceWatch, *stretches: tuple[int, bool | None]) -> list[Presence]:
    """Look once a second; each stretch is how long and whether someone sits there."""
    seen, second = [], 0
    for seconds, sitting in stretches:
        for _ in range(seconds):
            seen.append(watch.update(float(second), sitting))
            second += 1
    return seen


def breaks(seen: list[Presence]) -> list[float]:
    return [one.break_over_s for one in seen if one.break_over_s is not None]


def test_sitting_is_counted_from_the_first_look() -> None:
    assert follow(PresenceWatch(), (100, True))[-1] == Presence(True, 99.0, 0)


def test_leaving_for_a_while_is_a_break_and_the_time_starts_anew() -> None:
    seen = follow(PresenceWatch(), (1000, True), (300, False), (10, True))
    assert breaks(seen) == [301.0]
    assert seen[-1].breaks == 1
    assert seen[-1].sitting_s == 9.0


def test_reaching_for_something_on_the_floor_is_no_break() -> None:
    seen = follow(PresenceWatch(), (100, True), (30, False), (10, True))
    assert breaks(seen) == []
    assert seen[-1].sitting_s == 139.0


def test_a_picture_in_which_someone_is_overlooked_is_nothing() -> None:
    seen = follow(PresenceWatch(), (100, True), (int(TIMES.gone_s) - 1, False), (10, True))
    assert all(one.here for one in seen)


def test_a_chair_taken_for_a_person_does_not_end_a_break() -> None:
    seen = follow(
        PresenceWatch(),
        (10, True),
        (200, False),
        (int(TIMES.back_s), True),
        (200, False),
        (10, True),
    )
    assert len(breaks(seen)) == 1
    assert breaks(seen)[0] > 400


def test_nobody_has_sat_before_someone_sits() -> None:
    assert all(one == Presence(False, 0.0, 0) for one in follow(PresenceWatch(), (500, False)))


def test_a_lost_camera_is_no_break() -> None:
    seen = follow(PresenceWatch(), (100, True), (600, None), (100, True))
    assert breaks(seen) == []
    assert seen[-1].sitting_s == 799.0


def test_a_computer_that_slept_was_left_alone() -> None:
    watch = PresenceWatch()
    follow(watch, (100, True))
    seen = [watch.update(4000.0 + second, True) for second in range(10)]
    assert breaks(seen) == [3901.0]
    assert seen[-1].sitting_s < 10


@given(st.lists(st.tuples(st.integers(1, 200), st.sampled_from([True, False, None])), max_size=12))
def test_nobody_has_sat_for_longer_than_it_went_on(
    stretches: list[tuple[int, bool | None]],
) -> None:
    seen = follow(PresenceWatch(), *stretches)
    for second, one in enumerate(seen):
        assert 0 <= one.sitting_s <= second
        assert one.break_over_s is None or TIMES.break_s <= one.break_over_s <= second
    assert len(breaks(seen)) == (seen[-1].breaks if seen else 0)
