"""One frame as an exercise looks at it: seen from where, in its posture, and set up for it?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated_position
from formcheck.form.sides import SideChoice, all_hold
from formcheck.form.start.set_up import check_set_up, joints_in_view
from formcheck.form.state import SetUp
from formcheck.form.vocabulary import measure_names
from formcheck.measure.measures import Measures
from formcheck.measure.observer import Observer
from formcheck.measure.orientation import View
from formcheck.pose.pose import Pose
from formcheck.texts.texts import Texts, load_texts


@dataclass(frozen=True, eq=False)
class Observation:
    """One frame, measured and held against what an exercise needs.

    measures: with the view that the exercise is seen from.
    joints_in_view: whether a person was found and the joints that the exercise needs can be seen.
    in_posture: whether the exercise's wide ranges hold in this frame.
    """

    measures: Measures
    joints_in_view: bool
    set_up: SetUp
    in_posture: bool

    @property
    def sides(self) -> SideChoice:
        """The sides as far as a frame by itself tells them."""
        return SideChoice(near=self.measures.near_side)


class ExerciseObserver:
    """Observes frames for one exercise; state over time."""

    def __init__(
        self, exercise: Exercise, also: Iterable[str] = (), texts: Texts | None = None
    ) -> None:
        """Also: names of measures that are wanted besides the exercise's own.

        texts: for set-up problems; English where none are given.
        """
        self._exercise = exercise
        self._texts = texts or load_texts()
        self._position = translated_position(exercise.start.position, self._texts)
        self._observer = Observer(
            (*measure_names(exercise), *also), knee_planted=bool(exercise.sides.planted)
        )
        self._roll = 0.0
        self._view_at_rest = View.UNKNOWN

    def restart(self) -> None:
        """Forget side, view, scale and roll: the person has left the position."""
        self._observer.restart()
        self._roll = 0.0
        self._view_at_rest = View.UNKNOWN

    def update(self, pose: Pose, *, settled: bool, under_way: bool = False) -> Observation:
        """Observe the next frame.

        settled: the set is under way, so its near side is kept, and the camera's roll, since what
        is compared with the start must be measured as it was then. under_way: so is a repetition.
        """
        self._roll = self._roll if settled else pose.roll
        if pose.roll != self._roll:
            pose = replace(pose, roll=self._roll)
        measures = self._observer.update(pose, settled=settled)
        measures = replace(measures, view=self._seen_from(measures.view, under_way))
        sides = SideChoice(near=measures.near_side)
        # Who reaches out of the picture is still as they were.
        drawn = {**measures.values, **measures.beyond}
        in_posture = measures.found and all_hold(self._exercise.posture, drawn, sides)
        if in_posture:
            self._observer.learn_scale(measures)
        return Observation(
            measures=measures,
            joints_in_view=measures.found and joints_in_view(self._exercise, measures),
            set_up=check_set_up(self._exercise, self._position, measures, self._texts),
            in_posture=in_posture,
        )

    def _seen_from(self, view: View, under_way: bool) -> View:
        """The view of the exercise; a body that turns or bends its trunk only seems half turned."""
        if not under_way:
            self._view_at_rest = view
        right_at_rest = self._view_at_rest in self._exercise.camera.views
        turned_since = under_way and right_at_rest and view is View.THREE_QUARTER
        return self._view_at_rest if turned_since else view
