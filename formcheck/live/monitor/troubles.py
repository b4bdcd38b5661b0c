"""What could not be kept of a session, told once each."""

from formcheck.live.monitor.notice_board import NoticeBoard
from formcheck.texts.refusal import problem_told
from formcheck.texts.texts import Texts


class Troubles:
    """What could not be kept, "diary" or "recording", each told once.

    told: the warnings by what they are about.
    """

    def __init__(self, notices: NoticeBoard, texts: Texts) -> None:
        self.told: dict[str, str] = {}
        self._notices = notices
        self._texts = texts

    def tell(self, what: str, error: Exception) -> None:
        """Show that something is not kept any more, and remember why."""
        if what not in self.told:
            text = self._texts.text(f"live.{what}_stopped")
            self.told[what] = f"{text} {self._texts.told(problem_told(error))}"
            self._notices.tell(text)
