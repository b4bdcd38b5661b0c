"""The back, drawn where the silhouette showed it."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.feedback.drawing.back_line import back_verdict
from formcheck.feedback.drawing.overlay import draw
from formcheck.feedback.drawing.palette import BLUE, GREY, ORANGE, Colour
from formcheck.form.state import FormState, Verdict
from formcheck.measure.spine import BackCurve
from formcheck.pose.pose import Pose
from formcheck.video.frame import Image
from tests.feedback.builders import criterion, exercise, frame, state

ALONG = np.linspace(160, 480, 43)
ROUNDED = BackCurve(np.stack([ALONG, 240 - 80 * np.sin(np.pi * (ALONG - 160) / 320)], 1), 0.25)


def bowed(verdict: Verdict | None, *, active: bool = True) -> FormState:
    """A rounded back, judged or not."""
    judged = (
        ()
        if verdict is None
        else (criterion("back", verdict, active=active, measure="back_rounding", value=0.25),)
    )
    return replace(state(0.0, *judged), back=ROUNDED)


def drawn(now: FormState, *, mirrored: bool = False) -> Image:
    nobody = Pose.missing(0.0, 640, 480)
    return draw(frame(width=640, height=480).image, nobody, now, exercise(), mirrored=mirrored)


def places(image: Image, colour: Colour) -> np.ndarray:
    """Rows and columns of a colour between title and counters."""
    near = np.abs(image[100:330].astype(int) - colour).max(axis=2) < 12
    return np.asarray(np.argwhere(near) + np.array([100, 0]))


@pytest.mark.parametrize(
    ("now", "colour"),
    [
        (bowed(Verdict.GOOD), BLUE),
        (bowed(Verdict.FAULT), ORANGE),
        (bowed(Verdict.UNKNOWN), GREY),
        (bowed(None), GREY),
        (bowed(Verdict.GOOD, active=False), GREY),
    ],
)
def test_the_line_has_the_colour_of_its_verdict(now: FormState, colour: Colour) -> None:
    image = drawn(now)

    others = {BLUE, ORANGE, GREY} - {colour}
    assert len(places(image, colour)) > 200
    assert not any(len(places(image, other)) for other in others)


def test_the_line_is_the_curve_that_was_measured() -> None:
    rows, columns = places(drawn(bowed(Verdict.GOOD)), BLUE).T

    middle = rows[np.abs(columns - 320) < 3].mean()
    ends = rows[(columns < 170) | (columns > 470)].mean()
    assert middle == pytest.approx(160, abs=4)
    assert ends == pytest.approx(236, abs=6)


def test_it_is_mirrored_with_the_person() -> None:
    leaning = BackCurve(ROUNDED.points - (120, 0), 0.25)
    now = replace(bowed(Verdict.GOOD), back=leaning)

    straight, mirrored = places(drawn(now), BLUE), places(drawn(now, mirrored=True), BLUE)

    assert straight[:, 1].mean() == pytest.approx(200, abs=5)
    assert mirrored[:, 1].mean() == pytest.approx(439, abs=5)


def test_where_it_was_not_measured_nothing_is_drawn() -> None:
    unseen = replace(bowed(Verdict.FAULT), back=None)

    assert len(places(drawn(unseen), ORANGE)) == 0


def test_the_gravest_verdict_on_the_back_is_shown() -> None:
    two = [
        criterion(name, verdict, measure="back_rounding")
        for name, verdict in (("round", Verdict.FAULT), ("sink", Verdict.GOOD))
    ]

    assert back_verdict(state(0.0, *two)) is Verdict.FAULT


def test_a_curve_far_outside_does_no_harm() -> None:
    wild = replace(bowed(Verdict.FAULT), back=BackCurve(ROUNDED.points * 1e9, 0.25))

    assert drawn(wild).shape == (480, 640, 3)
