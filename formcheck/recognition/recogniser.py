"""Tells which exercise is being done, from poses alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.form.avoid import MovementWatch
from formcheck.form.roles import ROLE_MEASURES
from formcheck.form.start.set_up import joints_in_view
from formcheck.form.vocabulary import HIPS_ACROSS
from formcheck.measure.measure_name import plain_name
from formcheck.measure.orientation import View
from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.plausibility import visible_landmarks
from formcheck.pose.pose import Pose
from formcheck.recognition.answer import (
    DEFAULTS,
    Answer,
    RecognitionSettings,
    answer_of_picture,
    answer_of_session,
)
from formcheck.recognition.feature_sampler import FeatureSampler, SamplingSettings
from formcheck.recognition.feature_table import table_of
from formcheck.recognition.sets import DEFAULTS as SETS
from formcheck.recognition.sets import FoundSet, find_sets
from formcheck.recognition.unnamed import Span, unnamed_stretches
from formcheck.recognition.usual_signature import signature_of


class Recogniser:
    """Watches a session and says which exercise it is; state over time.

        recogniser = formcheck.Recogniser()
        for pose in formcheck.read_poses("poses.npz"):
            recogniser.update(pose)
        print(recogniser.best.exercise, recogniser.best.score)

    Feed it every pose in rising time with `update`; it measures ten a second. Ask for `best` when
    the answer is wanted, about once a second at most: it takes some 20 ms for half a minute.

    Poses without a silhouette do, but a cat stretch is then not recognised.
    """

    def __init__(
        self,
        exercises: Iterable[Exercise] | None = None,
        *,
        recent_s: float | None = None,
        settings: RecognitionSettings = DEFAULTS,
        sampling: SamplingSettings | None = None,
    ) -> None:
        """Exercises: those it may be; the program's own without any.

        recent_s: forget what is longer ago than this, for a session in which one exercise follows
        the other; None remembers everything. sampling: how finely, and how much of it.
        """
        self._settings = settings
        self._exercises = tuple(library().values() if exercises is None else exercises)
        self._watches = [
            MovementWatch(one, one.recognised)
            for one in self._exercises
            if one.recognised is not None
        ]
        watched = [name for watch in self._watches for name in watch.measures]
        needed = _needed(self._exercises)
        self._sampler = FeatureSampler(needed, recent_s, sampling, watched=watched)
        self._views: Counter[View] = Counter()
        self._framed = _framed_differently(self._exercises)
        self._in_view = self._feet_seen = 0
        self._avoid: dict[str, None] = {}
        self._answered: tuple[int, Answer] = (0, Answer())
        self._taken = 0
        self._take = 0

    def update(self, pose: Pose) -> tuple[str, ...]:
        """Take in the next pose; the ids of the movements to avoid that it completes."""
        measures = self._sampler.update(pose)
        if measures is None:
            return ()
        self._taken += 1
        self._follow_take(pose.take)
        if measures.found:
            self._views[measures.view] += 1
            self._in_view += any(joints_in_view(one, measures) for one in self._framed)
            self._feet_seen += bool(visible_landmarks(pose)[_ANKLES].any())
        completed = tuple(watch.id for watch in self._watches if watch.update(measures))
        self._avoid |= dict.fromkeys(completed)
        return completed

    def _follow_take(self, take: int) -> None:
        if take == self._take:
            return
        self._take = take
        for watch in self._watches:
            watch.interrupt()

    @property
    def best(self) -> Answer:
        """What the session looks like so far."""
        taken, answer = self._answered
        if taken != self._taken:
            table = table_of(self._sampler.rows)
            answer = answer_of_session(self._exercises, table, self._settings)
            self._answered = (self._taken, answer)
        return answer

    @property
    def as_picture(self) -> Answer:
        """What the pose that it was fed shows, where that is all: that of a still picture."""
        return answer_of_picture(self._exercises, table_of(self._sampler.rows), self._settings)

    @property
    def sets(self) -> tuple[FoundSet, ...]:
        """Which exercises were done so far, from when to when; for whole recordings.

        It takes about as long as `best` does, half a second for ten minutes.
        """
        settings = replace(SETS, recognition=self._settings)
        return find_sets(self._exercises, table_of(self._sampler.rows), settings)

    def unnamed(self, named: Sequence[Span]) -> tuple[Span, ...]:
        """Where somebody was seen for a while outside of these stretches, in rising time."""
        return unnamed_stretches(table_of(self._sampler.rows), named)

    @property
    def coverage(self) -> float:
        """The share of the poses so far in which all that one of the exercises needs was seen."""
        return self._in_view / max(self._taken, 1)

    @property
    def feet_unseen(self) -> float:
        """The share of the poses of somebody in which neither foot was seen."""
        found = self._views.total()
        return 1 - self._feet_seen / found if found else 0.0

    @property
    def avoid(self) -> tuple[str, ...]:
        """Ids of the movements that were seen and should be avoided."""
        return tuple(self._avoid)

    @property
    def view(self) -> View:
        """The view that prevailed."""
        return self._views.most_common(1)[0][0] if self._views else View.UNKNOWN


def recognise_picture(
    pose: Pose,
    exercises: Iterable[Exercise] | None = None,
    settings: RecognitionSettings = DEFAULTS,
) -> Answer:
    """What a still picture shows, by its furthest point; none where it could be several.

        answer = formcheck.recognise_picture(pose)
        print(answer.exercise, answer.score)

    exercises: those that it may be; the program's own without any.
    """
    recogniser = Recogniser(exercises, settings=settings)
    recogniser.update(pose)
    return recogniser.as_picture


_ANKLES = [INDEX[f"{side}_ankle"] for side in SIDES]


def _framed_differently(exercises: Iterable[Exercise]) -> tuple[Exercise, ...]:
    """One exercise for each set of joints that must be seen, and from where."""
    kinds = {(one.camera.view == "side", one.camera.joints): one for one in exercises}
    return tuple(kinds.values())


def _needed(exercises: Iterable[Exercise]) -> Iterator[str]:
    """The measures, without side, by which the exercises are told apart."""
    full = [HIPS_ACROSS, *ROLE_MEASURES]
    for exercise in exercises:
        signature, position = signature_of(exercise), exercise.start.position
        told = (*signature.rest, *signature.peak, *signature.change, *signature.kept)
        told = (*told, *signature.throughout)
        ranges = (*position.ranges, *exercise.posture, *told)
        full.extend((exercise.repetition.measure, *signature.still_within))
        full.extend(wave.measure for wave in exercise.repetition.or_by)
        full.extend(limit.measure for limit in ranges)
    return (plain_name(name) for name in full)
