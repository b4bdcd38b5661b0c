"""From what was shown to a first exercise, with notes on what was seen and what to check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from statistics import median

from formcheck.exercises.exercise import Camera, Dosage, Exercise, Sides, Start
from formcheck.exercises.range import Range
from formcheck.exercises.repetition import Phases, RepetitionRule
from formcheck.exercises.start_position import StartPosition
from formcheck.learn.citation import as_shown
from formcheck.learn.movement import Movement
from formcheck.learn.repetitions import ShownRepetition, furthest, spread
from formcheck.learn.shown import POSTURE, ShownFrame
from formcheck.learn.suggestion import Phase, Suggestion
from formcheck.pose.landmarks import SIDES

Notes = Mapping[str, Sequence[str]]
"""Comment lines by what they stand before: a table's name, `criteria.` and an id, or "" on top."""

POSTURE_ROOM = 45.0
"""Degrees beyond what was shown that still belong to the set: a trunk that leans too far must be
told, and is not told of someone who is out of position."""

POSTURE_EDGES = {"chest_elevation": (-80.0, 80.0), "trunk_inclination": (10.0, 150.0)}
"""A limit beyond these would keep nothing out."""

JOINT_SEEN = 0.8
"""Share of the frames in which a joint must be seen to be asked for in the picture."""

ALWAYS_NEEDED = ("shoulder", "hip")

LEAST_HOLD_S = 1.5
"""Stopping for less is a turning point, and no hold."""


COUNTED_IN_TOLERANCES = 0.5
"""Of the measure's tolerance, the smallest movement that can be counted on."""

LEVEL = 45.0
"""Trunk inclination from which on a person lies, or is on all fours."""


@dataclass(frozen=True)
class Draft:
    """An exercise as a demonstration shows it. notes: what was seen and what to check."""

    exercise: Exercise
    notes: Notes


@dataclass(frozen=True)
class Naming:
    """What an exercise is called, and may be called.

    name: its id. source: the demonstration's file name. positions: names of start positions.
    """

    name: str
    title: str
    source: str
    positions: Sequence[str]


@dataclass(frozen=True, eq=False)
class Demonstration:
    """All that is known of a demonstration.

    frames: of the exercise itself. position, view: where it begins and how it is seen.
    """

    frames: Sequence[ShownFrame]
    view: str
    position: StartPosition
    movement: Movement
    repetitions: Sequence[ShownRepetition]

    @property
    def hold_s(self) -> float:
        """How long the furthest point was usually held, in whole seconds; 0 for a turning point."""
        held = median(one.phases.hold_s for one in self.repetitions)
        return float(round(held)) if held >= LEAST_HOLD_S else 0.0


def phase_names(shown: Demonstration) -> Phases:
    """What the draft calls the phases."""
    return Phases(
        rest="start", out="going", peak="hold" if shown.hold_s else "turn", back="returning"
    )


def by_phase(names: Phases) -> Mapping[Phase, str]:
    """The draft's phase names for those that criteria are made for."""
    return {"all": "all", "rest": names.rest, "peak": names.peak, "back": names.back}


def write_draft(
    shown: Demonstration,
    suggestions: Sequence[Suggestion],
    counted_share: float,
    naming: Naming,
) -> Draft:
    """Put an exercise together. counted_share: of the travel shown, the smallest that counts."""
    exercise = Exercise(
        id=naming.name,
        title=naming.title,
        kind="exercise",
        steps=_steps(shown),
        why="Your physiotherapist chose it for you.",
        cautions=("Stop if it hurts more than a little.",),
        source=as_shown(),
        source_note=naming.source,
        camera=_camera(shown),
        start=Start(position=shown.position),
        posture=_posture(shown.frames),
        sides=Sides(pattern=shown.movement.pattern),
        phases=phase_names(shown),
        repetition=_repetition(shown, counted_share),
        dosage=_dosage(shown),
        criteria=tuple(suggestion.criterion for suggestion in suggestions),
    )
    return Draft(exercise, _notes(shown, suggestions, naming))


def _steps(shown: Demonstration) -> tuple[str, ...]:
    movement = shown.movement
    role = movement.measure.partition(".")[2]
    text = movement.words.rises if movement.direction == "rises" else movement.words.falls
    value = movement.travel if movement.words.from_start else _usual_peak(shown)
    steps = [
        f"Begin {shown.position.title}.",
        movement.words.say(text, role, abs(value) if movement.words.from_start else value),
    ]
    if shown.hold_s:
        steps.append(f"Hold for {_seconds(shown.hold_s)}.")
    steps.append("Come back slowly.")
    if movement.pattern == "alternating":
        steps.append("Change sides after every repetition.")
    elif movement.pattern == "each":
        steps.append("Do all repetitions on one side, then change sides.")
    return tuple(steps)


def _camera(shown: Demonstration) -> Camera:
    level = median(frame.measures["trunk_inclination"] for frame in shown.frames) > LEVEL
    place = "Low, about knee height" if level else "At hip height"
    where = "to your side" if shown.view == "side" else "in front of you"
    body = "your whole body lengthwise" if level else "your whole body"
    joints = Camera.model_fields["joints"].default
    needed = tuple(j for j in joints if j in ALWAYS_NEEDED or _seen(shown, j))
    return Camera(
        view="side" if shown.view == "side" else "front",
        # How someone on their side is turned is told only roughly.
        also=("three-quarter",) if shown.view == "front" and level else (),
        place=f"{place}, three metres {where}, with {body} in the picture.",
        joints=needed,
    )


def _seen(shown: Demonstration, joint: str) -> bool:
    """Whether a joint can mostly be seen: on the near side, or from the front on both."""
    seen = 0
    for frame in shown.frames:
        sides = (frame.near or "left",) if shown.view == "side" else SIDES
        seen += all(f"{side}_{joint}" in frame.joints for side in sides)
    return seen >= JOINT_SEEN * len(shown.frames)


def _posture(frames: Sequence[ShownFrame]) -> tuple[Range, ...]:
    """Wide ranges round what was shown, of how the trunk lies."""
    ranges = []
    for name in POSTURE:
        values = sorted(v for frame in frames if (v := frame.measures[name]) == v)
        last = len(values) - 1
        low = 5.0 * floor((values[round(0.01 * last)] - POSTURE_ROOM) / 5)
        high = 5.0 * ceil((values[round(0.99 * last)] + POSTURE_ROOM) / 5)
        least, most = POSTURE_EDGES[name]
        at_least = low if low > least else None
        at_most = high if high < most else None
        if at_least is not None or at_most is not None:
            ranges.append(Range(measure=name, at_least=at_least, at_most=at_most))
    return tuple(ranges) or (Range(measure="trunk_inclination", at_most=180),)


def _repetition(shown: Demonstration, counted_share: float) -> RepetitionRule:
    movement = shown.movement
    rest, peak = _usual_rest(shown), _usual_peak(shown)
    least = COUNTED_IN_TOLERANCES * movement.words.tolerance(shown.view)
    places = 0 if movement.words.in_degrees else 2
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
        reps=(count, count),
        hold_s=held,
        note="As it was shown; your physiotherapist says how many are right for you.",
    )


def _notes(shown: Demonstration, suggestions: Sequence[Suggestion], naming: Naming) -> Notes:
    movement = shown.movement
    first, last = shown.frames[0].time_s, shown.frames[-1].time_s
    notes: dict[str, Sequence[str]] = {
        "": (
            f"A first draft, written by formcheck from {naming.source}: read it aloud and change "
            "it.",
            f"Seen from the {shown.view}, {first:.0f} to {last:.0f} seconds: "
            f"{len(shown.repetitions)} repetitions.",
            "Check the texts, the numbers, and whether each criterion matters; delete those that "
            "don't.",
        ),
        "start": (f"There are: {', '.join(naming.positions)}.",),
        "posture": ("Wide ranges that hold all through the set; outside them nothing is counted.",),
        "repetition": (
            "The measure that shows the repetitions most clearly: it went by "
            f"{movement.words.with_unit(movement.travel)}. A movement that is smaller than "
            "least_travel isn't counted.",
        ),
        "dosage": ("What was shown. Write how much is right.",),
    }
    for suggestion in suggestions:
        notes[f"criteria.{suggestion.criterion.id}"] = (suggestion.seen,)
    return notes


def _seconds(seconds: float) -> str:
    return "1 second" if seconds == 1 else f"{seconds:.0f} seconds"
