"""The picture that the person sees."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.drawing.banner import NOTICE, draw_banner, draw_notice_alone
from formcheck.feedback.drawing.help_panel import AGAIN, KEYS_IN_A_SET, draw_help
from formcheck.feedback.drawing.overlay import draw
from formcheck.feedback.drawing.palette import BLUE, GREY, LIMB_STYLES, ORANGE, PAPER, QUIET
from formcheck.feedback.drawing.screen import Screen
from formcheck.form.state import FormState, Verdict
from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose
from formcheck.texts.entries import languages
from formcheck.texts.texts import load_texts
from formcheck.video.frame import Image
from tests.feedback.builders import criterion, exercise, frame, pose, state

SIZES = [(480, 270), (640, 480), (1280, 720), (1920, 1080), (720, 1280)]

EVERY_KEY = (("enter", "begin_now"), ("space", "pause"), ("n", "next"), *AGAIN)
"""As many as a page obeys at most, beside those of every page."""


def grey(width: int = 640, height: int = 480) -> Image:
    return frame(width=width, height=height).image


def area_of(image: Image, colour: tuple[int, int, int], columns: slice = slice(None)) -> int:
    """Pixels of about this colour between the title above and the counters below."""
    middle = image[int(0.22 * len(image)) : int(0.7 * len(image)), columns].astype(int)
    return int((np.abs(middle - colour).max(axis=2) < 30).sum())


def bare(verdict: Verdict, *, active: bool = True) -> FormState:
    """A judged leg without the angle's arc, whose joints are not in the picture."""
    judged = criterion(verdict=verdict, active=active, measure="knee.left", value=float("nan"))
    return state(0.0, judged)


def test_the_frame_itself_is_left_as_it_is() -> None:
    image = grey()

    shown = draw(image, pose(), state(0.0, criterion()), exercise())

    assert (image == 90).all()
    assert shown.shape == image.shape
    assert (shown != 90).any()


def test_a_good_leg_is_blue_a_faulty_one_orange_and_any_other_grey() -> None:
    good = draw(grey(), pose(), bare(Verdict.GOOD), exercise())
    fault = draw(grey(), pose(), bare(Verdict.FAULT), exercise())
    unseen = draw(grey(), pose(), bare(Verdict.UNKNOWN), exercise())

    assert (area_of(good, BLUE) > 300, area_of(good, ORANGE)) == (True, 0)
    assert (area_of(fault, ORANGE) > 300, area_of(fault, BLUE)) == (True, 0)
    assert (area_of(unseen, BLUE), area_of(unseen, ORANGE)) == (0, 0)
    assert area_of(unseen, GREY) > 300


def test_what_is_not_judged_now_is_not_shown_as_good() -> None:
    shown = draw(grey(), pose(), bare(Verdict.GOOD, active=False), exercise())

    assert area_of(shown, BLUE) == 0


def test_verdicts_differ_in_more_than_colour() -> None:
    styles = [LIMB_STYLES[verdict] for verdict in (Verdict.UNKNOWN, Verdict.GOOD, Verdict.FAULT)]

    assert styles[0].thickness * 1.5 < styles[1].thickness < styles[2].thickness / 1.5
    assert [style.core is not None for style in styles] == [False, False, True]


def test_a_mirrored_picture_moves_the_body_but_not_the_writing() -> None:
    nobody = Pose.missing(0.0, 640, 480)
    straight = draw(grey(), nobody, state(repetitions=3), exercise(hold_s=3))
    mirrored = draw(grey(), nobody, state(repetitions=3), exercise(hold_s=3), mirrored=True)
    assert (straight == mirrored).all()

    leg = bare(Verdict.GOOD)
    left, right = slice(0, 320), slice(320, 640)
    there = draw(grey(), pose(), leg, exercise())
    here = draw(grey(), pose(), leg, exercise(), mirrored=True)
    assert (area_of(there, BLUE, left), area_of(here, BLUE, right)) == (0, 0)
    assert area_of(here, BLUE, left) == pytest.approx(area_of(there, BLUE, right), rel=0.05)


def test_a_mirrored_picture_is_a_mirror_of_the_frame() -> None:
    image = grey()
    image[:, :320] = 200

    shown = draw(image, Pose.missing(0.0, 640, 480), state(), exercise(), mirrored=True)

    assert (shown[240, [100, 540], 0] == [90, 200]).all()


def test_a_scaled_picture_carries_the_skeleton_in_its_place() -> None:
    small, large = bare(Verdict.GOOD), draw(grey(1280, 960), pose(), bare(Verdict.GOOD), exercise())

    same = draw(grey(1280, 960), pose(1280, 960), small, exercise())

    assert (large == same).all()


@pytest.mark.parametrize("kind", [CueKind.ADVICE, CueKind.SET_UP, CueKind.FAULT, CueKind.PRAISE])
@pytest.mark.parametrize("size", SIZES)
def test_a_cue_is_a_large_banner_at_the_top(size: tuple[int, int], kind: CueKind) -> None:
    nobody = Pose.missing(0.0, *size)
    cue = Cue("Straighten your raised leg", kind)

    without = draw(grey(*size), nobody, state(), exercise())
    shown = draw(grey(*size), nobody, state(), exercise(), cue=cue)

    rows, columns = np.nonzero((without != shown).any(axis=2))
    assert rows.max() < size[1] / 3
    assert columns.max() - columns.min() > 0.6 * size[0]


def test_each_kind_of_cue_looks_different() -> None:
    shown = [
        draw(grey(), pose(), state(), exercise(), cue=Cue("Bend your knees", kind))[70, 320]
        for kind in (CueKind.SET_UP, CueKind.FAULT, CueKind.PRAISE)
    ]

    assert len({tuple(pixel) for pixel in shown}) == 3


def test_a_count_is_left_to_the_counter_and_the_voice() -> None:
    without = draw(grey(), pose(), state(), exercise())
    counted = draw(grey(), pose(), state(), exercise(), cue=Cue("3", CueKind.COUNT))

    assert (without == counted).all()


def test_a_notice_can_be_shown_before_the_first_picture() -> None:
    assert draw_notice_alone("Starting").shape == (720, 1280, 3)


def test_while_paused_the_picture_is_dark_and_no_cue_is_shown() -> None:
    cue = Cue("Bend your knees", CueKind.FAULT)

    shown = draw(grey(), pose(), state(), exercise(), cue=cue, screen=Screen(paused=True))

    assert area_of(shown, ORANGE, slice(0, 60)) == 0
    assert np.median(shown) < 60


def test_the_keys_are_one_line_at_the_bottom() -> None:
    without = draw(grey(), pose(), state(), exercise(), screen=Screen())
    shown = draw(grey(), pose(), state(), exercise(), screen=Screen(keys=KEYS_IN_A_SET))

    changed = (without != shown).any(axis=2)
    assert changed[-20:].all(axis=1).any()
    assert not changed[: int(0.7 * 480)].any()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("size", [(640, 480), (1280, 720), (480, 640)])
def test_keys_and_what_they_do_stand_apart(language: str, size: tuple[int, int]) -> None:
    shown = np.zeros((size[1], size[0], 3), np.uint8)
    draw_help(shown, load_texts(language), EVERY_KEY)

    keys, meanings = ((shown == colour).all(axis=2) for colour in (PAPER, QUIET))
    gap = min(
        int(np.flatnonzero(meaning)[0] - np.flatnonzero(key)[-1])
        for key, meaning in zip(keys, meanings, strict=True)
        if key.any() and meaning.any()
    )
    assert gap >= 5


def test_landmarks_far_outside_the_picture_do_no_harm() -> None:
    wild = pose()
    wild.landmarks[INDEX["left_ankle"]] = (1e12, -1e12, 0)
    wild.landmarks[INDEX["left_knee"]] = (np.inf, 0, 0)

    shown = draw(grey(), wild, state(0.0, criterion()), exercise())

    assert area_of(shown, BLUE) == 0


def test_a_limb_that_the_model_doubts_is_drawn_only_when_it_is_judged() -> None:
    doubtful = replace(pose(), visibility=np.full(33, 0.2, np.float32))

    assert area_of(draw(grey(), doubtful, state(), exercise()), GREY) == 0
    assert area_of(draw(grey(), doubtful, bare(Verdict.GOOD), exercise()), BLUE) > 300


anything = st.text(st.characters(exclude_categories=()), max_size=120)


@settings(max_examples=150, deadline=None)
@given(
    size=st.tuples(st.integers(8, 700), st.integers(8, 700)),
    texts=st.tuples(anything, anything, anything),
    kind=st.sampled_from(CueKind),
    numbers=st.tuples(st.floats(-400, 400) | st.just(float("nan")), st.floats(0, 4000)),
    limits=st.tuples(st.none() | st.floats(-200, 400), st.none() | st.floats(-200, 400)),
    measure=st.sampled_from(
        ["knee.left", "elbow.right", "trunk_inclination", "leg_to_trunk.left", "seconds"]
    ),
    verdict=st.sampled_from(Verdict),
    shown=st.tuples(*[st.booleans()] * 4),
    repetitions=st.integers(0, 1000),
)
def test_nothing_that_can_happen_stops_the_drawing(
    size: tuple[int, int],
    texts: tuple[str, str, str],
    kind: CueKind,
    numbers: tuple[float, float],
    limits: tuple[float | None, float | None],
    measure: str,
    verdict: Verdict,
    shown: tuple[bool, bool, bool, bool],
    repetitions: int,
) -> None:
    judged = criterion(
        verdict=verdict, measure=measure, value=numbers[0], low=limits[0], high=limits[1]
    )
    mirrored, keys, paused, muted = shown
    image = grey(*size)

    drawn = draw(
        image,
        pose(*size),
        state(0.0, judged, hold_s=numbers[1], repetitions=repetitions, phase=texts[0]),
        exercise(hold_s=3).model_copy(update={"title": texts[1] or "x"}),
        cue=Cue(texts[2], kind),
        mirrored=mirrored,
        screen=Screen(KEYS_IN_A_SET if keys else (), paused, muted),
    )
    draw_banner(drawn, texts[0], NOTICE, 2)
    draw_help(drawn, load_texts(), EVERY_KEY)

    assert drawn.shape == image.shape
    assert drawn.dtype == np.uint8
