"""Left is held against right where both were trained."""

from typing import Any

from formcheck.results.report.left_and_right import left_and_right
from formcheck.results.result_document import RepetitionJudged, ResultDocument
from tests.results.test_result_document import document
from tests.texts.english import ENGLISH


def repetition(number: int, side: Any, peak: float, hold_s: float = 0.0) -> RepetitionJudged:
    return RepetitionJudged(
        number=number,
        side=side,
        start_s=4.0 * number,
        end_s=4.0 * number + 3.0,
        hold_s=hold_s,
        peak={"leg_elevation.left": peak, "leg_elevation.right": -90.0 if side == "left" else peak},
        verdict="good",
        faults=(),
    )


def of(*repetitions: RepetitionJudged, asks_to_hold: bool = True) -> ResultDocument:
    whole = document()
    exercise = whole.exercise.model_copy(update={"asks_to_hold": asks_to_hold})
    return whole.model_copy(update={"reps": repetitions, "exercise": exercise})


def told(found: ResultDocument) -> list[tuple[str, str, str]]:
    rows = left_and_right(found, "leg_elevation.working", ENGLISH)
    return [(row.name, row.left, row.right) for row in rows]


def test_each_side_s_average_stands_beside_the_other_s() -> None:
    found = of(repetition(1, "left", -2, 3.0), repetition(2, "right", 8), repetition(3, "left", 2))
    assert told(found) == [
        ("Repetitions", "2", "1"),
        ("Of them good", "2", "1"),
        ("One lasted", "3.0 s", "3.0 s"),
        ("Held", "3.0 s", "–"),
        ("Furthest point: leg elevation", "0°", "8°"),
    ]


def test_stops_on_the_way_are_no_holds() -> None:
    reps = repetition(1, "left", -2, 3.0), repetition(2, "right", 8, 1.0)
    assert "Held" in [name for name, *_ in told(of(*reps))]
    assert "Held" not in [name for name, *_ in told(of(*reps, asks_to_hold=False))]


def test_one_side_alone_is_held_against_nothing() -> None:
    assert told(of(repetition(1, "left", 0), repetition(2, None, 0))) == []
