"""Tells which exercise is being done, from poses alone."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.form.avoid import MovementWatch
from formcheck.form.sides import NEEDED
from formcheck.form.vocabulary import HIPS_ACROSS
from formcheck.measure.orientation import View
from formcheck.pose.pose import Pose
from formcheck.recognition.feature_table import FeatureSampler, FeatureTable, table_of
from formcheck.recognition.similarity import could_be_at_rest, likeness, likeness_of_moment
from formcheck.recognition.usual_signature import signature_of

LEAST_SCORE = 0.4
"""Below it nothing is recognised: one clear misfit in every repetition scores about 0.25."""

LEAST_SCORE_OF_PICTURE = 0.7
"""The same for a still picture, which shows no movement to go by."""

LEAST_LEAD = 0.1
"""What the likeliest exercise must be ahead by; two that are alike are not told apart by chance."""

CLEAR_LEAD = 0.15
"""What a movement to avoid must be ahead of an exercise by. Nearer than that it is the exercise,
gone too far: so it is counted and judged, and the movement is warned of whatever it is called."""


@dataclass(frozen=True)
class Answer:
    """What a session looks like.

    likeliest: the exercise that it looks like most, None before anything was seen. score: how much
    it does, 0 to 1. runner_up, runner_up_score: the next one; a movement to avoid may look a
    little more like it than the exercise. least: the score that is needed. rival_score: of the
    next one that speaks against the likeliest exercise; None where that is the runner-up.
    """

    likeliest: Exercise | None = None
    score: float = 0.0
    runner_up: Exercise | None = None
    runner_up_score: float = 0.0
    least: float = LEAST_SCORE
    rival_score: float | None = None

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that was recognised; None where it could be none, or one of two."""
        rival_score = self.runner_up_score if self.rival_score is None else self.rival_score
        sure = self.score >= self.least and self.score - rival_score >= LEAST_LEAD
        return self.likeliest if sure else None


class Recogniser:
    """Watches a session and says which exercise it is; state over time.

    Feed it every pose in rising time with `update`; it measures ten a second. Ask for `best` when
    the answer is wanted, about once a second at most: it takes some 20 ms for half a minute.

    Poses without a silhouette do, but a cat stretch is then not recognised.
    """

    def __init__(
        self, exercises: Iterable[Exercise] | None = None, *, recent_s: float | None = None
    ) -> None:
        """Exercises: those it may be; the program's own without any.

        recent_s: forget what is longer ago than this, for a session in which one exercise follows
        the other; None remembers everything.
        """
        self._exercises = tuple(library().values() if exercises is None else exercises)
        self._watches = [
            MovementWatch(one, one.recognised)
            for one in self._exercises
            if one.recognised is not None
        ]
        watched = (name for watch in self._watches for name in watch.measures)
        self._sampler = FeatureSampler((*_needed(self._exercises), *watched), recent_s)
        self._views: Counter[View] = Counter()
        self._avoid: dict[str, None] = {}
        self._answered: tuple[int, Answer] = (0, Answer())
        self._taken = 0

    def update(self, pose: Pose) -> tuple[str, ...]:
        """Take in the next pose; the ids of the movements to avoid that it completes."""
        measures = self._sampler.update(pose)
        if measures is None:
            return ()
        self._taken += 1
        if measures.found:
            self._views[measures.view] += 1
        completed = tuple(watch.id for watch in self._watches if watch.update(measures))
        self._avoid |= dict.fromkeys(completed)
        return completed

    @property
    def best(self) -> Answer:
        """What the session looks like so far."""
        taken, answer = self._answered
        if taken != self._taken:
            answer = rank(self._exercises, table_of(self._sampler.rows))
            self._answered = (self._taken, answer)
        return answer

    @property
    def avoid(self) -> tuple[str, ...]:
        """Ids of the movements that were seen and should be avoided."""
        return tuple(self._avoid)

    @property
    def view(self) -> View:
        """The view that prevailed."""
        return self._views.most_common(1)[0][0] if self._views else View.UNKNOWN


def recognise_picture(pose: Pose, exercises: Iterable[Exercise] | None = None) -> Answer:
    """What a still picture shows, by its furthest point; None where it could be several.

    A position that several exercises rest in is none of them.
    """
    candidates = tuple(library().values() if exercises is None else exercises)
    if not candidates:
        return Answer()
    sampler = FeatureSampler(_needed(candidates))
    sampler.update(pose)
    table = table_of(sampler.rows)
    scores = {one.id: likeness_of_moment(one, table) for one in candidates}
    rest = {one.id: could_be_at_rest(one, table) for one in candidates}
    likeliest = max(candidates, key=lambda one: scores[one.id])
    others = [one for one in candidates if one is not likeliest]
    could_be = {one.id: max(scores[one.id], rest[one.id]) for one in others}
    runner_up = max(others, key=lambda one: could_be[one.id], default=None)
    return Answer(
        likeliest,
        scores[likeliest.id],
        runner_up,
        could_be[runner_up.id] if runner_up else 0.0,
        LEAST_SCORE_OF_PICTURE,
    )


def rank(exercises: Iterable[Exercise], table: FeatureTable) -> Answer:
    """The likeliest exercise of a session, and the next one.

    Where an exercise and a movement to avoid are the two likeliest, and neither is clearly ahead,
    it is the exercise.
    """
    scored = [(likeness(one, table), one) for one in exercises]
    scored.sort(key=lambda pair: pair[0], reverse=True)
    if not scored:
        return Answer()
    (score, first), *others = scored
    second_score, second = others[0] if others else (0.0, None)
    plain = Answer(first, score, second, second_score)
    if second is None or (first.kind == "avoid") == (second.kind == "avoid"):
        return plain
    third_score = others[1][0] if len(others) > 1 else 0.0
    if second.kind == "avoid":
        return replace(plain, rival_score=third_score)
    if second_score < LEAST_SCORE or score - second_score >= CLEAR_LEAD:
        return plain
    return Answer(second, second_score, first, score, rival_score=third_score)


def _needed(exercises: Iterable[Exercise]) -> Iterator[str]:
    """The measures, without side, by which the exercises are told apart."""
    full = [HIPS_ACROSS, *NEEDED.values()]
    for exercise in exercises:
        signature, position = signature_of(exercise), exercise.start.position
        told = (*signature.rest, *signature.peak, *signature.change)
        ranges = (*position.ranges, *exercise.posture, *told)
        full.extend((exercise.repetition.measure, *signature.still_within))
        full.extend(limit.measure for limit in ranges)
    return (name.partition(".")[0] for name in full)
