"""Numbers the takes of a recording: a take is a stretch of one camera without a cut."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from formcheck.video.cuts.cuts import DEFAULTS as CUTS
from formcheck.video.cuts.cuts import CutSettings, Step, is_cut
from formcheck.video.cuts.frozen import FrozenWatch
from formcheck.video.cuts.laid_over import LaidOverWatch
from formcheck.video.cuts.moved_camera import camera_moved
from formcheck.video.cuts.overlays import is_overlay
from formcheck.video.cuts.picture_memory import PictureMemory
from formcheck.video.cuts.transitions import DEFAULTS as TRANSITIONS
from formcheck.video.cuts.transitions import TransitionSettings, TransitionWatch
from formcheck.video.frame import Frame, Image
from formcheck.video.thumbnail import change, thumbnail


def in_takes(
    frames: Iterable[Frame],
    cuts: CutSettings = CUTS,
    transitions: TransitionSettings = TRANSITIONS,
) -> Iterator[Frame]:
    """The same frames, each with the number of its take and whether it is frozen; a few
    frames late.

    After a dissolve, a wipe or a fade the next take begins where the new scene is there. A plain
    picture between two scenes, such as black, is a take of its own.
    """
    numbering = TakeNumbering(cuts, transitions)
    for frame in frames:
        yield from numbering.update(frame)
    yield from numbering.finish()


class TakeNumbering:
    """Finds cuts as frames come; state over time, with some frames in hand."""

    def __init__(
        self,
        cuts: CutSettings = CUTS,
        transitions: TransitionSettings = TRANSITIONS,
    ) -> None:
        self._cuts = cuts
        self._watch = TransitionWatch(transitions)
        self._steps: list[Step] = []
        self._waiting: deque[Frame] = deque()
        self._before: Frame | None = None
        self._last_s = 0.0
        self._frozen = FrozenWatch()
        self._memory = PictureMemory(transitions.over_s)
        self._laid_over = LaidOverWatch()
        self._take = 0

    def update(self, frame: Frame) -> Iterator[Frame]:
        """Take the next frame; those of which the take is known now."""
        picture = thumbnail(frame.image)
        last = self._steps[-1].picture if self._steps else picture
        self._steps.append(Step(picture, change(last, picture), frame.time_s - self._last_s))
        self._last_s = frame.time_s
        frozen = self._frozen.update(frame.image, frame.time_s)
        self._waiting.append(replace(frame, frozen=True) if frozen else frame)
        if len(self._waiting) > self._cuts.ahead:
            yield self._release()

    def finish(self) -> Iterator[Frame]:
        """The rest, when no more frames come."""
        while self._waiting:
            yield self._release()

    def _release(self) -> Frame:
        """The frame that has waited longest, and its take."""
        frame = self._waiting.popleft()
        place = len(self._steps) - 1 - len(self._waiting)
        step = self._steps[place]
        before = self._scene_before(frame, place)
        self._before = frame
        self._memory.update(frame)
        if before is not None:
            over = self._laid_over
            if is_overlay(before, frame.image) or over.explains(before, frame.image):
                self._laid_over.changed(before, frame.image)
            else:
                self._laid_over.restart()
                self._take += 1
            # Under a caption the scene goes on, but looks no more like what was before.
            self._watch.restart(frame.time_s, step.picture)
        del self._steps[: max(0, place - self._cuts.behind)]
        laid_over = self._laid_over.over(frame.image)
        return replace(frame, take=self._take, laid_over=laid_over)

    def _scene_before(self, frame: Frame, place: int) -> Image | None:
        """What was seen before, where something else has taken its place with this frame."""
        before, step = self._before, self._steps[place]
        if before is not None and is_cut(self._steps, place, self._cuts):
            return before.image
        since_s = self._watch.update(frame.time_s, step.picture, step.change)
        scene = None if since_s is None else self._memory.at(since_s)
        if scene is not None and camera_moved(scene, frame.image):
            self._watch.restart(frame.time_s, step.picture)
            return None
        return scene
