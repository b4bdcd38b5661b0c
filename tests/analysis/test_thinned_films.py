"""A film with sixty pictures a second is looked at thirty times a second, and says so."""

from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from formcheck.analysis.judging.judge_input import judge_input
from formcheck.analysis.poses.source_settings import DEFAULTS as SOURCE
from formcheck.analysis.poses.source_settings import EVERY_FRAME, SourceSettings
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import read_poses
from formcheck.results.result_document import ResultDocument
from tests.results import sessions
from tests.video.clips import picture, write_clip

RATE = 60
SLOWER = sessions.push_ups(2)


def no_model() -> NoReturn:
    raise AssertionError("saved poses need no model")


def sixty_a_second() -> list[Pose]:
    """Two push-ups, each picture of the usual session shown as long as six."""
    times = RATE // sessions.RATE
    return [
        replace(pose, time_s=pose.time_s + place / RATE)
        for pose in SLOWER
        for place in range(times)
    ]


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sixty") / "film.mp4"
    poses = sixty_a_second()
    times = [round(1000 * pose.time_s) for pose in poses]
    return write_clip(path, [picture()] * len(poses), times, options={"g": "60"}, rate=RATE)


def judged(film: Path, out: Path, source: SourceSettings, looked_at: list[Pose]) -> ResultDocument:
    return judge_input(
        film,
        sessions.exercise(),
        prepare=lambda: sessions.known(looked_at),
        place=(out, "film"),
        video=False,
        source=source,
    ).document


def test_half_of_the_pictures_are_looked_at_and_the_result_says_so(
    film: Path, tmp_path: Path
) -> None:
    every_second = sixty_a_second()[::2]
    document = judged(film, tmp_path, SOURCE, every_second)
    assert document.input.frames == len(every_second)
    assert document.input.thinned_from == pytest.approx(RATE, abs=1)
    assert document.summary.reps == 2
    report = (tmp_path / "film" / "report.html").read_text("utf-8")
    assert "30 of 60 a second" in report


def test_every_picture_is_looked_at_where_that_is_asked_for(film: Path, tmp_path: Path) -> None:
    poses = sixty_a_second()
    document = judged(film, tmp_path, EVERY_FRAME, poses)
    assert document.input.frames == len(poses)
    assert document.input.thinned_from is None
    assert document.input.poses_between == 0
    assert document.summary.reps == 2
    assert read_poses(tmp_path / "film" / "poses.npz").frames == len(poses)


def test_how_many_poses_were_put_in_between_is_told(film: Path, tmp_path: Path) -> None:
    every_second = sixty_a_second()[::2]
    document = judged(film, tmp_path, SOURCE, every_second)
    track = tmp_path / "film" / "poses.npz"
    put_in = sum(pose.between for pose in read_poses(track))
    assert 0 < put_in < len(every_second)
    assert document.input.poses_between == put_in
    report = (tmp_path / "film" / "report.html").read_text("utf-8")
    assert f"in {put_in} of them" in report
    again = judge_input(track, sessions.exercise(), prepare=no_model)
    assert again.document.input.poses_between == put_in
