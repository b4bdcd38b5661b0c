"""Pictures of everything that a person can be shown, for whoever changes how it looks.

    python -m tests.feedback.look OUT_DIR [--language CODE] [--photos DIR]

Writes one sheet for each background and size of the picture, with a tile for each state, and the
tiles themselves at full size. Backgrounds are frames of the sample clips, and photographs where
there is a folder of them: look at both, light ones, dark ones and busy ones.
"""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.exercises.translation import translated
from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.drawing.banner import draw_notice_alone, with_notice_below
from formcheck.feedback.drawing.help_panel import AGAIN, KEYS_IN_A_SET, draw_help
from formcheck.feedback.drawing.overlay import draw
from formcheck.feedback.drawing.panels import dim
from formcheck.feedback.drawing.screen import Screen
from formcheck.form.checker import checker_for
from formcheck.form.state import CriterionState, FormState, SetUp, Verdict
from formcheck.pose.blazepose.landmarker import BlazePoseDetector
from formcheck.pose.blazepose.model_file import find_model
from formcheck.pose.pose import Pose
from formcheck.texts.entries import languages
from formcheck.texts.texts import Texts, load_texts
from formcheck.video.frame import Frame, Image
from formcheck.video.open import open_recording

ROOT = Path(__file__).parents[2]
CLIPS = ROOT / "samples" / "clips"
PHOTOS = ROOT.parent / "shared" / "real"
SIZES = ((640, 480), (1280, 720), (1920, 1080), (720, 1280), (320, 240))
TILE_HEIGHT = 360
STEADY_S = 2.0
"""How long the one moment is held still, so that a set is under way."""


@dataclass(frozen=True)
class Background:
    """A picture of someone exercising. at: seconds into a clip, or share of the way if below 1."""

    name: str
    exercise: str
    path: Path
    at: float = 0.0


@dataclass(frozen=True)
class Shot:
    """One state of the screen.

    text, kind: of the cue; empty for none. notice, help_shown: what the session lays over it.
    """

    name: str
    state: FormState
    text: str = ""
    kind: CueKind = CueKind.PRAISE
    screen: Screen = Screen(keys=KEYS_IN_A_SET)  # noqa: RUF009 - it is frozen
    notice: str = ""
    help_shown: bool = False


OWN: Final = (
    Background("rendered-bird-dog", "bird-dog", CLIPS / "bird-dog-back-level.mp4", 0.45),
    Background("rendered-cat", "cat-stretch", CLIPS / "cat-stretch-good.mp4", 0.3),
)
_DB: Final = "yuhonas__free-exercise-db__"
FOUND: Final = (
    Background("light-cat", "cat-stretch", Path(f"cat-stretch/{_DB}Cat_Stretch_1.jpg")),
    Background("light-kickback", "bird-dog", Path(f"bird-dog/{_DB}Rear_Leg_Raises_1.jpg")),
    Background("dark-sit-up", "partial-sit-up", Path(f"partial-sit-up/{_DB}3_4_Sit-Up_1.jpg")),
    Background("busy-crunch", "partial-sit-up", Path(f"partial-sit-up/{_DB}Crunches_1.jpg")),
    Background(
        "portrait-squat",
        "wall-squat",
        Path("wall-squat/tensorflow__tfjs-models__pose_squats.mp4"),
        0.5,
    ),
)


def main() -> None:
    """Draw every state on every background at every size."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", choices=languages(), default="en")
    parser.add_argument("--photos", type=Path, default=PHOTOS)
    parser.add_argument("--only", default="", help="part of a background's name")
    asked = parser.parse_args()
    backgrounds = [
        *OWN,
        *(replace(found, path=asked.photos / found.path) for found in FOUND),
    ]
    for background in backgrounds:
        if asked.only in background.name and background.path.exists():
            draw_background(background, asked.out, load_texts(asked.language))


def draw_background(background: Background, out: Path, texts: Texts) -> None:
    """Every state of one background, at every size that suits it."""
    exercise = translated(library()[background.exercise], texts)
    image = picture_of(background)
    upright = image.shape[0] > image.shape[1]
    with BlazePoseDetector(find_model(), silhouette=True) as landmarker:
        for width, height in SIZES:
            if upright != (height > width):
                continue
            frame = Frame(filled(image, width, height), 0.0, 0)
            pose = landmarker.estimate(frame)
            save(out / "starting.png", draw_notice_alone(texts.text("notices.starting")))
            tiles = drawn_shots(frame.image, pose, exercise, texts)
            folder = out / f"{background.name}-{width}x{height}"
            folder.mkdir(parents=True, exist_ok=True)
            for name, tile in tiles.items():
                save(folder / f"{name}.png", tile)
            save(out / f"{background.name}-{width}x{height}.jpg", sheet(list(tiles.values())))


def drawn_shots(image: Image, pose: Pose, exercise: Exercise, texts: Texts) -> Mapping[str, Image]:
    """The screen in each of its states, by name."""
    tiles = {}
    for shot in shots(steady_state(exercise, pose), exercise, texts):
        tile = draw(
            image,
            Pose.missing(0.0, pose.width, pose.height) if shot.name == "waiting" else pose,
            shot.state,
            exercise,
            cue=Cue(shot.text, shot.kind) if shot.text else None,
            mirrored=True,
            screen=shot.screen,
            texts=texts,
        )
        if shot.notice:
            height, width = tile.shape[:2]
            noticed = cv2.resize(with_notice_below(tile, shot.notice), (width, height))
            tile = np.asarray(noticed, np.uint8)
        if shot.help_shown:
            dim(tile)
            draw_help(tile, texts, (*KEYS_IN_A_SET[1:3], *AGAIN))
        tiles[shot.name] = tile
    return tiles


def shots(now: FormState, exercise: Exercise, texts: Texts) -> Iterator[Shot]:
    """The states, each as it follows from what the picture shows.

    now: a set that is under way in this picture.
    """
    say, faulty = texts.text, with_fault(now)
    good = with_verdicts(now, Verdict.GOOD)
    cue = next(c.cue for c in exercise.criteria if c.cue)
    unsure = replace(
        with_verdicts(now, Verdict.UNKNOWN), phase=None, working_side=None, in_set=False
    )
    keys = Screen(keys=KEYS_IN_A_SET)
    long = replace(good, repetitions=9, good_repetitions=8, hold_s=2.0)
    yield Shot("waiting", unsure, say("set_up.no_person"), CueKind.SET_UP)
    side = say("set_up.facing.left_side")
    turn = say("set_up.turn_lengthwise", part=side)
    yield Shot("turn", unsure, turn, CueKind.SET_UP)
    hidden = say(
        "set_up.two_joints",
        first=say("set_up.joints.left_ankle"),
        last=say("set_up.joints.left_foot_index"),
    )
    yield Shot("out-of-view", unsure, say("set_up.out_of_view", joints=hidden), CueKind.SET_UP)
    ready = replace(now, criteria=tuple(replace(c, active=False) for c in now.criteria))
    yield Shot("ready", ready, say("cues.ready"))
    yield Shot("good", replace(good, repetitions=3, good_repetitions=2))
    yield Shot("fault", replace(faulty, repetitions=3, good_repetitions=2), cue, CueKind.FAULT)
    yield Shot("hold", long)
    held = replace(long, hold_s=exercise.repetition.hold_s)
    yield Shot("finished", replace(held, repetitions=10), say("cues.good_repetition"))
    yield Shot("unknown", with_verdicts(now, Verdict.UNKNOWN))
    advice = "Don't sit up all the way: it loads your low back. Raise only your shoulder blades."
    yield Shot("advice", good, advice, CueKind.ADVICE)
    yield Shot("paused", long, screen=replace(keys, paused=True))
    yield Shot("camera-lost", long, notice=say("notices.camera_lost"))
    yield Shot("help", good, help_shown=True)
    yield Shot("muted", long, screen=replace(keys, muted=True))
    yield Shot("done", held, say("cues.done", count=12))
    yield Shot("recording", replace(faulty, repetitions=3), cue, CueKind.FAULT, Screen())


def steady_state(exercise: Exercise, pose: Pose) -> FormState:
    """What a set adds up to in which nothing moves."""
    checker = checker_for(exercise)
    for time_s in np.arange(0, STEADY_S, 1 / 15):
        state = checker.update(replace(pose, time_s=float(time_s)))
    return replace(
        state,
        phase=exercise.phases.peak,
        working_side=state.near_side,
        set_up=SetUp(Verdict.GOOD, ()),
    )


def with_verdicts(state: FormState, verdict: Verdict) -> FormState:
    """The same with one verdict throughout, and values that agree with it where they can."""
    return replace(
        state, criteria=tuple(judged_as(criterion, verdict) for criterion in state.criteria)
    )


def with_fault(state: FormState) -> FormState:
    """The same with the first criterion that can be drawn, and the back, at fault."""
    good = with_verdicts(state, Verdict.GOOD).criteria
    drawn = next((c.id for c in good if c.unit == "degrees" and np.isfinite(c.value)), "")
    return replace(
        state,
        criteria=tuple(
            judged_as(criterion, Verdict.FAULT)
            if criterion.id == drawn or criterion.measure == "back_rounding"
            else criterion
            for criterion in good
        ),
    )


def judged_as(criterion: CriterionState, verdict: Verdict) -> CriterionState:
    """A criterion with a verdict, and with limits on that side of its value."""
    value = criterion.value
    low = value + 12 if verdict is Verdict.FAULT else value - 12
    return replace(criterion, active=True, verdict=verdict, low=low, high=None)


def picture_of(background: Background) -> Image:
    """The moment of a clip, or the photograph."""
    frames = list(open_recording(background.path))
    return frames[min(int(background.at * len(frames)), len(frames) - 1)].image


def filled(image: Image, width: int, height: int) -> Image:
    """The middle of a picture at a size, as a camera of that size would show it."""
    rows, columns = image.shape[:2]
    scale = max(width / columns, height / rows)
    large = cv2.resize(
        image, (max(round(columns * scale), width), max(round(rows * scale), height))
    )
    left, top = (large.shape[1] - width) // 2, (large.shape[0] - height) // 2
    return np.ascontiguousarray(large[top : top + height, left : left + width])


def sheet(tiles: list[Image]) -> Image:
    """All tiles side by side, as small as the screen looks from across the room."""
    small = [filled_height(tile) for tile in tiles]
    width = min(max(tile.shape[1] for tile in small), 640)
    across = 4 if width > 400 else 6
    rows = []
    for first in range(0, len(small), across):
        row = [np.zeros((TILE_HEIGHT, width, 3), np.uint8) for _ in range(across)]
        for tile, place in zip(small[first : first + across], row, strict=False):
            part = tile[:, :width]
            place[:, : part.shape[1]] = part
        rows.append(np.hstack(row))
    return np.vstack(rows)


def filled_height(tile: Image) -> Image:
    """A tile at the height of the sheet's rows."""
    scale = TILE_HEIGHT / tile.shape[0]
    size = (round(tile.shape[1] * scale), TILE_HEIGHT)
    return np.asarray(cv2.resize(tile, size, interpolation=cv2.INTER_AREA), np.uint8)


def save(path: Path, image: Image) -> None:
    """Write a picture."""
    cv2.imwrite(str(path), cv2.cvtColor(image, cv2.COLOR_RGB2BGR))


if __name__ == "__main__":
    main()
