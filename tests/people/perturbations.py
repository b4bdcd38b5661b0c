"""Ways to film the same movement otherwise, after which the answer must be the same.

Each takes a whole track's poses and gives them as another camera, a faster or slower person, a
body of other proportions or a less sure pose model would have given them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

import numpy as np

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.pose import COUNT, Pose
from tests.people import perturbed_pose

Poses = Sequence[Pose]
Perturbation = Callable[[Poses], list[Pose]]


def mirrored(poses: Poses) -> list[Pose]:
    """Seen in a mirror: left is right."""
    return [perturbed_pose.mirrored(pose) for pose in poses]


def at_speed(poses: Poses, times: float) -> list[Pose]:
    """Done so many times as fast."""
    return [replace(pose, time_s=pose.time_s / times) for pose in poses]


def every_second(poses: Poses) -> list[Pose]:
    """Filmed with half as many pictures a second."""
    return list(poses[::2])


def begun_later(poses: Poses, seconds: float) -> list[Pose]:
    """The camera was switched on later."""
    first_s = poses[0].time_s + seconds
    return [replace(pose, time_s=pose.time_s - first_s) for pose in poses if pose.time_s >= first_s]


def ended_sooner(poses: Poses, seconds: float) -> list[Pose]:
    """The camera was switched off sooner."""
    last_s = poses[-1].time_s - seconds
    return [pose for pose in poses if pose.time_s <= last_s]


def placed(poses: Poses, zoom: float, right: float, down: float) -> list[Pose]:
    """Smaller in the picture, and elsewhere: moved by shares of the room that this leaves."""
    return [perturbed_pose.placed(pose, zoom, right, down) for pose in poses]


def sized(poses: Poses, times: float) -> list[Pose]:
    """In pictures of so many times as many pixels each way."""
    return [perturbed_pose.sized(pose, times) for pose in poses]


def widened(poses: Poses, share: float) -> list[Pose]:
    """In a picture that is wider by so much on either side."""
    return [perturbed_pose.widened(pose, round(share * pose.width)) for pose in poses]


def rolled(poses: Poses, degrees: float, *, told: bool) -> list[Pose]:
    """By a camera that is rolled. told: whether the picture shows it."""
    return [perturbed_pose.rolled(pose, degrees, told=told) for pose in poses]


def trembling(poses: Poses, share: float, seed: int = 1) -> list[Pose]:
    """Each landmark off by a share of the body's size, anew in each picture.

    In tracks of real people it is 0.0003 in the middle, and 0.0014 in nine of ten at most.
    """
    random = np.random.default_rng(seed)
    return [
        perturbed_pose.shifted(pose, share * random.standard_normal((COUNT, 3))) for pose in poses
    ]


def drifting(poses: Poses, share: float, seed: int = 2) -> list[Pose]:
    """Each landmark off by a share of the body's size, slowly to and fro."""
    random = np.random.default_rng(seed)
    turns = random.uniform(0, 2 * np.pi, (COUNT, 3))
    rates = 2 * np.pi / random.uniform(3, 8, (COUNT, 3))
    return [
        perturbed_pose.shifted(pose, share * np.sqrt(2) * np.sin(turns + rates * pose.time_s))
        for pose in poses
    ]


def with_limbs(poses: Poses, arms: float, legs: float) -> list[Pose]:
    """By somebody with arms and legs so many times as long."""
    return [perturbed_pose.with_limbs(pose, arms, legs) for pose in poses]


def shaking(poses: Poses, share: float, lasts_s: float = 0.3, seed: int = 5) -> list[Pose]:
    """Each landmark off by a share of the body's size, for about so long."""
    random = np.random.default_rng(seed)
    off, before_s, shaken = random.standard_normal((COUNT, 3)), poses[0].time_s, []
    for pose in poses:
        stays = np.exp((before_s - pose.time_s) / lasts_s)
        off = stays * off + np.sqrt(1 - stays**2) * random.standard_normal((COUNT, 3))
        before_s = pose.time_s
        shaken.append(perturbed_pose.shifted(pose, share * off))
    return shaken


def zoomed_slowly(poses: Poses, share: float) -> list[Pose]:
    """The camera goes nearer all the time, from so much further away, and nobody notices."""
    begin_s, lasts_s = poses[0].time_s, poses[-1].time_s - poses[0].time_s
    left = [1 - (pose.time_s - begin_s) / lasts_s for pose in poses]
    return [
        perturbed_pose.placed(pose, 1 - share * one, 0.0, 0.0)
        for pose, one in zip(poses, left, strict=True)
    ]


def seen_from_further_round(poses: Poses, degrees: float) -> list[Pose]:
    """By a camera that stands so much further round the person."""
    return [perturbed_pose.turned(pose, degrees) for pose in poses]


def with_trunk(poses: Poses, times: float) -> list[Pose]:
    """By somebody with a trunk so many times as long."""
    return [perturbed_pose.with_trunk(pose, times) for pose in poses]


def far_side_less_sure(poses: Poses, share: float) -> list[Pose]:
    """The pose model is less sure of the side that is further away, for most of the time."""
    depth = {
        side: np.nanmedian([pose.landmark(f"{side}_shoulder")[2] for pose in poses])
        for side in SIDES
    }
    far = max(SIDES, key=lambda side: depth[side])
    sure = np.array([1 - share * name.startswith(far) for name in INDEX], np.float32)
    return [replace(pose, visibility=pose.visibility * sure) for pose in poses]


def less_sure(poses: Poses, share: float) -> list[Pose]:
    """The pose model is less sure of each landmark."""
    return [replace(pose, visibility=pose.visibility * np.float32(1 - share)) for pose in poses]


PERTURBATIONS: Mapping[str, Perturbation] = MappingProxyType(
    {
        "mirrored": mirrored,
        "slower": partial(at_speed, times=0.85),
        "faster": partial(at_speed, times=1.2),
        "half-the-pictures": every_second,
        "begun-later": partial(begun_later, seconds=0.7),
        "ended-sooner": partial(ended_sooner, seconds=0.7),
        "smaller": partial(placed, zoom=0.8, right=0.6, down=-0.6),
        "half-the-pixels": partial(sized, times=0.5),
        "wider-picture": partial(widened, share=0.3),
        "rolled-and-told": partial(rolled, degrees=6, told=True),
        "rolled-clockwise": partial(rolled, degrees=6, told=False),
        "rolled-anticlockwise": partial(rolled, degrees=-6, told=False),
        "trembling": partial(trembling, share=0.003),
        "drifting": partial(drifting, share=0.01),
        "drifting-otherwise": partial(drifting, share=0.01, seed=3),
        "longer-limbs": partial(with_limbs, arms=1.05, legs=1.05),
        "shorter-limbs": partial(with_limbs, arms=0.95, legs=0.95),
        "longer-trunk": partial(with_trunk, times=1.08),
        "shorter-trunk": partial(with_trunk, times=0.92),
        "less-sure": partial(less_sure, share=0.1),
        "far-side-less-sure": partial(far_side_less_sure, share=0.3),
        "shaking": partial(shaking, share=0.003),
        "zoomed-slowly": partial(zoomed_slowly, share=0.2),
        "further-round": partial(seen_from_further_round, degrees=8),
        "less-far-round": partial(seen_from_further_round, degrees=-8),
    }
)
"""By name."""

CUT = ("begun-later", "ended-sooner")
"""Those after which less was done than before."""

AT_OTHER_SPEED = ("slower", "faster")
"""Those after which it took longer or less long."""
