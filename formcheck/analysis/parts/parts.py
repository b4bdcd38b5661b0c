"""Where a recording is cut so that its parts can be looked at side by side."""

from dataclasses import dataclass
from itertools import pairwise

from formcheck.analysis.parts.part_settings import DEFAULTS, PartSettings
from formcheck.video.cuts.cuts import DEFAULTS as CUTS
from formcheck.video.recordings.picture_index import PictureIndex, Stretch


@dataclass(frozen=True, eq=False)
class Part:
    """A part of a recording.

    begin, end: the first picture that belongs to it, and the first that doesn't any more.
    posed_from: the first picture in which poses are found, so that the model has settled by
    `begin`. pictures: all that are read to find them. own: those that belong to it.
    """

    begin: int
    end: int
    posed_from: int
    pictures: Stretch
    own: Stretch


def parts_of(index: PictureIndex, settings: PartSettings = DEFAULTS) -> tuple[Part, ...]:
    """The parts of a recording in order; one where it isn't worth while."""
    length_s = float(index.times_s[-1]) if len(index) else 0.0
    count = _count(length_s, settings)
    edges = [index.at(length_s * number / count) for number in range(count)] + [len(index)]
    parts = tuple(_part(index, begin, end, settings) for begin, end in pairwise(edges))
    if count > 1 and _decoded(index, parts) > settings.most_decoded * len(index):
        return (_part(index, 0, len(index), settings),)
    return parts


def _count(length_s: float, settings: PartSettings) -> int:
    """An even number, as there are most often two, four or eight processes."""
    short = min(settings.most_of_short, int(length_s / settings.shortest_s))
    count = max(short, int(length_s / settings.longest_s))
    return count - count % 2 if count > 1 else 1


def _part(index: PictureIndex, begin: int, end: int, settings: PartSettings) -> Part:
    begin_s = float(index.times_s[begin]) if len(index) else 0.0
    posed_from = min(index.at(begin_s - settings.run_in_s), begin - settings.run_in_frames)
    posed_from = max(posed_from, 0)
    read_from = min(index.at(begin_s - settings.look_back_s), posed_from)
    # A take's number is known only some frames later.
    read_until = min(end + CUTS.ahead, len(index))
    return Part(
        begin,
        end,
        posed_from,
        index.stretch(read_from, read_until),
        index.stretch(begin, end),
    )


def _decoded(index: PictureIndex, parts: tuple[Part, ...]) -> int:
    """How many pictures are decoded in all."""
    total = 0
    for part in parts:
        first = int(index.stamps.searchsorted(part.pictures.key_stamp))
        total += part.end - first
    return total
