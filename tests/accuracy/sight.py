"""How often the view, the near side, and left and right are told right."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.accuracy.observe import LIMBS, Observed


@dataclass(frozen=True)
class SightFigures:
    """Over the clips of one true view.

    clips: with a person. detected: share of frames in which one was found. view: share of those
    frames whose view was told right. view_clips: clips whose prevailing view was right. near:
    share of frames whose near side was told right. swapped: by limb, share of frames in which left
    and right were swapped, of those in which it could be told; NaN where it never could.
    """

    clips: int
    detected: float
    view: float
    view_clips: int
    near: float
    swapped: dict[str, float]


def sight_figures(clips: Iterable[Observed]) -> dict[str, SightFigures]:
    """By true view; clips marked hard and clips without a person are left out."""
    groups: defaultdict[str, list[Observed]] = defaultdict(list)
    for one in clips:
        if one.truth is not None and not one.clip.label.hard:
            groups[one.clip.label.view].append(one)
    return {view: _figures(group) for view, group in sorted(groups.items())}


def _figures(clips: Sequence[Observed]) -> SightFigures:
    seen = sum(len(one.views) for one in clips)
    right_clips = sum(
        one.summary is not None and one.summary.view == one.clip.label.view for one in clips
    )
    return SightFigures(
        clips=len(clips),
        detected=_share(seen, sum(len(one.times) for one in clips)),
        view=_share(sum(one.views.count(one.clip.label.view) for one in clips), seen),
        view_clips=right_clips,
        near=_share(
            sum(side == one.clip.label.near_side for one in clips for side in one.near), seen
        ),
        swapped={
            limb: _share(
                sum(one.swapped[limb][0] for one in clips),
                sum(one.swapped[limb][1] for one in clips),
            )
            for limb in LIMBS
        },
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
