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
    assert "-0.08 to 0.08 chord lengths" in together
