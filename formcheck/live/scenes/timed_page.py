"""Pages that go on by themselves after a while."""

from formcheck.feedback.window import Key
from formcheck.live.scenes.scene import TextPage
from formcheck.live.scenes.typed_level import TypedLevel
from formcheck.live.surroundings import Surroundings


class TimedPage(TextPage):
    """A page that is shown for so many seconds; what comes then is its kind's own business."""

    def __init__(self, around: Surroundings, shown_s: float) -> None:
        super().__init__(around)
        self._shown_s = shown_s
        self._began_s = around.clock()

    @property
    def shown_long_enough(self) -> bool:
        """Whether the time is up."""
        return self.around.clock() - self._began_s >= self._shown_s

    @property
    def time_left(self) -> float:
        """The share of the time that is left, in the steps in which it is drawn."""
        return self.in_steps(1 - (self.around.clock() - self._began_s) / self._shown_s)

    def contents(self) -> object:
        """The time that is left."""
        return self.time_left

    def leave(self) -> None:
        """Go on, and say no more."""
        self.over = True
        self.around.announcer.hush()


class ReadPage(TimedPage):
    """A page to be read and heard. Enter goes on at once."""

    def press(self, key: Key) -> None:
        """Enter goes on."""
        if key in (Key.ENTER, Key.NEXT):
            self.leave()

    def tick(self) -> None:
        """Go on once it has been read and heard."""
        speaking = self.around.announcer.speaking(self.around.clock())
        self.over = self.over or (self.shown_long_enough and not speaking)


class PainPage(TimedPage):
    """A page on which a pain of 0 to 10 may be typed; nobody has to.

    answer: what was typed, once the page is left; None where nothing was.
    """

    def __init__(self, around: Surroundings, shown_s: float) -> None:
        super().__init__(around, shown_s)
        self.answer: int | None = None
        self.typed = TypedLevel()

    @property
    def settled(self) -> bool:
        """Whether what was typed is meant, or nobody has answered in time."""
        meant = self.typed.meant(self.around.clock())
        return meant or (self.shown_long_enough and not self.typed.typed)

    @property
    def time_left(self) -> float:
        """All of it while something is typed."""
        return 1.0 if self.typed.typed else super().time_left

    def contents(self) -> object:
        """What is typed, and the time that is left."""
        return self.typed.typed, self.time_left
