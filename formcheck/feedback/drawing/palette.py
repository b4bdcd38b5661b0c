"""Colours and line styles, chosen so that colour is never the only sign.

Blue and orange stay apart for every kind of colour blindness (Okabe and Ito, "Color Universal
Design", 2008), and each verdict has a thickness and a pattern of its own besides.
"""

from dataclasses import dataclass
from typing import Final

from formcheck.form.state import Verdict

Colour = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""

BLUE: Final[Colour] = (86, 180, 255)
ORANGE: Final[Colour] = (255, 160, 20)
GREY: Final[Colour] = (206, 212, 220)
INK: Final[Colour] = (15, 20, 30)
PAPER: Final[Colour] = (248, 249, 251)
QUIET: Final[Colour] = (198, 206, 218)
"""Second-rank text on a dark plate."""
PLATE: Final = 0.82
"""How much of the picture a dark plate hides: its text is legible over a white wall too."""


RIM: Final = 0.003
"""Thickness of the dark rim of what is drawn on a body, over the picture's shorter side."""


@dataclass(frozen=True)
class LimbStyle:
    """How a limb is drawn.

    colour: of the line. thickness: share of the picture's shorter side.
    core: colour of a thin line along the middle, None for a plain limb.
    """

    colour: Colour
    thickness: float
    core: Colour | None = None


LIMB_STYLES: Final = {
    Verdict.UNKNOWN: LimbStyle(GREY, 0.005),
    Verdict.GOOD: LimbStyle(BLUE, 0.011),
    Verdict.FAULT: LimbStyle(ORANGE, 0.019, core=INK),
}
