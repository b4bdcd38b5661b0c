"""From what was shown to a first exercise, with notes on what was seen and what to check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, floor
from statistics import median

from formcheck.exercises.exercise import CameraPlacement, Dosage, Exercise, Sides, Start
from formcheck.exercises.range import Range
from formcheck.exercises.repetition import RepetitionRule
from formcheck.exercises.translation import translated_position
from formcheck.learn.beginning import NOT_COUNTED, DemonstrationError
from formcheck.learn.citation import as_shown
from formcheck.learn.demonstrated_repetitions import furthest, spread
from formcheck.learn.demonstration import Demonstration, phase_names
from formcheck.learn.draft_notes import Naming, Notes, draft_notes
from formcheck.learn.shown import ShownFrame
from formcheck.learn.suggestion import Suggestion
from formcheck.measure.measure_name import role_of
from formcheck.pose.landmarks import SIDES

ALWAYS_NEEDED = ("shoulder", "hip")
"""Without these joints there is no trunk, and nothing can be measured."""


@dataclass(frozen=True)
class DraftSettings:
    """How an exercise follows from what was shown, apart from its criteria."""

    posture_room: float = 45.0
    """Degrees beyond what was shown that still belong to the set: a trunk that leans too far must
    be told, and is not told of someone who is out of position."""

    posture_edges: Mapping[str, tuple[float, float]] = field(
        default_factory=lambda: {
            "chest_elevation": (-80.0, 80.0),
            "trunk_inclination": (10.0, 150.0),
        }
    )
    """What tells how the trunk lies, in degrees; a limit beyond these would keep nothing out."""

    posture_step: float = 5.0
    """Degrees to which these limits are rounded."""

    posture_ends: tuple[float, float] = (0.01, 0.99)
    """Shares of the values between which what was shown lies."""

    joint_seen: float = 0.8
    """Share of the frames in which a joint must be seen to be asked for in the picture."""

    counted_in_errors: float = 0.5
    """Of what is surely a movement, the smallest that can be counted on."""

    level: float = 45.0
    """Trunk inclination in degrees from which on a person lies, or is on all fours."""


DEFAULTS = DraftSettings()


@dataclass(frozen=True)
class Draft:
    """An exercise as a demonstration shows it.

    notes: what was seen and what to check. unlearnt: what could not be learnt.
    """

    exercise: Exercise
    notes: Notes
    unlearnt: tuple[str, ...] = ()


def write_draft(
    shown: Demonstration,
    suggestions: Sequence[Suggestion],
    counted_share: float,
    naming: Naming,
    settings: DraftSettings = DEFAULTS,
) -> Draft:
    """Put an exercise together. counted_share: of the travel shown, the smallest that counts."""
    repetition = _repetition(shown, counted_share, settings)
    exercise = Exercise(
        id=naming.name,
        title=naming.title,
        kind="exercise",
        steps=_steps(shown),
        why=shown.texts.text("learn.exercise.why"),
        cautions=(shown.texts.text("learn.exercise.caution"),),
        source=as_shown(),
        source_note=naming.source,
        camera=_camera(shown, settings),
        start=Start(position=shown.position),
        posture=_posture(shown.frames, settings),
        sides=Sides(pattern=shown.movement.pattern),
        phases=phase_names(shown),
        repetition=repetition,
        dosage=_dosage(shown),
        criteria=tuple(suggestion.criterion for suggestion in suggestions),
    )
    notes = draft_notes(shown, suggestions, naming, repetition.least_travel)
    return Draft(exercise, notes, tuple(naming.unlearnt))


def _steps(shown: Demonstration) -> tuple[str, ...]:
    movement, texts = shown.movement, shown.texts
    role = role_of(movement.measure)
    value = movement.travel if movement.words.from_start else _usual_peak(shown)
    value = abs(value) if movement.words.from_start else value
    position = translated_position(shown.position, texts)
    steps = [
        texts.text("learn.exercise.begin", position=position.title),
        movement.words.say(movement.direction, role, value),
    ]
    if shown.hold_s:
        steps.append(texts.counted("learn.exercise.held", round(shown.hold_s)))
    steps.append(texts.text("learn.exercise.back"))
    if movement.pattern != "none":
        steps.append(texts.text(f"learn.exercise.{movement.pattern}"))
    return tuple(steps)


def _camera(shown: Demonstration, settings: DraftSettings) -> CameraPlacement:
    level = median(frame.measures["trunk_inclination"] for frame in shown.frames) > settings.level
    joints = CameraPlacement.model_fields["joints"].default
    needed = tuple(j for j in joints if j in ALWAYS_NEEDED or _seen(shown, j, settings.joint_seen))
    height = "low" if level else "hip"
    return CameraPlacement(
        view="side" if shown.view == "side" else "front",
        # How someone on their side is turned is told only roughly.
        also=("three-quarter",) if shown.view == "front" and level else (),
        place=shown.texts.text(f"learn.place.{height}_{shown.view}"),
        joints=needed,
    )


def _seen(shown: Demonstration, joint: str, least: float) -> bool:
    """Whether a joint can mostly be seen: on the near side, or from the front on both."""
    seen = 0
    for frame in shown.frames:
        sides = (frame.near or "left",) if shown.view == "side" else SIDES
        seen += all(f"{side}_{joint}" in frame.joints for side in sides)
    return seen >= least * len(shown.frames)


def _posture(frames: Sequence[ShownFrame], settings: DraftSettings) -> tuple[Range, ...]:
    """Wide ranges round what was shown, of how the trunk lies."""
    ranges = []
    for name, (least, most) in settings.posture_edges.items():
        values = sorted(v for frame in frames if (v := frame.measures[name]) == v)
        lowest, highest = (values[round(end * (len(values) - 1))] for end in settings.posture_ends)
        step, room = settings.posture_step, settings.posture_room
        low, high = step * floor((lowest - room) / step), step * ceil((highest + room) / step)
        at_least = low if low > least else None
        at_most = high if high < most else None
        if at_least is not None or at_most is not None:
            ranges.append(Range(measure=name, at_least=at_least, at_most=at_most))
    return tuple(ranges) or (Range(measure="trunk_inclination", at_most=180),)


def _repetition(
    shown: Demonstration, counted_share: float, settings: DraftSettings
) -> RepetitionRule:
    movement = shown.movement
    rest, peak = _usual_rest(shown), _usual_peak(shown)
    least = settings.counted_in_errors * movement.words.surely_moved(shown.view)
    places = 0 if movement.words.in_degrees else 2
    if (peak > rest) != (movement.direction == "rises"):
        raise DemonstrationError(NOT_COUNTED)
    return RepetitionRule(
        measure=movement.measure,
        direction=movement.direction,
        least_travel=round(max(least, counted_share * movement.travel), places),
        usual_rest=round(rest, places),
        usual_peak=round(peak, places),
        hold_s=shown.hold_s,
    )


def _usual_rest(shown: Demonstration) -> float:
    words = shown.movement.words
    rest = spread(shown.repetitions, shown.movement.measure, "rest", from_start=words.from_start)
    return rest.middle if rest is not None else _usual_peak(shown) - _way_out(shown)


def _usual_peak(shown: Demonstration) -> float:
    movement = shown.movement
    if movement.words.from_start:
        return _way_out(shown)
    return median(value for value in furthest(shown.repetitions, movement.measure))


def _way_out(shown: Demonstration) -> float:
    sign = 1.0 if shown.movement.direction == "rises" else -1.0
    return sign * shown.movement.travel


def _dosage(shown: Demonstration) -> Dosage:
    count = len(shown.repetitions)
    held = (shown.hold_s, shown.hold_s) if shown.hold_s else None
    return Dosage(
        reps=None if held and count == 1 else (count, count),
        hold_s=held,
        note=shown.texts.text("learn.exercise.dosage"),
    )
