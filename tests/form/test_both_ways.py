"""Movements that pass the start position both ways: rounding and arching the back."""

from formcheck.exercises.load import library
from formcheck.form.both_ways import BothWays
from formcheck.form.repetitions import Excursion

CAT = library()["cat-stretch"].repetition
LEVEL, ROUND, ARCH = 0.04, 0.14, -0.1


def begun(signal=LEVEL, frames=20):
    cat = BothWays(CAT)
    assert not any(cat.leaves_start(signal) for _ in range(frames))
    return cat


def test_the_start_position_is_left_whichever_way_comes_first():
    assert begun().leaves_start(ROUND)
    assert begun().leaves_start(ARCH)


def test_the_start_position_is_left_once():
    cat = begun()
    assert cat.leaves_start(ARCH)
    assert not cat.leaves_start(ROUND)


def test_frames_without_a_value_are_passed_over():
    assert not begun().leaves_start(float("nan"))


def test_a_movement_one_way_has_no_such_start():
    assert not BothWays(library()["push-up"].repetition).leaves_start(1000.0)


def test_someone_who_arched_and_came_back_to_level_did_a_cycle_without_rounding():
    cat = begun()
    cat.leaves_start(ARCH)
    assert cat.ends(Excursion(ARCH, LEVEL, 9.0, complete=False))


def test_coming_back_to_level_after_rounding_and_arching_is_no_further_cycle():
    cat = begun()
    cat.leaves_start(ROUND)
    cat.used(after=True)
    cat.count(Excursion(LEVEL, ROUND, 6.0))
    assert not cat.ends(Excursion(ARCH, LEVEL, 9.0, complete=False))


def test_someone_who_begins_by_arching_ends_level_without_a_further_cycle():
    cat = begun()
    cat.leaves_start(ARCH)
    assert cat.arch_before_is_free
    cat.used(after=False)
    cat.count(Excursion(ARCH, ROUND, 6.0))
    assert not cat.ends(Excursion(ARCH, LEVEL, 9.0, complete=False))


def test_a_way_back_that_stops_half_way_to_level_is_no_cycle_yet():
    cat = begun()
    cat.leaves_start(ARCH)
    assert not cat.ends(Excursion(ARCH, ARCH / 2, 9.0, complete=False))
