"""Where a recording is cut so that its parts can be looked at side by side."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

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
    for count in range(_count(index, settings), 1, -2):
        edges = [0, *_inner_edges(index, count, settings), len(index)]
        parts = tuple(_part(index, begin, end, settings) for begin, end in pairwise(edges))
        if _decoded(index, parts) <= settings.most_decoded * len(index):
            return parts
    return (_part(index, 0, len(index), settings),)


def _count(index: PictureIndex, settings: PartSettings) -> int:
    """An even number, as there are most often two, four or eight processes."""
    length_s = float(index.times_s[-1]) if len(index) else 0.0
    if length_s < settings.least_cut_s:
        return 1
    several = min(settings.most_of_short, int(length_s / settings.shortest_of_several_s))
    count = max(several, int(length_s / settings.longest_s), 2)
    return count - count % 2


def _inner_edges(index: PictureIndex, count: int, settings: PartSettings) -> list[int]:
    """Where parts of about the same length meet.

    Each begins as soon after a place where decoding can begin as it may, for whatever lies between
    that and what is read is decoded for nothing; of pictures that films have on the net there is
    such a place every 8 s.
    """
    length_s = float(index.times_s[-1])
    cheap_s = index.key_times_s + settings.look_back_s
    edges = [0]
    for number in range(1, count):
        even_s = length_s * number / count
        nearest_s = float(cheap_s[np.abs(cheap_s - even_s).argmin()])
        near = abs(nearest_s - even_s) <= settings.most_uneven * length_s / count
        edges.append(max(index.at(nearest_s if near else even_s), edges[-1] + 1))
    return edges[1:]


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
