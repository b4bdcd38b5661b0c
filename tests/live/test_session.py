"""The live loop, with a camera, a model and a window made up for the test."""

import threading
from dataclasses import replace

import numpy as np
import pytest

from formcheck.errors import FormcheckError
from formcheck.exercises.load import library
from formcheck.feedback.audio.sound import Sound
from formcheck.feedback.drawing.help_panel import draw_help
from formcheck.feedback.drawing.pages import blank_page
from formcheck.feedback.window import Key
from formcheck.form.state import FormState, Verdict
from formcheck.live.live_contract import Ending
from formcheck.live.scenes.rest_page import RestPage
from formcheck.pose.pose import Pose
from formcheck.programmes.steps import StepSide
from formcheck.texts.texts import load_texts
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame
from tests.feedback.builders import criterion, exercise, frame, state
from tests.live.doubles import (
    BEGINS_S,
    BEGUN,
    STEP_S,
    Camera,
    Keys,
    Model,
    Sounds,
    Voice,
    Window,
    coach,
    counting,
    frames,
    resting,
    step,
)


def faulty(time_s: float) -> FormState:
    if time_s < BEGINS_S:
        return resting(time_s)
    return state(time_s, criterion("knee", Verdict.FAULT), repetitions=1, phase="start")


def holding(time_s: float) -> FormState:
    """Rests until the set is on, and then holds."""
    if time_s < BEGINS_S:
        return resting(time_s)
    return state(time_s, hold_s=time_s - BEGINS_S)


def test_a_set_begins_by_itself_and_is_told_by_a_sound() -> None:
    voice, sounds, window = Voice(), Sounds(), Window({BEGUN + 21: Key.ENTER})

    summary = coach(frames(BEGUN + 20), window, counting, voice=voice, sounds=sounds)

    assert summary.ending is Ending.CAMERA
    assert sounds.played[0] is Sound.STARTED
    assert sounds.played.count(Sound.REPETITION) == len(summary.sets[0].summary.repetitions) > 0
    assert "I can see you well. Begin when you are ready." in voice.said
    assert len(window.shown) == BEGUN + 20 + 2  # the last page, until a key ends it


def test_a_film_that_ends_amid_a_set_is_summed_up() -> None:
    voice, unanswered = Voice(), Window({1: Key.ENTER})

    summary = coach(frames(BEGUN + 60), unanswered, counting, voice=voice, questions=True)

    assert (summary.ending, len(summary.sets)) == (Ending.CAMERA, 1)
    assert voice.said[-1] == "Well done. You moved well."
    assert "How much does your back hurt now?" in " ".join(voice.said)


def test_a_film_in_which_nothing_began_has_no_last_page() -> None:
    window = Window()

    summary = coach(frames(30), window)

    assert (summary.ending, summary.sets) == (Ending.CAMERA, ())
    assert len(window.shown) == 30


def test_it_is_said_what_to_do_before_it_begins() -> None:
    voice = Voice()

    coach(frames(20), voice=voice)

    assert "We begin with: Bird dog." in voice.said[0]
    assert "Camera: To your side." in voice.said[0]
    assert "Kneel on all fours." in voice.said[0]


def test_a_set_does_not_begin_before_its_instructions_have_been_heard() -> None:
    class Endless(Voice):
        speaking = True

    summary = coach(frames(300), voice=Endless())

    assert summary.sets == ()


@pytest.mark.parametrize(
    ("window", "ending"),
    [
        (Window({BEGUN: Key.QUIT}), Ending.QUIT),
        (Window({BEGUN: Key.NEXT}), Ending.DONE),
        (Window(closes_after=BEGUN), Ending.CLOSED),
    ],
)
def test_the_person_ends_the_session(window: Window, ending: Ending) -> None:
    summary = coach(frames(BEGUN + 50), window)

    assert summary.ending is ending
    assert [one.skipped for one in summary.sets] == [True]


@pytest.mark.parametrize("ahead", [False, True])
def test_ctrl_c_ends_it_with_what_was_done_so_far(ahead: bool) -> None:
    def interrupted(time_s: float) -> FormState:
        if time_s > BEGINS_S + 1.5:
            raise KeyboardInterrupt
        return counting(time_s)

    voice = Voice()

    summary = coach(frames(BEGUN + 40), judge=interrupted, voice=voice, ahead=ahead)

    assert summary.ending is Ending.INTERRUPTED
    assert len(summary.sets[0].summary.repetitions) == 1
    assert voice.hushed > 0


def test_a_wish_to_end_is_heeded_with_what_was_done_so_far() -> None:
    camera = Camera(frames(BEGUN + 40))

    summary = coach(camera, judge=counting, stop=lambda: camera.clock.now_s > BEGINS_S + 1.5)

    assert summary.ending is Ending.INTERRUPTED
    assert len(summary.sets[0].summary.repetitions) == 1


@pytest.mark.parametrize("ahead", [False, True])
def test_a_model_or_a_camera_that_fails_ends_it_with_what_was_done_so_far(ahead: bool) -> None:
    class Fails(Model):
        def estimate(self, frame: Frame) -> Pose:
            if frame.time_s > BEGINS_S + 1.5:
                raise FormcheckError("The pose model failed: try the built-in model.")
            return super().estimate(frame)

    summary = coach(frames(BEGUN + 40), judge=counting, estimator=Fails(), ahead=ahead)

    assert summary.ending is Ending.FAILED
    assert len(summary.sets[0].summary.repetitions) == 1
    assert summary.warnings == ("The pose model failed: try the built-in model.",)


def test_a_camera_that_ends_before_it_began_leaves_nothing() -> None:
    summary = coach([])

    assert (summary.ending, summary.sets) == (Ending.CAMERA, ())


def test_reaching_the_goal_is_told_and_ends_the_set() -> None:
    voice = Voice()

    summary = coach(frames(BEGUN + 200), judge=counting, voice=voice, steps=(step(2),))

    assert summary.ending is Ending.DONE
    assert "Done: 2 repetitions" in voice.said
    (one,) = summary.sets
    assert not one.skipped
    assert len(one.summary.repetitions) == 2


def test_n_once_the_goal_is_reached_loses_nothing_of_what_comes() -> None:
    """Who doesn't want to wait for the last word skips neither the set nor its other side."""
    at_goal = BEGUN + 25
    steps = (step(2, side=StepSide.FIRST_SIDE), step(2, side=StepSide.OTHER_SIDE, rest_s=12.0))
    voice = Voice()

    summary = coach(
        frames(BEGUN + 120), Window({at_goal: Key.NEXT}), judge=counting, voice=voice, steps=steps
    )

    assert [one.skipped for one in summary.sets][:1] == [False]
    assert any("other side" in text.lower() for text in voice.said)


def test_a_long_hold_ends_its_set_when_it_is_long_enough() -> None:
    sounds, voice = Sounds(), Voice()

    summary = coach(
        frames(BEGUN + 300),
        judge=holding,
        sounds=sounds,
        voice=voice,
        steps=(step(1, hold_s=20.0),),
    )

    assert summary.ending is Ending.DONE
    assert "Done: held for 20 seconds" in voice.said
    assert sounds.played == [Sound.STARTED, Sound.HOLD_REACHED]


def test_a_cue_is_spoken_once_while_it_lasts() -> None:
    voice = Voice()

    coach(frames(BEGUN + 80), judge=faulty, voice=voice)

    assert voice.said.count("Mend the knee") == 1


def test_praise_is_spoken_and_played_when_a_fault_is_put_right() -> None:
    voice, sounds = Voice(), Sounds()

    def mended(time_s: float) -> FormState:
        if time_s < BEGINS_S + 6:
            return faulty(time_s)
        return state(time_s, criterion("knee"), repetitions=1, phase="start")

    coach(frames(BEGUN + 140), judge=mended, voice=voice, sounds=sounds)

    *_, fault, praise, _ = voice.said
    assert (fault, praise) == ("Mend the knee", "Well done: The knee right")
    assert sounds.played[-1] is Sound.PUT_RIGHT


def test_a_muted_voice_says_nothing_and_comes_back() -> None:
    voice = Voice()

    summary = coach(frames(BEGUN + 80), Window({1: Key.MUTE}), faulty, voice=voice)
    assert summary.preferences.muted
    assert len(voice.said) == 1
    coach(frames(BEGUN + 80), Window({1: Key.MUTE}), faulty, voice=voice, muted=True)

    assert voice.said[-2] == "Mend the knee"


def test_a_voice_that_does_not_work_is_no_reason_to_stop() -> None:
    reading = 80
    summary = coach(frames(BEGUN + reading), judge=counting, voice=Voice(problem="no voice"))

    assert len(summary.sets) == 1


def test_nothing_is_counted_during_a_pause_and_no_time_passes() -> None:
    keys: Keys = {BEGUN + 5: Key.PAUSE, BEGUN + 300: Key.PAUSE, BEGUN + 341: Key.ENTER}
    window, times = Window(keys), []

    def timed(time_s: float) -> FormState:
        times.append(time_s)
        return resting(time_s)

    coach(frames(BEGUN + 340), window, timed)

    assert (np.diff(times) > 0).all()
    assert times[-1] - times[0] < 10
    assert len(window.shown) == BEGUN + 340 + 2


def test_leaving_the_picture_pauses_and_coming_back_goes_on() -> None:
    voice, sounds = Voice(), Sounds()
    model = Model(away=lambda time_s: BEGINS_S + 2 < time_s < BEGINS_S + 12)

    coach(frames(BEGUN + 160), voice=voice, sounds=sounds, estimator=model)

    assert sounds.played == [Sound.STARTED, Sound.PAUSED, Sound.STARTED]
    assert (
        "Paused. Take the start position again, with nothing in front of you, and we go on."
        in voice.said
    )
    assert voice.said[-2] == "We go on."


def test_a_camera_that_sees_nobody_for_long_is_let_go() -> None:
    patient = Camera(frames(500), step_s=2.0)

    summary = coach(patient, estimator=Model(away=lambda _: True))

    assert summary.ending is Ending.AWAY


def test_the_camera_s_troubles_are_shown() -> None:
    window = Window()
    sent = [*frames(BEGUN), *[None] * 10, *frames(5, start_s=60.0)]

    coach(Camera(sent, CameraStatus.LOST), window)

    assert not np.array_equal(window.shown[BEGUN - 1], window.shown[BEGUN + 5])
    assert np.array_equal(window.shown[BEGUN + 1], window.shown[BEGUN + 5])


def test_mirroring_help_and_full_screen_follow_their_keys() -> None:
    at = BEGUN + 30
    window = Window({at: Key.MIRROR, at + 1: Key.HELP, at + 2: Key.HELP, at + 3: Key.FULL_SCREEN})

    summary = coach(frames(at + 6), window)

    assert not summary.preferences.mirrored
    assert window.full_screen
    before, other_way, helping, after = (window.shown[at + n] for n in (-1, 0, 1, 2))
    assert not np.array_equal(before, other_way)
    assert not np.array_equal(other_way, helping)
    assert np.array_equal(other_way, after)


def test_nothing_shines_through_the_help_over_a_page_of_text() -> None:
    window = Window({2: Key.HELP})

    coach(frames(30), window)

    alone = blank_page()
    draw_help(alone, load_texts(), RestPage.keys)
    assert np.array_equal(window.shown[4], alone)


def test_a_programme_goes_through_rests_and_tells_the_other_side() -> None:
    voice = Voice()
    steps = (step(2, side=StepSide.FIRST_SIDE), step(2, side=StepSide.OTHER_SIDE, rest_s=12.0))

    def every_second(time_s: float) -> FormState:
        if time_s < 30:
            return counting(time_s)
        said = counting(time_s - 23)
        finished = said.finished and replace(said.finished, side="right")
        return replace(said, working_side="right", finished=finished)

    summary = coach(frames(800), judge=every_second, voice=voice, steps=steps)

    assert summary.ending is Ending.DONE
    assert [one.step.side for one in summary.sets] == [StepSide.FIRST_SIDE, StepSide.OTHER_SIDE]
    assert "Now the other side." in voice.said


def test_skipping_and_doing_it_once_more() -> None:
    other = exercise("elbow").model_copy(update={"id": "other"})
    keys: Keys = {1: Key.ENTER, BEGUN: Key.AGAIN, BEGUN + 40: Key.NEXT, BEGUN + 130: Key.NEXT}

    summary = coach(frames(600), Window(keys), steps=(step(), step(one=other)))

    assert [one.step.exercise.id for one in summary.sets] == ["test-exercise"] * 2 + ["other"]


def test_an_exercise_that_cannot_be_judged_is_skipped_and_the_next_one_told() -> None:
    standing = exercise("elbow").model_copy(
        update={"id": "other", "start": library()["wall-squat"].start}
    )
    voice = Voice()
    slowly = Camera((frame(0.5 * n, n) for n in range(300)), step_s=0.5)

    summary = coach(slowly, voice=voice, steps=(step(one=standing), step()))

    assert any("Stand upright." in text for text in voice.said)
    assert "Raise a hand for two seconds to skip this exercise." in voice.said
    assert any(
        text.startswith("I can't judge this one from here. We skip it. Next:")
        for text in voice.said
    )
    assert [one.step.exercise.id for one in summary.sets] == ["test-exercise"]


@pytest.mark.parametrize("ahead", [False, True])
def test_no_thread_is_left(ahead: bool) -> None:
    before = threading.active_count()

    coach(frames(10), Window({4: Key.QUIT}), ahead=ahead)

    assert threading.active_count() == before


def test_a_paused_picture_still_moves_so_that_one_can_see_oneself() -> None:
    bright = frame(99.0, 9)
    bright.image[:] = 250
    window = Window({BEGUN: Key.PAUSE})

    coach([*frames(BEGUN + 3), bright], window)

    assert np.median(window.shown[BEGUN + 3]) > np.median(window.shown[BEGUN + 2])


def test_a_film_in_the_camera_s_place_waits_until_a_set_looks_at_it() -> None:
    class Film(Camera):
        """Tells how many frames were taken before anybody looked at what it shows."""

        still, waited_s = False, 0.0

        def stand_still(self) -> None:
            self.still = True

        def go_on(self) -> None:
            self.still = False

        def newest(self, timeout_s: float) -> Frame | None:
            if not self.still:
                return super().newest(timeout_s)
            self.clock.now_s += STEP_S
            self.waited_s += STEP_S
            return None

    film = Film(frames(60))

    summary = coach(film, judge=counting, questions=True)

    assert film.waited_s > 20
    assert len(summary.sets) == 1


def test_it_says_why_no_set_was_begun() -> None:
    never = coach(frames(BEGUN + 60), estimator=Model(away=lambda _: True))
    ended = coach(frames(60), Window({3: Key.QUIT}))

    assert never.not_begun == (
        "The film was over before the start position was held for two seconds. "
        "What was in the way: I can't see you. Step into the picture, or switch on a light."
    )
    assert ended.not_begun == "You ended it before."
    assert coach(frames(BEGUN + 20)).not_begun == ""
