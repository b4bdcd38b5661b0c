"""Notices what leaves the picture first in a repetition."""

from dataclasses import replace

from formcheck.form.repetitions.unseen_end import LeftPicture, parts_outside
from formcheck.form.verdicts.measured_frame import MeasuredFrame
from formcheck.measure.catalogue import find
from formcheck.measure.measures import Measures
from formcheck.pose.landmarks import Side


class EdgeWatch:
    """Follows one set; state over its frames."""

    def __init__(self) -> None:
        self._left: list[LeftPicture] = []
        self._outside = False
        self._always_outside: tuple[str, ...] = ()

    def update(
        self, frame: MeasuredFrame, measures: Measures, counted_on: str, working: Side | None
    ) -> None:
        """Take the next frame.

        counted_on: the measure that repetitions are counted on. working: the side that works.
        """
        outside: tuple[str, ...] = ()
        if measures.beyond:
            outside = parts_outside(measures.body, working, find(counted_on).joints)
        if not frame.out_of_picture:
            self._always_outside = outside
        elif outside and not self._outside:
            left = [joint for joint in outside if joint not in self._always_outside]
            self._left.append(LeftPicture((left or outside)[0], None, frame.time_s))
        self._outside = bool(frame.out_of_picture and outside)

    def end_repetition(self, working: Side | None, over_s: float) -> LeftPicture | None:
        """What left the picture first in the repetition that is over, None where nothing did.

        working: the side that worked in it. over_s: until when it lasted.
        """
        during = [left for left in self._left if left.time_s <= over_s]
        self._left = self._left[len(during) :]
        return replace(during[0], side=working) if during else None
