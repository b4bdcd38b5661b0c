"""A still picture that shows another exercise than the one that was asked for."""

from pathlib import Path

import pytest

from formcheck.analysis.judging.judge_input import judge_input
from formcheck.exercises.load import library
from formcheck.results.instead import MAYBE, NOT_DONE, UNSURE
from formcheck.results.result_document import ResultDocument
from formcheck.results.wording.result_wording import headline
from tests.recognition import movements
from tests.results import sessions
from tests.stick_figure import StickFigure
from tests.texts.english import ENGLISH
from tests.video.clips import write_picture


def judged(folder: Path, asked: str, figure: StickFigure) -> ResultDocument:
    image = next(sessions.frames(sessions.nobody(1))).image
    picture = write_picture(folder / "photo.png", image)
    return judge_input(
        picture,
        library()[asked],
        prepare=lambda: sessions.known([figure.pose()]),
        place=(folder / "out", "photo"),
    ).document


@pytest.mark.parametrize("asked", ["wall-squat", "bridge", "side-leg-lift"])
def test_what_is_clearly_something_else_is_not_judged(tmp_path: Path, asked: str) -> None:
    document = judged(tmp_path, asked, movements.bird_dog(1.0))
    assert document.warning_ids[0] == NOT_DONE
    assert headline(document, ENGLISH) == "This looks like another exercise: Bird dog."
    assert document.exercise.runner_up == "bird-dog"
    assert {one.verdict for one in document.criteria} == {"unknown"}
    assert (document.summary.verdict, document.sets) == ("unknown", ())
    assert (tmp_path / "out/photo/annotated.jpg").exists()


def test_what_may_be_the_asked_one_done_badly_is_judged_and_told_of(tmp_path: Path) -> None:
    document = judged(tmp_path, "cat-stretch", movements.bird_dog(1.0))
    assert document.warning_ids[0] == MAYBE
    assert headline(document, ENGLISH).startswith("Perhaps another exercise (Bird dog).")


@pytest.mark.parametrize(
    ("asked", "figure"),
    [
        ("cat-stretch", movements.donkey_kick(1.0)),
        ("cat-stretch", movements.plank()),
    ],
)
def test_what_nothing_speaks_for_is_judged_with_a_warning(
    tmp_path: Path, asked: str, figure: StickFigure
) -> None:
    document = judged(tmp_path, asked, figure)
    assert document.summary.verdict == "fault"
    assert document.warning_ids[0] == UNSURE


@pytest.mark.parametrize(
    ("asked", "figure"),
    [
        ("bird-dog", movements.bird_dog(1.0)),
        ("bird-dog", movements.bird_dog(0.0)),
        ("push-up", movements.push_up(1.0)),
        ("bridge", movements.bridge(0.0)),
    ],
)
def test_of_the_asked_one_nothing_else_is_told(
    tmp_path: Path, asked: str, figure: StickFigure
) -> None:
    document = judged(tmp_path, asked, figure)
    assert not {NOT_DONE, MAYBE, UNSURE} & set(document.warning_ids)
    assert document.exercise.runner_up is None
