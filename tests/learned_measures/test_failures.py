"""Pictures of where measures fail show what happens now and then, and only what a user is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from formcheck.measure.learned.features import OUTPUTS
from samples.learned_measures.failures import KINDS, failures
from samples.learned_measures.lessons import Lessons
from samples.studio.random_films.records import Films

FRAMES = 101
FROM = {"45–70": ("side", 50), "front": ("front", 0), "0–15": ("side", 5), "30–45": ("side", 40)}


def films_from_everywhere() -> Films:
    """A film from each place that is asked for, of 101 frames each."""
    told = [{"view": view, "yaw": yaw} for view, yaw in FROM.values()]
    return Films({}, np.repeat(np.arange(len(told)), FRAMES), told)


def off_by_0_to_100(films: Films) -> tuple[Lessons, Any]:
    """Lessons of 90 degrees each, and a network that is off by 0, 1 … 100 of them in each film; on
    the far side by more.
    """
    count = len(films.film)
    true = np.full((2 * count, len(OUTPUTS)), 90.0)
    nothing = np.zeros((2 * count, 1))
    near = np.arange(2 * count) < count
    lessons = Lessons(
        nothing, nothing, true, true, true, near, nothing, np.tile(films.film, 2), np.array(["a"])
    )
    off = np.concatenate([np.arange(count) % FRAMES, np.full(count, 170)])
    value = true + off[:, None]
    return lessons, lambda *_: (value, np.full_like(value, 10.0))


def test_it_is_the_frame_within_whose_error_95_of_100_stay() -> None:
    films = films_from_everywhere()
    lessons, networks = off_by_0_to_100(films)
    shown = failures(films, lessons, networks)
    assert [one.kind for one in shown] == list(KINDS)
    assert [one.found - one.true for one in shown] == [95.0] * len(KINDS)
    views = [list(FROM)[films.film[one.row]] for one in shown]
    assert views == [kind.view for kind in KINDS]
    assert shown[0].caption == "knee, 45–70° off: found 185 ± 10, true 90"


def test_a_joint_that_is_hidden_is_no_failure() -> None:
    """The program gives no value there, right or wrong."""
    films = films_from_everywhere()
    lessons, networks = off_by_0_to_100(films)
    drawn = np.where((np.arange(len(lessons.drawn)) % FRAMES > 50)[:, None], np.nan, lessons.drawn)
    shown = failures(films, replace(lessons, drawn=drawn), networks)
    assert max(one.found - one.true for one in shown) <= 50
