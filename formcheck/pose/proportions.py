"""How long the parts of a body are, as shares of its height.

After Drillis and Contini (1966), as Winter prints them in Biomechanics and Motor Control of Human
Movement, figure 4.1.
"""

from typing import Final

SEGMENTS: Final = {
    ("shoulder", "elbow"): 0.186,
    ("elbow", "wrist"): 0.146,
    ("hip", "knee"): 0.245,
    ("knee", "ankle"): 0.246,
}
"""From joint to joint."""

TRUNK: Final = 0.288
"""From hip to shoulder."""
