"""A history of sessions in several languages is read in one."""

from datetime import timedelta
from pathlib import Path

from formcheck.exercises.load import find_exercise
from formcheck.exercises.translation import translated
from formcheck.history.past import History, PastFault
from formcheck.history.read import read_history
from formcheck.history.session_diary import open_diary
from formcheck.history.told_in import told_in
from formcheck.texts.texts import load_texts
from tests.history.builders import MONDAY_EVENING, Clock, Done, Person, session

GERMAN, ENGLISH = load_texts("de"), load_texts("en")
STRAIGHT = "leg-straight"


def in_both_languages(path: Path) -> History:
    """A session in English, and a week later the same in German."""
    done = [Done(), Done(faults=(STRAIGHT,))]
    session(path, MONDAY_EVENING, {"bird-dog": done})
    clock = Clock(MONDAY_EVENING + timedelta(days=7))
    diary = open_diary(path, programme=None, clock=clock)
    exercise = translated(find_exercise("bird-dog"), GERMAN)
    person = Person(diary.begin_set(exercise), exercise, clock)
    for one in done:
        person.repeat(one)
    person.finish()
    diary.close()
    return read_history(path)


def titles(known: History) -> set[str]:
    return {one.title for session in known.sessions for one in session.sets}


def faults(known: History) -> set[PastFault]:
    sets = [one for session in known.sessions for one in session.sets]
    return {fault for one in sets for each in one.repetitions for fault in each.faults}


def test_it_was_told_in_both(path: Path) -> None:
    known = in_both_languages(path)
    assert titles(known) == {"Bird dog", "Diagonaler Vierfüßler"}
    assert len(faults(known)) == 2


def test_it_is_read_in_one(path: Path) -> None:
    known = in_both_languages(path)
    assert titles(told_in(GERMAN, known)) == {"Diagonaler Vierfüßler"}
    assert faults(told_in(GERMAN, known)) == {PastFault(STRAIGHT, "Gehobenes Bein gestreckt")}
    assert titles(told_in(ENGLISH, known)) == {"Bird dog"}
    assert faults(told_in(ENGLISH, known)) == {PastFault(STRAIGHT, "Raised leg straight")}
