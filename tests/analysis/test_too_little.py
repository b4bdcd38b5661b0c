"""Somebody who moves too little for a repetition is told what to do."""

from pathlib import Path

from formcheck.pose.pose import Pose
from formcheck.results.wording.result_wording import why_unknown
from tests.analysis.judging import judge_as
from tests.results import sessions
from tests.texts.english import ENGLISH

MOVE_FURTHER = "I saw no full repetition of Push-up. Move further, so that it can be counted."


def warnings_of(tmp_path: Path, poses: list[Pose]) -> tuple[str, ...]:
    return judge_as(
        sessions.exercise, sessions.clip(tmp_path / "clip.mp4", poses), poses
    ).document.warnings


def test_who_moves_too_little_is_asked_to_move_further(tmp_path: Path) -> None:
    poses = sessions.push_ups(3, bottom=160)
    analysis = judge_as(
        sessions.exercise, sessions.clip(tmp_path / "clip.mp4", poses), poses, tmp_path / "out"
    )
    assert analysis.summary.reps == 0
    assert MOVE_FURTHER in analysis.document.warnings
    reason = why_unknown(analysis.document, sessions.exercise(), ENGLISH)
    assert reason == "no repetition of Push-up went far enough to be counted"
    assert MOVE_FURTHER in (tmp_path / "out/clip/report.html").read_text("utf-8")


def test_who_is_counted_is_not(tmp_path: Path) -> None:
    assert MOVE_FURTHER not in warnings_of(tmp_path, sessions.push_ups(2))


def test_who_did_not_move_is_not(tmp_path: Path) -> None:
    still = [sessions.push_up(0.0).pose(i / sessions.RATE) for i in range(6 * sessions.RATE)]
    assert MOVE_FURTHER not in warnings_of(tmp_path, still)


def test_who_was_not_there_is_not(tmp_path: Path) -> None:
    assert MOVE_FURTHER not in warnings_of(tmp_path, sessions.nobody())
