"""Counts, verdicts and recognition on labelled tracks of real people.

    python -m tests.people FOLDER        a folder of pose tracks with tracks.csv beside them

Every track is judged as the exercise of its label, and recognised. Told are the figures, and a line
for each track that is counted or recognised otherwise than it is labelled.
"""

import sys
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

from tests.people.judged import JudgedTrack, judge_track
from tests.people.labels import read_labels


def main() -> int:
    """Judge the tracks and print what came of it."""
    folder = Path(sys.argv[1])
    with get_context("spawn").Pool(2) as pool:
        tracks = pool.map(judge_track, read_labels(folder), chunksize=4)
    print("\n".join(_lines(tracks)))
    return 0


def _lines(tracks: list[JudgedTrack]) -> Iterator[str]:
    ours = [track for track in tracks if track.label.exercise is not None]
    counted = [track for track in ours if track.counted_right]
    yield f"repetitions right where the exercise is named: {len(counted)} of {len(ours)}"
    held = [track for track in ours if track.held_right is not None]
    told = f"{sum(track.held_right is True for track in held)} of {len(held)}"
    yield f"holds within half a second of what one sees: {told}"
    recognised = [track for track in tracks if track.recognised_right]
    told = f"{len(recognised)} of {len(tracks)}"
    yield f"recognised rightly, nothing where it is none of ours: {told}"
    wrong = [track for track in tracks if track.recognised not in (None, track.label.exercise)]
    yield f"taken for another exercise: {len(wrong)}"
    well_done = [track for track in ours if not track.label.faults]
    calm = [track for track in well_done if not track.faults]
    yield f"without a false alarm: {len(calm)} of {len(well_done)} that are labelled as well done"
    criteria = sum(len(track.criteria) for track in ours)
    unknown = sum(len(track.unknown) for track in ours)
    yield f"criteria that are left open: {unknown} of {criteria}"
    for track in tracks:
        if not (track.counted_right and track.recognised_right) or track.held_right is False:
            yield track.line


if __name__ == "__main__":
    sys.exit(main())
