"""Set-up problems over time."""

from formcheck.feedback.lasting_problems import LASTING_S, LastingProblems
from formcheck.form.state import SetUpProblem

FAR = SetUpProblem("too-far", "Come nearer.")
NO_FOOT = SetUpProblem("out-of-view", "I can't see your left foot.")
NO_HAND = SetUpProblem("out-of-view", "I can't see your left hand.")


def test_a_problem_is_told_once_it_has_lasted() -> None:
    problems = LastingProblems()

    problems.update(0.0, [FAR])
    assert problems.to_tell(0.0) == []
    problems.update(LASTING_S / 2, [FAR])
    assert problems.to_tell(LASTING_S / 2) == []
    problems.update(LASTING_S, [FAR])

    assert problems.to_tell(LASTING_S) == [FAR]


def test_it_is_forgotten_once_it_has_been_gone_as_long() -> None:
    problems = LastingProblems()
    problems.update(0.0, [FAR])
    problems.update(0.5, [FAR])
    problems.update(1.0, [FAR])

    problems.update(1.2, [])
    assert problems.to_tell(1.2) == [FAR]

    problems.update(1.0 + LASTING_S, [])
    assert problems.to_tell(1.0 + LASTING_S) == []


def test_the_same_problem_may_change_its_words() -> None:
    problems = LastingProblems()
    problems.update(0.0, [NO_FOOT])
    problems.update(0.5, [NO_FOOT])
    problems.update(1.0, [NO_HAND])

    assert problems.to_tell(1.0) == [NO_HAND]


def test_the_order_is_the_one_of_the_moment() -> None:
    problems = LastingProblems()
    problems.update(0.0, [NO_FOOT, FAR])
    problems.update(0.5, [NO_FOOT, FAR])
    problems.update(1.0, [FAR, NO_FOOT])

    assert problems.to_tell(1.0) == [FAR, NO_FOOT]


def test_two_pictures_far_apart_are_no_problem_that_lasts() -> None:
    problems = LastingProblems()
    problems.update(0.0, [FAR])
    problems.update(1.0, [FAR])
    assert problems.to_tell(1.0) == []

    problems.update(2.0, [FAR])
    assert problems.to_tell(2.0) == [FAR]
