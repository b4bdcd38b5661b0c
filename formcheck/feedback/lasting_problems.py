"""Set-up problems that last: one bad frame is no problem, and one good frame is no cure."""

from collections import Counter
from collections.abc import Iterable

from formcheck.form.state import SetUpProblem

LASTING_S = 0.5
"""How long a problem must show before it is told, and be gone before it is forgotten; an
engineering value: single frames err, and nobody mends their place faster."""

LEAST_PICTURES = 3
"""In which a problem must show before it is told. Where few come, who has begun to move is still
taken for being in the start position in the next one or two (seen at two a second and fewer)."""


class LastingProblems:
    """Set-up problems over time, in the order in which they were last given.

    lasting_s: how long one must show before it is told.
    """

    def __init__(self, lasting_s: float = LASTING_S, least_pictures: int = LEAST_PICTURES) -> None:
        self._lasting_s = lasting_s
        self._least_pictures = least_pictures
        self._pictures: Counter[str] = Counter()
        self._problems: dict[str, SetUpProblem] = {}
        self._first_s: dict[str, float] = {}
        self._last_s: dict[str, float] = {}

    def update(self, time_s: float, problems: Iterable[SetUpProblem]) -> None:
        """Take the problems of one moment, most important first."""
        present = {problem.id: problem for problem in problems}
        lately = {
            name: problem
            for name, problem in self._problems.items()
            if name not in present and time_s - self._last_s[name] < LASTING_S
        }
        for name in present:
            if name not in self._problems:
                self._first_s[name] = time_s
                self._pictures[name] = 0
            self._pictures[name] += 1
            self._last_s[name] = time_s
        self._problems = present | lately

    def to_tell(self, time_s: float) -> list[SetUpProblem]:
        """The problems that have lasted, most important first."""
        return [
            problem
            for name, problem in self._problems.items()
            if time_s - self._first_s[name] >= self._lasting_s
            and self._pictures[name] >= self._least_pictures
        ]
