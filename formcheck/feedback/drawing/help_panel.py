"""What the keys do and what the colours mean."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from formcheck.feedback.drawing.icons import draw_pause
from formcheck.feedback.drawing.lettering import (
    DESCENT,
    DIGIT_HEIGHT,
    REGULAR,
    fit,
    text_width,
    write,
)
from formcheck.feedback.drawing.palette import INK, LIMB_STYLES, PAPER, PLATE, QUIET
from formcheck.feedback.drawing.panels import Rectangle, blend, plate
from formcheck.feedback.drawing.skeleton import draw_limb
from formcheck.feedback.drawing.stamp import Stamp
from formcheck.form.state import Verdict
from formcheck.texts.texts import Texts
from formcheck.video.frame import Image

NamedKeys = Sequence[tuple[str, str]]
"""Keys and what each does, by the names of their texts."""

KEYS_EVERYWHERE: Final = (
    ("m", "mute"),
    ("h", "help"),
    ("f", "full_screen"),
    ("r", "mirror"),
    ("q", "quit"),
)
"""Those that do the same on every page."""

KEYS_IN_A_SET: Final = (
    ("q", "quit"),
    ("space", "pause"),
    ("n", "next"),
    ("m", "mute"),
    ("h", "help"),
)
"""Those that the line at the bottom names during a set."""

AGAIN: Final = (("b", "again"),)
"""The one that begins a set once more, which there is no room for in a line."""

KEYS_IN_A_PAUSE: Final = (("q", "quit"), ("space", "go_on"), *KEYS_IN_A_SET[2:])
"""And while it is paused."""

LINE_HEIGHT: Final = 0.052
"""Height of that line over the picture's shorter side."""

LINE_LETTERS, LINE_WIDTH = 0.66, 0.94
"""Its largest font size over its height, and the most of the picture's width for its words."""

ROWS, COLUMNS = 14.5, 18.5
"""Steps, a line's height each, that the picture has at least down and across: the unit of the
panel."""

PANEL_LETTERS, PANEL_OPACITY = 0.68, 0.9
PAUSED_LETTERS, HOW_LETTERS = 0.16, 0.06
"""Font sizes of "paused" and of how to go on, over the picture's shorter side."""

LEGEND: Final = (Verdict.GOOD, Verdict.FAULT, Verdict.UNKNOWN)


def keys_line_height(image: Image, share: float = LINE_HEIGHT) -> int:
    """Pixels that the line of keys takes at the bottom; share: over the shorter side."""
    side = int(min(image.shape[:2]))
    return max(round(share * side), 16)


def draw_keys_line(
    image: Image,
    texts: Texts,
    *,
    muted: bool,
    keys: NamedKeys,
    bottom: int | None = None,
    share: float = LINE_HEIGHT,
) -> Rectangle:
    """One quiet line, for who sits at the keyboard.

    keys: the key and what it does, by the names of their texts. bottom: the row where it ends, the
    picture's last where none is given. share: its height over the picture's shorter side.
    """
    rows, columns = image.shape[:2]
    end, height = rows if bottom is None else bottom, keys_line_height(image, share)
    area = Rectangle(0, end - height, columns, height)
    words = tuple(
        (_key_name(key, texts), texts.text(f"keys_line.{_now(name, muted=muted)}"))
        for key, name in keys
    )
    _keys_stamp((rows, columns), area, words).press(image)
    return area


@lru_cache(maxsize=8)
def _keys_stamp(
    size: tuple[int, int], area: Rectangle, words: tuple[tuple[str, str], ...]
) -> Stamp:
    return Stamp.of(size, area, lambda image: _write_keys(image, area, words))


def _write_keys(image: Image, area: Rectangle, words: tuple[tuple[str, str], ...]) -> None:
    columns = image.shape[1]
    blend(image[max(area.y, 0) : area.bottom], INK, PLATE)
    size, _ = fit(
        # As wide as what is written below, gaps included.
        "nn".join(f"{key}n{word}" for key, word in words),
        round(LINE_LETTERS * area.height),
        round(LINE_WIDTH * columns),
        1,
    )
    space, gap = text_width("n", size), 2 * text_width("n", size)
    total = sum(
        text_width(key, size) + space + text_width(word, size, REGULAR) for key, word in words
    )
    x = (columns - total - gap * (len(words) - 1)) // 2
    line = area.y + round((area.height + 0.7 * DIGIT_HEIGHT * size) / 2)
    for key, word in words:
        write(image, key, (x, line), size, PAPER)
        x += text_width(key, size) + space
        write(image, word, (x, line), size, QUIET, REGULAR)
        x += text_width(word, size, REGULAR) + gap


def _now(name: str, *, muted: bool) -> str:
    return "voice_on" if muted and name == "mute" else name


def _key_name(key: str, texts: Texts) -> str:
    """What stands on the key: a letter, or a word of the language."""
    return key if len(key) == 1 else texts.text(f"keys.{key}")


def draw_help(image: Image, texts: Texts, keys: NamedKeys = ()) -> None:
    """Explain keys and colours in the middle of the picture.

    keys: that do something now, beside those that always do.
    """
    named = (*keys, *KEYS_EVERYWHERE)
    rows, columns = image.shape[:2]
    step = min(rows / ROWS, columns / COLUMNS)
    size = max(round(PANEL_LETTERS * step), 8)
    meanings = [(_key_name(key, texts), texts.text(f"help_panel.{name}")) for key, name in named]
    longest = max(text_width(meaning, size, REGULAR) for _, meaning in meanings)
    key_room = max(round(3.5 * step), max(text_width(key, size) for key, _ in meanings) + size)
    width = min(round(1.8 * step) + key_room + longest, round(0.96 * columns))
    height = round((len(named) + len(LEGEND) + 2.0) * step)
    area = Rectangle((columns - width) // 2, (rows - height) // 2, width, height)
    plate(image, area, INK, PANEL_OPACITY)
    left = area.x + round(0.9 * step)
    beside = left + key_room
    y = area.y + 0.8 * step
    for key, meaning in meanings:
        line = round(y + 0.5 * step + DIGIT_HEIGHT * size / 2)
        write(image, key, (left, line), size, PAPER)
        write(image, meaning, (beside, line), size, QUIET, REGULAR)
        y += step
    y += 0.4 * step
    for verdict in LEGEND:
        meaning = texts.text(f"help_panel.{verdict}")
        middle = round(y + 0.5 * step)
        ends = (left + size // 2, middle), (beside - round(1.0 * step), middle)
        draw_limb(image, *ends, LIMB_STYLES[verdict], min(rows, columns))
        line = round(middle + DIGIT_HEIGHT * size / 2)
        write(image, meaning, (beside, line), size, QUIET, REGULAR)
        y += step


def draw_paused(image: Image, texts: Texts) -> None:
    """Say that nothing is judged now, and how to go on."""
    rows, columns = image.shape[:2]
    side = min(rows, columns)
    size, small = max(round(PAUSED_LETTERS * side), 10), max(round(HOW_LETTERS * side), 8)
    sign = round(DIGIT_HEIGHT * size)
    paused = texts.text("paused.title")
    width = sign + round(0.4 * size) + text_width(paused, size)
    x, line = (columns - width) // 2, rows // 2
    draw_pause(image, (x + sign // 2, line - sign // 2), sign, PAPER)
    write(image, paused, (x + sign + round(0.4 * size), line), size, PAPER)
    how = texts.text("paused.how_to_go_on")
    below = line + round(DESCENT * size + 2 * small)
    start = (columns - text_width(how, small, REGULAR)) // 2
    write(image, how, (start, below), small, QUIET, REGULAR)
