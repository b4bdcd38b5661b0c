"""`formcheck exercises --validate FILE` tells every mistake at once, and in plain words."""

from pathlib import Path

import pytest

from formcheck.cli.main import run
from formcheck.exercises.load import library, read_exercise
from formcheck.exercises.rivals import rivals
from formcheck.form.possible import impossible
from formcheck.form.vocabulary import VocabularyError, check_vocabulary
from tests.exercises.test_load import own_file

BRIDGE = Path(__file__).parents[2] / "formcheck/exercises/library/bridge"


def told(capsys: pytest.CaptureFixture[str], path: Path) -> list[str]:
    """What `--validate` says is wrong, without the file's name."""
    assert run(["exercises", "--validate", str(path)]) == 2
    lines = capsys.readouterr().err.splitlines()
    before = f"formcheck: {path}: "
    assert all(line.startswith(before) for line in lines)
    return [line.removeprefix(before) for line in lines]


def test_mistakes_of_all_kinds_are_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = own_file(
        tmp_path,
        ('title = "Heel slide"', "title = “Heel slide”"),
        ('kind = "exercise"', 'kind = "game"'),
        ("reps = [8, 12]", "reps = [12, 8]"),
        ('during = "hold"', 'during = "top"'),
        ('measure = "knee.near"\nat_least = 150', 'measure = "kneee.near"\nat_laest = 150'),
        ("usual_rest = 80", "usual_rest = 1550"),
    )
    places = {line.partition(": ")[0] for line in told(capsys, path)}
    assert places == {
        "line 3",
        "kind",
        "criteria[1].at_laest",
        "criteria[1].during",
        "dosage.reps",
        "repetition.usual_peak",
        "criteria[1].measure",
        "repetition.usual_rest",
    }


def test_what_follows_from_a_mistake_is_no_second_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = own_file(tmp_path, ("at_least = 150", 'at_least = "much"'))
    assert told(capsys, path) == [
        'criteria[1].at_least: "much" is no number; write the lowest value that is right'
    ]


@pytest.mark.parametrize("word", ["True", "Yes", "None", "wenig"])
def test_a_word_in_place_of_a_number_is_one_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    path = own_file(tmp_path, ("at_least = 150", f"at_least = {word}"))
    (line,) = told(capsys, path)
    assert line.startswith("criteria[1].at_least: ")
    assert line.endswith("is no number; write the lowest value that is right")


def test_a_word_that_is_nearly_right_is_told_as_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = own_file(tmp_path, ('cue = "', 'may_be_unseen = True\ncue = "'))
    assert told(capsys, path) == ["line 36: write true or false, in small letters"]


@pytest.mark.parametrize(
    ("right", "wrong", "meant"),
    [
        ("[repetition]", "[repetitions]", "repetitions: there is no such key; did you mean"),
        ("[start]", "[strat]", "strat: there is no such key; did you mean 'start'?"),
        ("[camera]", "[kamera]", "kamera: there is no such key; did you mean 'camera'?"),
        ("[[criteria]]", "[[criterias]]", "criterias: there is no such key; did you mean"),
    ],
)
def test_a_heading_with_a_slip_is_one_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], right: str, wrong: str, meant: str
) -> None:
    (line,) = told(capsys, own_file(tmp_path, (right, wrong)))
    assert line.startswith(meant)


def test_what_is_wrong_below_a_heading_with_a_slip_is_told_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = own_file(
        tmp_path,
        ("[repetition]", "[repetitions]"),
        ("usual_rest = 80", 'usual_rest = "much"'),
        ("least_travel", "laest_travel"),
    )
    places = [line.partition(": ")[0] for line in told(capsys, path)]
    assert places == ["repetitions", "repetitions.laest_travel", "repetition.usual_rest"]


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ('id = "heel-slide"', 'id = "Heel slide"', "use small letters, digits and single hyphens"),
        ('steps = ["Lie', 'steps = "Lie', "steps: is a list and stands in square brackets"),
        ("[[criteria]]", "[criteria]", "criteria: begin each of them with [[criteria]]"),
        ('cue = "', 'may_be_unseen = "perhaps"\ncue = "', "write true or false, without quotes"),
        ("at_least = 150", 'at_least = "0,04"', "use a point, without quotes: 0.04"),
        ("at_least = 150", "at_least = 150°", "write the number alone, without its unit: 150"),
        ("at_least = 150", 'at_least = "150°"', "without its unit and without quotes: 150"),
        ("at_least = 150", 'at_least = "150 degrees"', "without quotes: 150"),
        ("reps = [8, 12]", "reps = [8.5, 12]", "dosage.reps[1]: 8.5 is no whole number"),
        ("reps = [8, 12]", "hold_s = [8, 90000]", "90000 is too large; it must be at most 3600"),
    ],
)
def test_no_mistake_is_told_in_a_programmers_words(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    right: str,
    wrong: str,
    words: str,
) -> None:
    path = own_file(tmp_path, (right, wrong))
    if "steps" in right:
        path.write_text(path.read_text("utf-8").replace('", "Slide one heel away and back."]', '"'))
    lines = told(capsys, path)
    assert any(words in line for line in lines)
    for word in ("tuple", "pattern", "bool", "regex", "literal", "^", "<"):
        assert not any(word in line for line in lines)


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("at_least = 150", "at_least = 1550", "no body has 1550 degrees; knee goes from 0 to 180"),
        ("least_travel = 30", "least_travel = 300", "repetition.least_travel: no body has 300"),
        ("least_travel = 30", "least_travel = 120", "least_travel: is more than usual_rest and"),
        ("usual_rest = 80", "usual_rest = -80", "repetition.usual_rest: no body has −80"),
        ("at_least = 150", "at_least = -5", "criteria[1].at_least: asks for nothing: knee goes"),
        ("at_least = 150", "at_most = 180", "criteria[1].at_most: asks for nothing: knee goes"),
        ("at_least = 0", "at_least = -900", "posture[1].at_least: no body has −900 degrees"),
        ('view = "side"', 'view = "front"', "knee can't be seen from front, only from side"),
        (
            'view = "side"',
            'view = "side"\nalso = ["three-quarter"]',
            "criteria[1].measure: knee can't be seen from three-quarter, only from side; write "
            'views = ["side"]',
        ),
        (
            'measure = "knee.near"\nat_least = 150',
            'measure = "hip_height.near"\nat_least = 0.2',
            'write relative_to = "start"',
        ),
    ],
)
def test_what_no_body_has_or_no_camera_sees_is_told(
    tmp_path: Path, right: str, wrong: str, words: str
) -> None:
    with pytest.raises(VocabularyError) as error:
        check_vocabulary(read_exercise(own_file(tmp_path, (right, wrong))))
    assert words in str(error.value)


def test_a_criterion_may_be_judged_from_other_views_than_the_exercise(tmp_path: Path) -> None:
    path = own_file(
        tmp_path,
        ('view = "side"', 'view = "side"\nalso = ["three-quarter"]'),
        ("at_least = 150", 'at_least = 150\nviews = ["side"]'),
    )
    check_vocabulary(read_exercise(path))


@pytest.mark.parametrize("name", library())
def test_the_programs_own_exercises_ask_for_what_can_be(name: str) -> None:
    assert list(impossible(library()[name])) == []


@pytest.mark.parametrize("name", library())
def test_no_exercise_of_the_program_is_the_rival_of_another(name: str) -> None:
    assert rivals(library()[name], library().values()) == ()


def test_a_copy_under_another_id_is_told_with_the_one_it_is_like(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (BRIDGE / "exercise.toml").read_text("utf-8")
    copy = tmp_path / "my-bridge.toml"
    copy.write_text(text.replace('id = "bridge"', 'id = "my-bridge"', 1), "utf-8")
    for arguments in (["--exercises", str(tmp_path)], ["--validate", str(copy)]):
        assert run(["exercises", *arguments]) == 0
        page = " ".join(capsys.readouterr().out.split())
        assert "my-bridge moves as bridge does" in page
        assert 'write id = "bridge"' in page


def test_mistakes_of_all_files_of_a_folder_are_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_file(tmp_path, ('kind = "exercise"', 'kind = "game"')).rename(tmp_path / "a.toml")
    own_file(tmp_path, ('id = "heel-slide"', "id = slide")).rename(tmp_path / "b.toml")
    assert run(["exercises", "--exercises", str(tmp_path)]) == 2
    complaint = capsys.readouterr().err
    assert "a.toml: kind: " in complaint
    assert "b.toml: line 2: " in complaint


def test_a_rival_is_told_too_where_exercises_are_to_be_recognised(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (BRIDGE / "exercise.toml").read_text("utf-8")
    (tmp_path / "mine.toml").write_text(text.replace('"bridge"', '"my-bridge"', 1), "utf-8")
    (tmp_path / "empty.mp4").touch()
    assert run(["analyse", str(tmp_path / "empty.mp4"), "--exercises", str(tmp_path)]) == 2
    assert "my-bridge moves as bridge does" in capsys.readouterr().err


def test_a_folder_of_exercises_is_no_exercise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["exercises", "--validate", str(tmp_path)]) == 2
    assert "give an exercise's file, or its folder" in capsys.readouterr().err
