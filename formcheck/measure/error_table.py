"""How far off each measure is, by how far the camera is off the plane in which bodies bend.

Two data files stand beside this module: measured_errors.toml, learnt from random films whose truth
is known (`python -m samples.learned_measures errors`), and stated_errors.toml, where there is no
truth to learn from, each with its reason.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import isnan, sqrt
from pathlib import Path
from tomllib import loads

from formcheck.measure.learned.measures import usual_error
from formcheck.measure.measure_name import name_and_role
from formcheck.measure.orientation import Orientation
from formcheck.pose.landmarks import Side

Row = tuple[float, ...]

TURNS = (7.5, 22.5, 37.5, 52.5, 75.0)
"""Degrees off the plane for which the files have errors; between them they are interpolated."""

NEAR_THE_PLANE = 15.0
"""Degrees off the plane up to which a learnt error counts as the one that is usual near it: so far
go the pictures by which `usual_errors.toml` says what is usual."""

FILES = ("measured_errors.toml", "stated_errors.toml")


@dataclass(frozen=True)
class ErrorRows:
    """Standard errors of one measure at each of TURNS, in its unit.

    near, far: of the near and the far side, or twice the same for a measure without side.
    on_the_side: of either side of somebody who lies on their side.
    """

    near: Row
    far: Row
    on_the_side: Row


def errors_by_view(
    names: Iterable[str], orientation: Orientation, near: Side | None, off_plane: float
) -> dict[str, float]:
    """The standard error of each measure by full name (`knee.left`), from the view alone.

    near: the side nearer to the camera; while it isn't known, each side is as unsure as the far
    one. off_plane: degrees by which the camera is off the plane, as far as frames before tell too.
    Empty where nobody was found. Between two of TURNS it is what lies between, beyond them what
    stands at the end.
    """
    if isnan(off_plane):
        return {}
    after = bisect_left(TURNS, off_plane)
    rows = _rows_of(names, orientation, near)
    if after in (0, len(TURNS)):
        return {name: row[min(after, len(TURNS) - 1)] for name, row in rows.items()}
    share = (off_plane - TURNS[after - 1]) / (TURNS[after] - TURNS[after - 1])
    return {
        name: row[after - 1] + share * (row[after] - row[after - 1]) for name, row in rows.items()
    }


def excess_errors(
    errors: Mapping[str, float],
    orientation: Orientation,
    near: Side | None,
    model: str,
    learned: Collection[str] = (),
) -> dict[str, float]:
    """By full name, the part of an error that a view near the plane doesn't have, 0 where none.

    near: the side nearer to the camera. model: the pose model's name. learned: names of values that
    are learnt, not drawn.

    Of what is drawn, near the plane is up to the second of TURNS: people place a camera no better.
    What is learnt says frame by frame how sure it is. Up to NEAR_THE_PLANE whatever makes it unsure
    is there in the exercise's own view as well; from the second of TURNS on what is more than usual
    is from the view; between them it is partly. Independent errors add up by their squares, so that
    is how they are parted.
    """
    drawn = [name for name in errors if name not in learned]
    usual = {name: row[1] for name, row in _rows_of(drawn, orientation, near).items()}
    found = {name: _beyond(errors[name], usual[name]) for name in drawn}
    turn, on_the_side = orientation.off_plane, orientation.on_the_side
    share = min(max((turn - NEAR_THE_PLANE) / (TURNS[1] - NEAR_THE_PLANE), 0.0), 1.0)
    if not share:
        return {**found, **dict.fromkeys(learned, 0.0)}
    for name in learned:
        own = usual_error(name, model, near, on_the_side=on_the_side)
        found[name] = share * _beyond(errors[name], own)
    return found


def _beyond(error: float, usual: float) -> float:
    return sqrt(max(0.0, error**2 - usual**2))


def _rows_of(names: Iterable[str], orientation: Orientation, near: Side | None) -> dict[str, Row]:
    """What stands in the files of each measure by full name, for somebody who is turned so."""
    if orientation.on_the_side:
        return {name: _rows_and_side(name)[0].on_the_side for name in names}
    found: dict[str, Row] = {}
    for name in names:
        own, side = _rows_and_side(name)
        found[name] = own.near if not side or side == near else own.far
    return found


@cache
def _rows_and_side(name: str) -> tuple[ErrorRows, str]:
    """What stands in the files of a measure by full name, and its side, if it has one."""
    plain, side = name_and_role(name)
    return error_rows()[plain], side


@cache
def error_rows() -> Mapping[str, ErrorRows]:
    """What the files say of each measure."""
    found: dict[str, ErrorRows] = {}
    for file in FILES:
        for name, told in loads(Path(__file__).with_name(file).read_text("utf-8")).items():
            near = told["near"]
            rows = near, told.get("far", near), told.get("on_the_side", near)
            found[name] = ErrorRows(*(_row(row) for row in rows))
    return found


def _row(told: float | list[float]) -> Row:
    """One number is the error from wherever it is seen."""
    return tuple(told) if isinstance(told, list) else (told,) * len(TURNS)
