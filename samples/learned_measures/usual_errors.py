"""What the learnt measures usually say of their error near the plane: `usual_errors.toml`."""

from __future__ import annotations

import numpy as np

from formcheck.measure.learned.back import BACK, PER_CHORD
from formcheck.measure.learned.features import OUTPUTS, PER_TRUNK
from formcheck.measure.learned.foot import FOOT
from formcheck.measure.learned.network import Networks
from samples.learned_measures.back_lessons import back_lessons
from samples.learned_measures.foot_lessons import foot_lessons
from samples.learned_measures.found_measures import found_measures
from samples.learned_measures.lessons import lessons_of
from samples.learned_measures.view_errors import HALF_WAY, SIGMAS
from samples.studio.random_films.records import Films

HEAD = """\
# What the learnt measures usually say of their standard error within 15 degrees of the plane, in
# degrees, of a crossed foot in trunk lengths, and of the back's curve in chord lengths: the median
# over pictures of people who weren't learnt from. Don't edit, run
# `python -m samples.learned_measures usual`.
"""


def usual_errors(films: Films, networks: Networks, of_back: Networks, of_foot: Networks) -> str:
    """The file's text; nothing of the back where its edge isn't kept in any film."""
    lessons = lessons_of(films)
    _, half = networks(lessons.shown, lessons.candidates, lessons.near, lessons.turn)
    lying = np.array([one.on_the_side for one in found_measures(films).orientations] * 2)
    seen = np.isfinite(np.tile(films["back_found"], 2))
    back = np.full(len(seen), np.nan)
    if seen.any():
        backs = back_lessons(films, lessons)
        _, half_back = of_back(backs.shown, backs.candidates, backs.near, backs.turn)
        back[seen] = half_back[:, 0] / PER_CHORD
    foot = foot_lessons(films, lessons)
    _, half_foot = of_foot(foot.shown, foot.candidates, foot.near, foot.turn)
    near_plane = lessons.turn < HALF_WAY[0]
    rows = {
        "near": near_plane & ~lying & lessons.near,
        "far": near_plane & ~lying & ~lessons.near,
        "on_the_side": near_plane & lying,
    }
    text = [HEAD]
    for row, chosen in rows.items():
        medians = np.median(half[chosen], axis=0) / SIGMAS
        text.append(f"[{row}]")
        text += [f"{name} = {usual:.3g}" for name, usual in zip(OUTPUTS, medians, strict=True)]
        text.append(f"{FOOT} = {np.median(half_foot[chosen]) / PER_TRUNK / SIGMAS:.3g}")
        if seen.any():
            text.append(f"{BACK} = {np.nanmedian(back[chosen]) / SIGMAS:.3g}")
        text.append("")
    return "\n".join(text)
