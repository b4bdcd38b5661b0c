"""Which of several people are judged, and where their results go."""

from pathlib import Path

import pytest

from formcheck.analysis.batches.batch import find_people, plan
from formcheck.analysis.poses.people_asked import EVERYBODY, PeopleFound, PersonAsked, PersonError
from formcheck.pose.people.census import Followed
from tests.analysis.test_company import track
from tests.results import sessions

CLIP = Path("clip.mp4")


def found(number: int) -> PeopleFound:
    people = tuple(Followed(one, number) for one in range(1, number + 1))
    return PeopleFound(CLIP, people)


@pytest.mark.parametrize(
    ("person", "numbers"), [("left", [1]), ("right", [3]), (2, [2]), (EVERYBODY, [1, 2, 3])]
)
def test_one_is_asked_for_or_each(person: PersonAsked, numbers: list[int]) -> None:
    assert [one.number for one in found(3).asked(person)] == numbers


@pytest.mark.parametrize(
    ("people", "person", "told"),
    [(0, "left", "nobody was found"), (1, 2, "1 person was found"), (2, 3, "2 people were found")],
)
def test_who_is_not_there_is_told(people: int, person: PersonAsked, told: str) -> None:
    with pytest.raises(PersonError, match=told):
        found(people).asked(person)


def test_each_has_a_folder_whose_name_says_whose_it_is(tmp_path: Path) -> None:
    def folders(number: int) -> list[str]:
        people = {CLIP: found(number).asked(EVERYBODY)}
        tasks = plan([CLIP], sessions.exercise(), out=tmp_path, people=people)
        return [task.place[1] for task in tasks if task.place is not None]

    assert folders(2) == ["clip-left", "clip-right"]
    assert folders(3) == ["clip-person-1", "clip-person-2", "clip-person-3"]


def test_saved_poses_are_of_one_person(tmp_path: Path) -> None:
    saved = track(tmp_path / "poses.npz", 0)

    people, failures = find_people([saved], "left", None, lambda: False)

    assert not people
    assert "holds the poses of one person" in str(failures[0].reason)
