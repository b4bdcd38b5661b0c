"""What the window shows of a set, stage by stage."""

import math

from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.drawing.overlay import draw, draw_notice_alone
from formcheck.feedback.drawing.screen import Screen
from formcheck.form.state import FormState
from formcheck.live.hands_free import HandsFree, Stage
from formcheck.live.instructions import camera_of, heading, how_much, position_of
from formcheck.live.scene import Sight, Surroundings
from formcheck.live.stage_pictures import (
    Caption,
    draw_countdown,
    draw_pause_screen,
    draw_placing,
)
from formcheck.programmes.steps import Step
from formcheck.video.frame import Image

CAMERA_FIRST_S = 6.0
"""So long it is shown where to put the camera, before what is seen is found fault with."""


class StageView:
    """Pictures of one set.

    sight: the newest frame, None before the first.
    """

    def __init__(self, around: Surroundings, step: Step) -> None:
        self.sight: Sight | None = None
        self._around = around
        self._step = step
        self._began_s = around.clock()

    def picture(
        self, hands: HandsFree, problem: str, cue: Cue | None, state: FormState | None
    ) -> Image:
        """The newest frame with what belongs on it at this stage.

        problem: what is wrong with the start position. cue, state: of the set, once it is on.
        """
        around = self._around
        mirrored = around.preferences.mirrored
        if self.sight is None:
            return draw_notice_alone(around.texts.text("notices.starting"))
        match hands.stage:
            case Stage.PLACING:
                caption = self._caption(self._instruction(problem), hands)
                return draw_placing(self.sight, self._step.exercise, caption, mirrored=mirrored)
            case Stage.READY:
                caption = self._caption(around.texts.text("live.hold_still"), hands)
                return draw_countdown(
                    self.sight,
                    caption,
                    mirrored=mirrored,
                    share=hands.held_share,
                    number=max(math.ceil(hands.seconds_left), 1),
                )
            case Stage.PAUSED:
                return draw_pause_screen(self.sight, self._paused(hands), mirrored=mirrored)
        return self._during(hands, cue, state, self.sight)

    def _during(
        self, hands: HandsFree, cue: Cue | None, state: FormState | None, sight: Sight
    ) -> Image:
        around = self._around
        if state is None:
            return draw_notice_alone(around.texts.text("notices.starting"))
        if cue is None and hands.offered:
            cue = Cue(around.texts.text("live.offer"), CueKind.SET_UP)
        return draw(
            sight.frame.image,
            sight.pose,
            state,
            self._step.exercise,
            cue=cue,
            mirrored=around.preferences.mirrored,
            screen=Screen(keys_shown=True, muted=around.announcer.muted),
            texts=around.texts,
        )

    def _instruction(self, problem: str) -> str:
        """Where the camera goes at first, then what is wrong, or how to begin."""
        around = self._around
        if around.clock() - self._began_s < CAMERA_FIRST_S:
            return camera_of(self._step, None, around.texts)
        return problem or position_of(self._step, around.texts)

    def _caption(self, message: str, hands: HandsFree) -> Caption:
        around, step = self._around, self._step
        below = heading(step, around.texts) or how_much(step, around.texts)
        offer = around.texts.text("live.offer") if hands.offered else ""
        return Caption(message, step.exercise.title, below, offer)

    def _paused(self, hands: HandsFree) -> Caption:
        text = self._around.texts.text
        return Caption(
            text("live.paused"),
            self._step.exercise.title,
            offer=text("live.offer" if hands.offered else f"live.paused_{hands.reason}"),
        )
