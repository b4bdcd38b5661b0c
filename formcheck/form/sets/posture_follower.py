"""A posture that is kept: judged as it goes, not only when it is moved in."""

from dataclasses import replace

from formcheck.form.sets.set_follower import SetFollower
from formcheck.form.state import Repetition


class PostureFollower(SetFollower):
    """Follows a posture: what is kept all the time is judged as it goes, not only when moved in."""

    def break_off(self) -> Repetition | None:
        """End the set; a posture that was kept until then was seen."""
        if self._frames and self.resting:
            self._movements.rest(self._followed)
            self._frames = []
        return super().break_off()

    def _forget(self, now_s: float) -> None:
        """Before frames at rest are forgotten the posture is judged on them."""
        if not self.resting:
            super()._forget(now_s)
        elif now_s - self._frames[0].time_s > (kept_s := self._settings.remembered_rest_s):
            half_s = now_s - kept_s / 2
            early = [frame for frame in self._frames if frame.time_s <= half_s]
            self._movements.rest(replace(self._followed, frames=early))
            self._frames = [frame for frame in self._frames if frame.time_s > half_s]

    def _learn_baseline(self) -> None:
        """A posture is compared with how the person sat or stood in the first seconds."""
        seen_s = self._frames[-1].time_s - self._frames[0].time_s
        if seen_s >= self._settings.posture_start_s:
            self.baseline.learn(self._frames, self.sides)
        super()._learn_baseline()
