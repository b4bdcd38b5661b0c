"""Saved results side by side as a library's caller has them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from formcheck.analysis.comparing.comparison import Comparison
from formcheck.analysis.comparing.comparison import compare as compare_recordings
from formcheck.analysis.comparing.comparison_document import comparison_document
from formcheck.analysis.comparing.comparison_page import comparison_page
from formcheck.analysis.comparing.comparison_wording import ComparisonWords
from formcheck.analysis.comparing.recording import NotComparableError, by_side, recording_of
from formcheck.analysis.inline import REPORT_HEIGHT, framed
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.translation import translated
from formcheck.form.vocabulary import check_vocabulary
from formcheck.results.document.saved_results import SavedResult, names_of, read_result
from formcheck.texts.entries import ENGLISH
from formcheck.texts.message import message
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts, load_texts


@dataclass(frozen=True, eq=False, repr=False)
class ComparedResults:
    """Results side by side; a notebook shows their page.

    comparison: what differs, with every curve. texts: of the language that it is told in.
    """

    comparison: Comparison
    texts: Texts

    @property
    def document(self) -> dict[str, Any]:
        """All of it, as `formcheck compare --json` prints it."""
        return comparison_document(self.comparison)

    @property
    def page(self) -> str:
        """The page, an HTML file that opens offline."""
        return comparison_page(self.comparison, self.texts)

    def __repr__(self) -> str:
        """What differs: all of it would fill a terminal for pages."""
        told = " ".join(ComparisonWords(self.comparison, self.texts).differs)
        return f"<ComparedResults: {told}>"

    def _repr_html_(self) -> str:
        return framed(self.page, REPORT_HEIGHT)


def compare(
    *results: str | Path,
    exercise: str | None = None,
    sides: bool = False,
    other_person: bool = False,
    library: ExerciseLibrary | None = None,
    language: str = ENGLISH,
) -> ComparedResults:
    """Hold saved results against the first of them.

        compared = formcheck.compare("october/squat", "november/squat")
        for row in compared.comparison.rows:
            print(row.what, row.measure, [one.mean for one in row.amounts])

    results: their folders, or `result.json` in them. exercise: the id of one of the exercises in
    them; without it, the main one of the first. sides: whether left is held against right of one
    result. other_person: whether somebody else is in one of them, as in a demonstration; what a
    camera does to the measures of one person, filmed twice from the same side, goes out of their
    differences. library: the exercises that there are; without it, the program's own.

    Raises FormcheckError, with the remedy, where they can't be compared.
    """
    texts = load_texts(language)
    saved = [read_result(Path(one)) for one in results]
    if len(saved) < (1 if sides else 2):
        raise NotComparableError(message("error.compare.too_few"))
    chosen = (library or ExerciseLibrary.built_in()).find(exercise or _main_exercise(saved[0]))
    check_vocabulary(chosen)
    chosen = translated(chosen, texts)
    labelled = zip(saved, names_of([one.folder for one in saved]), strict=True)
    recordings = [recording_of(one, chosen, label) for one, label in labelled]
    if sides:
        recordings = list(by_side(recordings[0]))
    compared = compare_recordings(chosen, recordings, by_side=sides, one_person=not other_person)
    return ComparedResults(compared, texts)


def _main_exercise(saved: SavedResult) -> str:
    """Raises NotComparableError where no exercise was recognised."""
    found = saved.document.exercise.id
    if found is None:
        raise NotComparableError(message("error.compare.unrecognised", path=shown(saved.folder)))
    return found
