"""Where a demonstration begins: the start position, and the part that is the exercise itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from formcheck.errors import FormcheckError
from formcheck.exercises.start_position import StartPosition
from formcheck.form.sides import SideChoice, all_hold
from formcheck.form.vocabulary import HIPS_ACROSS
from formcheck.learn.shown import Positions, ShownFrame
from formcheck.pose.landmarks import other
from formcheck.texts.message import Message, message


@dataclass(frozen=True)
class BeginningSettings:
    """What is taken for the start position, and for the exercise itself."""

    least_in_position_s: float = 0.4
    """A position that is passed through on the way is held for less than this."""

    least_share: float = 0.05
    """Share of the frames in a start position below which it is none."""

    fits_share: float = 0.7
    """Share of the frames at rest that must lie within a position for it to be the one shown."""

    same_place: float = 0.7
    """Trunk lengths, a third of a metre: half a step. Who is further away walks in or leaves."""


DEFAULTS = BeginningSettings()

LEARNABLE_VIEWS = ("side", "front")
"""From any other the angles of an exercise can't be measured."""


class DemonstrationError(FormcheckError):
    """A recording from which no exercise can be learnt."""


_OTHER_VIEWS = ("back", "three-quarter", "end-on")
"""From where angles can't be measured."""

NOT_COUNTED = message("error.learn.not_counted")


def exercise_part(
    frames: Sequence[ShownFrame], positions: Positions, settings: BeginningSettings = DEFAULTS
) -> tuple[ShownFrame, ...]:
    """The frames from the first time in one of the start positions to the last.

    Walking in and lying down, getting up and leaving are left out.

    Raises DemonstrationError where the person is never in a start position.
    """
    inside = _in_place(frames, settings.same_place)
    shares = {
        name: sum(_in_position(position, frame) for frame in inside) / max(1, len(inside))
        for name, position in positions.items()
    }
    name = max(shares, key=lambda one: shares[one])
    held = [
        index
        for run in _runs(positions[name], inside, settings.least_in_position_s)
        for index in run
    ]
    if shares[name] < settings.least_share or not held:
        raise DemonstrationError(_no_position(positions))
    return tuple(inside[held[0] : held[-1] + 1])


def fitting_position(
    rest: Sequence[ShownFrame],
    positions: Positions,
    settings: BeginningSettings = DEFAULTS,
    *,
    either_side: bool,
) -> StartPosition:
    """The most closely described start position that the person rests in.

    rest: frames between repetitions. either_side: one side works at a time, so that the position
    must be right whichever side is nearer to the camera.

    Raises DemonstrationError where they rest in none.
    """
    fitting = [
        position
        for position in positions.values()
        if sum(_rests_in(position, frame, either_side) for frame in rest)
        >= settings.fits_share * len(rest)
    ]
    if not fitting or not rest:
        raise DemonstrationError(_no_position(positions))
    return max(fitting, key=lambda position: len(position.ranges))


def prevailing_view(frames: Sequence[ShownFrame]) -> str:
    """The view that most frames show.

    Raises DemonstrationError where an exercise can't be judged from it.
    """
    view = Counter(frame.view for frame in frames).most_common(1)[0][0]
    if view not in LEARNABLE_VIEWS:
        raise DemonstrationError(
            message(f"error.learn.view.{view if view in _OTHER_VIEWS else 'unknown'}")
        )
    return view


def _in_place(frames: Sequence[ShownFrame], same_place: float) -> Sequence[ShownFrame]:
    """Without beginning and end, as far as the person is somewhere else there."""
    across = [frame.measures[HIPS_ACROSS] for frame in frames]
    known = [value for value in across if value == value]
    if not known:
        return frames
    middle = median(known)
    here = [i for i, value in enumerate(across) if abs(value - middle) <= same_place]
    return frames[here[0] : here[-1] + 1]


def _runs(position: StartPosition, frames: Sequence[ShownFrame], least_s: float) -> list[range]:
    """Stretches of frames in a position that last long enough."""
    runs, began = [], None
    for index, frame in enumerate((*frames, None)):
        inside = frame is not None and _in_position(position, frame)
        if inside and began is None:
            began = index
        if not inside and began is not None:
            if frames[index - 1].time_s - frames[began].time_s >= least_s:
                runs.append(range(began, index))
            began = None
    return runs


def _rests_in(position: StartPosition, frame: ShownFrame, either_side: bool) -> bool:
    at_rest = all_hold(position.at_rest, frame.measures, frame.sides)
    return at_rest and _in_position(position, frame, either_side)


def _in_position(position: StartPosition, frame: ShownFrame, either_side: bool = False) -> bool:
    if not all_hold(position.ranges, frame.measures, frame.sides):
        return False
    if not either_side or frame.near is None:
        return True
    # The far side is often hidden: only what is seen of it can speak against the position.
    far = SideChoice(near=other(frame.near))
    values = ((limit, far.value(limit.measure, frame.measures)) for limit in position.ranges)
    return all(limit.contains(value) for limit, value in values if value == value)


def _no_position(positions: Positions) -> Message:
    titles = list(dict.fromkeys(position.title for position in positions.values()))
    return message(
        "error.learn.no_position", positions=", ".join(titles[:-1]), last_position=titles[-1]
    )
