"""Whether a repetition was seen in enough pictures to know what it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.form.verdicts.judgement import NOTHING
from formcheck.form.verdicts.measured_frame import MeasuredFrame


@dataclass(frozen=True)
class PictureSettings:
    """How many pictures a repetition needs.

    Measured on the poses of 16 sample clips thinned out to 7.5 to 1 pictures a second, 256 in all:
    of the 222 with six pictures or more to a repetition, one was counted or judged wrongly; of the
    34 with fewer, 13. These settings tell all 14 of them, and 7 that came out right at six or more.
    """

    least: int = 6
    """Pictures of one repetition, the first and the last included."""

    far_apart_s: float = 0.75
    """Seconds between two pictures from which several repetitions may look like one long one..."""

    jump_share: float = 0.85
    """...where the body goes this share of the way from one picture to the next: with six pictures
    to a repetition an even movement goes by half."""

    few_all_along_s: float = 0.4
    """Seconds between two pictures on average from which one repetition with too few of them says
    that there are too few of all: others may have been taken for one."""


DEFAULTS = PictureSettings()


def too_few_pictures(phases: PhaseCut, settings: PictureSettings = DEFAULTS) -> bool:
    """Whether a repetition was seen too seldom to be judged, or even to be one."""
    frames = [frame for frame in phases.whole.frames if frame.time_s >= phases.start_s]
    if len(frames) < settings.least:
        return True
    seen = [frame.signal for frame in frames if frame.signal == frame.signal]
    jump = settings.jump_share * (max(seen) - min(seen))
    return any(apart_s >= settings.far_apart_s and way >= jump for apart_s, way in _steps(frames))


def _steps(frames: Sequence[MeasuredFrame]) -> Iterator[tuple[float, float]]:
    """From each frame in which the signal was seen to the next such: the longest time without a
    picture in between, and how far the body went. Pictures in which somebody stood in front are no
    lack of pictures.
    """
    before: float | None = None
    apart_s = 0.0
    for earlier, later in pairwise(frames):
        if earlier.signal == earlier.signal:
            before, apart_s = earlier.signal, 0.0
        apart_s = max(apart_s, later.time_s - earlier.time_s)
        if before is not None and later.signal == later.signal:
            yield apart_s, abs(later.signal - before)


def without_verdicts(summary: SetSummary) -> SetSummary:
    """The same set where nothing that was counted or judged can be relied on."""
    return replace(
        summary,
        repetitions=tuple(
            replace(
                one,
                verdict=Verdict.UNKNOWN,
                verdicts=dict.fromkeys(one.verdicts, Verdict.UNKNOWN),
                faults=(),
            )
            for one in summary.repetitions
        ),
        criteria=tuple(replace(total, judgement=NOTHING) for total in summary.criteria),
        verdict=Verdict.UNKNOWN,
    )
