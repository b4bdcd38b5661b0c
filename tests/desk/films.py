"""Films of people at a desk, made of plain poses with a stated truth, and the watch over each.

Somebody sways a little, is looked at once a second, and does what people do there: from the side,
with the legs behind the desk, turned by less and by more, and from the front.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

import numpy as np

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.posture import Posture
from formcheck.desk.reminders import ReminderKind
from formcheck.desk.watch import DeskWatch
from formcheck.pose.pose import Pose
from formcheck.texts.texts import load_texts
from formcheck.video.camera_motion import STILL, CameraMotion
from tests.desk.sitters import LEANING, STANDING, SUNK, UPRIGHT, behind_a_desk, nobody
from tests.pose.test_camera_following import filmed_by
from tests.stick_figure import StickFigure

DRINKING: Final = replace(
    UPRIGHT, head=95, upper_arm={"left": 320, "right": 280}, forearm={"left": 100, "right": 0}
)
ON_THE_PHONE: Final = replace(UPRIGHT, head=70, forearm={"left": 80, "right": 0})
AT_THE_OTHER_SCREEN: Final = replace(UPRIGHT, yaw=40)
NUDGED: Final = CameraMotion(right=3.0, down=24.0)

BASELINE_S: Final = 12
OFF: Final = 0.05
"""Share of a film's time by which the minutes may differ from what was done."""

UP, DOWN, AWAY = Posture.UPRIGHT, Posture.SLOUCHED, Posture.AWAY
SLOUCHED, RIGHT = ReminderKind.SLOUCHED, ReminderKind.PUT_RIGHT
BACK, DUE = ReminderKind.WELCOME_BACK, ReminderKind.BREAK_DUE
LOWER = ReminderKind.LOWER


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Something that is done for some seconds, and what it truly is."""

    seconds: int
    truth: Posture = UP
    camera: CameraMotion = STILL


@dataclass(frozen=True, kw_only=True)
class Expected:
    """All that is to be said of a film; break_every_s: as in the command."""

    said: Sequence[ReminderKind] = ()
    break_every_s: float = 3000.0


AnyStretch = TypeVar("AnyStretch", bound=Stretch)


def true_seconds(stretches: Iterable[Stretch]) -> Mapping[Posture, float]:
    """How long each posture is held in truth."""
    held = dict.fromkeys(Posture, 0.0)
    for one in stretches:
        held[one.truth] += one.seconds
    return held


@dataclass(frozen=True)
class Part(Stretch):
    """figure: None for an empty chair."""

    figure: StickFigure | None


@dataclass(frozen=True)
class Film(Expected):
    """What is done in it."""

    parts: Sequence[Part]

    @property
    def whole_s(self) -> int:
        """How long it is."""
        return sum(part.seconds for part in self.parts)

    def seen_from(self, view: "View") -> "Film":
        """The same, filmed from elsewhere."""
        return replace(self, parts=[_from(part, view) for part in self.parts])


@dataclass(frozen=True)
class View:
    """yaw: degrees from the side. hidden: whether hips and legs are behind the desk."""

    yaw: float
    hidden: bool = False


VIEWS: Final[Mapping[str, View]] = {
    "side": View(0.0),
    "side, legs hidden": View(0.0, hidden=True),
    "side, off by 20": View(20.0),
    "half-turned": View(45.0),
    "front": View(85.0),
}

SIT, LEAVE = Part(UPRIGHT, seconds=60), Part(None, seconds=300, truth=AWAY)

FILMS: Final[Mapping[str, Film]] = {
    "sits well": Film([Part(UPRIGHT, seconds=300)]),
    "drinks": Film([Part(UPRIGHT, seconds=26), Part(DRINKING, seconds=4)] * 4),
    "drinks a cup for 15 s": Film([Part(UPRIGHT, seconds=45), Part(DRINKING, seconds=15)] * 2),
    "phones": Film([Part(UPRIGHT, seconds=30), Part(ON_THE_PHONE, seconds=90)]),
    "phones for 5 min": Film([SIT, Part(ON_THE_PHONE, seconds=300), SIT]),
    "looks closer for 7 s": Film(
        [Part(UPRIGHT, seconds=53), Part(LEANING, seconds=7, truth=DOWN)] * 3
    ),
    "looks closer for 20 s": Film(
        [SIT, Part(LEANING, seconds=20, truth=DOWN), SIT], said=[SLOUCHED, RIGHT]
    ),
    "leans on": Film(
        [Part(UPRIGHT, seconds=30), Part(LEANING, seconds=90, truth=DOWN)], said=[SLOUCHED]
    ),
    "leans for 15 min": Film([SIT, Part(LEANING, seconds=900, truth=DOWN)], said=[SLOUCHED] * 3),
    "has two screens": Film([Part(UPRIGHT, seconds=30), Part(AT_THE_OTHER_SCREEN, seconds=30)] * 4),
    "stands up": Film(
        [
            Part(UPRIGHT, seconds=30),
            Part(STANDING, seconds=150, truth=AWAY),
            Part(UPRIGHT, seconds=30),
        ],
        said=[BACK],
    ),
    "raises the desk": Film([SIT, Part(STANDING, seconds=600, truth=AWAY), SIT], said=[BACK]),
    "fetches something": Film([SIT, Part(None, seconds=30, truth=AWAY), SIT]),
    "leaves": Film([SIT, LEAVE, SIT], said=[BACK]),
    "sits for long": Film([Part(UPRIGHT, seconds=700)], said=[DUE], break_every_s=600.0),
    "leaves before a break is due": Film(
        [Part(UPRIGHT, seconds=500), LEAVE, Part(UPRIGHT, seconds=500)],
        said=[BACK],
        break_every_s=600.0,
    ),
    "has the camera moved": Film([SIT, Part(UPRIGHT, seconds=400, truth=UP, camera=NUDGED)]),
    "leans on after that": Film(
        [
            SIT,
            Part(UPRIGHT, seconds=400, truth=UP, camera=NUDGED),
            Part(LEANING, seconds=60, truth=DOWN, camera=NUDGED),
        ],
        said=[SLOUCHED],
    ),
}

SUNK_BEHIND_A_DESK: Final = Film([SIT, Part(SUNK, seconds=60, truth=DOWN)], said=[SLOUCHED])
"""Where the hips are hidden, sinking shows by the shoulders alone."""


@dataclass(frozen=True)
class Watched:
    """Seconds in each posture in truth and as counted, and what was to be said and was."""

    true_s: Mapping[Posture, float]
    to_be_said: Sequence[ReminderKind]
    seconds: Mapping[Posture, float]
    said: Sequence[ReminderKind]

    @property
    def said_right(self) -> bool:
        """Whether all that was to be said was, and nothing else."""
        return list(self.said) == list(self.to_be_said)

    @property
    def off(self) -> float:
        """The largest difference between minutes and truth, as a share of the film."""
        differences = (self.seconds[one] - self.true_s[one] for one in (UP, DOWN, AWAY))
        return max(map(abs, differences)) / sum(self.true_s.values())


def watched(film: Film) -> Watched:
    """The watch over a film, after a baseline."""
    chance = np.random.default_rng(3)
    first = next(part.figure for part in film.parts if part.figure is not None)
    seconds = each_second([Part(first, seconds=BASELINE_S), *film.parts])
    poses = (_pose(part, float(time_s), chance) for time_s, part in enumerate(seconds))
    return watched_over(poses, true_seconds(film.parts), film)


def watched_over(
    poses: Iterable[Pose], true_s: Mapping[Posture, float], expected: Expected
) -> Watched:
    """The watch over poses, one a second, of which the first BASELINE_S are of sitting well."""
    watch = DeskWatch(desk_exercise(load_texts()), expected.break_every_s, remind_every_s=300.0)
    watch.take_baseline(0.0)
    before = dict(watch.spent.seconds)
    said: list[ReminderKind] = []
    for number, pose in enumerate(poses, 1):
        state = watch.update(pose)
        said += [state.reminder.kind] if state.reminder else []
        if number == BASELINE_S:
            before = dict(watch.spent.seconds)
    spent = {one: seconds - before[one] for one, seconds in watch.spent.seconds.items()}
    return Watched(true_s, expected.said, spent, said)


def each_second(parts: Sequence[AnyStretch]) -> Iterator[AnyStretch]:
    """Each stretch as often as it has seconds."""
    for part in parts:
        yield from [part] * part.seconds


def _pose(part: Part, time_s: float, chance: np.random.Generator) -> Pose:
    if part.figure is None:
        return replace(nobody(time_s), camera=part.camera)
    return filmed_by(_swaying(part.figure, chance).pose(time_s), part.camera)


def _swaying(figure: StickFigure, chance: np.random.Generator) -> StickFigure:
    """The same, a little off, as a person and a model are."""
    lean, nod, across, down = chance.normal(0.0, 1.0, 4)
    assert figure.head is not None
    x, y = figure.hip
    return replace(
        figure,
        trunk=figure.trunk + lean,
        head=figure.head + lean + nod,
        hip=(x + across, y + down),
    )


def _from(part: Part, view: View) -> Part:
    if part.figure is None:
        return part
    turned = replace(part.figure, yaw=part.figure.yaw + view.yaw)
    return replace(part, figure=behind_a_desk(turned) if view.hidden else turned)
