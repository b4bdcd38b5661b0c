"""Recordings as people make them: each is judged rightly, or says plainly what can't be told.

They lie beside the repository, in ../shared/wild, and are skipped where it isn't there. What is
right was written down before any of it was.
"""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from formcheck.analysis.analyse import analyse

CLIPS = Path(__file__).parents[3] / "shared" / "wild" / "clips"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CLIPS.is_dir(), reason="the wild clips are not beside the repository"),
]

Set = tuple[str, int, int | None]
"""The exercise, its repetitions, and how many of them are good; None where that can't be told."""


@dataclass(frozen=True)
class Case:
    """A clip and what is right of it.

    named: the exercise that is asked for, None where it is recognised. told: words that must stand
    in the warnings. hold_s: how long it was held in all, where that is the point.
    """

    clip: str
    sets: tuple[Set, ...]
    named: str | None = None
    told: tuple[str, ...] = ()
    hold_s: float | None = None
    keys: dict[str, object] = field(default_factory=dict)


PUSH_UPS: Set = ("push-up", 4, 4)
CUT, PEOPLE, MOVED = "cut", "people were seen", "The camera moved"
CASES = [
    Case("cut-standing-then-push-up.mp4", (PUSH_UPS,), "push-up", (CUT,)),
    Case("cut-push-up-then-plank.mp4", (("plank", 1, 1),), "plank", (CUT,), hold_s=8.9),
    Case("cut-bridge-then-side-leg-lift.mp4", (("side-leg-lift", 4, 4),), "side-leg-lift", (CUT,)),
    Case("cut-bridge-then-push-up.mp4", (("bridge", 3, 3), PUSH_UPS), told=(CUT,)),
    Case(
        "foot-leaves-side-leg-lift.mp4", (("side-leg-lift", 4, None),), told=("left the picture",)
    ),
    Case(
        "foot-leaves-hamstring-stretch.mp4",
        (("hamstring-stretch", 1, None),),
        "hamstring-stretch",
        ("left the picture",),
    ),
    Case("passer-by-plank.mp4", (("plank", 1, 1),), told=(PEOPLE, "in front")),
    Case("passer-by-partial-sit-up.mp4", (("partial-sit-up", 3, 3),), told=(PEOPLE, "in front")),
    Case("passer-by-bridge.mp4", (("bridge", 3, 3),), told=(PEOPLE, "in front")),
    Case("caption-bird-dog.mp4", (("bird-dog", 2, None),)),
    Case(
        "no-times-60-frames-leg-raise.h264",
        (("leg-raise", 2, None),),
        "leg-raise",
        ("does not say when",),
        keys={"times": "guessed"},
    ),
    Case("all-times-zero-push-up.mkv", (PUSH_UPS,), "push-up", ("does not say when",)),
    Case(
        "slow-motion-leg-raise.mp4",
        (("leg-raise", 2, 0),),
        "leg-raise",
        ("4 times slower",),
        keys={"times": "slowed"},
    ),
    Case("gap-plank.webm", (("plank", 1, 1),), "plank", ("no new pictures",), hold_s=8.9),
    Case("hand-held-plank.mp4", (("plank", 1, 1),), "plank", (MOVED,), hold_s=8.9),
    Case("hand-held-bridge.mp4", (("bridge", 3, 3),), "bridge", (MOVED,)),
    Case("zoom-in-push-up.mp4", (PUSH_UPS,), "push-up", (MOVED,), keys={"camera": "moving"}),
    Case("joined-push-up.ts", (("push-up", 8, 8),), "push-up"),
    Case("lies-on-its-side.mp4", (PUSH_UPS,), told=("lies on its side",)),
    Case("upside-down.mp4", (PUSH_UPS,), told=("stands on its head",)),
    Case("two-exercises-push-up-plank.mp4", (PUSH_UPS, ("plank", 1, 1))),
    Case("two-exercises-wall-squat-lifts.mp4", (("wall-squat", 2, 2), ("safe-lift", 4, 4))),
    Case("side-by-side-push-up.mp4", (PUSH_UPS,), told=(PEOPLE,), keys={"people": 2}),
    Case("two-frames-a-second-partial-sit-up.mp4", (("partial-sit-up", 3, 3),), "partial-sit-up"),
    Case("rolled-15-degrees-bird-dog.mp4", (("bird-dog", 2, 2),), told=("tilted",)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.clip)
def test_a_recording_as_people_make_it(case: Case) -> None:
    document = analyse(CLIPS / case.clip, case.named or "auto").document
    found = [(one.exercise.id, one.summary.reps) for one in document.sets]
    assert found == [(name, reps) for name, reps, _ in case.sets]
    for one, (_, _, good) in zip(document.sets, case.sets, strict=True):
        if good is None:
            assert one.summary.verdict == "unknown"
        else:
            assert one.summary.good_reps == good
    for words in case.told:
        assert any(words in text for text in document.warnings), document.warnings
    if case.hold_s is not None:
        assert document.summary.hold_s == pytest.approx(case.hold_s, abs=0.3)
    read = document.input.model_dump()
    assert {key: read[key] for key in case.keys} == case.keys


def test_a_repetition_in_a_second_s_pictures_is_not_counted_as_if_known() -> None:
    document = analyse(CLIPS / "one-frame-a-second-push-up.mp4", "push-up").document
    assert document.summary.verdict == "unknown"
    assert any("too few pictures" in text for text in document.warnings)


def test_a_caption_over_the_first_repetition_leaves_the_others() -> None:
    # Three were done; of the first one only the end can be seen.
    document = analyse(CLIPS / "caption-three-seconds-bridge.mp4").document
    assert document.exercise.id == "bridge"
    assert document.summary.reps == document.summary.good_reps
    assert document.summary.reps in (2, 3)
    assert any("may have been missed" in text for text in document.warnings)
    assert not any("toe touch" in text.lower() for text in document.warnings)
