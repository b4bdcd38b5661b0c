"""A hand that is raised for long enough to be meant."""

from dataclasses import dataclass


@dataclass(frozen=True)
class HandSignSettings:
    """How long a hand is up before it is a sign; engineering values, in seconds."""

    raised_s: float = 1.5
    """A hand must be raised for this long: nobody scratches their head that slowly."""

    slip_s: float = 0.4
    """A shorter lowering is a slip of the pose model."""


DEFAULTS = HandSignSettings()


class HandSign:
    """Tells once when a hand has been up for long enough; it must come down before the next.

    up: whether it is raised now, slips forgiven.
    """

    def __init__(self, *, settings: HandSignSettings = DEFAULTS) -> None:
        self._settings = settings
        self.up = False
        self._since_s = self._seen_s = 0.0
        self._told = False

    def update(self, time_s: float, raised: bool) -> bool:
        """Whether at this moment it has been up for long enough."""
        if raised:
            if not self.up:
                self.up, self._since_s, self._told = True, time_s, False
            self._seen_s = time_s
        elif self.up and time_s - self._seen_s > self._settings.slip_s:
            self.up = False
        long_enough = time_s - self._since_s >= self._settings.raised_s
        if self.up and raised and long_enough and not self._told:
            self._told = True
            return True
        return False
