"""Which of the people in a recording are judged, where that was asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from formcheck.analysis.camera_stance import stance_of
from formcheck.analysis.pose_source import open_frames
from formcheck.errors import FormcheckError
from formcheck.pose.backends import ModelChoice
from formcheck.pose.census import Followed, take_census
from formcheck.pose.estimation import prepare_estimation
from formcheck.pose.tracks import is_pose_track
from formcheck.texts.shown import shown
from formcheck.video.content import content_of
from formcheck.video.recorded import RecordedVideo
from formcheck.video.takes import in_takes

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
            raise PersonError(
                f"{shown(self.path)}: nobody was found who is there most of the time: leave "
                "--person and --everybody out."
            )
        if person == EVERYBODY:
            return self.people
        if person in ("left", "right"):
            return [self.people[0 if person == "left" else -1]]
        number = int(person)
        if not 1 <= number <= len(self.people):
            there = "1 person was" if len(self.people) == 1 else f"{len(self.people)} people were"
            raise PersonError(
                f"{shown(self.path)}: {there} found, so there is no person {number}: count from "
                "left to right, from 1."
            )
        return [self.people[number - 1]]


def people_in(path: Path, model: ModelChoice = None) -> PeopleFound:
    """Look at a recording now and then for everybody who is there most of the time.

    Raises RecordingError or ModelError, and PersonError for saved poses, which are one person's.
    """
    content_of(path)  # says what is wrong with the path itself
    if path.suffix == ".npz" or is_pose_track(path):
        raise PersonError(
            f"{shown(path)} holds the poses of one person: give the recording itself, or leave "
            "--person and --everybody out."
        )
    estimation = prepare_estimation(model)
    assert estimation.open_people_detector is not None
    with open_frames(path) as recording:
        turned = stance_of(path, estimation).turned if isinstance(recording, RecordedVideo) else 0
    with open_frames(path, turned) as recording, estimation.open_people_detector() as detector:
        return PeopleFound(path, take_census(in_takes(recording), detector))
