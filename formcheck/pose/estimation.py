"""What a session or an analysis opens to find one person's poses, whichever model it is.

Loading this module loads OpenCV; the pose model's own library is loaded when one is prepared.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from formcheck.pose.backend import PoseBackend
from formcheck.pose.backends import ModelChoice, can_be_sent, find_backend
from formcheck.pose.beside.look import Onlooker, OpenDetector
from formcheck.pose.beside.onlooking_process import OnlookingProcess, can_begin_processes
from formcheck.pose.beside.onlooking_thread import OnlookingThread
from formcheck.pose.camera_following import CameraFollowingEstimator
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.people.census import Followed
from formcheck.pose.people.painted_over import SecondLookDetector
from formcheck.pose.people.people_scanner import BackgroundScanner, BlockingScanner
from formcheck.pose.people.person_tracking import PersonTracker
from formcheck.pose.redetection import RedetectingEstimator
from formcheck.pose.steadying import SteadyingEstimator
from formcheck.pose.upright.roll_correction import RollCorrectingEstimator


@dataclass(frozen=True)
class Estimation:
    """A pose model that is there and can be used.

    model: its name. open: an estimator for one video, as often as there are videos or takes.
    open_detector: what looks at each picture by itself; None where there is no such thing.
    open_people_detector: what finds everybody in a picture; None where there is no such thing.
    followed: the one of several people who is followed, where one was chosen.
    """

    model: str
    open: Callable[[], PoseEstimator]
    open_detector: Callable[[], PoseEstimator] | None = None
    open_people_detector: Callable[[], SecondLookDetector] | None = None
    followed: Followed | None = None


def prepare_estimation(
    model: ModelChoice = None,
    *,
    silhouette: bool = False,
    live: bool = False,
    followed: Followed | None = None,
) -> Estimation:
    """Find a pose model; nothing is opened yet.

    model, silhouette, live, followed: see `open_estimator`.

    Raises ModelError where the model is missing, damaged or none at all.
    """
    backend = find_backend(model)
    return Estimation(
        backend.model,
        partial(open_estimator, backend, silhouette=silhouette, live=live, followed=followed),
        backend.open_detector,
        partial(_open_people_detector, backend),
        followed,
    )


def open_estimator(
    model: ModelChoice = None,
    *,
    silhouette: bool = False,
    live: bool = False,
    followed: Followed | None = None,
) -> PoseEstimator:
    """An estimator for one video or one still picture; close it, or use it in a with statement.

        with formcheck.open_estimator() as estimator:
            for frame in formcheck.open_recording("clip.mp4"):
                pose = estimator.estimate(frame)

    It follows one person: frames must come in rising time, and each video wants an estimator of its
    own, as what it remembers of one leads it astray in the next.

    model: "full" (built in, where it is None), "lite" or "heavy", which `formcheck models get`
        downloads, the path of a .task file, or a `PoseBackend` of one's own.
    silhouette: whether poses carry the body's outline, without which `back_rounding` can't be
        measured; costs some milliseconds a frame.
    live: whether no frame may wait for a look at everybody who is there, or at the lines of the
        room; such a look is then taken in another process (in a thread, for a backend of one's
        own), and its answer comes some frames later. The background is then followed beside the
        search for the body.
    followed: the one of several people who is followed, as `take_census` found them; where it is
        None, whoever is nearest and most in the middle.

    Raises ModelError where the model is missing, damaged, none at all or can't be loaded.
    """
    backend = find_backend(model)
    somebody = RedetectingEstimator(
        open_tracker=partial(backend.open_tracker, silhouette=silhouette),
        open_detector=backend.open_detector,
    )
    open_detector = partial(_open_people_detector, backend)
    onlooker = _onlooker(open_detector, elsewhere=can_be_sent(backend)) if live else None
    scanner = BackgroundScanner(onlooker) if onlooker else BlockingScanner(open_detector)
    one = PersonTracker(SteadyingEstimator(somebody), scanner, followed)
    following = ThreadPoolExecutor(1, "background") if live else None
    return CameraFollowingEstimator(RollCorrectingEstimator(one, beside=onlooker), following)


def _onlooker(open_detector: OpenDetector, *, elsewhere: bool) -> Onlooker:
    """Takes the looks that no frame may wait for; elsewhere: whether another process can."""
    in_process = elsewhere and can_begin_processes()
    return (OnlookingProcess if in_process else OnlookingThread)(open_detector)


def _open_people_detector(backend: PoseBackend) -> SecondLookDetector:
    return SecondLookDetector(backend.open_people_detector())
