"""What is none of our exercises is told apart by what it was named, and how surely."""

import json
from pathlib import Path

from formcheck.pose.saved.track_writer import PoseTrackWriter
from samples.judged_films.others_table import NamedFilm, named, rows
from tests.recognition import movements


def test_a_line_for_each_movement_and_one_for_all() -> None:
    films = [
        NamedFilm("squat", ("safe-lift",), surely=True),
        NamedFilm("march", (), surely=False),
        NamedFilm("squat", ("wall-squat",), surely=False),
    ]
    assert [row[1:] for row in rows(films)][1:] == [
        ["1", "0", "0", ""],
        ["2", "2", "1", "safe-lift, wall-squat"],
        ["3", "2", "1", "safe-lift, wall-squat"],
    ]


def test_a_film_is_named_as_anybody_s_recording_is(tmp_path: Path) -> None:
    track = tmp_path / "000001-0.npz"
    with PoseTrackWriter(track, model="full", source="film") as writer:
        for pose in movements.repeated(movements.bird_dog, hold_s=3.0):
            writer.write(pose)
    told = track.with_suffix(".json")
    told.write_text(json.dumps({"motion": "march"}), encoding="utf-8")
    assert named(told) == NamedFilm("march", ("bird-dog",), surely=True)
