"""Reading an input once, to its end or as far as it goes."""

from collections.abc import Iterator
from pathlib import Path

from formcheck.analysis.pose_source import PosedFrame, PoseSource
from formcheck.errors import FormcheckError
from formcheck.results.result_document import InputRead, TakeRead
from formcheck.results.result_wording import cuts_told, tilt_told


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
        self._warnings: list[str] = []
        self._most_others = 0
        self._roll = 0.0
        self.frames = 0
        self.frames_with_pose = 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was missing or damaged, so far; once, though replayed poses tell it too."""
        told = (*self._source.warnings, *self._warnings)
        cuts = cuts_told([begin_s for begin_s, _ in self._takes[1:]])
        return tuple(dict.fromkeys((*told, *cuts, *self._company(), *tilt_told(self._roll))))

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
                self._warnings.append(f"It ended early, at {self._last_s:.1f} s: {error}")
                return
            if posed is None:
                return
            self._count(posed)
            yield posed

    def input_read(self) -> InputRead:
        """What was looked at."""
        facts = self.facts
        lasted_s = self._last_s - self._first_s
        # The last frame is shown for as long as the others on average.
        last_frame_s = lasted_s / (self.frames - 1) if self.frames > 1 else 0.0
        return InputRead(
            path=str(self._path),
            kind=facts.kind,
            width=facts.width,
            height=facts.height,
            duration_s=round(lasted_s + last_frame_s, 2),
            frames=self.frames,
            rotation=facts.rotation,
            takes=() if facts.kind == "image" else self._takes_read(),
        )

    def _count(self, posed: PosedFrame) -> None:
        time_s = posed.pose.time_s
        self._first_s = time_s if not self.frames else self._first_s
        self._last_s = time_s
        self._count_take(posed.pose.take, time_s)
        self.frames += 1
        self.frames_with_pose += posed.pose.found
        self._most_others = max(self._most_others, posed.pose.others)
        self._roll = posed.pose.roll or self._roll

    def _count_take(self, take: int, time_s: float) -> None:
        begin_s = self._takes.pop()[0] if take == self._take else time_s
        self._takes.append((begin_s, time_s))
        self._take = take

    def _takes_read(self) -> tuple[TakeRead, ...]:
        return tuple(
            TakeRead(start_s=round(begin_s, 2), end_s=round(end_s, 2))
            for begin_s, end_s in self._takes
        )

    def _company(self) -> tuple[str, ...]:
        """What is said where the one who was judged wasn't alone."""
        if not self._most_others:
            return ()
        people = "Two" if self._most_others == 1 else "Several"
        return (
            f"{people} people were seen: the one who is nearest and most in the middle was judged.",
        )
