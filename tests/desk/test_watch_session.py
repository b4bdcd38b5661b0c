"""The whole watch over made-up poses, with hours that pass in no time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from formcheck.closeable import Closeable
from formcheck.desk.commands import Command
from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.posture import Posture
from formcheck.desk.watch import DeskWatch
from formcheck.desk.watch_session import DeskSession, WatchPreferences
from formcheck.desk.watch_summary import DeskEnding, DeskSummary
from formcheck.errors import FormcheckError
from formcheck.feedback.audio.sound import Sound
from formcheck.pose.pose import Pose
from formcheck.texts.texts import load_texts
from formcheck.video.camera_motion import STILL, CameraMotion
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame
from tests.desk.sitters import HEAD_POKING, LEANING, UPRIGHT, behind_a_desk
from tests.pose.test_camera_following import filmed_by
from tests.stick_figure import StickFigure

MINUTE = 60

Step = StickFigure | None | str | CameraMotion
"""One second of the day: someone, nobody, or what happens to the camera or is typed; where it was
moved to, in no time.
"""

FAR_AWAY = replace(UPRIGHT, hip=(301.0, 330.0))
"""Someone at the next desk but one, much smaller."""

LOST, CTRL_C, MODEL_FAILS = "lost", "ctrl-c", "model fails"

DARK = "dark"
"""A covered lens, or a room without light, with or without somebody in it."""

OVERLOOKED = "overlooked"
"""Someone who stirs low in the picture, and whom the model doesn't find."""


@dataclass
class Day(Closeable):
    """Camera, model, clock and keyboard at once: each look takes one second of made-up time."""

    steps: Iterator[Step]
    now_s: float = 0.0
    status: CameraStatus = CameraStatus.RUNNING
    figure: StickFigure | None = None
    typed: list[Command] = field(default_factory=list)
    estimated: int = 0
    camera: CameraMotion = STILL

    def newest(self, timeout_s: float) -> Frame | None:
        assert timeout_s > 0
        self.now_s += 1.0
        step = next(self.steps, "over")
        while isinstance(step, Command | CameraMotion):
            if isinstance(step, Command):
                self.typed.append(step)
            else:
                self.camera = step
            step = next(self.steps, "over")
        if step == CTRL_C:
            raise KeyboardInterrupt
        if step == MODEL_FAILS:
            raise FormcheckError("The pose model failed.")
        if step == OVERLOOKED:
            self.status, self.figure = CameraStatus.RUNNING, None
            return Frame(picture_of_someone_bent(int(self.now_s)), self.now_s, int(self.now_s))
        if step == DARK:
            self.status = CameraStatus.RUNNING
            return Frame(np.full((48, 64, 3), 6, np.uint8), self.now_s, int(self.now_s))
        if isinstance(step, str):
            self.status = CameraStatus.LOST if step == LOST else CameraStatus.ENDED
            return None
        self.status, self.figure = CameraStatus.RUNNING, step
        image = np.roll(picture_of(step), round(self.camera.down), axis=0)
        return Frame(image, self.now_s, int(self.now_s))

    def estimate(self, frame: Frame) -> Pose:
        self.estimated += 1
        if self.figure is None:
            return Pose.missing(frame.time_s, 640, 480)
        pose = filmed_by(self.figure.pose(frame.time_s), self.camera)
        return _far_away(pose) if self.figure is FAR_AWAY else pose

    def pending(self) -> Command | None:
        return self.typed.pop(0) if self.typed else None

    def close(self) -> None:
        """Nothing to free."""


def _far_away(pose: Pose) -> Pose:
    return replace(pose, landmarks=(pose.landmarks * 0.4).astype(np.float32))


def picture_of(figure: StickFigure | None) -> np.ndarray:
    """A picture that is the same for the same posture."""
    image = np.full((48, 64, 3), 100, np.uint8)
    if figure is not None:
        image[18:24, int(figure.trunk) % 30 : int(figure.trunk) % 30 + 10] = 200
        image[16:20, int(figure.hip[0]) % 50 :] = 50
        image[24:, int(figure.head or 0) % 30 : int(figure.head or 0) % 30 + 10] = 200
    return image


def picture_of_someone_bent(number: int) -> np.ndarray:
    """A picture of which no two in a row are the same low in the middle."""
    image = np.full((48, 64, 3), 100, np.uint8)
    image[36:44, 28 + number % 2 * 2 : 36 + number % 2 * 2] = 40
    return image


class Told:
    """Terminal, desktop and loudspeaker: all that the person gets to know.

    problem: of the loudspeaker. desktop_problem: of the desktop.
    """

    problem = ""
    desktop_problem = ""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.status = ""
        self.notices: list[str] = []
        self.sounds: list[Sound] = []

    def tell(self, text: str) -> None:
        self.lines.append(text)

    def play(self, sound: Sound) -> None:
        self.sounds.append(sound)

    def close(self) -> None:
        """Nothing to end."""


class Terminal:
    def __init__(self, told: Told) -> None:
        self._told = told

    def tell(self, text: str) -> None:
        self._told.lines.append(text)

    def show(self, status: str) -> None:
        self._told.status = status


class Desktop:
    def __init__(self, told: Told) -> None:
        self._told = told

    @property
    def problem(self) -> str:
        return self._told.desktop_problem

    def show(self, title: str, text: str) -> None:
        assert text
        self._told.notices.append(title)

    def close(self) -> None:
        """Nothing to end."""


def spend(
    steps: Iterable[Step], preferences: WatchPreferences | None = None, told: Told | None = None
) -> tuple[DeskSummary, Told, Day]:
    """Watch a day and return what came of it."""
    day, told = Day(iter(steps)), told or Told()
    preferences = preferences or WatchPreferences(break_every_s=8 * MINUTE)
    watch = DeskWatch(
        desk_exercise(load_texts()), preferences.break_every_s, remind_every_s=5 * MINUTE
    )
    session = DeskSession(
        watch,
        camera=day,
        estimator=day,
        page=Terminal(told),
        notices=Desktop(told),
        sounds=told,
        commands=day,
        texts=load_texts(),
        preferences=preferences,
        clock=lambda: day.now_s,
    )
    return session.run(), told, day


def some(figure: StickFigure | None, minutes: float) -> list[Step]:
    return [figure] * round(minutes * MINUTE)


def test_sitting_well() -> None:
    summary, told, _ = spend(some(UPRIGHT, 7))
    assert summary.ending is DeskEnding.CAMERA
    assert summary.minutes[Posture.UPRIGHT] == pytest.approx(7, abs=0.3)
    assert summary.minutes[Posture.SLOUCHED] == 0
    assert told.notices == []
    assert "upright" in told.status
    assert "sitting for 6 min" in told.status


def test_slouching_is_told_on_the_desktop_in_the_terminal_and_by_a_sound() -> None:
    summary, told, _ = spend([*some(UPRIGHT, 1), *some(LEANING, 2), *some(UPRIGHT, 1)])
    assert told.notices == ["Sit up straight"]
    assert any(line.startswith("Sit up straight.") for line in told.lines)
    assert told.sounds == [Sound.PAUSED, Sound.PUT_RIGHT]
    assert summary.slouched_told == 1
    assert summary.minutes[Posture.SLOUCHED] == pytest.approx(2, abs=0.2)


def test_with_hidden_hips_the_head_is_watched_and_the_rest_is_named() -> None:
    upright, poking = behind_a_desk(UPRIGHT), behind_a_desk(HEAD_POKING)
    summary, told, _ = spend([*some(upright, 1), *some(poking, 1)])
    assert told.notices == ["Bring your head back"]
    assert summary.not_judged == ("upright", "not-slouched")
    assert any("I can't see from here: Sitting upright, Back not slumped" in t for t in told.lines)


def test_from_the_front_it_says_what_it_can_not_see_and_reminds_of_breaks() -> None:
    front = replace(behind_a_desk(UPRIGHT), yaw=85.0)
    poking = replace(front, head=40)
    _, told, _ = spend([*some(front, 1), *some(poking, 8)])
    assert any("I can't see from here" in line and "from the side" in line for line in told.lines)
    assert told.notices == ["Time to stand up"]


def test_what_can_not_be_told_for_long_is_said_once_with_what_would_settle_it() -> None:
    front = replace(behind_a_desk(UPRIGHT), yaw=85.0)
    summary, told, _ = spend([*some(front, 1), *some(replace(front, head=40), 4)])
    assert told.lines.count(load_texts().text("desk.unclear")) == 1
    assert told.notices == []
    assert summary.minutes[Posture.UPRIGHT] < 1.2


def test_breaks_are_reminded_of_and_their_end_is_praised() -> None:
    day = [*some(UPRIGHT, 9), *some(None, 6), *some(UPRIGHT, 9)]
    summary, told, _ = spend(day)
    assert told.notices == ["Time to stand up", "Welcome back", "Time to stand up"]
    assert summary.breaks == 1
    assert summary.minutes[Posture.AWAY] == pytest.approx(6, abs=0.2)


def test_who_takes_breaks_by_themselves_is_not_reminded() -> None:
    day = [*some(UPRIGHT, 5), *some(None, 2), *some(UPRIGHT, 5), *some(None, 2)]
    summary, told, _ = spend([*day, *some(UPRIGHT, 5)])
    assert told.notices == ["Welcome back", "Welcome back"]
    assert summary.breaks == 2


def test_who_is_overlooked_but_stirs_where_they_sat_had_no_break_and_is_not_told_of_one() -> None:
    day = [*some(UPRIGHT, 1), *[OVERLOOKED] * 180, *some(UPRIGHT, 1)]
    summary, told, _ = spend(day)
    assert summary.breaks == 0
    assert summary.minutes[Posture.AWAY] == 0
    assert told.notices == []


def test_who_comes_back_bent_is_asked_on_the_desktop_to_sit_up() -> None:
    day = [*some(UPRIGHT, 1), *some(None, 2), *some(LEANING, 2), *some(UPRIGHT, 1)]
    summary, told, _ = spend(day)
    assert told.notices == ["Welcome back", "Sit up for a moment"]
    assert told.sounds == [Sound.STARTED, Sound.PAUSED, Sound.PUT_RIGHT]
    assert summary.minutes[Posture.SLOUCHED] == pytest.approx(2, abs=0.2)


def test_an_empty_room_is_not_looked_through_again_and_again() -> None:
    _, _, sitting = spend([*some(UPRIGHT, 1), *some(None, 30)])
    assert sitting.estimated < 31 * MINUTE / 5


def test_nobody_there_at_the_start_is_told_once() -> None:
    summary, told, _ = spend(some(None, 10))
    assert sum("I can't see you" in line for line in told.lines) == 1
    assert "nobody is sitting there" in told.status
    assert not summary.anything_judged


def test_a_camera_that_is_lost_and_comes_back() -> None:
    day = [*some(UPRIGHT, 1), *[LOST] * 120, *some(UPRIGHT, 1)]
    summary, told, _ = spend(day)
    assert [line.split(".")[0] for line in told.lines[-2:]] == [
        "The camera sends no pictures",
        "I can see again",
    ]
    assert summary.minutes[Posture.UNKNOWN] == pytest.approx(2, abs=0.3)
    assert summary.breaks == 0


def test_a_covered_lens_is_no_empty_room_and_no_break() -> None:
    summary, told, _ = spend([*some(UPRIGHT, 1), *[DARK] * 12 * MINUTE, *some(UPRIGHT, 1)])
    assert [line.split(":")[0] for line in told.lines if "see" in line][-2:] == [
        "I can't see anything",
        "I can see again.",
    ]
    assert summary.minutes[Posture.UNKNOWN] == pytest.approx(12, abs=0.3)
    assert summary.minutes[Posture.AWAY] == 0
    assert summary.breaks == 0


def test_a_dark_moment_is_not_worth_a_word() -> None:
    _, told, _ = spend([*some(UPRIGHT, 1), *[DARK] * 5, *some(UPRIGHT, 1)])
    assert not any("can't see anything" in line for line in told.lines)


def test_someone_who_sits_elsewhere_is_not_judged_and_asked_about_once() -> None:
    """Perhaps the chair was moved, perhaps it is somebody else."""
    elsewhere = replace(LEANING, hip=(560.0, 330.0))
    summary, told, _ = spend([*some(UPRIGHT, 1), *some(elsewhere, 5)])
    assert told.notices == []
    assert summary.minutes[Posture.UNKNOWN] == pytest.approx(5, abs=0.3)
    assert sum("not where you sat before" in line for line in told.lines) == 1


def test_a_colleague_in_the_back_does_not_take_the_break_away() -> None:
    day = [*some(UPRIGHT, 1), *some(FAR_AWAY, 3), *some(UPRIGHT, 1)]
    summary, told, _ = spend(day)
    assert told.notices == ["Welcome back"]
    assert summary.minutes[Posture.AWAY] == pytest.approx(3, abs=0.2)


def test_a_camera_that_was_moved_is_told_once_and_nobody_nagged() -> None:
    day = [*some(UPRIGHT, 1), CameraMotion(down=24.0), *some(UPRIGHT, 5)]
    summary, told, _ = spend(day)
    moved, seen = load_texts().text("desk.camera_moved"), "Thank you"
    assert told.lines.count(moved) == 1
    assert sum(line.startswith(seen) for line in told.lines) == 2
    assert summary.minutes[Posture.SLOUCHED] == 0
    assert not told.notices


def test_ctrl_c_is_an_end_with_a_summary() -> None:
    summary, _, _ = spend([*some(UPRIGHT, 2), CTRL_C])
    assert summary.ending is DeskEnding.INTERRUPTED
    assert summary.minutes[Posture.UPRIGHT] > 1.5


def test_a_model_that_fails_is_told_and_what_was_seen_is_kept() -> None:
    summary, told, _ = spend([*some(UPRIGHT, 2), MODEL_FAILS])
    assert summary.ending is DeskEnding.FAILED
    assert told.lines[-1] == "The pose model failed."
    assert summary.minutes[Posture.UPRIGHT] > 1.5


def test_it_ends_by_itself_after_the_time_asked_for() -> None:
    summary, _, day = spend(some(UPRIGHT, 60), WatchPreferences(for_s=90.0))
    assert summary.ending is DeskEnding.TIME
    assert day.now_s == 90.0


class TestTyping:
    def test_the_baseline_is_taken_when_enter_is_pressed_and_not_before(self) -> None:
        day = [*some(LEANING, 2), *some(UPRIGHT, 0.1), Command.ENTER, *some(UPRIGHT, 1)]
        summary, told, _ = spend(day, WatchPreferences(asks_for_enter=True))
        assert "don't know yet" not in told.status
        assert told.notices == []
        assert any("press Enter" in line for line in told.lines)
        assert summary.minutes[Posture.UNKNOWN] == pytest.approx(2.1, abs=0.2)
        assert summary.minutes[Posture.UPRIGHT] == pytest.approx(1, abs=0.2)

    def test_b_takes_it_anew(self) -> None:
        higher = replace(UPRIGHT, hip=(300.0, 360.0))
        day = [*some(UPRIGHT, 1), *some(higher, 0.1), Command.BASELINE, *some(higher, 5)]
        summary, told, _ = spend(day)
        assert told.notices == []
        assert summary.minutes[Posture.UPRIGHT] > 5

    def test_q_ends_it(self) -> None:
        assert spend([*some(UPRIGHT, 1), Command.QUIT, UPRIGHT])[0].ending is DeskEnding.QUIT


def test_a_desktop_without_notices_and_a_computer_without_sound_are_told_once() -> None:
    told = Told()
    told.desktop_problem, told.problem = "no service", "Sounds: none"
    spend(some(UPRIGHT, 2), told=told)
    assert sum("no service" in line for line in told.lines) == 1
    assert sum("Sounds: none" in line for line in told.lines) == 1


def test_the_summary_as_a_document() -> None:
    document = spend([*some(UPRIGHT, 1), *some(LEANING, 1)])[0].document()
    assert document["schema"] == 1
    assert set(document["minutes"]) == {"upright", "slouched", "unknown", "away"}
    assert document["told"] == {"slouched": 1, "break_due": 0}
    assert document["judged"] == ["upright", "head-back", "shoulders-up", "head-up"]
    assert document["not_judged"] == ["not-slouched"]
