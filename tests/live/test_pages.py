"""The pages of a session: what they say, which keys they name, and when they go on."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from formcheck.exercises.load import find_exercise
from formcheck.exercises.translation import translated
from formcheck.feedback.audio.announcer import Announcer
from formcheck.feedback.drawing.help_panel import keys_line_height
from formcheck.feedback.drawing.lettering import REGULAR, text_width
from formcheck.feedback.drawing.pages import KEYS_END, KEYS_LINE, SIDE_MARGIN, SIZE
from formcheck.feedback.drawing.palette import INK
from formcheck.feedback.window import Key
from formcheck.live.live_contract import Ending, Preferences
from formcheck.live.scenes.end_question import EndQuestion
from formcheck.live.scenes.last_page import LastPage
from formcheck.live.scenes.overview_page import OverviewPage, minutes_of
from formcheck.live.scenes.pain_question import Advice, PainQuestion
from formcheck.live.scenes.red_flags import SIGNS, RedFlags, red_flags_text
from formcheck.live.scenes.rest_page import RestPage
from formcheck.live.scenes.scene import TextPage
from formcheck.live.surroundings import Surroundings
from formcheck.programmes.programme import ProgrammeEntry, usual_programme
from formcheck.programmes.steps import Step, plan, steps_of
from formcheck.texts.entries import languages
from formcheck.texts.texts import load_texts
from tests.feedback.builders import repetition
from tests.live.doubles import BEGUN, Clock, Sounds, Voice, Window, coach, counting, frames
from tests.live.test_last_page import done


def around(language: str = "en", *, muted: bool = False) -> Surroundings:
    announcer = Announcer(Voice(), muted=muted)
    return Surroundings(load_texts(language), announcer, Sounds(), Clock(), Preferences())


def clock_of(page: TextPage) -> Clock:
    clock = page.around.clock
    assert isinstance(clock, Clock)
    return clock


def wait(page: TextPage, seconds: float) -> None:
    clock_of(page).now_s += seconds
    page.tick()


def programme(language: str = "en") -> Sequence[Step]:
    texts = load_texts(language)
    return plan(usual_programme(), lambda name: translated(find_exercise(name), texts))


def bird_dog(language: str = "en") -> Step:
    entry = ProgrammeEntry(exercise="bird-dog")
    one = translated(find_exercise("bird-dog"), load_texts(language))
    return next(iter(steps_of(one, entry)))


PAGES: dict[str, Callable[[str], TextPage]] = {
    "red flags": lambda language: RedFlags(around(language)),
    "pain before": lambda language: PainQuestion(around(language), "before"),
    "pain after": lambda language: PainQuestion(around(language), "after"),
    "advice": lambda language: Advice(around(language)),
    "end": lambda language: EndQuestion(around(language), pain=True),
    "overview": lambda language: OverviewPage(around(language), programme(language)),
    "rest": lambda language: RestPage(around(language), bird_dog(language), None),
    "last": lambda language: LastPage(around(language), [done(repetition(1))], 5, 3),
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", PAGES)
def test_every_page_shows_its_keys_below_everything_else(name: str, language: str) -> None:
    page = PAGES[name](language)

    drawn, shown = page.draw(), page.picture()

    line = slice(KEYS_END - keys_line_height(shown, KEYS_LINE), KEYS_END)
    assert page.keys
    assert (drawn[line] == INK).all()
    assert (shown[line] != INK).any()


@pytest.mark.parametrize("muted", [False, True])
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", PAGES)
def test_the_keys_can_be_read_in_every_language(name: str, language: str, *, muted: bool) -> None:
    page = PAGES[name](language)
    if muted:
        page.around.announcer.toggle()
    shown = page.picture()

    height = keys_line_height(shown, KEYS_LINE)
    line = shown[KEYS_END - height : KEYS_END]
    letters = int((line != INK).any(axis=(1, 2)).sum())

    # From the top of a capital to the foot of a g: at most 0.66 of the line, and hardly less.
    assert letters >= 0.45 * height


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ["pain_ends", "pain_keys"])
def test_what_pain_is_told_by_can_be_read_from_the_mat(name: str, language: str) -> None:
    """In one line and hardly smaller than asked for, or longer words are wanted shorter."""
    rows, columns = SIZE
    room = (1 - 2 * SIDE_MARGIN) * columns
    wanted = round(0.06 * rows)

    words = load_texts(language).text(f"live.{name}")

    assert text_width(words, round(0.9 * wanted), REGULAR) <= room


@pytest.mark.parametrize("name", ["overview", "last"])
def test_what_room_is_left_is_above_and_below(name: str) -> None:
    page = RestOf(PAGES[name]("en").draw())

    assert page.above >= page.below / 3


class RestOf:
    """The rows of a page above and below what is on it, down to where its keys begin."""

    def __init__(self, drawn: np.ndarray) -> None:
        rows = np.flatnonzero((drawn[: KEYS_END - round(KEYS_LINE * 720)] != INK).any(axis=(1, 2)))
        self.above = int(rows[0])
        self.below = KEYS_END - round(KEYS_LINE * 720) - int(rows[-1])


@pytest.mark.parametrize("name", PAGES)
def test_muting_shows_at_once(name: str) -> None:
    page = PAGES[name]("en")
    loud = page.picture()

    page.around.announcer.toggle()

    assert not np.array_equal(page.picture(), loud)


@pytest.mark.parametrize("language", languages())
def test_the_signs_to_see_a_doctor_for_are_all_said(language: str) -> None:
    texts, page = load_texts(language), RedFlags(around(language))
    voice = page.around.announcer._voice
    assert isinstance(voice, Voice)

    assert voice.said == [red_flags_text(texts)]
    for name in SIGNS:
        assert texts.text(f"red_flags.{name}") in voice.said[0]
    page.press(Key.ENTER)
    assert page.over


def test_severe_pain_does_not_go_on_by_itself() -> None:
    page = Advice(around())
    wait(page, 170)
    assert not page.over

    wait(page, 30)

    assert (page.over, page.ending) == (True, Ending.PAIN)


def test_severe_pain_and_no_answer_is_no_session() -> None:
    summary = coach(frames(3000), Window({3: Key.DIGIT_9}), counting, questions=True)

    assert (summary.ending, summary.sets, summary.pain_before) == (Ending.PAIN, (), 9)
    assert summary.not_begun == "In so much pain I don't go on by myself."


def test_q_asks_and_space_goes_on() -> None:
    voice = Voice()

    summary = coach(
        frames(BEGUN + 40), Window({BEGUN + 5: Key.QUIT, BEGUN + 9: Key.PAUSE}), voice=voice
    )

    assert "Shall we end here?" in voice.said
    assert summary.ending is Ending.CAMERA


@pytest.mark.parametrize("key", [Key.QUIT, Key.ENTER])
def test_q_or_enter_ends_then(key: Key) -> None:
    summary = coach(frames(BEGUN + 40), Window({BEGUN + 5: Key.QUIT, BEGUN + 9: key}))

    assert summary.ending is Ending.QUIT
    assert len(summary.sets) == 1


def test_who_ends_early_can_tell_the_pain() -> None:
    page = EndQuestion(around(), pain=True)
    page.press(Key.DIGIT_1)
    page.press(Key.DIGIT_0)
    wait(page, 1)
    assert not page.over

    wait(page, 1)

    assert (page.answer, page.ending) == (10, Ending.QUIT)


def test_the_instructions_stay_until_they_are_read_where_nobody_speaks() -> None:
    step = bird_dog()
    spoken, silent = RestPage(around(), step, None), RestPage(around(muted=True), step, None)
    letters = sum(map(len, step.exercise.steps))
    wait(spoken, 6)
    shown = set()
    while not silent.over:
        shown.add(silent._part)
        wait(silent, 1)

    assert spoken.over
    assert clock_of(silent).now_s > letters / 14
    assert shown > set(step.exercise.steps)


def test_space_rests_on_and_goes_on() -> None:
    page = RestPage(around(), bird_dog(), bird_dog())
    page.press(Key.PAUSE)
    wait(page, 300)
    assert not page.over

    page.press(Key.PAUSE)
    wait(page, 30)

    assert page.over


def test_how_long_a_programme_takes_is_said_before_it_begins() -> None:
    page = OverviewPage(around(), programme())
    voice = page.around.announcer._voice
    assert isinstance(voice, Voice)

    # What stands in a row of each exercise adds up to it.
    minutes = sum(own for _, own in minutes_of(programme()))
    assert voice.said[0].startswith(f"10 exercises, about {minutes} minutes")


def test_a_notice_covers_nothing() -> None:
    quiet, told = Window(), Window()
    coach(frames(BEGUN + 6), quiet, voice=Voice())
    coach(frames(BEGUN + 6), told, voice=Voice(problem="no voice"))

    assert told.shown[2].shape[0] > quiet.shown[2].shape[0]
    for with_notice, without in zip(told.shown[:40], quiet.shown[:40], strict=True):
        rows = without.shape[0]
        if with_notice.shape[0] > rows:
            assert with_notice[rows:].any()


def test_who_has_paused_a_rest_is_told_what_goes_on() -> None:
    page = RestPage(around(), programme()[0], None)
    resting = dict(page.keys)["space"]

    page.press(Key.PAUSE)
    paused = dict(page.keys)["space"]
    page.press(Key.PAUSE)

    assert (resting, paused) == ("pause", "go_on")
    assert dict(page.keys)["space"] == resting
