"""Learning which exercise a pose is of."""

import numpy as np
import pytest

from formcheck.recognition.resemblance import WEIGHTS, read_classifiers
from samples.learned_postures.learning import PostureLearningSettings, learn_postures
from samples.learned_postures.lessons import PostureLessons, exercises_in, posture_lessons
from samples.learned_postures.table import as_markdown
from samples.studio.random_films.pose_model import PoseModel
from samples.studio.random_films.records import Films, read_films

QUICK = PostureLearningSettings(members=2, hidden=(16, 8), rounds=20, batch=64, unsure=0.0)


def lessons(count: int, share_of_first: float) -> PostureLessons:
    """The first exercise where the first number is above nothing, seen from both sides."""
    random = np.random.default_rng(4)
    exercise = (random.random(count) > share_of_first).astype(np.int64)
    shown = random.normal(size=(count, 2, 3)).astype(np.float32)
    shown[:, :, 0] = np.where(exercise == 0, 1.0, -1.0)[:, None] + 0.3 * shown[:, :, 0]
    return PostureLessons(("first", "second"), shown, exercise)


def test_learns_which_is_which() -> None:
    learnt = learn_postures(lessons(2000, 0.5), 1, QUICK)
    asked = np.zeros((2, 2, 3))
    asked[:, :, 0] = [[1, 1], [-1, -1]]
    shares = np.exp(learnt(asked))
    assert shares.sum(axis=1) == pytest.approx(1)
    assert shares[0, 0] > 0.95
    assert shares[1, 1] > 0.95


def test_all_exercises_count_the_same_however_rare() -> None:
    rare = lessons(4000, 0.05)
    of_first = rare.exercise == 0
    assert rare.weight[of_first].sum() == pytest.approx(rare.weight[~of_first].sum(), rel=1e-3)


def test_what_both_sides_and_all_networks_agree_on_counts() -> None:
    learnt = learn_postures(lessons(2000, 0.5), 1, QUICK)
    torn = np.zeros((1, 2, 3))
    torn[0, :, 0] = [1, -1]
    assert np.exp(learnt(torn)).max() < 0.9


@pytest.fixture(scope="module")
def choosing() -> Films:
    return read_films(PoseModel.FULL.films / "choosing.npz")


def test_pictures_of_people_who_were_not_learnt_from_are_mostly_told(choosing: Films) -> None:
    learnt = read_classifiers(WEIGHTS)
    some = choosing.chosen(np.arange(len(choosing)) % 8 == 0)
    own = posture_lessons(some, learnt.names)
    right = learnt(own.shown).argmax(axis=1) == own.exercise
    # One in 20 by chance. Those that share their rest are told apart by whole sets only.
    assert right.mean() > 0.65


def test_the_table_tells_of_each_view_and_exercise(choosing: Films) -> None:
    some = choosing.chosen(np.arange(len(choosing)) % 20 == 0)
    table = as_markdown(some, read_classifiers(WEIGHTS))
    assert "| 0–15° |" in table
    assert all(f"| {name} |" in table for name in exercises_in(some))
