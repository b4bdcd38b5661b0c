"""The poses of a recording whose parts are looked at side by side, put together in order."""

import itertools
from collections.abc import Generator, Iterator, Sequence

from formcheck.analysis.parts.part_poses import PartPoses
from formcheck.analysis.parts.parts import Part
from formcheck.analysis.progress import Progress, Stop
from formcheck.analysis.workers.crew import Crew
from formcheck.analysis.workers.returned_memory import return_memory_now
from formcheck.closeable import Closeable
from formcheck.pose.handover import Handover, agree
from formcheck.pose.pose import Pose
from formcheck.pose.poses_between import poses_of
from formcheck.pose.saved.tracks import read_poses
from formcheck.pose.take_by_take import TakeByTakeEstimator
from formcheck.video.cuts.takes import in_takes
from formcheck.video.recordings.picture_index import PictureIndex, Stretch


class PosesInParts(Closeable):
    """Poses in order; what is found doesn't depend on who finds it.

    Where a part's first poses aren't those with which the one before it ends, as with several
    people, or somebody found too late, the one before goes on into it, until both agree.

    works: that find the poses of each part. crew: that does them. index: of the recording.
    """

    def __init__(
        self,
        works: Sequence[PartPoses],
        crew: Crew,
        index: PictureIndex,
        progress: Progress,
        stop: Stop,
    ) -> None:
        self._works = works
        self._index = index
        self._progress, self._stop = progress, stop
        self._promises = [crew.submit(work) for work in works]
        self._going_on: _GoingOn | None = None
        self._handover = Handover()
        self._last: Pose | None = None

    def __iter__(self) -> Iterator[Pose]:
        for number, work in enumerate(self._works):
            count = 0
            for pose in self._from(number, work.part, self._found(number)):
                self._last = pose
                count += 1
                yield pose
            self._promises[number].result(self._told_of(number), self._stop)
            work.forget()
            if count < work.part.end - work.part.begin:
                return

    def _found(self, number: int) -> Iterator[Pose]:
        """The poses of a part as they come."""
        work, promise = self._works[number], self._promises[number]
        for piece in map(work.piece, itertools.count()):
            promise.wait(piece.exists, self._told_of(number), self._stop)
            if not piece.exists():
                return
            yield from read_poses(piece)
            # A picture for the report is decoded from the key before it, which leaves 30 MB.
            return_memory_now()

    def abandon(self) -> None:
        """Nothing of it is wanted: what isn't begun never is, and what is begun ends first."""
        for promise, work in zip(self._promises, self._works, strict=True):
            promise.abandon()
            work.forget()

    def close(self) -> None:
        """Free what goes on."""
        if self._going_on is not None:
            self._going_on.close()

    def _told_of(self, number: int) -> Progress:
        """Progress of all in order, from that of the part that is waited for."""
        part = self._works[number].part
        of_all = len(self._index)

        def told(done: int, total: int | None) -> None:
            del total
            self._progress(min(part.posed_from + done, part.end), of_all)

        return told

    def _from(self, number: int, part: Part, poses: Iterator[Pose]) -> Iterator[Pose]:
        run_in = list(itertools.islice(poses, part.begin - part.posed_from))
        if self._last is None:
            yield from poses
            return
        if len(run_in) < part.begin - part.posed_from:  # it was ended before
            return
        if agree(self._last, run_in[-1]):
            self.close()
            self._going_on = None
            self._handover = Handover.between(self._last, run_in[-1])
            yield from map(self._handover.carry, poses)
            return
        if self._going_on is None:
            self._going_on = _GoingOn(self._works[number - 1], self._index)
        for pose in self._going_on.until(part.end):
            yield self._handover.carry(pose)
            if self._stop():
                return


class _GoingOn(Closeable):
    """A part that goes on beyond its end, from its beginning as it was found before."""

    def __init__(self, work: PartPoses, index: PictureIndex) -> None:
        part, estimation = work.part, work.prepare()
        self._recording = work.reading.open()
        self._estimator = TakeByTakeEstimator(estimation.open)
        pictures = index.stretch(part.pictures.begin, len(index))
        self._poses = self._estimate(pictures, work)
        self._next, self._known = part.posed_from, part.end

    def until(self, end: int) -> Iterator[Pose]:
        """The poses that haven't been had yet, of the pictures before this one."""
        while self._next < end:
            pose = next(self._poses, None)
            if pose is None:
                return
            self._next += 1
            if self._next > self._known:
                yield pose

    def close(self) -> None:
        self._poses.close()
        self._estimator.close()
        self._recording.close()

    def _estimate(self, pictures: Stretch, work: PartPoses) -> Generator[Pose, None, None]:
        frames = in_takes(self._recording.stretch(pictures))
        for frame, pose in poses_of(work.settled(frames), self._estimator, work.between):
            yield work.told(frame, pose)
