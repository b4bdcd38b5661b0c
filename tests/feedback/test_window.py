"""Keys and proportions of the window; the window itself is tested under Xvfb."""

import numpy as np
import pytest

from formcheck.feedback.window import Key, key_of, letterboxed, opening_size


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (ord("q"), Key.QUIT),
        (ord("Q"), Key.QUIT),
        (27, Key.QUIT),
        (ord(" "), Key.PAUSE),
        (ord("n"), Key.NEXT),
        (ord("m"), Key.MUTE),
        (ord("h"), Key.HELP),
        (ord("f"), Key.FULL_SCREEN),
        (ord("r"), Key.MIRROR),
        (ord("x"), None),
        (0xFF51, None),  # Left arrow, whose last byte is a Q.
        (-1, None),
    ],
)
def test_keys(code: int, key: Key | None) -> None:
    assert key_of(code) is key


@pytest.mark.parametrize("window", [(1920, 1080), (1366, 768), (800, 1280), (640, 480)])
@pytest.mark.parametrize("picture", [(640, 480), (1280, 720), (720, 1280)])
def test_a_picture_gets_the_windows_proportions_and_stays_whole(
    window: tuple[int, int], picture: tuple[int, int]
) -> None:
    image = np.full((picture[1], picture[0], 3), 200, np.uint8)

    shown = letterboxed(image, *window)

    assert shown.shape[1] / shown.shape[0] == pytest.approx(window[0] / window[1], rel=0.01)
    rows, columns = np.nonzero((shown == 200).all(axis=2))
    assert len(rows) == picture[0] * picture[1]
    assert rows.min() == pytest.approx(shown.shape[0] - 1 - rows.max(), abs=1)
    assert columns.min() == pytest.approx(shown.shape[1] - 1 - columns.max(), abs=1)


def test_a_window_without_a_size_changes_nothing() -> None:
    image = np.zeros((4, 4, 3), np.uint8)

    assert letterboxed(image, 0, 0) is image


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        ((1920, 1080), (1600, 900)),
        ((3840, 2160), (1600, 900)),
        ((1366, 768), (1280, 720)),
        ((1080, 1920), (1080, 608)),
        ((640, 480), (640, 360)),
    ],
)
def test_a_window_opens_large_and_no_larger_than_the_screen(
    screen: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert opening_size(screen) == expected
