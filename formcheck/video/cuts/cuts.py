"""Tells where a recording is cut: one picture is suddenly followed by that of another moment.

Where a person is filmed twice by the same camera, only the person jumps, and the picture changes
less than it does while somebody walks past. So a change is held against those around it: movement
takes several frames, a cut takes one. The idea of a threshold that adapts to the changes around is
that of PySceneDetect's AdaptiveDetector; its own measure and limits find 546 of 720 joins of the
sample clips, these all, with no cut told in the clips by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from formcheck.video.thumbnail import Floats, Thumbnail, change


@dataclass(frozen=True)
class CutSettings:
    """What a cut is. Changes are those of `thumbnail.change`."""

    around: int = 6
    """Frames before and after a change that it is held against: cameras of ten pictures a second
    are often stored at sixty, each picture six times."""

    least_change: float = 0.05
    """Between 0.071, the least of 720 joins of sample clips (the same room, another person lying
    there), and 0.031, the largest jolt of the compression."""

    least_lead: float = 4.0
    """How many times the changes around it a cut must be: the joins have 6.5 and more, people's
    movements 3.4 and less."""

    large_change: float = 0.2
    """From here on that much of the picture has changed at once that less of a lead tells a cut: to
    the same room, where somebody else walks or moves quickly."""

    large_lead: float = 3.0
    """How many times the changes around it such a change must be. Of people who move, walk past or
    film by hand, at 5 to 15 pictures a second, the most is 2.3; the missed joins had 3.7."""

    moving_share: float = 0.05
    """Of such a change, that the changes around it must be in their middle: only somebody who moves
    makes a cut's lead less. It is 0.09 to 0.15 of the missed joins, and 0.02 where a picture that
    came damaged heals in three steps."""

    scene_change: float = 0.5
    """From here on most of the picture is another. A hand's sway reaches 0.2, somebody who walks
    past the camera 0.32."""

    scene_lead: float = 1.8
    """How many times the changes around it such a change must be: a swaying camera sways before and
    after a cut too."""

    hung: float = 8.0
    """How many times less than before changes at once where a film hangs: it shows one picture
    again, and then goes on with a jump, which is no cut. Bodies slow down before they stop. In
    films that were made to hang it is 20 times and more."""

    least_movement: float = 0.003
    """Change that surely is movement, where a film hung: less is what is left of a pause. Push-ups
    make 0.01 to 0.04 a frame at 15 a second, those who hold still up to 0.003."""

    caught_up: float = 1.5
    """How many times the movement before it such a jump may be, as long as it hung (engineering: a
    movement that goes faster meanwhile)."""

    behind: int = 30
    """Frames before a change that may be hanging: a second of most films."""

    near_s: float = 0.25
    """Frames further apart don't show how one became the other: only another scene is a cut."""

    same_share: float = 0.35
    """Of the change, up to which the pictures before and after are the same: a flash, a damaged
    frame or a jolt of the camera is no cut (engineering; halves what noise does)."""

    blend: int = 3
    """Frames within which several changes are one cut, the last of them: converters of the rate
    mix the two scenes in a frame or two."""

    jolt: int = 3
    """Thumbnail pixels by which a camera may be pushed between two frames, a tenth of the
    picture."""

    @property
    def ahead(self) -> int:
        """Frames that must be known after one to tell whether a take begins with it."""
        return self.around + self.blend - 1


DEFAULTS = CutSettings()


@dataclass(frozen=True, eq=False)
class Step:
    """The way from one frame to the next.

    picture: of the next frame. change: from the one before, 0 for the first. apart_s: seconds
    between the two.
    """

    picture: Thumbnail
    change: float
    apart_s: float


def is_cut(steps: Sequence[Step], place: int, settings: CutSettings = DEFAULTS) -> bool:
    """Whether one of some steps in a row is a cut.

    `settings.around` steps before and `settings.ahead` after it count, as far as there are any.

    Of several within a few frames only the last is.
    """
    if not _stands_out(steps, place, settings):
        return False
    soon = range(place + 1, min(len(steps), place + settings.blend))
    return not any(_stands_out(steps, later, settings) for later in soon)


def _stands_out(steps: Sequence[Step], place: int, settings: CutSettings) -> bool:
    step = steps[place]
    if place == 0 or step.change < settings.least_change:
        return False
    near = _around(steps, place, settings.around)
    lead = step.change / max(_usual(near, settings.around), 1e-6)
    other_scene = step.change >= settings.scene_change and lead >= settings.scene_lead
    jump = step.apart_s <= settings.near_s and lead >= _least_lead(step, near, settings)
    if not (other_scene or jump) or _catches_up(steps, place, settings):
        return False
    most = settings.same_share * step.change
    return not (
        _comes_back(steps, place, settings.around, most)
        or _jolted(steps[place - 1].picture, step.picture, settings.jolt) <= most
    )


def _around(steps: Sequence[Step], place: int, around: int) -> list[float]:
    """The changes before and after one."""
    near = [step.change for step in steps[max(1, place - around) : place]]
    return near + [step.change for step in steps[place + 1 : place + around + 1]]


def _usual(near: Sequence[float], around: int) -> float:
    """The second largest change around: another cut, or the end of a flash, may be near.

    At the beginning and at the end, where less is known, it is the largest.
    """
    rank = 2 if len(near) == 2 * around else 1
    return sorted(near)[-rank] if near else 0.0


def _least_lead(step: Step, near: Sequence[float], settings: CutSettings) -> float:
    """How many times the changes around it this one must be."""
    moving = bool(near) and np.median(near) >= settings.moving_share * step.change
    large = step.change >= settings.large_change
    return settings.large_lead if large and moving else settings.least_lead


def _catches_up(steps: Sequence[Step], place: int, settings: CutSettings) -> bool:
    """Whether a film hung, and what changes is no more than what went on meanwhile."""
    most = 0.0
    for hung in range(1, min(place - 1, settings.behind)):
        most = max(most, steps[place - hung].change)
        last = place - hung - 1
        if steps[last].change <= settings.hung * most:
            continue
        # The largest may be a cut, of which nobody knows how much moved before.
        near = [step.change for step in steps[max(1, last + 1 - settings.around) : last + 1]]
        before = sorted(near)[-2] if len(near) > 1 else 0.0
        # Where each picture is stored several times, it is always that long to the next one.
        missed = (hung + 1) / (_hung_before(steps, last, settings) + 1)
        caught_up = steps[place].change <= settings.caught_up * before * missed
        return missed > 1 and before >= settings.least_movement and caught_up
    return False


def _hung_before(steps: Sequence[Step], place: int, settings: CutSettings) -> int:
    """Frames before a step in which the film had hung too."""
    most = steps[place].change / settings.hung
    hung = 0
    while hung < place - 1 and steps[place - 1 - hung].change <= most:
        hung += 1
    return hung


def _comes_back(steps: Sequence[Step], place: int, around: int, most: float) -> bool:
    """Whether the picture before is there again soon, or the one after was there a moment ago."""
    before, after = steps[place - 1].picture, steps[place].picture
    later = steps[place + 1 : place + around + 1]
    earlier = steps[max(0, place - around) : place - 1]
    return any(change(before, step.picture) <= most for step in later) or any(
        change(step.picture, after) <= most for step in earlier
    )


def _jolted(before: Thumbnail, after: Thumbnail, most: int) -> float:
    """The change that is left when the picture is moved to where it fits best."""
    if before.blank or after.blank:
        return change(before, after)
    # Half pixels, as a camera isn't pushed by whole ones.
    old, new = _doubled(before.pattern), _doubled(after.pattern)
    reach = 2 * most
    side = len(old)
    inner = new[reach : side - reach, reach : side - reach]
    shifts = range(2 * reach + 1)
    return min(
        float(np.abs(old[y : y + len(inner), x : x + len(inner)] - inner).mean())
        for y in shifts
        for x in shifts
    )


def _doubled(pattern: Floats) -> Floats:
    return cv2.resize(pattern, None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR).astype(np.float32)
