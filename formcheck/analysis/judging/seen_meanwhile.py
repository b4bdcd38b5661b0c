"""How well somebody is seen where nothing is judged."""

from collections import Counter
from dataclasses import replace

from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState
from formcheck.measure.orientation import View
from formcheck.pose.pose import Pose


class SeenMeanwhile:
    """Counts the frames of a recording that holds nothing to judge. State over the frames."""

    def __init__(self) -> None:
        self._frames = self._with_pose = self._in_view = 0
        self._views: Counter[View] = Counter()

    def update(self, pose: Pose, state: FormState) -> None:
        """Count one frame."""
        self._frames += 1
        self._with_pose += pose.found
        self._in_view += state.pose_seen
        if pose.found:
            self._views[View(state.view)] += 1

    def told_in(self, summary: SetSummary) -> SetSummary:
        """A set in which nothing was done, with what was seen meanwhile."""
        view = self._views.most_common(1)[0][0] if self._views else View.UNKNOWN
        return replace(
            summary,
            frames=self._frames,
            frames_with_pose=self._with_pose,
            frames_judged=self._in_view,
            view=view,
        )
