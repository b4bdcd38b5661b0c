"""What the window shows of a set before it begins."""

import numpy as np

from formcheck.feedback.drawing.help_panel import (
    KEYS_IN_A_PAUSE,
    draw_keys_line,
    keys_line_height,
)
from formcheck.live.hands_free.set_stage import HandsFree, Reason, Stage
from formcheck.live.scenes.scene import LiveFrame
from formcheck.live.scenes.stage_view import StageView
from formcheck.texts.texts import load_texts
from formcheck.video.frame import Image
from tests.feedback.builders import frame, pose
from tests.live.test_pages import around, bird_dog


def shown(stage: Stage, *, offered: bool) -> Image:
    view = StageView(around("de"), bird_dog("de"))
    view.newest = LiveFrame(frame(0.0, 0, 640, 480), pose(640, 480, 0.0))
    hands = HandsFree()
    hands.stage, hands.offered, hands.reason = stage, offered, Reason.KEY
    return view.picture(hands, "Streck die Arme.", None, None)


def test_the_offer_to_skip_covers_neither_person_nor_title() -> None:
    without, with_it = (shown(Stage.PLACING, offered=offered) for offered in (False, True))
    assert with_it.shape[0] > without.shape[0]
    assert np.array_equal(with_it[: without.shape[0]], without)


def test_who_pauses_is_told_that_space_goes_on() -> None:
    def line(stage: Stage) -> Image:
        picture = shown(stage, offered=False)
        return picture[-keys_line_height(picture) :]

    ready, paused = line(Stage.READY), line(Stage.PAUSED)
    assert not np.array_equal(ready, paused)
    drawn = np.full_like(shown(Stage.PAUSED, offered=False), 128)
    draw_keys_line(drawn, load_texts("de"), muted=False, keys=KEYS_IN_A_PAUSE)
    letters = (drawn[-len(paused) :] > 200).all(axis=2)
    assert letters.any()
    assert (paused[letters] > 150).all()


def test_who_is_about_to_begin_is_offered_nothing() -> None:
    without, with_it = (shown(Stage.READY, offered=offered) for offered in (False, True))
    assert np.array_equal(with_it, without)
