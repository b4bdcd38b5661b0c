"""Reading an input once, to its end or as far as it goes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from formcheck.analysis.poses.others_seen import OthersSeen
from formcheck.analysis.poses.pose_source import PosedFrame, PoseSource
from formcheck.errors import FormcheckError
from formcheck.results.result_document import InputRead, TakeRead
from formcheck.results.wording.camera_wording import CameraSeen, camera_told
from formcheck.results.wording.company_wording import company_told, laid_over_told
from formcheck.results.wording.dark_wording import DarkSeen, dark_told
from formcheck.results.wording.recording_wording import cuts_told, tilt_told
from formcheck.results.wording.seen_wording import jumps_told
from formcheck.results.wording.times_wording import times_told
from formcheck.texts.message import Message, message
from formcheck.texts.refusal import problem_of
from formcheck.texts.shown import shown
from formcheck.video.gaps import Gap, GapFinder
from formcheck.video.timing import Times, Timing


class InputReader:
    """The poses of an input as they come, and how much was read; state over its frames.

    facts, model: of the source.
    """

    def __init__(self, path: Path, source: PoseSource) -> None:
        self._path = path
        self._source = source
        self.facts = source.facts
        self.model = source.model
        self._first_s = self._last_s = 0.0
        self._takes: list[tuple[float, float]] = []
        self._take = -1
        self._warnings: list[Message] = []
        self._gap_finder = GapFinder()
        self._gaps: list[Gap] = []
        self._seen_s = 0.0
        self._frozen_frames = 0
        self._others = OthersSeen()
        self._covered_s = self._laid_over_s = 0.0
        self._dark = DarkSeen()
        self._roll = 0.0
        self._camera = CameraSeen()
        self.frames = 0
        self.frames_with_pose = 0
        self._poses_between = 0
        self._body_jumps_s: list[float] = []

    @property
    def is_picture(self) -> bool:
        """Whether the input is a still picture."""
        return self.facts.kind == "image"

    @property
    def timing(self) -> Timing:
        """What the times are worth, as far as was read."""
        return self._source.timing

    @property
    def damage(self) -> tuple[Message, ...]:
        """What was missing or damaged, so far."""
        return (*self._source.warnings, *self._warnings)

    @property
    def warnings(self) -> tuple[Message, ...]:
        """All that is to be told of what was read, so far: what was damaged, and what it shows."""
        of_times = times_told(self._source.timing, self._unseen, self.step_s)
        begun_s = [begin_s for begin_s, _ in self._takes[1:]]
        cuts = cuts_told([one for one in begun_s if one not in self._camera.lost_s])
        company = company_told(self._others.most, self._covered_s, self.facts.followed)
        tilt = tilt_told(self._roll, sure=self.facts.stance.roll.sure)
        hidden = laid_over_told(self._laid_over_s)
        of_camera = (*tilt, *camera_told(self._camera), *dark_told(self._dark))
        of_picture = (*company, *hidden, *of_camera, *jumps_told(self._body_jumps_s))
        return (*self.damage, *of_times, *cuts, *of_picture)

    def __iter__(self) -> Iterator[PosedFrame]:
        """The poses; an input that fails on the way ends there, with a warning.

        Raises FormcheckError where there is not even one.
        """
        poses = iter(self._source)
        while True:
            try:
                posed = next(poses, None)
            except FormcheckError as error:
                if not self.frames:
                    raise
                ended = message(
                    "result.ended_early", seconds=float(self._last_s), error=problem_of(error)
                )
                self._warnings.append(ended)
                return
            if posed is None:
                return
            self._count(posed)
            yield posed

    @property
    def step_s(self) -> float:
        """Seconds from one picture to the next on average, gaps aside; 0 where there is but one."""
        steps = self.frames - self._frozen_frames - 1
        if steps < 1:
            return 0.0
        missing_s = sum(gap.missing_s for gap in self._gaps)
        return (self._seen_s - self._first_s - missing_s) / steps

    def input_read(self) -> InputRead:
        """What was looked at."""
        facts, timing = self.facts, self._source.timing
        # The last frame is shown for as long as the others on average.
        lasted_s = self._last_s - self._first_s + self.step_s
        return InputRead(
            path=shown(self._path),
            kind=facts.kind,
            width=facts.width,
            height=facts.height,
            duration_s=None if timing.times is Times.GUESSED else round(lasted_s, 2),
            frames=self.frames,
            thinned_from=self._thinned_from,
            poses_between=self._poses_between,
            rotation=facts.rotation,
            times=timing.times.value,
            slowed_by=round(timing.slowed_by, 3),
            camera="moving" if self._camera.moved else "still",
            people=self._people,
            person=None if facts.followed is None else facts.followed.number,
            takes=() if facts.kind == "image" else self._takes_read(),
        )

    @property
    def _thinned_from(self) -> float | None:
        """Without times nobody knows how many come a second, and all are looked at."""
        rate = None if self._source.timing.times is Times.GUESSED else self.facts.thinned_from
        return None if rate is None else round(rate, 2)

    @property
    def _people(self) -> int:
        """How many were seen at once."""
        return self._others.most + (1 if self.frames_with_pose else 0)

    def _count(self, posed: PosedFrame) -> None:
        time_s = posed.pose.time_s
        covered_s = time_s - self._last_s if posed.pose.covered and self.frames else 0.0
        self._covered_s += covered_s if posed.pose.others else 0.0
        self._laid_over_s += 0.0 if posed.pose.others else covered_s
        self._first_s = time_s if not self.frames else self._first_s
        self._last_s = time_s
        self._count_take(posed.pose.take, time_s)
        self._find_gap(time_s, frozen=posed.pose.frozen)
        self.frames += 1
        self.frames_with_pose += posed.pose.found
        self._poses_between += posed.pose.between
        self._others.update(posed.pose)
        self._roll = posed.pose.roll or self._roll
        self._camera.update(posed.pose)
        self._dark.update(posed.pose)
        jumps = posed.pose.jumps
        self._body_jumps_s += [time_s] if jumps is not None and jumps.of_body else []

    def _find_gap(self, time_s: float, *, frozen: bool) -> None:
        """Take note of time without pictures, or with nothing new in them."""
        if frozen:
            self._frozen_frames += 1
            return
        gap = self._gap_finder.update(time_s)
        self._gaps += [] if gap is None else [gap]
        self._seen_s = time_s

    @property
    def _unseen(self) -> Sequence[Gap]:
        """Time without pictures, so far."""
        missing_s = self._last_s - self._seen_s
        return (*self._gaps, *([Gap(self._seen_s, self._last_s, 0.0)] if missing_s > 0 else []))

    def _count_take(self, take: int, time_s: float) -> None:
        begin_s = self._takes.pop()[0] if take == self._take else time_s
        self._takes.append((begin_s, time_s))
        self._take = take

    def _takes_read(self) -> tuple[TakeRead, ...]:
        return tuple(
            TakeRead(start_s=round(begin_s, 2), end_s=round(end_s, 2))
            for begin_s, end_s in self._takes
        )
