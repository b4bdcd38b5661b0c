"""Where in a programme the person is."""

from collections.abc import Sequence

from formcheck.programmes.steps import Step


class Course:
    """Goes through steps: on to the next one, past the rest of an exercise, or once more."""

    def __init__(self, steps: Sequence[Step]) -> None:
        """Steps: at least one."""
        self._steps = tuple(steps)
        self._at = 0

    @property
    def step(self) -> Step | None:
        """The step that is on; None after the last."""
        return self._steps[self._at] if self._at < len(self._steps) else None

    @property
    def before(self) -> Step | None:
        """The step before the one that is on; None before the first."""
        return self._steps[self._at - 1] if self._at else None

    def go_on(self) -> None:
        """To the next step."""
        self._at = min(self._at + 1, len(self._steps))

    def skip(self) -> None:
        """To the next exercise, past the sets and sides that are left of this one."""
        left = self.step
        while self.step is not None and left is not None and self._same(self.step, left):
            self._at += 1

    def go_back(self) -> None:
        """To the step before, to do it once more; the first step has none."""
        self._at = max(self._at - 1, 0)

    @staticmethod
    def _same(one: Step, other: Step) -> bool:
        return one.exercise.id == other.exercise.id
