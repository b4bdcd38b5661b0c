"""A caption on a plate hides what is under it for as long as it is there; it cuts nothing."""

import cv2
import numpy as np

from formcheck.video.cuts.laid_over import LaidOverWatch
from formcheck.video.cuts.takes import in_takes
from formcheck.video.frame import Frame, Image, Mask
from tests.video.test_overlays import captioned, scene

ROWS, COLUMNS = slice(240, 300), slice(150, 490)


def plated(image: Image, rows: slice = ROWS, columns: slice = COLUMNS, words: str = "") -> Image:
    """The picture with a white plate over it."""
    image = image.copy()
    image[rows, columns] = 255
    place = columns.start + 10, rows.stop - 15
    cv2.putText(image, words, place, cv2.FONT_HERSHEY_DUPLEX, 1.2, (0, 0, 0), 3)
    return image


def hidden(images: list[Image]) -> list[Mask | None]:
    """What is hidden of each picture of a film."""
    frames = (Frame(image, number / 15, number) for number, image in enumerate(images))
    return [frame.laid_over for frame in in_takes(frames)]


def test_it_hides_what_it_covers_until_it_goes() -> None:
    plain, told = scene(), plated(scene(), words="Slow down")
    masks = hidden([plain] * 20 + [told] * 15 + [plain] * 20)
    there = [mask is not None for mask in masks]
    assert there == [False] * 20 + [True] * 15 + [False] * 20
    mask = masks[25]
    assert mask is not None
    right = np.zeros((480, 640), np.bool_)
    right[ROWS, COLUMNS] = True
    assert (mask != right).mean() < 0.005


def test_who_moves_on_beside_it_and_other_words_on_it_leave_it_there() -> None:
    told = [plated(scene(across=320 + 2 * step), words=f"Rest {20 - step} s") for step in range(15)]
    masks = hidden([scene()] * 20 + told)
    assert all(mask is not None for mask in masks[20:])


def test_letters_hide_nothing() -> None:
    told = captioned(scene(), "SQUEEZE", 1.8)
    assert all(mask is None for mask in hidden([scene()] * 20 + [told] * 15))


def test_another_scene_has_nothing_over_it() -> None:
    masks = hidden([scene(1)] * 20 + [plated(scene(1))] * 15 + [scene(2)] * 20)
    assert masks[30] is not None
    assert all(mask is None for mask in masks[35:])


def test_words_that_change_with_a_plate_while_somebody_moves_are_no_cut() -> None:
    """As an app shows them: the plate goes as a counter and lines on the body come."""
    watch = LaidOverWatch()
    before = plated(scene(across=320), slice(60, 110), slice(200, 400), "Bent knees")
    after = scene(across=328)
    for line in (((200, 300), (320, 250)), ((320, 250), (440, 300))):
        cv2.line(after, *line, (255, 255, 255), 2)
    cv2.putText(after, "Bridge: 9", (240, 380), cv2.FONT_HERSHEY_DUPLEX, 0.8, (255,) * 3, 2)
    assert watch.explains(before, after)
    assert watch.explains(after, before)


def test_who_is_suddenly_elsewhere_is_not_explained_by_a_plate_that_goes() -> None:
    before = plated(scene(across=200), slice(60, 110), slice(200, 400), "Bent knees")
    assert not LaidOverWatch().explains(before, scene(across=420))
    assert not LaidOverWatch().explains(scene(across=200), scene(across=420))
