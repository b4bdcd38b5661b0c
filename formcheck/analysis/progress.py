"""Reading an input once, to its end or as far as it goes."""

from collections.abc import Iterator
from pathlib import Path

from formcheck.analysis.pose_sources import Sighting, Sightings
from formcheck.errors import FormcheckError
from formcheck.results.result_document import InputRead
from formcheck.results.result_wording import tilt_told


class Reading:
    """The poses of an input as they come, and how much was read; state over its frames."""

    def __init__(self, path: Path, sightings: Sightings) -> None:
        self._path = path
        self._sightings = sightings
        self._first_s = self._last_s = 0.0
        self._warnings: list[str] = []
        self._most_others = 0
        self._roll = 0.0
        self.frames = 0
        self.frames_with_pose = 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was missing or damaged, so far; once, though poses that are retraced tell it too."""
        told = (*self._sightings.warnings, *self._warnings)
        return tuple(dict.fromkeys((*told, *self._company(), *tilt_told(self._roll))))

    def __iter__(self) -> Iterator[Sighting]:
        """The poses; an input that fails on the way ends there, with a warning.

        Raises FormcheckError where there is not even one.
        """
        sightings = iter(self._sightings)
        while True:
            try:
                sighting = next(sightings, None)
            except FormcheckError as error:
                if not self.frames:
                    raise
                self._warnings.append(f"It ended early, at {self._last_s:.1f} s: {error}")
                return
            if sighting is None:
                return
            self._count(sighting)
            yield sighting

    def input_read(self) -> InputRead:
        """What was looked at."""
        facts = self._sightings.facts
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
        )

    def _count(self, sighting: Sighting) -> None:
        time_s = sighting.pose.time_s
        self._first_s = time_s if not self.frames else self._first_s
        self._last_s = time_s
        self.frames += 1
        self.frames_with_pose += sighting.pose.found
        self._most_others = max(self._most_others, sighting.pose.others)
        self._roll = sighting.pose.roll or self._roll

    def _company(self) -> tuple[str, ...]:
        """What is said where the one who was judged wasn't alone."""
        if not self._most_others:
            return ()
        people = "Two" if self._most_others == 1 else "Several"
        return (
            f"{people} people were seen: the one who is nearest and most in the middle was judged.",
        )
