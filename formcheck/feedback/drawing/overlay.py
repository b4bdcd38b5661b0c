"""The picture that the person sees, live and in the annotated video."""

from functools import lru_cache

import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.drawing.angle_arc import AngleArc, angle_arc, draw_arc
from formcheck.feedback.drawing.angle_label import draw_label
from formcheck.feedback.drawing.back_line import draw_back
from formcheck.feedback.drawing.banner import draw_cue
from formcheck.feedback.drawing.counters import draw_counters
from formcheck.feedback.drawing.help_panel import (
    draw_keys_line,
    draw_paused,
    keys_line_height,
)
from formcheck.feedback.drawing.judged_joints import bone_verdicts, judged_joints
from formcheck.feedback.drawing.lettering import DIGIT_HEIGHT, REGULAR, fit, text_width, write
from formcheck.feedback.drawing.palette import INK, PAPER, PLATE, QUIET
from formcheck.feedback.drawing.panels import Rectangle, dim, plate
from formcheck.feedback.drawing.screen import Screen
from formcheck.feedback.drawing.skeleton import (
    Points,
    body_points,
    draw_skeleton,
    picture_to_draw_on,
    shown_points,
)
from formcheck.feedback.drawing.stamp import Stamp
from formcheck.form.state import CriterionState, FormState, Verdict
from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose
from formcheck.texts.texts import Texts, load_texts
from formcheck.video.frame import Image

MOST_ANGLES = 2
"""Angles shown at once; more can't be taken in while moving."""

MARGIN, TITLE = 0.02, 0.05
"""Distance around what is written, and the title's font size, over the picture's shorter side."""

BELOW_TITLE, LINE_BELOW = 0.86, 1.5
"""Font size of the line below it over the title's, and that line's height over its font size."""

ANNOTATED = Screen()
"""The screen of a recording: nobody sits at the keyboard."""


def draw(
    image_rgb: Image,
    pose: Pose,
    state: FormState,
    exercise: Exercise,
    *,
    cue: Cue | None = None,
    mirrored: bool = False,
    screen: Screen = ANNOTATED,
    texts: Texts | None = None,
) -> Image:
    """A new picture with everything drawn on it that the person should know now.

        picture = formcheck.draw(frame.image, pose, state, exercise, cue=cues.update(state))

    image_rgb: height × width × 3, RGB: the frame that the pose was found in, unmirrored; it is left
    as it is, and the answer is of its size. state: what the exercise's checker said to that pose.
    cue: the one message to show, as `CueChooser` chooses it. mirrored: whether to show the picture
    as in a mirror; what is written on it stays readable. screen: what a session's window shows
    besides. texts: English where none are given.
    """
    texts = texts or load_texts()
    shown = picture_to_draw_on(image_rgb, mirrored=mirrored)
    points = shown_points(pose, shown.shape, mirrored=mirrored)
    draw_skeleton(shown, points, pose, bone_verdicts(state))
    back = draw_back(shown, state, pose, mirrored=mirrored)
    roll = -pose.lean if mirrored else pose.lean
    bottom = shown.shape[0] - (keys_line_height(shown) if screen.keys else 0)
    if screen.paused:
        _draw_pause(shown, state, exercise, bottom, texts)
    else:
        arcs = [] if _is_pressing(cue) else _draw_arcs(shown, points, state, roll)
        # Before the set there is nothing to count, and one thing to read: how to begin.
        begun = state.in_set or state.repetitions > 0
        taken = draw_counters(shown, state, exercise, bottom, texts) if begun else []
        taken += _draw_message(shown, cue)
        taken += _draw_title(shown, state, exercise, taken, texts)
        taken.append(Rectangle(0, bottom, shown.shape[1], shown.shape[0] - bottom))
        if arcs:
            body = np.concatenate([body_points(points), back])
            _draw_labels(shown, arcs, taken, body, texts)
    if screen.keys:
        draw_keys_line(shown, texts, muted=screen.muted, keys=screen.keys)
    return shown


def draw_person_alone(image_rgb: Image, pose: Pose, state: FormState) -> Image:
    """A new picture with the skeleton alone: what is done there is no exercise that is judged."""
    shown = picture_to_draw_on(image_rgb, mirrored=False)
    points = shown_points(pose, shown.shape, mirrored=False)
    draw_skeleton(shown, points, pose, bone_verdicts(state))
    return shown


def _draw_pause(
    image: Image, state: FormState, exercise: Exercise, bottom: int, texts: Texts
) -> None:
    """The dimmed picture, with what was done and how to go on."""
    dim(image)
    _draw_title(image, state, exercise, [], texts)
    draw_counters(image, state, exercise, bottom, texts)
    draw_paused(image, texts)


def _is_pressing(cue: Cue | None) -> bool:
    """Whether something matters more now than how far each joint is bent."""
    return cue is not None and cue.kind in (CueKind.ADVICE, CueKind.SET_UP)


def _draw_title(
    image: Image, state: FormState, exercise: Exercise, taken: list[Rectangle], texts: Texts
) -> list[Rectangle]:
    """The exercise, and below it the phase and the working side, where nothing else stands."""
    working = texts.text(f"overlay.{state.working_side}") if state.working_side else ""
    words = [state.phase or "", working]
    below = "  ·  ".join(word for word in words if word)
    area, stamp = _title(image.shape[:2], exercise.title, below)
    if any(map(area.overlaps, taken)):
        return []
    stamp.press(image)
    return [area]


@lru_cache(maxsize=32)
def _title(picture: tuple[int, int], words: str, below: str) -> tuple[Rectangle, Stamp]:
    """A title with the line below it, for pictures of so many rows and columns."""
    side = min(picture)
    pad, margin = max(round(MARGIN * side), 3), max(round(MARGIN * side), 2)
    room = picture[1] - 2 * (margin + pad)
    size, lines = fit(words, max(round(TITLE * side), 12), room, 1)
    title = " ".join(lines)
    small = max(round(BELOW_TITLE * size), 9)
    width = max(text_width(title, size), text_width(below, small, REGULAR)) + 2 * pad
    height = round(DIGIT_HEIGHT * size) + 2 * pad + (round(LINE_BELOW * small) if below else 0)
    area = Rectangle(margin, margin, width, height)

    def draw_anew(image: Image) -> None:
        plate(image, area, INK, PLATE)
        line = area.y + pad + round(DIGIT_HEIGHT * size)
        write(image, title, (area.x + pad, line), size, PAPER)
        write(image, below, (area.x + pad, area.bottom - pad), small, QUIET, REGULAR)

    return area, Stamp.of(picture, area, draw_anew)


def _draw_message(image: Image, cue: Cue | None) -> list[Rectangle]:
    top = max(round(MARGIN * min(image.shape[:2])), 2)
    area = None if cue is None else draw_cue(image, cue, top)
    return [] if area is None else [area]


def _draw_arcs(
    image: Image, points: Points, state: FormState, roll: float
) -> list[tuple[AngleArc, CriterionState]]:
    """Draw the angles to look at now, those at fault or else the good ones; returns them."""
    judged = [criterion for criterion in state.criteria if criterion.active]
    verdicts = {criterion.verdict for criterion in judged}
    wanted = Verdict.FAULT if Verdict.FAULT in verdicts else Verdict.GOOD
    drawn: dict[tuple[str, ...], tuple[AngleArc, CriterionState]] = {}
    for criterion in judged:
        joints = judged_joints(criterion, state.near_side)
        arc = angle_arc(criterion, points[[INDEX[name] for name in joints]], roll)
        if criterion.verdict is not wanted or arc is None or joints in drawn:
            continue
        drawn[joints] = (arc, criterion)
        draw_arc(image, arc, criterion.verdict)
        if len(drawn) == MOST_ANGLES:
            break
    return list(drawn.values())


def _draw_labels(
    image: Image,
    arcs: list[tuple[AngleArc, CriterionState]],
    taken: list[Rectangle],
    body: Points,
    texts: Texts,
) -> None:
    for arc, criterion in arcs:
        place = draw_label(image, arc, criterion, taken, body, texts)
        if place is not None:
            taken.append(place)
