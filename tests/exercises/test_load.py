"""Exercise files: the program's own are complete, and a mistake is told with its remedy."""

from pathlib import Path
from typing import get_args

import pytest

from formcheck.exercises.exercise_error import ExerciseError
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.file_part import JointName
from formcheck.exercises.load import find_exercise, library, read_exercise
from formcheck.form.vocabulary import VocabularyError, check_vocabulary
from formcheck.pose.landmarks import PAIRED

OWN = """
id = "heel-slide"
title = "Heel slide"
kind = "exercise"
steps = ["Lie on your back with your knees bent.", "Slide one heel away and back."]
why = "It moves the hip while the back is still."
source = "own"

[camera]
view = "side"
place = "Low, at your side."

[start]
position = "lying"

[[posture]]
measure = "chest_elevation"
at_least = 0

[repetition]
measure = "knee.near"
direction = "rises"
least_travel = 30
usual_rest = 80
usual_peak = 160

[dosage]
reps = [8, 12]

[[criteria]]
id = "knee-straight"
title = "Knee straight"
during = "hold"
measure = "knee.near"
at_least = 150
cue = "Straighten your knee"
why = "That is the movement."
source = "engineering"
"""


def own_file(folder: Path, *changes: tuple[str, str]) -> Path:
    text = OWN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "heel-slide.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", library())
def test_every_exercise_of_the_library_is_complete(name: str) -> None:
    exercise = library()[name]
    assert exercise.id == name
    assert exercise.steps
    assert exercise.why
    assert exercise.cautions or exercise.kind == "avoid"
    check_vocabulary(exercise)
    for criterion in exercise.criteria:
        cues = (criterion.cue, criterion.cue_below, criterion.cue_above)
        assert all(len(cue.split()) <= 6 for cue in cues), criterion.id


def test_the_first_exercises_are_there() -> None:
    assert {"bird-dog", "wall-squat", "push-up", "partial-sit-up"} <= set(library())


def test_start_positions_are_named_for_people() -> None:
    assert ExerciseLibrary.built_in().start_positions["all-fours"].title == "on all fours"


def test_a_file_of_ones_own_is_read_and_found_by_path_and_by_folder(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    assert read_exercise(path).title == "Heel slide"
    assert find_exercise(str(path)).id == "heel-slide"
    assert find_exercise("heel-slide", tmp_path).id == "heel-slide"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('title = "Heel slide"\n', "", "title: is missing; write its usual name"),
        (
            "[dosage]\n",
            "",
            "dosage: is missing; begin it with the line [dosage], and below it write",
        ),
        ('source = "engineering"\n', "", "source: is missing; write where"),
        ("at_least = 150", "at_laest = 150", "criteria[1].at_laest: there is no such key; "),
        ("at_least = 150", "at_laest = 150", "did you mean 'at_least'?"),
        ("at_least = 150", 'at_least = "much"', "criteria[1].at_least: "),
        ("at_least = 150", "at_least = true", "criteria[1].at_least: true is no number; "),
        ('view = "side"', 'view = "sideways"', "camera.view: "),
        (
            'view = "side"',
            'view = "side"\njoints = ["sholder"]',
            'camera.joints[1]: "sholder" can\'t stand here; write ear, shoulder, elbow',
        ),
        (
            "at_least = 150",
            "at_least = nan",
            "criteria[1].at_least: must be a finite number",
        ),
        ("least_travel = 30", "least_travel = inf", "repetition.least_travel: "),
        ("reps = [8, 12]", "reps = [12, 8]", "reps: write the smaller number first"),
        ("reps = [8, 12]", "reps = [0, 12]", "dosage.reps[1]: "),
        ('during = "hold"', 'during = "top"', "there is no phase 'top'"),
        ('position = "lying"', 'position = "flying"', "there is no start position 'flying'"),
        ('position = "lying"', 'position = "flying"', "did you mean 'lying'?"),
        ('source = "own"', 'source = ["articel"]', "source[1]: there is no source 'articel'"),
        ('source = "own"', 'source = ["articel"]', "did you mean 'article'?"),
        ('source = "own"', 'source = "own: as I do it"', "what it says goes into source_note"),
        ('source = "own"', "source = []", "source: "),
        ("[dosage]", "[looks_like]", "looks_like: there is no such key; did you mean 'signature'?"),
        ("[dosage]", '[signature]\nstill = "rest"\n[dosage]', "still needs still_within"),
        ('kind = "exercise"', 'kind = "exercise"\nat_the_desk = true', 'for kind = "posture"'),
        ('direction = "rises"', 'direction = "falls"', "usual_peak lies on the wrong side"),
        ('cue = "Straighten your knee"\n', "", "needs a cue"),
        (
            'id = "heel-slide"',
            "id = heel-slide",
            'line 2: write text in straight quotes: "heel-slide"',
        ),
    ],
)
def test_a_mistake_names_the_file_the_key_and_the_remedy(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    path = own_file(tmp_path, (old, new))
    with pytest.raises(ExerciseError) as error:
        read_exercise(path)
    assert told in str(error.value)
    assert "heel-slide.toml" in str(error.value)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("kneee.near", "did you mean 'knee'?"),
        ("knee", 'say which side, for example "knee.near"'),
        ("trunk_inclination.near", "has no sides"),
        ("knee.upper", "there is no side 'upper'"),
        ("knee.working", "needs a working side"),
    ],
)
def test_a_measure_that_doesnt_exist_is_told(tmp_path: Path, name: str, told: str) -> None:
    path = own_file(tmp_path, ('measure = "knee.near"\nat_least', f'measure = "{name}"\nat_least'))
    with pytest.raises(VocabularyError, match=told.replace("?", r"\?")):
        check_vocabulary(read_exercise(path))


def test_a_byte_order_mark_as_editors_on_windows_write_it_is_no_mistake(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    path.write_text(path.read_text("utf-8"), "utf-8-sig")
    assert read_exercise(path).id == "heel-slide"


def test_two_exercises_of_a_folder_with_one_id_are_told(tmp_path: Path) -> None:
    own_file(tmp_path).rename(tmp_path / "copy.toml")
    own_file(tmp_path)
    with pytest.raises(ExerciseError, match="two exercises have the id 'heel-slide'"):
        library(tmp_path)


def test_the_joints_that_a_file_may_name_are_those_of_both_sides() -> None:
    assert get_args(JointName) == PAIRED


def test_an_unknown_exercise_names_the_nearest() -> None:
    with pytest.raises(ExerciseError, match="did you mean 'bird-dog'"):
        find_exercise("birddog")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("plnk", "plank"),
        ("Liegestütz", "push-up"),
        ("bird", "bird-dog"),
        ("twist", "seated-twist"),
        ("back", "back-extension"),
    ],
)
def test_a_slip_a_title_in_any_language_and_a_part_of_the_id_are_understood(
    typed: str, meant: str
) -> None:
    with pytest.raises(ExerciseError, match=f"did you mean '{meant}'"):
        find_exercise(typed)


@pytest.mark.parametrize("typed", ["nosuch", "superman", "xyz"])
def test_nothing_far_fetched_is_suggested(typed: str) -> None:
    with pytest.raises(ExerciseError, match=f"'{typed}'") as told:
        find_exercise(typed)
    assert "did you mean" not in str(told.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExerciseError, match=r"there is no file .*none\.toml"):
        find_exercise(str(tmp_path / "none.toml"))


def test_the_posture_at_the_desk_is_ones_own_where_there_is_one(tmp_path: Path) -> None:
    assert ExerciseLibrary.built_in().at_the_desk().id == "desk-sitting"

    own_file(
        tmp_path,
        ('id = "heel-slide"', 'id = "mine"\nat_the_desk = true'),
        ('"exercise"', '"posture"'),
    )
    assert library(tmp_path).at_the_desk().id == "mine"


def test_a_programme_beside_exercises_is_none_of_them(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    programme = tmp_path / "a-programme.toml"
    programme.write_text('title = "Mine"\n[[entries]]\nexercise = "heel-slide"\n')

    assert library(tmp_path)["heel-slide"] == read_exercise(path)
    with pytest.raises(ExerciseError, match="is a programme and not an exercise"):
        read_exercise(programme)
