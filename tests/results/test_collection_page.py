"""The page of many results: how what was found spreads."""

from formcheck.results.report.collection_page import collection_page
from formcheck.results.tables.collection import Collected
from formcheck.texts.texts import load_texts
from tests.results.test_result_document import document


def test_values_of_different_measures_share_no_plot() -> None:
    judged = document()
    first, *others = judged.sets[0].criteria
    rounding = first.model_copy(update={"unit": "chord lengths", "limit": (-0.08, 0.08)})
    rounding = rounding.model_copy(update={"found": -0.28})
    other = judged.sets[0].model_copy(update={"criteria": (rounding, *others)})
    inputs = [
        Collected("a.mp4", document=judged),
        Collected("b.mp4", document=judged.model_copy(update={"sets": (other,)})),
    ]

    together = collection_page(inputs, load_texts())
    alone = collection_page(inputs[:1], load_texts())

    assert together.count("<svg") == alone.count("<svg") + 1
    assert "−0.08 to 0.08 chord lengths" in together


def test_a_fault_in_a_shorter_set_of_another_exercise_needs_a_look_too() -> None:
    judged = document()
    (first, *_) = judged.sets
    good = first.model_copy(
        update={"summary": first.summary.model_copy(update={"verdict": "good"})}
    )
    other = first.model_copy(
        update={
            "exercise": first.exercise.model_copy(update={"id": "plank", "title": "Plank"}),
            "summary": first.summary.model_copy(update={"verdict": "fault", "reps": 1}),
        }
    )
    session = judged.model_copy(update={"summary": good.summary, "sets": (good, other)})

    one = Collected("a.mp4", document=session)
    page = collection_page([one], load_texts())

    assert one.verdict == "fault"
    assert f"<td>{first.exercise.title}, Plank</td>" in page
    assert one.reps == first.summary.reps + 1
