"""The rules by which what was found is held against what a clip shows."""

import pytest

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.results.result_document import ResultDocument, VerdictName
from formcheck.texts.message import message
from formcheck.validation.compare import Difference, DifferenceKind, compare
from formcheck.validation.label import Label
from tests.validation.plain import SideName, label, repetition, result, shown

PUSH_UP = library()["push-up"]


def kinds(
    expected: Label, found: ResultDocument, exercise: Exercise = PUSH_UP
) -> list[DifferenceKind]:
    return [one.kind for one in compare(expected, found, exercise)]


def test_what_is_found_as_it_is_has_no_difference() -> None:
    expected = label(shown(faults=("deep-enough",)), shown())
    found = result(repetition(), repetition(), criteria={"deep-enough": "fault"}, verdict="fault")
    assert kinds(expected, found) == []


@pytest.mark.parametrize("number", [0, 1, 3])
def test_repetitions_are_counted_exactly(number: int) -> None:
    found = result(*[repetition()] * number)
    assert kinds(label(shown(), shown()), found) == [DifferenceKind.REPETITIONS]


@pytest.mark.parametrize("side", ["right", "both", None])
def test_each_repetition_has_its_working_side(side: SideName | None) -> None:
    assert kinds(label(shown("left")), result(repetition(side))) == [DifferenceKind.SIDE]
    assert kinds(label(shown("left")), result(repetition("left"))) == []


@pytest.mark.parametrize(
    ("found", "differs"), [(3.0, False), (3.5, False), (2.5, False), (3.51, True), (2.4, True)]
)
def test_a_hold_is_timed_within_half_a_second(found: float, differs: bool) -> None:
    difference = kinds(label(shown(hold_s=3.0)), result(repetition(hold_s=found)))
    assert difference == ([DifferenceKind.HOLD] if differs else [])


def test_where_nothing_is_held_no_hold_is_compared() -> None:
    assert kinds(label(shown(hold_s=0.0)), result(repetition(hold_s=0.9))) == []


@pytest.mark.parametrize(
    ("verdict", "kind"), [("good", DifferenceKind.FALSE_GOOD), ("unknown", DifferenceKind.UNSEEN)]
)
def test_a_broken_criterion_must_be_a_fault(verdict: VerdictName, kind: DifferenceKind) -> None:
    expected = label(shown(faults=("deep-enough",)))
    assert kinds(expected, result(repetition(), criteria={"deep-enough": verdict})) == [kind]


@pytest.mark.parametrize(
    ("verdict", "expected"), [("unknown", []), ("fault", []), ("good", [DifferenceKind.FALSE_GOOD])]
)
def test_what_one_camera_cannot_see_may_be_unknown_but_never_good(
    verdict: VerdictName, expected: list[DifferenceKind]
) -> None:
    shows = label(shown(faults=("deep-enough",))).model_copy(update={"unseen": ("deep-enough",)})
    assert kinds(shows, result(repetition(), criteria={"deep-enough": verdict})) == expected


def test_a_criterion_that_is_kept_must_not_be_a_fault_but_may_be_unknown() -> None:
    allowed: dict[VerdictName, list[DifferenceKind]] = {
        "fault": [DifferenceKind.FALSE_ALARM],
        "unknown": [],
        "good": [],
    }
    for verdict, differences in allowed.items():
        found = result(repetition(), criteria={"deep-enough": verdict})
        assert kinds(label(shown()), found) == differences


def test_a_label_may_not_name_a_criterion_that_the_exercise_lacks() -> None:
    expected = label(shown(faults=("no-such",)))
    assert kinds(expected, result(repetition(), criteria={"deep-enough": "good"})) == [
        DifferenceKind.MISSED
    ]


def test_a_refused_clip_must_have_no_verdict_whatever_was_counted() -> None:
    expected = label(shown(), refused=True)
    assert kinds(expected, result(verdict="unknown")) == []
    assert kinds(expected, result(verdict="fault")) == [DifferenceKind.NOT_REFUSED]
    assert kinds(expected, result(verdict="good")) == [DifferenceKind.GOOD_UNSEEN]


def test_a_movement_to_avoid_must_be_seen_and_warned_about() -> None:
    toe_touch = library()["toe-touch"]
    expected = label(shown(), exercise="", avoid=("toe-touch",))
    assert kinds(expected, result(repetition(), warned=("toe-touch",)), toe_touch) == []
    assert kinds(expected, result(repetition()), toe_touch) == [DifferenceKind.AVOID]
    unseen = kinds(expected, result(warned=("toe-touch",)), toe_touch)
    assert unseen == [DifferenceKind.REPETITIONS, DifferenceKind.AVOID]


def test_a_warning_of_what_is_not_done_is_a_difference() -> None:
    assert kinds(label(shown()), result(repetition(), warned=("full-sit-up",))) == [
        DifferenceKind.AVOID
    ]


def test_of_a_clip_without_an_exercise_no_criteria_are_compared() -> None:
    toe_touch = library()["toe-touch"]
    expected = label(shown(), exercise="", avoid=("toe-touch",))
    found = result(repetition(), criteria={"some": "fault"}, warned=("toe-touch",))
    assert kinds(expected, found, toe_touch) == []


@pytest.mark.parametrize("kind", DifferenceKind)
def test_on_a_hard_clip_only_what_must_never_happen_fails(kind: DifferenceKind) -> None:
    difference = Difference(kind, message("samples.no_verdict"))
    assert difference.fails(hard=False)
    never = {DifferenceKind.ERROR, DifferenceKind.FALSE_GOOD, DifferenceKind.GOOD_UNSEEN}
    assert difference.fails(hard=True) == (kind in never)
