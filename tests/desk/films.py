"""Films of people at a desk, made of plain poses with a stated truth, and the watch over each.

Somebody sways a little, is looked at once a second, and does what people do there: from the side,
with the legs behind the desk, turned by less and by more, and from the front.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.reminders import ReminderKind
from formcheck.desk.sitting_posture import Posture
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


@dataclass(frozen=True)
class Part:
    """Something that is done for some seconds; figure: None for an empty chair."""

    figure: StickFigure | None
    seconds: int
    truth: Posture = UP
    camera: CameraMotion = STILL


@dataclass(frozen=True)
class Film:
    """What is done, and all that is to be said of it; break_every_s: as in the command."""

    parts: Sequence[Part]
    said: Sequence[ReminderKind] = ()
    break_every_s: float = 3000.0

    def seconds(self, posture: Posture) -> float:
        """How long it is held in truth."""
        return float(sum(part.seconds for part in self.parts if part.truth is posture))

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

SIT, LEAVE = Part(UPRIGHT, 60), Part(None, 300, AWAY)

FILMS: Final[Mapping[str, Film]] = {
    "sits well": Film([Part(UPRIGHT, 300)]),
    "drinks": Film([Part(UPRIGHT, 26), Part(DRINKING, 4)] * 4),
    "drinks a cup for 15 s": Film([Part(UPRIGHT, 45), Part(DRINKING, 15)] * 2),
    "phones": Film([Part(UPRIGHT, 30), Part(ON_THE_PHONE, 90)]),
    "phones for 5 min": Film([SIT, Part(ON_THE_PHONE, 300), SIT]),
    "looks closer for 7 s": Film([Part(UPRIGHT, 53), Part(LEANING, 7, DOWN)] * 3),
    "looks closer for 20 s": Film([SIT, Part(LEANING, 20, DOWN), SIT], [SLOUCHED, RIGHT]),
    "leans on": Film([Part(UPRIGHT, 30), Part(LEANING, 90, DOWN)], [SLOUCHED]),
    "leans for 15 min": Film([SIT, Part(LEANING, 900, DOWN)], [SLOUCHED] * 3),
    "has two screens": Film([Part(UPRIGHT, 30), Part(AT_THE_OTHER_SCREEN, 30)] * 4),
    "stands up": Film([Part(UPRIGHT, 30), Part(STANDING, 150, AWAY), Part(UPRIGHT, 30)], [BACK]),
    "raises the desk": Film([SIT, Part(STANDING, 600, AWAY), SIT], [BACK]),
    "fetches something": Film([SIT, Part(None, 30, AWAY), SIT]),
    "leaves": Film([SIT, LEAVE, SIT], [BACK]),
    "sits for long": Film([Part(UPRIGHT, 700)], [DUE], break_every_s=600.0),
    "leaves before a break is due": Film(
        [Part(UPRIGHT, 500), LEAVE, Part(UPRIGHT, 500)], [BACK], break_every_s=600.0
    ),
    "has the camera moved": Film([SIT, Part(UPRIGHT, 400, UP, NUDGED)]),
    "leans on after that": Film(
        [SIT, Part(UPRIGHT, 400, UP, NUDGED), Part(LEANING, 60, DOWN, NUDGED)], [SLOUCHED]
    ),
}

SUNK_BEHIND_A_DESK: Final = Film([SIT, Part(SUNK, 60, DOWN)], [SLOUCHED])
"""Where the hips are hidden, sinking shows by the shoulders alone."""

UNKNOWN_BY_NATURE: Final = {("has two screens", "half-turned")}
"""Who turns away from a camera that sees them half from the side is judged from nowhere: those
minutes are unknown, and nothing is said."""


@dataclass(frozen=True)
class Watched:
    """Seconds in each posture, and what was said."""

    film: Film
    seconds: Mapping[Posture, float]
    said: Sequence[ReminderKind]

    @property
    def said_right(self) -> bool:
        """Whether all that was to be said was, and nothing else."""
        return list(self.said) == list(self.film.said)

    @property
    def off(self) -> float:
        """The largest difference between minutes and truth, as a share of the film."""
        differences = (self.seconds[one] - self.film.seconds(one) for one in (UP, DOWN, AWAY))
        return max(map(abs, differences)) / self.film.whole_s


def watched(film: Film) -> Watched:
    """The watch over a film, after a baseline."""
    chance = np.random.default_rng(3)
    watch = DeskWatch(desk_exercise(load_texts()), film.break_every_s, remind_every_s=300.0)
    watch.take_baseline(0.0)
    first = next(part.figure for part in film.parts if part.figure is not None)
    before = dict(watch.spent.seconds)
    said: list[ReminderKind] = []
    for time_s, part in enumerate(_each_second([Part(first, BASELINE_S), *film.parts])):
        state = watch.update(_pose(part, float(time_s), chance))
        said += [state.reminder.kind] if state.reminder else []
        if time_s == BASELINE_S - 1:
            before = dict(watch.spent.seconds)
    spent = {one: seconds - before[one] for one, seconds in watch.spent.seconds.items()}
    return Watched(film, spent, said)


def _each_second(parts: Sequence[Part]) -> Iterator[Part]:
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
