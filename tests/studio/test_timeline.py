"""Repetitions: their pace, their sides, their faults, and the same again for the same seed."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples.studio.motion import MOTIONS, Ease, read_motion
from samples.studio.performer import Performer
from samples.studio.timeline import Timeline, eased, perform


def performance(
    man: Performer, motion: str, faults: tuple[tuple[str, ...], ...], seed: int = 1
) -> Timeline:
    random = np.random.default_rng(seed)
    loaded = read_motion(MOTIONS / f"{motion}.toml")
    return perform(man, loaded, len(faults), faults, "left", random)


@pytest.mark.parametrize("ease", ["smooth", "sudden", "even"])
@given(share=st.floats(0, 1), further=st.floats(0, 1))
def test_a_move_never_turns_back(ease: Ease, share: float, further: float) -> None:
    first, second = sorted((share, further))
    assert eased(first, ease) <= eased(second, ease) + 1e-9
    assert eased(0.0, ease) == 0.0
    assert eased(1.0, ease) == pytest.approx(1.0)


def test_people_stop_half_way_go_too_far_and_turn_back() -> None:
    assert eased(0.45, "hesitating") == eased(0.55, "hesitating") == 0.5
    assert max(eased(share, "overshooting") for share in (0.7, 0.75, 0.8)) == pytest.approx(1.1)
    assert eased(0.6, "interrupted") < eased(0.35, "interrupted")
    for ease in ("hesitating", "overshooting", "interrupted"):
        assert eased(0.0, ease) == 0.0
        assert eased(1.0, ease) == 1.0


def test_alternating_sides_and_holds_are_labelled(man: Performer) -> None:
    done = performance(man, "bird-dog", ((), (), ())).repetitions
    assert [repetition.side for repetition in done] == ["left", "right", "left"]
    assert all(3.0 <= repetition.hold_s <= 4.0 for repetition in done)
    assert all(a.end_s < b.start_s for a, b in pairwise(done))


def test_only_the_repetition_with_the_fault_is_labelled_with_it(man: Performer) -> None:
    done = performance(man, "push-up", ((), ("deep-enough",), ())).repetitions
    assert [repetition.faults for repetition in done] == [(), ("deep-enough",), ()]


def test_a_hasty_return_is_in_the_times(man: Performer) -> None:
    hasty = performance(man, "partial-sit-up", (("slow-down",),)).repetitions[0]
    calm = performance(man, "partial-sit-up", ((),)).repetitions[0]
    assert hasty.end_s - hasty.start_s < calm.end_s - calm.start_s - 0.8


def test_the_same_seed_gives_the_same_performance_and_another_does_not(man: Performer) -> None:
    first, again = (performance(man, "push-up", ((), ()), seed=7) for _ in range(2))
    other = performance(man, "push-up", ((), ()), seed=8)
    assert first.repetitions == again.repetitions
    assert dict(first.at(2.3).values) == dict(again.at(2.3).values)
    assert first.repetitions != other.repetitions


def test_poses_follow_each_other_without_a_jump(man: Performer) -> None:
    timeline = performance(man, "bird-dog", ((), ()))
    times = np.arange(0, timeline.duration_s, 1 / 60)
    hips = np.array([timeline.at(float(t)).values["hip_left"] for t in times])
    assert np.abs(np.diff(hips)).max() < 5
