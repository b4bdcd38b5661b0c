"""The scene of a free session, with a recogniser that is sure of what a test says."""

import dataclasses

import pytest

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.feedback.window import Key
from formcheck.form.state import FormState
from formcheck.live.free.free_scene import FreeSceneSettings
from formcheck.live.free.free_set import FreeSetSettings
from formcheck.live.recognising.exercise_watch import ExerciseWatch
from formcheck.live.scenes.scene import LiveFrame
from tests.feedback.builders import frame, pose, state
from tests.live.doubles import Model, Voice, coach, frames
from tests.live.free_sessions import KNEEL, STAND, Recogniser, Session, each_two_seconds
from tests.live.test_free_session import BEGIN

TELLING, SET = FreeSceneSettings(), FreeSetSettings()


def test_nobody_waits_for_what_it_looks_like_until_the_picture_is_shown() -> None:
    asked: list[float] = []

    def what(time_s: float) -> Exercise:
        asked.append(time_s)
        return KNEEL

    session = Session(what)
    for time_s in (1.0, 3.0):
        shown = frame(time_s)
        session.scene.update(LiveFrame(shown, pose(shown.width, shown.height, shown.time_s)))
        session.scene.picture()
        assert not asked
        session.scene.catch_up()

    assert asked == [3.0]


def test_an_exercise_is_announced_and_what_was_done_before_counts() -> None:
    session = Session(lambda time_s: KNEEL if time_s > 6 else None)
    session.go_on(12.05)
    session.scene.close()

    assert session.voice.said[:2] == [BEGIN, "Kneeling. Go on."]
    (one,) = session.sets
    assert one.step.exercise.id == "kneel"
    assert len(one.summary.repetitions) == 6
    assert not one.skipped


def test_one_sure_answer_alone_is_none() -> None:
    session = Session(lambda time_s: KNEEL if 6 < time_s < 7 else None)
    session.go_on(20)
    session.scene.close()

    assert (session.voice.said, session.sets) == ([BEGIN], [])


def test_it_is_no_guess_without_a_repetition_or_a_hold() -> None:
    session = Session(lambda _: KNEEL, lambda time_s: state(time_s, phase="start"))
    session.go_on(30)

    assert session.voice.said == [BEGIN]


def test_a_hold_is_enough() -> None:
    def holding(time_s: float) -> FormState:
        return state(time_s, hold_s=max(time_s - 4, 0.0))

    session = Session(lambda _: KNEEL, holding)
    session.go_on(4 + SET.held_s - 0.5)
    assert session.voice.said == [BEGIN]
    session.go_on(1)
    assert session.voice.said == [BEGIN, "Kneeling. Go on."]


def test_another_exercise_ends_the_set_and_begins_the_next() -> None:
    session = Session(lambda time_s: KNEEL if time_s < 10 else STAND)
    session.go_on(20)
    session.scene.close()

    assert [one.step.exercise.id for one in session.sets] == ["kneel", "stand"]
    assert any(text.endswith("Standing. Go on.") for text in session.voice.said)


def test_leaving_the_position_for_long_ends_the_set_and_it_watches_again() -> None:
    session = Session(lambda time_s: KNEEL if time_s < 10 else None)
    session.go_on(10)
    session.go_on(SET.left_s - 2, away=True)
    assert session.sets == []
    session.go_on(3, away=True)

    assert len(session.sets) == 1
    assert session.voice.said[-1].endswith(f"repetitions. {BEGIN}")


def test_a_movement_to_avoid_is_warned_about_at_once_though_nothing_is_recognised() -> None:
    session = Session(lambda _: None, avoid_s=(5.0, 15.0))
    session.go_on(5.1)
    assert len(session.voice.said) == 2
    session.go_on(15)

    advice = library()["full-sit-up"].recognised
    assert advice is not None
    assert session.voice.said == [BEGIN, advice.advice, advice.advice]


@pytest.mark.parametrize("name", ["full-sit-up", "desk-sitting"])
def test_nobody_is_coached_in_what_is_no_exercise(name: str) -> None:
    session = Session(lambda _: library()[name])
    session.go_on(30)

    assert session.voice.said == [BEGIN]


@pytest.mark.parametrize("language", ["en", "de"])
def test_who_is_not_recognised_is_told_once_how_to_name_an_exercise(language: str) -> None:
    session = Session(lambda _: None, language=language)
    session.go_on(TELLING.unnamed_s - 1)
    assert len(session.voice.said) == 1
    calm = session.scene.picture()
    session.go_on(2)
    told = session.scene.picture()
    session.go_on(TELLING.name_it_s + 2 * TELLING.unnamed_s)

    assert session.voice.said[1:] == [session.around.texts.text("live_auto.name_it")]
    assert (told != calm).any()
    assert (session.scene.picture() == calm).all()


def test_nobody_there_is_told_nothing() -> None:
    session = Session(lambda _: None)
    session.go_on(2 * TELLING.unnamed_s, away=True)

    assert session.voice.said == [BEGIN]


def test_nothing_counts_during_a_pause() -> None:
    session = Session(lambda _: KNEEL)
    session.go_on(8.05)
    session.scene.press(Key.PAUSE)
    session.go_on(30)
    paused = session.scene.picture()
    session.scene.press(Key.PAUSE)
    session.go_on(1)
    session.scene.close()

    assert paused.size
    assert len(session.sets[0].summary.repetitions) <= 6


def test_n_ends_the_set_and_enter_the_session() -> None:
    session = Session(lambda time_s: KNEEL if time_s < 9 else None)
    session.go_on(8)
    session.scene.press(Key.NEXT)
    assert len(session.sets) == 1
    session.scene.press(Key.ENTER)

    assert session.scene.over


def test_only_keys_that_do_something_now_are_named() -> None:
    session = Session(lambda time_s: KNEEL if time_s > 6 else None)

    def keys() -> dict[str, str]:
        return dict(session.scene.screen.keys)

    session.go_on(1)
    assert not {"n", "enter"} & keys().keys()
    assert keys()["space"] == "pause"

    session.go_on(11.05)
    assert (keys()["n"], keys()["enter"]) == ("next_one", "finish")

    session.scene.press(Key.PAUSE)
    assert keys()["space"] == "go_on"

    session.scene.press(Key.PAUSE)
    session.scene.press(Key.NEXT)
    assert "n" not in keys()
    assert keys()["enter"] == "finish"


def test_the_help_of_a_free_session_names_no_key_that_does_nothing_in_it() -> None:
    session = Session(lambda time_s: KNEEL if time_s > 6 else None)
    session.go_on(1)
    assert [key for key, _ in session.scene.keys_now] == ["space"]

    session.go_on(11.05)
    assert [key for key, _ in session.scene.keys_now] == ["space", "n", "enter"]


def test_what_is_begun_while_the_last_set_is_not_yet_left_counts_from_its_beginning() -> None:
    def until_eight(time_s: float) -> FormState:
        return dataclasses.replace(
            each_two_seconds(min(time_s, 7.9)), time_s=time_s, in_set=time_s < 8
        )

    left_s = 8 + SET.left_s
    session = Session(
        lambda now_s: KNEEL if now_s < 8 else STAND if now_s > left_s - 1 else None,
        judges={"kneel": until_eight},
    )
    session.go_on(left_s + 4)
    session.scene.close()

    assert [one.step.exercise.id for one in session.sets] == ["kneel", "stand"]
    # One each two seconds, those before it was named among them.
    assert len(session.sets[1].summary.repetitions) >= SET.left_s / 2


def test_no_number_is_shown_that_nobody_asked_for() -> None:
    session = Session(lambda _: KNEEL)
    session.go_on(8)
    session.scene.close()

    assert KNEEL.dosage.reps is not None
    assert [one.step.exercise.dosage.reps for one in session.sets] == [None]


def test_one_enter_too_many_at_the_pages_before_ends_nothing() -> None:
    session = Session(lambda _: KNEEL)
    session.scene.press(Key.ENTER)
    session.go_on(8)

    assert not session.scene.over
    assert session.voice.said[:2] == [BEGIN, "Kneeling. Go on."]


def test_another_exercise_than_the_one_asked_for_is_told_by_its_name() -> None:
    voice = Voice()

    coach(
        frames(300),
        voice=voice,
        new_watch=lambda _: ExerciseWatch(lambda: Recogniser(lambda _: STAND, ())),
        estimator=Model(),
        judge=lambda time_s: state(time_s, phase="start"),
    )

    assert "That looks like: Standing. I wait for: Bird dog." in voice.said
    assert not any("Kneeling" in text for text in voice.said)
