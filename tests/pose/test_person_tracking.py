"""Following the one who is meant, with a made-up model that stays with whom it has found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from formcheck.pose.estimation import prepare_estimation
from formcheck.pose.people.census import Followed, Sighting
from formcheck.pose.people.painted_over import SecondLookDetector, painted_over
from formcheck.pose.people.people import distinct, same_person, trunk_middle
from formcheck.pose.people.people_scanner import BlockingScanner, PeopleScan
from formcheck.pose.people.person_tracking import PersonTracker, TrackingSettings
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame
from formcheck.video.recordings.recorded import RecordedVideo
from tests.pose.light_spots import LIGHT, Detector, Tracker, is_in, picture
from tests.pose.poses import moved
from tests.pose.several_people import FAR, NEAR, WIDTH, person

CLIP = Path(__file__).parents[2] / "samples" / "clips" / "hard-second-person.mp4"


def track(
    people: Callable[[float], Sequence[Pose]], seconds: float, tracker: Tracker | None = None
) -> list[Pose]:
    """The poses of a video at 10 frames a second, by the people who are in it at a time."""
    estimator = PersonTracker(
        tracker or Tracker([FAR, NEAR]), BlockingScanner(lambda: Detector([FAR, NEAR]))
    )
    times = (number / 10 for number in range(round(10 * seconds)))
    with estimator:
        return [estimator.estimate(picture(time_s, *people(time_s))) for time_s in times]


def test_the_nearest_central_one_is_tracked_from_the_first_frame() -> None:
    poses = track(lambda _: (FAR, NEAR), 3)

    assert all(same_person(pose, NEAR) for pose in poses)
    assert poses[-1].others == 1


def test_who_comes_nearer_at_the_beginning_is_taken_up() -> None:
    poses = track(lambda time_s: (FAR, NEAR) if time_s >= 2 else (FAR,), 5)

    assert same_person(poses[15], FAR)
    assert all(same_person(pose, NEAR) for pose in poses[31:])


def test_a_person_alone_is_tracked_as_ever_and_scanned_rarely() -> None:
    detector = Detector([FAR])
    with PersonTracker(Tracker([FAR]), BlockingScanner(lambda: detector)) as estimator:
        poses = [estimator.estimate(picture(number / 10, FAR)) for number in range(200)]

    assert all(pose.found and pose.others == 0 for pose in poses)
    # After 0, 2, 4, 6, and then after 12 and 18 seconds.
    assert detector.scans == 6


class Beside(BlockingScanner):
    """Answers some frames later, as a look beside tracking does; takes nothing up until then."""

    def __init__(self, detector: Detector, frames: int) -> None:
        super().__init__(lambda: detector)
        self._frames = frames
        self._left: int | None = None

    def submit(self, frame: Frame) -> None:
        if self._left is None:
            self._left = self._frames
            super().submit(frame)

    def collect(self) -> PeopleScan | None:
        if self._left is None:
            return None
        if self._left:
            self._left -= 1
            return None
        self._left = None
        return super().collect()


@pytest.mark.parametrize("late", [1, 3, 5])
def test_what_flaps_beside_somebody_is_looked_at_as_rarely_when_looks_take_their_time(
    late: int,
) -> None:
    def flapping(number: int) -> Frame:
        frame = picture(number / 20, FAR)
        frame.image[:240, -210:] = 200 * (number // 10 % 2)
        return frame

    at_once, beside = Detector([FAR]), Detector([FAR])
    for scanner in (BlockingScanner(lambda: at_once), Beside(beside, late)):
        with PersonTracker(Tracker([FAR]), scanner) as estimator:
            for number in range(400):
                estimator.estimate(flapping(number))

    assert at_once.scans > 8
    assert beside.scans <= at_once.scans + 1


def test_with_somebody_about_there_are_more_looks_from_then_on() -> None:
    detector = Detector([FAR, NEAR])
    with PersonTracker(Tracker([FAR]), BlockingScanner(lambda: detector)) as estimator:
        for number in range(130):
            estimator.estimate(picture(number / 10, FAR))
        rarely = detector.scans
        for number in range(130, 260):
            estimator.estimate(picture(number / 10, FAR, NEAR))

    assert rarely == 5
    assert detector.scans > 2 * rarely


def test_a_model_that_goes_over_to_somebody_else_is_called_back() -> None:
    tracker = Tracker([NEAR, FAR])

    def people(time_s: float) -> Sequence[Pose]:
        if time_s == 4.0:
            tracker.tracked = FAR
        return FAR, NEAR

    poses = track(people, 6, tracker)

    assert all(same_person(pose, NEAR) for pose in poses)


@pytest.mark.parametrize("chosen", [NEAR, FAR])
def test_whoever_is_chosen_is_tracked_and_nobody_else(chosen: Pose) -> None:
    people = [NEAR, FAR]
    scanner = BlockingScanner(lambda: Detector(people))
    followed = Followed(1, 2, (Sighting(0.0, 2, chosen),))
    with PersonTracker(Tracker(people), scanner, followed) as estimator:
        poses = [
            estimator.estimate(picture(n / 10, *(people if n < 50 else [other(chosen)])))
            for n in range(150)
        ]

    assert all(same_person(pose, chosen) for pose in poses[:50])
    assert not any(pose.found and same_person(pose, other(chosen)) for pose in poses)


def test_where_nobody_knows_who_is_who_nobody_is_tracked() -> None:
    people = [NEAR, FAR]
    scanner = BlockingScanner(lambda: Detector(people))
    followed = Followed(1, 3, (Sighting(0.0, 3, NEAR), Sighting(8.0, 2, None)))
    with PersonTracker(Tracker(people), scanner, followed) as estimator:
        poses = [estimator.estimate(picture(8 + n / 10, *people)) for n in range(80)]

    assert not any(pose.found for pose in poses)


def other(chosen: Pose) -> Pose:
    return FAR if chosen is NEAR else NEAR


def test_nobody_else_is_taken_for_the_one_whom_they_hide_before_any_look_has_found_them() -> None:
    tracker = Tracker([NEAR, FAR])

    def people(time_s: float) -> Sequence[Pose]:
        return (FAR,) if 2.45 < time_s < 3.05 else (NEAR,)

    poses = track(people, 8, tracker)

    assert not any(pose.found and same_person(pose, FAR) for pose in poses)
    assert all(pose.found for pose in (*poses[:25], *poses[60:]))


def test_of_somebody_else_nothing_is_said() -> None:
    class Stubborn(Tracker):
        """Goes over to another and won't be called back."""

        def estimate(self, frame: Frame) -> Pose:
            return replace(FAR if frame.time_s >= 4.0 else NEAR, time_s=frame.time_s)

    poses = track(lambda _: (FAR, NEAR), 8, Stubborn([]))

    assert all(pose.found for pose in poses[:40])
    assert not any(pose.found for pose in poses[40:])


def test_a_scan_that_never_comes_is_not_waited_for() -> None:
    class Asleep(BlockingScanner):
        """Answers for the first two seconds."""

        def submit(self, frame: Frame) -> None:
            if frame.time_s <= 2.0:
                super().submit(frame)

    class Leaping(Tracker):
        def estimate(self, frame: Frame) -> Pose:
            return replace(FAR if frame.time_s >= 3.0 else NEAR, time_s=frame.time_s)

    asleep = Asleep(lambda: Detector([FAR, NEAR]))
    with PersonTracker(Leaping([]), asleep) as estimator:
        poses = [estimator.estimate(picture(number / 10, FAR, NEAR)) for number in range(80)]

    assert not poses[31].found
    assert poses[round(10 * (3.1 + TrackingSettings().doubt_s))].found


def test_painting_over_leaves_the_one_who_is_meant_alone() -> None:
    frame = picture(0.0, FAR, NEAR)

    alone = painted_over(frame, [FAR], NEAR)

    assert is_in(alone, NEAR)
    assert not is_in(alone, FAR)
    assert is_in(frame, FAR)


def test_who_is_only_seen_when_another_is_painted_over_is_found_too() -> None:
    class Dazzled(Detector):
        """Sees the first one alone."""

        def detect(self, frame: Frame) -> tuple[Pose, ...]:
            return super().detect(frame)[:1]

    detector = SecondLookDetector(Dazzled([NEAR, FAR]))

    assert len(detector.detect(picture(0.0, NEAR, FAR))) == 2
    assert len(detector.detect(picture(0.5, NEAR, FAR))) == 1
    assert len(detector.detect(picture(1.0, NEAR, FAR))) == 2
    assert len(detector.detect(picture(2.0, NEAR))) == 1


def test_who_is_only_seen_in_a_part_of_a_picture_is_found_too() -> None:
    class Nearsighted(Detector):
        """Sees nobody where the picture is wider than high: people are too small in it."""

        def detect(self, frame: Frame) -> tuple[Pose, ...]:
            self.scans += 1
            spots = np.argwhere(frame.image[..., 0] == LIGHT)
            if frame.width > frame.height or not len(spots):
                return ()
            down, across = spots.mean(axis=0)
            way = np.array([across, down]) - trunk_middle(NEAR)
            return (moved(NEAR, float(way[0]), float(way[1])),)

    detector = Nearsighted([])
    first, second = person(-400, 0.6), person(400, 0.6)
    found = distinct(SecondLookDetector(detector).detect(picture(0.0, first, second)))
    assert len(found) == 2
    assert {bool(trunk_middle(one)[0] < WIDTH / 2) for one in found} == {False, True}


def test_a_picture_of_usual_form_in_which_somebody_was_found_is_not_looked_at_in_squares() -> None:
    detector = Detector([NEAR])
    SecondLookDetector(detector).detect(picture(0.0, NEAR))
    assert detector.scans == 2


def test_closing_closes_both() -> None:
    tracker, detector = Tracker([NEAR]), Detector([NEAR])
    with PersonTracker(tracker, BlockingScanner(lambda: detector)) as estimator:
        estimator.estimate(picture(0.0, NEAR))

    assert tracker.closed
    assert detector.closed


@pytest.mark.slow
def test_the_real_model_leaves_the_one_in_the_back_for_the_one_in_front() -> None:
    """The one in front comes into the picture two seconds late: their half is painted over."""
    with RecordedVideo(CLIP) as clip, prepare_estimation().open() as estimator:
        poses = []
        for frame in clip:
            if frame.time_s > 5.5:
                break
            image = frame.image.copy()
            if frame.time_s < 2.0:
                image[:, int(0.375 * frame.width) :] = image[0, 0]
            poses.append(estimator.estimate(replace(frame, image=image)))

    places = [(pose.time_s, trunk_middle(pose)[0] / pose.width) for pose in poses]
    assert all(place < 0.3 for time_s, place in places if time_s < 2.0)
    assert all(place > 0.5 for time_s, place in places if time_s > 4.1)
    assert poses[-1].others == 1
