"""Who may speak now: short cues during a set, longer instructions outside it, one at a time."""

from dataclasses import dataclass

from formcheck.feedback.audio.voice import Voice
from formcheck.feedback.cue_chooser import CueSettings
from formcheck.feedback.cues import Cue, CueKind
from formcheck.texts.message import Message


@dataclass(frozen=True)
class AnnouncerSettings:
    """When an instruction is said again; seconds."""

    repeat_s: float = 12.0
    """An instruction that still holds is said again after this long, for who only hears it; and
    then after twice as long each time, for who has heard it or isn't there."""

    between_s: float = CueSettings.between_s
    """Least time from one instruction to another: as between two cues."""

    longest_s: float = 60.0
    """No instruction takes longer: a voice that says it is still speaking is stuck."""


DEFAULTS = AnnouncerSettings()


class Announcer:
    """Passes on what is to be said, if it is wanted.

    muted: whether nothing is spoken.
    """

    def __init__(
        self, voice: Voice, *, muted: bool, settings: AnnouncerSettings = DEFAULTS
    ) -> None:
        self._settings = settings
        self._voice = voice
        self.muted = muted
        self._kept = ""
        self._said = ""
        self._times_said = 0
        self._said_s = float("-inf")

    @property
    def problem(self) -> Message | str:
        """Why nothing can be heard; empty while all is well."""
        return "" if self.muted else self._voice.problem

    def speaking(self, now_s: float) -> bool:
        """Whether something is being said."""
        stuck = now_s - self._said_s >= self._settings.longest_s
        return not self.muted and self._voice.speaking and not stuck

    def cue(self, cue: Cue, now_s: float) -> None:
        """Say a cue of the set in place of what is being said."""
        self._say(cue, now_s)

    def announce(self, text: str, now_s: float) -> None:
        """Say an instruction in place of what is being said."""
        text, self._kept = f"{self._kept} {text}".strip(), ""
        self._say(Cue(text, CueKind.SET_UP, since_s=now_s), now_s)

    def keep(self, text: str) -> None:
        """Say this together with the next instruction, which would cut it off."""
        self._kept = text

    def remind(self, text: str, now_s: float) -> None:
        """Say an instruction when nothing else is being said, and again only after a while."""
        since_s = now_s - self._said_s
        again_s = self._settings.repeat_s * 2 ** (self._times_said - 1)
        least_s = again_s if text == self._said else self._settings.between_s
        if since_s >= least_s and not self.speaking(now_s):
            self.announce(text, now_s)

    def hush(self) -> None:
        """Stop at once."""
        self._voice.hush()

    def toggle(self) -> None:
        """Mute, or speak again."""
        self.muted = not self.muted
        self._voice.hush()

    def _say(self, cue: Cue, now_s: float) -> None:
        self._times_said = self._times_said + 1 if cue.text == self._said else 1
        self._said, self._said_s = cue.text, now_s
        if not self.muted:
            self._voice.say(cue)
