"""A level of pain, typed with the number keys."""

from dataclasses import dataclass

from formcheck.feedback.window import Key

WORST = 10
"""The end of the scale, which begins with 0: the numerical rating scale of 11 points."""


@dataclass(frozen=True)
class TypingSettings:
    """How long is waited for another digit; seconds."""

    second_digit_s: float = 1.5
    """After a 1 a 0 may follow; and the answer is seen for so long (engineering)."""


DEFAULTS = TypingSettings()


class TypedLevel:
    """Takes digits as they are typed. State over time.

    typed: what is typed so far; the last digit counts, but a 10.
    """

    def __init__(self, *, settings: TypingSettings = DEFAULTS) -> None:
        self._settings = settings
        self.typed = ""
        self._typed_s = float("-inf")

    @property
    def level(self) -> int | None:
        """0 to 10; None where nothing is typed."""
        return int(self.typed) if self.typed else None

    def press(self, key: Key, now_s: float) -> bool:
        """Take a key; whether it was a digit."""
        if not key.value.isdigit():
            return False
        longer = self.typed + key.value
        self.typed = longer if longer == str(WORST) else key.value
        self._typed_s = now_s
        return True

    def meant(self, now_s: float) -> bool:
        """Whether it was typed long enough ago that no other digit follows."""
        return bool(self.typed) and now_s - self._typed_s >= self._settings.second_digit_s
