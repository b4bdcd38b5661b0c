"""What people are told of their history: plain, kind, and only what can be known."""

from datetime import date, datetime, timedelta
from pathlib import Path

from formcheck.form.state import Verdict
from formcheck.history.exercise_progress import ExerciseProgress, progress_of
from formcheck.history.history_wording import (
    done_texts,
    fault_words,
    hold_words,
    motion_words,
    pain_words,
    week_words,
)
from formcheck.history.past import Activity, History, PastSession
from formcheck.history.read import read_history
from formcheck.history.session_diary import open_diary
from formcheck.history.weeks import week_of
from tests.history.builders import CENTRAL_EUROPE, Clock, Done, begin, session
from tests.history.test_weeks import at
from tests.history.test_weeks import session as seen
from tests.texts.english import ENGLISH

MONDAY = date(2026, 3, 2)
FIRST = datetime(2026, 3, 2, 18, tzinfo=CENTRAL_EUROPE)


def words_of(*sessions: PastSession, walked: float = 0, today: date = MONDAY) -> str:
    walks = (Activity(at(0), "walk", walked),) if walked else ()
    return week_words(week_of(History(sessions, walks), today), today, ENGLISH)


def bird_dog(path: Path, *weeks: list[Done]) -> ExerciseProgress:
    """Its progress where it was done once a week."""
    for number, done in enumerate(weeks):
        session(path, FIRST + timedelta(weeks=number), {"bird-dog": done})
    [progress] = progress_of(read_history(path))
    return progress


def told(before: int, after: int) -> PastSession:
    return PastSession(1, at(0), None, None, "0.1.0", before, after, ())


def test_an_exercise_is_named_once_with_all_its_sets_in_order(path: Path) -> None:
    clock = Clock(FIRST)
    diary = open_diary(path, clock=clock)
    for exercise, done in (
        ("bridge", [Done(), Done()]),
        ("plank", []),
        ("bridge", [Done(), Done(faults=("hips-up",))]),
    ):
        person = begin(diary, exercise, clock)
        for one in done:
            person.repeat(one)
        if not done:
            person.hold(125)
        person.finish()
    diary.close()

    [one_session] = read_history(path).sessions

    assert list(done_texts(one_session)) == ["Bridge 2/2 + 1/2", "Plank 2:05"]


def test_repetitions_that_nobody_could_judge_are_not_told_as_none_good(path: Path) -> None:
    unclear = Done(verdict=Verdict.UNKNOWN)
    session(path, FIRST, {"bridge": [unclear, unclear], "plank": [unclear, Done()]})

    [one_session] = read_history(path).sessions
    assert list(done_texts(one_session)) == ["Bridge –/2", "Plank 1/2"]


def test_a_new_week_is_no_reproach() -> None:
    assert words_of() == "A fresh week: 7 days to go. A short session is a good beginning."
    sunday = MONDAY + timedelta(days=6)
    assert "1 day to go" in words_of(today=sunday)


def test_what_is_still_open() -> None:
    assert words_of(seen(at(0), minutes=10)) == (
        "Still open this week: one more day of exercises and 140 more minutes of activity, "
        "such as walking."
    )
    assert words_of(walked=150) == "Still open this week: 2 days of exercises."
    assert words_of(seen(at(0)), seen(at(1))).startswith("Your days of exercises are done.")


def test_both_goals_are_praised() -> None:
    assert "Well done" in words_of(seen(at(0), minutes=80), seen(at(2), minutes=70))


def test_more_range_of_motion_is_told(path: Path) -> None:
    progress = bird_dog(path, [Done(0.5, "left")] * 4, [Done(0.9, "left")] * 4)
    assert "grown from 40° to 72°" in motion_words(progress, ENGLISH)


def test_less_range_of_motion_is_told_without_reproach(path: Path) -> None:
    progress = bird_dog(path, [Done(0.9, "left")] * 4, [Done(0.5, "left")] * 4)
    assert "no reason to force it" in motion_words(progress, ENGLISH)


def test_what_the_camera_cannot_tell_apart_is_called_steady(path: Path) -> None:
    progress = bird_dog(path, [Done(0.8, "left")] * 4, [Done(0.88, "left")] * 4)
    assert "steady" in motion_words(progress, ENGLISH)


def test_longer_holds_are_told(path: Path) -> None:
    for number, hold_s in enumerate((12.0, 33.0)):
        session(path, FIRST + timedelta(weeks=number), {"plank": [Done(hold_s=hold_s)]})
    [plank] = progress_of(read_history(path))
    assert plank.for_holding
    assert hold_words(plank, ENGLISH) == "Your longest hold has grown from 12 s to 33 s."


def test_a_short_stop_at_the_furthest_point_makes_no_exercise_one_for_holding(path: Path) -> None:
    assert not bird_dog(path, [Done(hold_s=4.0)] * 5).for_holding


def test_one_week_is_no_change(path: Path) -> None:
    assert motion_words(bird_dog(path, [Done(0.8, "left")]), ENGLISH) == ""


def test_the_commonest_fault_of_the_newest_week(path: Path) -> None:
    old = [Done(faults=("back-level",))] * 5
    new = [Done(faults=("leg-straight",)), Done(faults=("leg-straight", "back-level")), Done()]
    words = fault_words(bird_dog(path, old, new), ENGLISH)
    assert words == "To work on: Raised leg straight (missed in 2 of 3 lately)."


def test_a_week_without_faults_is_praised_only_if_all_was_seen(path: Path) -> None:
    from formcheck.form.state import Verdict

    assert "Well done" in fault_words(bird_dog(path, [Done()]), ENGLISH)
    progress = bird_dog(path, [Done(verdict=Verdict.UNKNOWN)])
    assert fault_words(progress, ENGLISH) == ""


def test_pain_that_grows_leads_to_a_clinician() -> None:
    assert "doctor or physiotherapist" in pain_words([told(2, 4), told(3, 5), told(3, 3)], ENGLISH)


def test_old_pain_is_not_held_against_the_present() -> None:
    assert "doctor" not in pain_words([told(2, 4)] * 20 + [told(4, 2)] * 6, ENGLISH)


def test_pain_that_was_never_told_is_not_spoken_of() -> None:
    assert pain_words([], ENGLISH) == ""
