"""What a live session asks, by what is remembered of earlier ones."""

from datetime import datetime
from pathlib import Path

from formcheck.cli.actions.live_session import preferences_for
from formcheck.cli.arguments.live_options import Wishes
from formcheck.history.read import read_history
from tests.history.builders import MONDAY_EVENING, Done, session

TODAY = MONDAY_EVENING.date()
YESTERDAY = datetime.fromordinal(TODAY.toordinal() - 1).replace(hour=9).astimezone()


def wishes(*, questions: bool = True) -> Wishes:
    return Wishes(
        camera="0",
        loop=False,
        model=None,
        language="en",
        record=None,
        voice=True,
        sounds=True,
        mirrored=True,
        questions=questions,
        history=True,
    )


def test_pain_is_asked_about_once_a_day_and_warnings_come_before_the_first_time(
    tmp_path: Path,
) -> None:
    path = tmp_path / "history.sqlite3"
    first = preferences_for(wishes(), read_history(path).sessions, TODAY)
    session(path, YESTERDAY, {"bridge": [Done()]}, pain=(5, 4))
    next_day = preferences_for(wishes(), read_history(path).sessions, TODAY)
    session(path, MONDAY_EVENING, {"bridge": [Done()]})
    again = preferences_for(wishes(), read_history(path).sessions, TODAY)

    assert [(one.warnings, one.questions) for one in (first, next_day, again)] == [
        (True, True),
        (False, True),
        (False, False),
    ]


def test_who_wants_no_questions_is_asked_none() -> None:
    wanted = preferences_for(wishes(questions=False), (), TODAY)

    assert (wanted.warnings, wanted.questions) == (False, False)
