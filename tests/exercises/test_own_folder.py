"""A user's folder has all that the built-in one has, and adding to it touches nothing else.

The folder `own` holds a new exercise with its signature, the start position that it begins in with
its figure, a movement to avoid, the source that they cite, and the German words of each.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from formcheck.cli.main import run
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_error import ExerciseError
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.load import find_exercise, library
from formcheck.exercises.translation import translated
from formcheck.feedback.drawing.framing import draw_framing
from formcheck.form.checker import FormChecker
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState, Verdict
from formcheck.form.vocabulary import VocabularyError
from formcheck.pose.pose import Pose
from formcheck.recognition.recogniser import Recogniser
from formcheck.texts.texts import load_texts
from tests.recognition import movements
from tests.recognition.movements import Figure, repeated
from tests.stick_figure import StickFigure

OWN = Path(__file__).parent / "own"
GERMAN = load_texts("de")


def arm_raise(highest: float) -> Figure:
    """Facing right, the arms from straight ahead up to so many degrees over the horizontal."""
    return lambda share: StickFigure(
        trunk=88,
        thigh=270,
        shin=270,
        upper_arm=highest * share,
        forearm=highest * share,
        near="right",
    )


def deep_bow(share: float) -> StickFigure:
    return StickFigure(
        trunk=88 - 44 * share, thigh=270, shin=270, upper_arm=0, forearm=0, near="right"
    )


@pytest.fixture(scope="module")
def own() -> ExerciseLibrary:
    return library(OWN)


def judged(exercise: Exercise, poses: Iterable[Pose]) -> tuple[SetSummary, list[FormState]]:
    checker = FormChecker(exercise, GERMAN)
    states = [checker.update(pose) for pose in poses]
    return checker.finish(), states


def test_it_is_listed_and_shown_with_the_built_in_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["exercises", "--exercises", str(OWN)]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in ("arm-raise", "deep-bow", "bird-dog"))

    assert run(["exercises", "arm-raise", "--exercises", str(OWN), "--language", "de"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Armheben" in shown
    assert "Heb beide Arme, bis sie nach oben zeigen." in shown
    assert "Ann, physiotherapist (2026). Shoulders after a long day." in shown
    assert "[1] [2] as high as you can" in shown
    assert "(ann-2026) [2] " in shown


@pytest.mark.parametrize(("highest", "verdict"), [(85, Verdict.GOOD), (45, Verdict.FAULT)])
def test_it_is_judged(own: ExerciseLibrary, highest: float, verdict: Verdict) -> None:
    summary, _ = judged(own.find("arm-raise"), repeated(arm_raise(highest)))
    assert len(summary.repetitions) == 3
    assert {one.verdict for one in summary.repetitions} == {verdict}


def test_it_is_recognised_among_all(own: ExerciseLibrary) -> None:
    recogniser = Recogniser(own.exercises.values())
    for pose in repeated(arm_raise(85)):
        recogniser.update(pose)
    assert recogniser.best.exercise is own.exercises["arm-raise"]


@pytest.mark.parametrize("doing", ["arm-raise", "wall-squat"])
def test_its_movement_to_avoid_is_warned_of_during_another(
    own: ExerciseLibrary, doing: str
) -> None:
    summary, states = judged(own.find(doing), repeated(deep_bow))
    assert summary.avoid == ("deep-bow",)
    assert "Verbeugen belastet einen müden Rücken. Heb stattdessen die Arme." in {
        state.advice for state in states
    }


def test_nobody_is_warned_of_it_who_does_not_use_the_folder() -> None:
    summary, _ = judged(library()["wall-squat"], repeated(deep_bow))
    assert summary.avoid == ()


def test_built_in_movements_to_avoid_are_warned_of_during_ones_own(own: ExerciseLibrary) -> None:
    summary, _ = judged(own.find("arm-raise"), repeated(movements.toe_touch))
    assert "toe-touch" in summary.avoid


def test_it_speaks_german(own: ExerciseLibrary) -> None:
    exercise = translated(own.find("arm-raise"), GERMAN)
    _, states = judged(exercise, repeated(movements.toe_touch))
    assert states[10].set_up.problems[0].text == "Streck die Arme nach vorn."
    _, states = judged(exercise, repeated(arm_raise(45)))
    cues = {one.cue for state in states for one in state.criteria if one.cue}
    assert cues <= {"Heb die Arme höher"}


def test_the_outline_is_that_of_its_own_start_position(own: ExerciseLibrary) -> None:
    pictures = []
    for exercise in (own.find("arm-raise"), own.find("wall-squat")):
        picture = np.zeros((480, 640, 3), np.uint8)
        draw_framing(picture, exercise, head_right=False)
        pictures.append(picture)
    assert pictures[0].any()
    assert not np.array_equal(pictures[0], pictures[1])


def test_its_file_means_the_same_by_path_as_in_its_folder() -> None:
    by_path = find_exercise(str(OWN / "arm-raise/exercise.toml"))
    assert by_path == find_exercise(str(OWN / "arm-raise"))
    assert by_path.start.position.name == "arms-forward"
    assert by_path.signature.peak
    assert translated(by_path, GERMAN).title == "Armheben"


def test_an_exercise_may_be_one_file(tmp_path: Path) -> None:
    shutil.copytree(OWN, tmp_path, dirs_exist_ok=True)
    folder = tmp_path / "arm-raise"
    text = (folder / "exercise.toml").read_text("utf-8")
    signature = (folder / "signature.toml").read_text("utf-8")
    shutil.rmtree(folder)
    whole = text.replace("[dosage]", f"[signature]\n{signature}\n[dosage]")
    (tmp_path / "arm-raise.toml").write_text(whole, "utf-8")

    one_file = find_exercise("arm-raise", tmp_path)

    assert one_file.signature == find_exercise("arm-raise", OWN).signature


@pytest.mark.parametrize(
    ("file", "right", "wrong", "told"),
    [
        ("sources.toml", "author", "auhtor", "ann-2026.auhtor: there is no such key; did you mean"),
        (
            "sources.toml",
            "about = ",
            "topic = ",
            "ann-2026.about: is missing; write what is taken",
        ),
        (
            "arm-raise/de.toml",
            "title",
            "titel",
            "titel: there is no such text; did you mean 'title'",
        ),
        (
            "arm-raise/signature.toml",
            "peak",
            "paek",
            "paek: there is no such key; did you mean 'peak'",
        ),
        ("deep-bow/exercise.toml", '"arm-raise"', '"arm-rise"', "did you mean 'arm-raise'?"),
        (
            "start_positions/arms-forward/position.toml",
            "elbow = ",
            "ellbow = ",
            "figures.side.ellbow: there is no such key; did you mean 'elbow'?",
        ),
        (
            "arm-raise/exercise.toml",
            '"arms-forward"',
            '"arms-foreward"',
            "there is no start position 'arms-foreward'; did you mean 'arms-forward'?",
        ),
        (
            "arm-raise/exercise.toml",
            '["ann-2026", ',
            '["ann-2025", ',
            "criteria[1].source[1]: there is no source 'ann-2025'; did you mean 'ann-2026'?",
        ),
    ],
)
def test_a_mistake_in_any_file_is_told_with_its_remedy(
    tmp_path: Path, file: str, right: str, wrong: str, told: str
) -> None:
    shutil.copytree(OWN, tmp_path, dirs_exist_ok=True)
    text = (tmp_path / file).read_text("utf-8")
    assert right in text
    (tmp_path / file).write_text(text.replace(right, wrong, 1), "utf-8")

    with pytest.raises(ExerciseError) as error:
        library(tmp_path)

    assert told in str(error.value)
    assert file.partition("/")[0] in str(error.value)


@pytest.mark.parametrize(
    ("file", "right", "told"),
    [
        (
            "start_positions/arms-forward/position.toml",
            "arm_elevation.near",
            "arm-raise: start_positions.arms-forward.ranges[3].measure: there is no measure",
        ),
        (
            "deep-bow/exercise.toml",
            "knee.near",
            "deep-bow: recognised.ranges[2].measure: there is no measure",
        ),
        (
            "arm-raise/signature.toml",
            "hips_over_ankles",
            "arm-raise: signature.change[2].measure: there is no measure",
        ),
    ],
)
def test_a_measure_that_does_not_exist_is_told_wherever_it_stands(
    tmp_path: Path, file: str, right: str, told: str
) -> None:
    shutil.copytree(OWN, tmp_path, dirs_exist_ok=True)
    text = (tmp_path / file).read_text("utf-8")
    assert right in text
    (tmp_path / file).write_text(text.replace(right, f"x{right}"), "utf-8")

    with pytest.raises(VocabularyError) as error:
        FormChecker(find_exercise("arm-raise", tmp_path))

    assert told in str(error.value)
    assert f"did you mean '{right.partition('.')[0]}'?" in str(error.value)
