"""One set while it is done: the form checker, in a time of its own, and what is kept of it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from formcheck.errors import FormcheckError
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState
from formcheck.live.live_contract import Checker, Recording, SetDiary
from formcheck.live.sets.session_clock import SessionClock
from formcheck.pose.pose import Pose
from formcheck.texts.message import Message, message
from formcheck.video.frame import Frame

BEGUN_BEFORE: Final = message("live.begun_before")

Trouble = Callable[[str, Exception], None]


class SetRun:
    """Judges frames; nothing that goes wrong with keeping them ends the set.

    Until `begin` what was judged can be taken back, since the person was only getting ready.

    folder: where the recording lies, once it is finished.
    """

    def __init__(
        self,
        new_checker: Callable[[], Checker],
        *,
        open_diary: Callable[[float], SetDiary | None] = lambda _: None,
        open_recording: Callable[[], Recording | None] = lambda: None,
        trouble: Trouble,
        long_hold: bool = False,
    ) -> None:
        """Open_diary, open_recording: called when the set begins; the first is told how many
        seconds ago that was.

        trouble: is told what could not be kept, "diary" or "recording", and why. long_hold: goes on
        after pictures were missing, without the time that nobody saw; of two movements that began
        before and ended after, nobody can make one.
        """
        self._long_hold = long_hold
        self.begun = False
        self.folder: Path | None = None
        self._new_checker = new_checker
        self._new_diary = open_diary
        self._new_recording = open_recording
        self._trouble = trouble
        self._diary: SetDiary | None = None
        self._recording: Recording | None = None
        self._warnings: tuple[Message, ...] = ()
        self._restart()

    def judge(self, frame: Frame, pose: Pose) -> tuple[Frame, Pose, FormState]:
        """The state after one frame, and frame and pose at their time in the set."""
        frame = self._clock.judged(frame)
        take = pose.take + (0 if self._long_hold else self._clock.breaks)
        frame, pose = replace(frame, take=take), replace(pose, time_s=frame.time_s, take=take)
        return frame, pose, self._take(pose)

    def catch_up(self) -> None:
        """What the last picture didn't wait for."""
        self._checker.catch_up()

    def recall(self, pose: Pose) -> FormState:
        """The state after a pose of which there is no picture any more."""
        return self._take(self._clock.judged(pose))

    def begin(self, earlier: Iterable[FormState] = ()) -> None:
        """From here on it counts; earlier: states since the start, where those count too."""
        if not self.begun:
            self.begun = True
            before = tuple(earlier)
            ago_s = before[-1].time_s - before[0].time_s if before else 0.0
            self._try("diary", lambda: self._open_diary(ago_s))
            for state in before:
                self._warnings = (BEGUN_BEFORE,)
                self._write_down(state, before[-1].time_s - state.time_s)
            self._try("recording", self._open_recording)

    def keep(self, frame: Frame, pose: Pose, state: FormState) -> None:
        """Record one judged frame."""
        recording = self._recording
        if recording is None:
            return
        if not self._try("recording", lambda: recording.write(frame, pose, state)):
            self._recording = None
            self._try("recording", recording.discard)

    def interrupt(self) -> FormState | None:
        """A pause: what was under way is over, and what comes now is not adjacent to it.

        Returns the repetition's state where the pause ended one, else the last; None where nothing
        had been judged.
        """
        if not self.begun:
            self._restart()
            return None
        state = self._checker.interrupt()
        if state is not None:
            self._write_down(state)
        self._clock.pause()
        return state

    def unseen(self) -> None:
        """The camera sends nothing; what nobody saw is no part of a hold."""
        self._clock.pause()

    def finish(self) -> SetSummary | None:
        """Sum up and put everything kept in its place; None for a set that never began."""
        if not self.begun:
            return None
        self.begun = False
        summary = self._checker.finish()
        diary, recording = self._diary, self._recording
        self._diary = self._recording = None
        if diary is not None:
            self._try("diary", lambda: diary.finish(summary))
        if recording is not None:
            self._try("recording", lambda: self._finish_recording(recording, summary))
        return summary

    def _finish_recording(self, recording: Recording, summary: SetSummary) -> None:
        self.folder = recording.finish(summary, self._warnings)

    def _restart(self) -> None:
        self._checker = self._new_checker()
        self._clock = SessionClock()

    def _take(self, pose: Pose) -> FormState:
        state = self._checker.update(pose)
        self._write_down(state)
        return state

    def _write_down(self, state: FormState, ago_s: float = 0.0) -> None:
        diary = self._diary
        if diary is not None and not self._try("diary", lambda: diary.update(state, ago_s)):
            self._diary = None

    def _open_diary(self, ago_s: float) -> None:
        self._diary = self._new_diary(ago_s)

    def _open_recording(self) -> None:
        self._recording = self._new_recording()

    def _try(self, what: str, action: Callable[[], object]) -> bool:
        """Whether it could be done."""
        try:
            action()
        except (FormcheckError, OSError) as error:
            self._trouble(what, error)
            return False
        return True
