"""A dozen clips keep the figures that were measured on them."""

import math
from pathlib import Path

import pytest

from formcheck.form.state import Verdict
from formcheck.validation.clips import find_clips
from tests.accuracy.expected import Expected, read_expected, write_expected
from tests.accuracy.findings import Findings, find_out, headline_figures
from tests.accuracy.observe import observe

CLIPS = Path(__file__).parents[2] / "samples" / "clips"


@pytest.fixture(scope="session")
def dozen(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    names, _ = read_expected()
    missing = [name for name in names if not (CLIPS / f"{name}.toml").exists()]
    if missing:
        pytest.skip(f"the sample clips are not rendered: {', '.join(missing)}")
    cache = tmp_path_factory.mktemp("poses")
    return find_out([observe(clip, cache) for clip in find_clips(CLIPS, names)])


@pytest.mark.slow
def test_no_figure_got_worse_than_its_margin(dozen: Findings) -> None:
    _, expected = read_expected()
    now = headline_figures(dozen)
    worse = {
        name: (now.get(name, math.nan), figure)
        for name, figure in expected.items()
        if not figure.holds(name, now.get(name, math.nan))
    }
    assert worse == {}


@pytest.mark.slow
def test_no_broken_criterion_is_called_good_and_no_refused_clip_judged(dozen: Findings) -> None:
    for one in dozen.clips:
        assert one.summary is not None
        if one.clip.label.refused:
            assert one.summary.verdict is Verdict.UNKNOWN
            continue
        good = {t.criterion.id for t in one.summary.criteria if t.verdict is Verdict.GOOD}
        assert not good & one.clip.label.faults


@pytest.mark.slow
def test_the_movement_to_avoid_is_warned_of_and_no_other(dozen: Findings) -> None:
    for one in dozen.clips:
        assert one.summary is not None
        assert set(one.summary.avoid) == set(one.clip.label.avoid), one.clip.name


def test_errors_may_rise_and_shares_may_fall_by_their_margin_only() -> None:
    error, share = Expected(3.0, 0.6), Expected(0.9, 0.05)
    assert error.holds("knee.error", 3.5)
    assert error.holds("knee.error", 0.1)
    assert not error.holds("knee.error", 3.7)
    assert share.holds("view.share", 0.86)
    assert share.holds("view.share", 1.0)
    assert not share.holds("view.share", 0.8)


def test_a_figure_that_is_no_longer_there_does_not_hold() -> None:
    assert not Expected(3.0, 0.6).holds("knee.error", math.nan)
    assert not Expected(0.9, 0.05).holds("view.share", math.nan)


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "expected.toml"
    write_expected(("a", "b"), {"knee.error": 3.0, "view.share": 0.98}, path)
    names, figures = read_expected(path)
    assert names == ("a", "b")
    assert figures["knee.error"] == Expected(3.0, 0.6)
    assert figures["view.share"] == Expected(0.98, 0.05)
