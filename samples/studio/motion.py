"""A motion as data: key poses, their order and pace, and faults as changes to them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from samples.studio.errors import MotionDataError
from samples.studio.vocabulary import ANCHORS, FOOT_PLACES, check_name, check_term

Ease = Literal["smooth", "sudden", "even", "hesitating", "overshooting", "interrupted"]
"""How a move gathers and loses speed: see timeline.eased."""

MOTIONS = Path(__file__).parent / "motions"
"""Those of the exercises; `others` in it are none of ours, though some look like one for a moment,
and `variants` are ways to do ours that people have besides."""

PLACE_KEYS = {
    f"{limb}{side}"
    for limb, sides in (
        ("hand", ("s", "_left", "_right", "_working", "_opposite")),
        ("foot", ("_left", "_right", "_working", "_opposite")),
        ("feet", ("",)),
    )
    for side in sides
}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Solve(_Strict):
    """Find a term's value at which a measured angle comes out as asked.

    The angles are those of anatomy.py, and `pelvis`: the pelvis's pitch from
    that of the start pose.
    """

    vary: str
    until: str
    equals: float = Field(alias="is")


class KeyPose(_Strict):
    """One pose: the pose it starts from, what differs, and what is found by solving."""

    base: str = Field(default="start", alias="from")
    terms: Mapping[str, float] = Field(default_factory=dict)
    places: Mapping[str, str] = Field(default_factory=dict)
    solve: tuple[Solve, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _sort_words(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "terms" in data:
            return data
        kept = {key: data[key] for key in ("from", "solve") if key in data}
        rest = {key: value for key, value in data.items() if key not in kept}
        places = {key: value for key, value in rest.items() if key in PLACE_KEYS}
        return kept | {
            "places": places,
            "terms": {key: value for key, value in rest.items() if key not in places},
        }


class Spot(_Strict):
    """A place for hands or feet.

    On the floor: `ahead` and `out` in metres from below the shoulder (hands)
    or hip (feet) of the start pose, or `knee`, the knee angle that a foot flat
    on the floor has there. In the room: `world` (out, up, ahead). On the body:
    `bone` and `offset` (out, up, ahead of its joint at rest).
    """

    ahead: float = 0.0
    out: float = 0.0
    up: float = 0.0
    knee: float | None = None
    world: tuple[float, float, float] | None = None
    bone: str | None = None
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)


class Step(_Strict):
    """One part of a repetition: go to a pose, or stay where one is.

    `hold` is held form and counts as hold time; `rest` lies before or after
    what counts as the repetition.
    """

    name: str
    pose: str | None = None
    seconds: tuple[float, float]
    hold: bool = False
    rest: bool = False
    ease: Ease = "smooth"

    @field_validator("seconds")
    @classmethod
    def _rising(cls, value: tuple[float, float]) -> tuple[float, float]:
        if not 0 <= value[0] <= value[1] <= 60:
            raise ValueError("seconds must be [least, most] with 0 <= least <= most <= 60")
        return value


class Fault(_Strict):
    """A fault: in words, and what it changes in poses, pace and places."""

    what: str
    breaks: tuple[str, ...] | None = None
    poses: Mapping[str, KeyPose] = Field(default_factory=dict)
    seconds: Mapping[str, tuple[float, float]] = Field(default_factory=dict)
    places: Mapping[str, Spot] = Field(default_factory=dict)


class Motion(_Strict):
    """Everything about one motion; the file's name is its id."""

    title: str
    label: str | None = None
    avoid: bool = False
    anchor: str
    sides: Literal["none", "alternating", "each"] = "none"
    props: tuple[str, ...] = ()
    view: Literal["standing", "floor", "sitting"] = "floor"
    camera_faces: Literal["person", "belly"] = "person"
    settle: tuple[float, float] = (1.0, 1.6)
    places: Mapping[str, Spot] = Field(default_factory=dict)
    poses: Mapping[str, KeyPose]
    repetition: tuple[Step, ...]
    faults: Mapping[str, Fault] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _hangs_together(self) -> Motion:
        if self.anchor not in ANCHORS:
            raise ValueError(f"anchor must be one of {', '.join(ANCHORS)}")
        if "start" not in self.poses:
            raise ValueError("a motion needs a pose named start")
        steps = {step.name for step in self.repetition}
        for step in self.repetition:
            if step.pose is not None and step.pose not in self.poses:
                raise ValueError(f"step {step.name!r} goes to an unknown pose {step.pose!r}")
        for name, fault in self.faults.items():
            if unknown := set(fault.seconds) - steps:
                raise ValueError(f"fault {name!r} changes unknown steps {sorted(unknown)}")
            if unknown := set(fault.poses) - set(self.poses):
                raise ValueError(f"fault {name!r} changes unknown poses {sorted(unknown)}")
        _check_words(self)
        return self

    def breaks(self, fault: str) -> tuple[str, ...]:
        """The criterion ids that a fault breaks: named in the file, or the fault's own id."""
        named = self.faults[fault].breaks
        return (fault,) if named is None else named


def _check_words(motion: Motion) -> None:
    poses = {f"poses.{name}": pose for name, pose in motion.poses.items()}
    for fault_name, fault in motion.faults.items():
        poses |= {f"faults.{fault_name}.poses.{n}": pose for n, pose in fault.poses.items()}
    for where, pose in poses.items():
        for name, value in pose.terms.items():
            check_term(name, value, where)
        for limb, place in pose.places.items():
            known = FOOT_PLACES if limb[:3] != "han" else ("free", "forearm", *motion.places)
            if place not in known:
                raise ValueError(f"{where}: {limb} = {place!r} is none of {', '.join(known)}")
        for solve in pose.solve:
            check_name(solve.vary, where)


@dataclass(frozen=True)
class Choice:
    """A motion with some of its faults applied: what one repetition does."""

    poses: Mapping[str, KeyPose]
    seconds: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    places: Mapping[str, Spot] = field(default_factory=dict)


def read_motion(path: Path) -> Motion:
    """Read a motion file; raises MotionDataError that names the file and the mistake."""
    try:
        return Motion.model_validate(_written(path))
    except MotionDataError as error:
        raise MotionDataError(f"{path.name}: {error}") from error
    except FileNotFoundError as error:
        missing = Path(error.filename)
        known = ", ".join(sorted(file.stem for file in missing.parent.glob("*.toml")))
        raise MotionDataError(f"No motion {missing.stem!r}; known: {known}") from None
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        lines = [line for line in str(error).splitlines() if line.strip()]
        raise MotionDataError(f"{path.name}: {' '.join(lines[:4])}") from error


def _written(path: Path) -> dict[str, Any]:
    """What a file says, with what the exercise says that it is a variant of; never its faults."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    of = data.pop("variant_of", None)
    if of is None:
        return data
    base = tomllib.loads((MOTIONS / f"{of}.toml").read_text(encoding="utf-8"))
    base.pop("faults", None)
    return {**_merged(base, data), "label": of}


def _merged(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    tables = {
        key: _merged(base[key], change)
        for key, change in changes.items()
        if isinstance(change, dict) and key in base
    }
    return {**base, **changes, **tables}


def with_faults(motion: Motion, faults: tuple[str, ...]) -> Choice:
    """Apply faults by id; raises MotionDataError for an unknown one."""
    poses = dict(motion.poses)
    seconds: dict[str, tuple[float, float]] = {}
    places = dict(motion.places)
    for name in faults:
        if name not in motion.faults:
            known = ", ".join(motion.faults) or "none"
            raise MotionDataError(f"{motion.title}: no fault {name!r}; known: {known}")
        fault = motion.faults[name]
        for pose_name, change in fault.poses.items():
            poses[pose_name] = _changed(poses[pose_name], change)
        seconds |= fault.seconds
        places |= fault.places
    return Choice(poses, seconds, places)


def _changed(pose: KeyPose, change: KeyPose) -> KeyPose:
    varied = {solve.vary for solve in change.solve} | set(change.terms)
    kept = tuple(solve for solve in pose.solve if solve.vary not in varied)
    return pose.model_copy(
        update={
            "terms": {**pose.terms, **change.terms},
            "places": {**pose.places, **change.places},
            "solve": kept + change.solve,
        }
    )
