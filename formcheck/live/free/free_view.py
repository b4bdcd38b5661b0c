"""What the window shows of a free session while no set is on."""

from formcheck.feedback.cues import Cue
from formcheck.feedback.drawing.help_panel import draw_keys_line
from formcheck.feedback.drawing.screen import Screen
from formcheck.feedback.drawing.stage_pictures import (
    Caption,
    draw_pause_screen,
    draw_watching,
    unjudged,
)
from formcheck.live.scenes.scene import LiveFrame
from formcheck.live.surroundings import Surroundings
from formcheck.video.frame import Image


def between_sets(
    seen: LiveFrame, around: Surroundings, screen: Screen, told: Cue | None, *, any_done: bool
) -> Image:
    """The person, and that anything may be begun.

    told: what is said in place of that. any_done: whether the session may end now.
    """
    text = around.texts.text
    shown = unjudged(seen.frame.image, seen.pose, mirrored=around.preferences.mirrored)
    if screen.paused:
        how = Caption(text("live.paused"), "", offer=text("paused.how_to_go_on"))
        draw_pause_screen(shown, how)
    else:
        offer = text("live_auto.finish") if any_done else ""
        draw_watching(shown, Caption(text("live_auto.begin"), "", offer=offer), told)
    draw_keys_line(shown, around.texts, muted=screen.muted, keys=screen.keys)
    return shown
