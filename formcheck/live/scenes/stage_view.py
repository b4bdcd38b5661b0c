"""What the window shows of a set, stage by stage."""

import math

from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.drawing.banner import draw_notice_alone
from formcheck.feedback.drawing.framing import head_at_the_right
from formcheck.feedback.drawing.help_panel import (
    KEYS_IN_A_PAUSE,
    KEYS_IN_A_SET,
    draw_keys_line,
)
from formcheck.feedback.drawing.overlay import draw
from formcheck.feedback.drawing.screen import Screen
from formcheck.feedback.drawing.stage_pictures import (
    Caption,
    draw_countdown,
    draw_pause_screen,
    draw_placing,
    unjudged,
    with_offer_below,
)
from formcheck.form.state import FormState
from formcheck.live.hands_free.set_stage import HandsFree, Stage
from formcheck.live.scenes.instructions import camera_of, heading, how_much, position_of
from formcheck.live.scenes.scene import LiveFrame
from formcheck.live.surroundings import Surroundings
from formcheck.programmes.steps import Step
from formcheck.video.frame import Image

CAMERA_FIRST_S = 6.0
"""So long it is shown where to put the camera, before what is seen is found fault with: it
takes about as long to look up from carrying it (engineering)."""


class StageView:
    """Pictures of one set.

    newest: the newest frame, None before the first.
    """

    def __init__(
        self, around: Surroundings, step: Step, *, camera_first_s: float = CAMERA_FIRST_S
    ) -> None:
        self.newest: LiveFrame | None = None
        self._around = around
        self._step = step
        self._camera_first_until_s = around.clock() + camera_first_s

    def picture(
        self, hands: HandsFree, problem: str, cue: Cue | None, state: FormState | None
    ) -> Image:
        """The newest frame with what belongs on it at this stage.

        problem: what is wrong with the start position. cue, state: of the set, once it is on.
        """
        seen, text = self.newest, self._around.texts.text
        if seen is None:
            return draw_notice_alone(text("notices.starting"))
        if hands.stage in (Stage.EXERCISING, Stage.DONE):
            return self._during(hands, cue, state, seen)
        mirrored = self._around.preferences.mirrored
        shown = unjudged(seen.frame.image, seen.pose, mirrored=mirrored)
        match hands.stage:
            case Stage.PLACING:
                caption = self._caption(self._instruction(problem))
                head_right = bool(head_at_the_right(seen.pose, mirrored=mirrored))
                draw_placing(shown, self._step.exercise, caption, head_right=head_right)
            case Stage.READY:
                caption = self._caption(text("live.hold_still"))
                number = max(math.ceil(hands.seconds_left), 1)
                draw_countdown(shown, caption, share=hands.held_share, number=number)
            case Stage.PAUSED:
                draw_pause_screen(shown, self._paused(hands))
        keys = KEYS_IN_A_PAUSE if hands.stage is Stage.PAUSED else KEYS_IN_A_SET
        draw_keys_line(shown, self._around.texts, muted=self._around.announcer.muted, keys=keys)
        if hands.offered and hands.stage is Stage.PLACING:
            return with_offer_below(shown, text("live.offer"))
        return shown

    def _during(
        self, hands: HandsFree, cue: Cue | None, state: FormState | None, seen: LiveFrame
    ) -> Image:
        around = self._around
        if state is None:
            return draw_notice_alone(around.texts.text("notices.starting"))
        if cue is None and hands.offered:
            cue = Cue(around.texts.text("live.offer"), CueKind.SET_UP)
        return draw(
            seen.frame.image,
            seen.pose,
            state,
            self._step.exercise,
            cue=cue,
            mirrored=around.preferences.mirrored,
            screen=Screen(keys=KEYS_IN_A_SET, muted=around.announcer.muted),
            texts=around.texts,
        )

    def _instruction(self, problem: str) -> str:
        """Where the camera goes at first, then what is wrong, or how to begin."""
        around = self._around
        if around.clock() < self._camera_first_until_s:
            return camera_of(self._step, None, around.texts)
        return problem or position_of(self._step, around.texts)

    def _caption(self, message: str) -> Caption:
        around, step = self._around, self._step
        below = heading(step, around.texts) or how_much(step, around.texts)
        return Caption(message, step.exercise.title, below)

    def _paused(self, hands: HandsFree) -> Caption:
        text = self._around.texts.text
        return Caption(
            text("live.paused"),
            self._step.exercise.title,
            offer=text("live.offer" if hands.offered else f"live.paused_{hands.reason}"),
        )
