"""Which of the people in a recording are judged, where that was asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from formcheck.analysis.poses.camera_stance import stance_of
from formcheck.analysis.poses.open_poses import open_frames
from formcheck.errors import FormcheckError
from formcheck.pose.backends import ModelChoice
from formcheck.pose.estimation import prepare_estimation
from formcheck.pose.people.census import Followed, take_census
from formcheck.pose.saved.tracks import is_pose_track
from formcheck.texts.message import message
from formcheck.texts.shown import shown
from formcheck.video.content import content_of
from formcheck.video.cuts.takes import in_takes
from formcheck.video.recordings.recorded import RecordedVideo

EVERYBODY: Final = "everybody"

PersonAsked = Literal["left", "right", "everybody"] | int
"""One of them, as `left`, `right` or a number from left to right from 1, or each."""


class PersonError(FormcheckError):
    """Whoever was asked for isn't in the recording."""


@dataclass(frozen=True, eq=False)
class PeopleFound:
    """The people in one recording, from left to right."""

    path: Path
    people: tuple[Followed, ...]

    def asked(self, person: PersonAsked) -> Sequence[Followed]:
        """Those who were asked for.

        Raises PersonError where there is no such person.
        """
        if not self.people:
            raise PersonError(message("error.people.nobody", path=shown(self.path)))
        if person == EVERYBODY:
            return self.people
        if person in ("left", "right"):
            return [self.people[0 if person == "left" else -1]]
        number = int(person)
        if not 1 <= number <= len(self.people):
            raise PersonError(
                message(
                    "error.people.number",
                    path=shown(self.path),
                    count=len(self.people),
                    number=number,
                )
            )
        return [self.people[number - 1]]


def people_in(path: Path, model: ModelChoice = None) -> PeopleFound:
    """Look at a recording now and then for everybody who is there most of the time.

    Raises RecordingError or ModelError, and PersonError for saved poses, which are one person's.
    """
    content_of(path)  # says what is wrong with the path itself
    if path.suffix == ".npz" or is_pose_track(path):
        raise PersonError(message("error.people.saved_poses", path=shown(path)))
    estimation = prepare_estimation(model)
    assert estimation.open_people_detector is not None
    with open_frames(path) as recording:
        turned = stance_of(path, estimation).turned if isinstance(recording, RecordedVideo) else 0
    with open_frames(path, turned) as recording, estimation.open_people_detector() as detector:
        return PeopleFound(path, take_census(in_takes(recording), detector))
