"""One small picture of each repetition: its worst moment, or its furthest point."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from formcheck.feedback.drawing.judged_joints import bone_verdicts
from formcheck.feedback.drawing.skeleton import draw_skeleton, shown_points
from formcheck.form.state import CriterionState, FormState, Verdict
from formcheck.results.annotated import to_jpeg
from formcheck.results.moment import Moment
from formcheck.results.result_document import RepetitionJudged
from formcheck.video.frame import Image


@dataclass(frozen=True)
class KeyFrameSettings:
    """How many pictures, and what they are like."""

    most_pictures: int = 24
    """About 20 kB each; more repetitions than this are in the table."""

    longest_side: int = 440
    """Pixels: twice the width at which the report shows them, for screens with small ones."""

    jpeg_quality: int = 72
    """1 to 100. Engineering value: no flaw is seen at the size at which they are shown."""

    margin: float = 0.18
    """Around the joints, as a share of their extent, so that head, hands and feet are whole."""


DEFAULTS = KeyFrameSettings()


@dataclass(frozen=True)
class KeyFrame:
    """A moment of a repetition as a picture.

    number: of the repetition, None for a picture that belongs to none.
    criterion: id of the fault that it shows, None where it shows the furthest point.
    jpeg: the bytes of a JPEG file. size: its width and height in pixels.
    """

    number: int | None
    time_s: float
    criterion: str | None
    jpeg: bytes
    size: tuple[int, int]


@dataclass
class _Candidate:
    """The moment so far that shows something best, and by how much."""

    degree: float
    moment: Moment


class KeyFrames:
    """Chooses the pictures while the session goes on; holds only a few frames at a time."""

    def __init__(self, settings: KeyFrameSettings = DEFAULTS) -> None:
        self._settings = settings
        self._furthest: dict[str, _Candidate] = {}
        self._worst: dict[str, _Candidate] = {}
        self._chosen: list[tuple[bool, KeyFrame]] = []
        self._judged = 0
        self._counted_on = ""

    def update(self, moment: Moment) -> None:
        """Take in one frame."""
        if moment.frame is not None and moment.pose.found:
            for measure, outward in moment.state.counted.outward.items():
                furthest = self._furthest.get(measure)
                self._furthest[measure] = _better(furthest, outward, moment)
            for criterion in moment.state.criteria:
                if criterion.active and criterion.verdict is Verdict.FAULT:
                    worst = self._worst.get(criterion.id)
                    self._worst[criterion.id] = _better(worst, _degree(criterion), moment)
        self._counted_on = moment.state.counted.measure
        if moment.state.finished is not None:
            finished = moment.state.finished
            self._choose(finished.number, finished.faults, finished.counted_on)

    def pictures(self, repetitions: Sequence[RepetitionJudged]) -> list[KeyFrame]:
        """What was chosen; where no repetition was seen, the person as they were seen.

        repetitions: all of them, as the last is known only when the session is over.
        """
        last = repetitions[-1] if repetitions else None
        if last is not None and last.number > self._judged:
            self._choose(last.number, last.faults, self._counted_on)
        furthest = self._furthest.get(self._counted_on)
        if self._chosen or furthest is None:
            return [picture for _, picture in self._chosen]
        return [picture_of(furthest.moment, settings=self._settings)]

    def _choose(self, number: int, faults: Sequence[str], counted_on: str) -> None:
        """Keep a picture of a repetition: of its gravest fault that was seen as it happened."""
        criterion = next((fault for fault in faults if fault in self._worst), None)
        shown = self._furthest.get(counted_on) if criterion is None else self._worst[criterion]
        if shown is not None and self._make_room(bool(faults)):
            picture = picture_of(shown.moment, number, criterion, self._settings)
            self._chosen.append((bool(faults), picture))
        self._judged, self._furthest, self._worst = number, {}, {}

    def _make_room(self, at_fault: bool) -> bool:
        """Where there are too many, a good repetition gives way to one with a fault."""
        if len(self._chosen) < self._settings.most_pictures:
            return True
        good = [place for place, (faulty, _) in enumerate(self._chosen) if not faulty]
        if not at_fault or not good:
            return False
        del self._chosen[good[-1]]
        return True


def picture_of(
    moment: Moment,
    number: int | None = None,
    criterion: str | None = None,
    settings: KeyFrameSettings = DEFAULTS,
) -> KeyFrame:
    """The person at this moment with the skeleton drawn on, cropped and small."""
    assert moment.frame is not None
    left, top, right, bottom = _around_person(moment, settings.margin)
    scale = min(1.0, settings.longest_side / max(right - left, bottom - top))
    resized = cv2.resize(
        moment.frame.image[top:bottom, left:right],
        (max(1, round((right - left) * scale)), max(1, round((bottom - top) * scale))),
        interpolation=cv2.INTER_AREA,
    )
    image = np.asarray(resized, np.uint8)
    _draw_person(image, moment.state, moment, (left, top), scale)
    size = (image.shape[1], image.shape[0])
    jpeg = to_jpeg(image, settings.jpeg_quality)
    return KeyFrame(number, moment.state.time_s, criterion, jpeg, size)


def _draw_person(
    image: Image, state: FormState, moment: Moment, corner: tuple[int, int], scale: float
) -> None:
    assert moment.frame is not None
    whole = shown_points(moment.pose, moment.frame.image.shape, mirrored=False)
    points = (whole - np.asarray(corner)) * scale
    draw_skeleton(image, points, moment.pose, bone_verdicts(state))


def _around_person(moment: Moment, margin_share: float) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the part of the frame that holds the person."""
    assert moment.frame is not None
    width, height = moment.frame.width, moment.frame.height
    points = shown_points(moment.pose, moment.frame.image.shape, mirrored=False)
    points = points[np.isfinite(points).all(axis=1)]
    if not len(points):
        return 0, 0, width, height
    low, high = points.min(axis=0), points.max(axis=0)
    margin = margin_share * float((high - low).max())
    left, top = np.clip(low - margin, 0, [width - 2, height - 2]).astype(int).tolist()
    right, bottom = np.clip(high + margin, [left + 2, top + 2], [width, height]).astype(int)
    return left, top, int(right), int(bottom)


def _better(best: _Candidate | None, degree: float, moment: Moment) -> _Candidate:
    if best is None or degree > best.degree or best.degree != best.degree:
        return _Candidate(degree, moment)
    return best


def _degree(criterion: CriterionState) -> float:
    """How far a value lies out of its range."""
    below = criterion.low - criterion.value if criterion.low is not None else 0.0
    above = criterion.value - criterion.high if criterion.high is not None else 0.0
    return max(below, above)
