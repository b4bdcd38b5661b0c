"""Learning measures from landmarks: what is shown, what is learnt, and how sure it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from formcheck.measure.learned.features import OUTPUTS
from formcheck.measure.learned.kept import LEARNT, networks_at
from formcheck.measure.learned.network import read_networks, write_networks
from formcheck.pose.blazepose_calibration import FULL
from samples.learned_measures.back_lessons import back_lessons
from samples.learned_measures.learning import LearningSettings, learn, learnt
from samples.learned_measures.lessons import Lessons, lessons_of
from samples.learned_measures.rarity import MOST, rarity
from samples.learned_measures.table import as_markdown, rows_of
from samples.studio.random_films.pose_model import PoseModel
from samples.studio.random_films.records import Films, read_films

QUICK = LearningSettings(hidden=(24, 12), rounds=30, batch=64, jitter=0.0, dropout=0.0)


def nothing(count: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """A measure of two candidates that say nothing."""
    return np.zeros((count, 1, 2), np.float32)


def alike(true: np.ndarray[tuple[int, ...], Any]) -> np.ndarray[tuple[int, ...], Any]:
    """Each value counts as much as any other."""
    return np.ones_like(true)


def test_the_network_learns_a_value_and_where_it_is_unsure() -> None:
    random = np.random.default_rng(2)
    shown = random.uniform(-1, 1, (4000, 2)).astype(np.float32)
    noise = np.where(shown[:, 1] > 0, 0.5, 0.05)
    true = (np.abs(shown[:, 0]) + noise * random.normal(size=4000))[:, None].astype(np.float32)
    network = learnt(shown, nothing(4000), true, alike(true), QUICK, random)
    asked = np.array([[0.8, -0.5], [-0.8, -0.5], [0.8, 0.5]])
    (value,), (scale,) = network.apart(asked, nothing(3))
    assert value[:2, 0] == pytest.approx(0.8, abs=0.1)
    assert scale[2, 0] > 4 * scale[0, 0]


def test_the_network_learns_which_candidate_to_believe() -> None:
    random = np.random.default_rng(2)
    shown = random.uniform(-1, 1, (4000, 1)).astype(np.float32)
    geometry = random.uniform(0, 2, (4000, 1, 2)).astype(np.float32)
    true = np.where(shown > 0, geometry[:, :, 0], geometry[:, :, 1])
    network = learnt(shown, geometry, true, alike(true), QUICK, random)
    asked = 90 * np.array([[[0.4, 1.6]], [[0.4, 1.6]]])
    (value,), _ = network.apart(np.array([[0.7], [-0.7]]), asked)
    assert value[:, 0] == pytest.approx([0.4, 1.6], abs=0.12)


def test_what_is_unknown_is_no_lesson() -> None:
    random = np.random.default_rng(2)
    shown = random.uniform(-1, 1, (1000, 1)).astype(np.float32)
    true = np.where(random.random((1000, 1)) < 0.5, np.nan, 2 * shown).astype(np.float32)
    network = learnt(shown, nothing(1000), true, alike(true), QUICK, random)
    (value,), _ = network.apart(np.array([[0.5]]), nothing(1))
    assert value[0, 0] == pytest.approx(1.0, abs=0.15)


def test_what_is_rare_among_those_who_do_the_same_counts_more() -> None:
    usual, rare = np.full(95, 150.0), np.full(5, 110.0)
    true = np.concatenate([usual, rare, np.full(20, 110.0)])[:, None]
    motion = np.array(["push-up"] * 100 + ["cat-stretch"] * 20)
    weight = rarity(true, motion)[:, 0]
    assert weight[95:100] == pytest.approx(MOST * weight[0])
    assert weight[:100].mean() == pytest.approx(1)
    assert weight[100:] == pytest.approx(1)


def test_what_counts_more_is_learnt_where_the_picture_leaves_it_open() -> None:
    random = np.random.default_rng(2)
    shown = random.uniform(-1, 1, (4000, 1)).astype(np.float32)
    true = np.where(random.random((4000, 1)) < 0.25, 0.0, 1.0).astype(np.float32)
    weight = np.where(true == 0, 9.0, 1.0).astype(np.float32)
    (plain,), _ = learnt(shown, nothing(4000), true, alike(true), QUICK, random).apart(
        np.array([[0.0]]), nothing(1)
    )
    (weighed,), _ = learnt(shown, nothing(4000), true, weight, QUICK, random).apart(
        np.array([[0.0]]), nothing(1)
    )
    assert weighed[0, 0] < 0.5 < plain[0, 0]


def lessons(people: int = 10, each: int = 60, seed: int = 3) -> Lessons:
    random = np.random.default_rng(seed)
    count = people * each
    shown = random.uniform(-1, 1, (count, 3))
    candidates = np.full((count, len(OUTPUTS), 2), 90.0)
    true = 90 + 40 * shown[:, :1] + random.normal(0, 4, (count, len(OUTPUTS)))
    drawn = true + 20
    drawn[::2, 0] = np.nan
    film = np.repeat(np.arange(people), each)
    person = np.char.add("act ", film.astype(str))
    near, turn = random.random(count) < 0.5, random.uniform(0, 90, count)
    weight = alike(true)
    return Lessons(shown, candidates, true, drawn, weight, near, turn, film, person)


def test_the_range_holds_nine_of_ten_of_people_who_were_left_out(tmp_path: Path) -> None:
    learning, choosing, others = lessons(), lessons(seed=4), lessons(people=12, seed=5)
    networks = learn(learning, choosing, 1, QUICK)
    asked = (others.shown, others.candidates, others.near, others.turn)
    value, half = networks(*asked)
    inside = np.abs(value - others.true) <= half
    assert 0.85 <= inside.mean() <= 0.96
    assert np.abs(value - others.true).mean() < 5
    write_networks(tmp_path / "m.npz", networks)
    again = read_networks(tmp_path / "m.npz")(*asked)
    assert again[0] == pytest.approx(value, abs=0.3)
    assert again[1] == pytest.approx(half, rel=0.02)


def test_the_table_tells_todays_error_where_today_has_a_value() -> None:
    told = [{"view": "side", "yaw": 20.0}] * 10
    some = lessons()
    films = Films({}, some.film, told)
    rows = rows_of(films, some, learn(some, some, 1, QUICK))
    (knee,) = (row for row in rows if row.measure == "knee" and row.side == "near")
    assert knee.view == "15–30"
    assert knee.drawn == pytest.approx((20, 20))
    assert 0.3 < knee.seen < 0.7
    assert knee.learned[0] < 5
    assert "| `knee` | near | 15–30 | 10 |" in as_markdown(rows)


def test_a_back_is_told_nearer_to_the_truth_than_its_edge_shows() -> None:
    choosing = read_films(PoseModel.FULL.films / "choosing.npz")
    rows = np.isin(choosing.of_film("motion"), ["cat-stretch", "safe-lift", "desk-sitting"])
    backs = back_lessons(choosing.chosen(rows), lessons_of(choosing.chosen(rows)))
    networks = networks_at(LEARNT[FULL.model].back)
    value, half = networks(backs.shown, backs.candidates, backs.near, backs.turn)
    off, of_edge = np.abs(value - backs.true), np.abs(backs.drawn - backs.true)
    # 0.54 of it when it was learnt.
    assert off.mean() < 0.7 * of_edge.mean()
    assert 0.8 < (off <= half).mean() < 0.98
