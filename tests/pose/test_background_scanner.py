"""Scanning beside tracking: nothing waits for it, and what is lost is looked for again."""

from concurrent.futures import Future
from itertools import count
from threading import Event

from formcheck.closeable import Closeable
from formcheck.pose.beside.look import Found, Look, LookLostError
from formcheck.pose.beside.onlooking_thread import OnlookingThread
from formcheck.pose.estimator import EstimationError
from formcheck.pose.people.people_scanner import BackgroundScanner, PeopleScan
from formcheck.pose.people.person_tracking import PersonTracker
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame
from tests.pose.light_spots import Detector, Tracker, picture
from tests.pose.several_people import NEAR


class TestBackgroundScanner:
    """Scanning beside tracking."""

    def test_a_slow_scan_holds_nothing_up(self) -> None:
        begun, let_go = Event(), Event()

        class Slow(Detector):
            def detect(self, frame: Frame) -> tuple[Pose, ...]:
                begun.set()
                let_go.wait(20)
                return super().detect(frame)

        detector = Slow([NEAR])
        scanner = BackgroundScanner(OnlookingThread(lambda: detector))
        for number in range(5):
            scanner.submit(picture(float(number), NEAR))
        assert begun.wait(20)
        assert scanner.collect() is None
        let_go.set()
        found = wait_for(scanner)
        scanner.close()

        assert found.time_s == 0.0
        assert len(found.poses) == detector.scans == 1
        assert detector.closed

    def test_a_model_that_fails_ends_nothing(self) -> None:
        class Broken(Detector):
            def detect(self, frame: Frame) -> tuple[Pose, ...]:
                raise EstimationError(f"at {frame.time_s}")

        detector = Broken([NEAR])
        scanner = BackgroundScanner(OnlookingThread(lambda: detector))
        with PersonTracker(Tracker([NEAR]), scanner) as estimator:
            poses = [estimator.estimate(picture(number / 10, NEAR)) for number in range(50)]

        assert all(pose.found for pose in poses)
        assert detector.closed

    def test_a_scan_that_is_lost_is_followed_by_another(self) -> None:
        onlooker = Forgetful()
        scanner = BackgroundScanner(onlooker)
        scanner.submit(picture(0.0, NEAR))
        assert scanner.collect() is None
        scanner.submit(picture(1.0, NEAR))
        found = wait_for(scanner)
        scanner.close()

        assert found.time_s == 1.0
        assert onlooker.closed

    def test_after_its_end_nothing_is_scanned(self) -> None:
        scanner = BackgroundScanner(OnlookingThread(lambda: Detector([])))
        scanner.close()
        scanner.submit(picture(0.0))
        assert scanner.collect() is None


class Forgetful(Closeable):
    """Loses the first look, and takes the others at once."""

    def __init__(self) -> None:
        self.closed = self._has_lost = False

    def begin(self, look: Look[Found]) -> "Future[Found]":
        future: Future[Found] = Future()
        if self._has_lost:
            future.set_result(look.take(Detector([NEAR])))
        else:
            future.set_exception(LookLostError())
        self._has_lost = True
        return future

    def close(self) -> None:
        self.closed = True


def wait_for(scanner: BackgroundScanner) -> PeopleScan:
    for _ in count():
        found = scanner.collect()
        if found is not None:
            return found
        Event().wait(0.01)
    raise AssertionError
