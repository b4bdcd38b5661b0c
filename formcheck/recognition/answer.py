"""Which exercise a session looks like, and whether that is sure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from formcheck.exercises.exercise import Exercise
from formcheck.recognition.feature_table import FeatureTable
from formcheck.recognition.hidden_legs import legs_are_hidden
from formcheck.recognition.lone_repetition import LoneSettings, SeenOf, may_be_chance, seen_of
from formcheck.recognition.similarity import Comparison
from formcheck.recognition.similarity_settings import SimilaritySettings


@dataclass(frozen=True)
class RecognitionSettings:
    """When an exercise is recognised."""

    least_score: float = 0.4
    """Below it nothing is recognised: one clear misfit in every repetition scores about 0.25."""

    least_score_of_picture: float = 0.7
    """The same for a still picture, which shows no movement to go by."""

    sure_score: float = 0.5
    """Below it what is recognised is told to be a guess: a camera rolled by a few degrees may lift
    another movement over the least. Of 29 tracks of real people, filmed otherwise in 26
    ways, 7 of 15 wrong names scored less, and 17 of 444 right ones."""

    least_lead: float = 0.1
    """What the likeliest exercise must be ahead by; two that are alike are not told apart by
    chance."""

    clear_lead: float = 0.15
    """What a movement to avoid must be ahead of an exercise by. Nearer than that it is the
    exercise, gone too far: so it is counted and judged, and the movement is warned of whatever it
    is called."""

    similarity: SimilaritySettings = field(default_factory=SimilaritySettings)
    lone: LoneSettings = field(default_factory=LoneSettings)


DEFAULTS = RecognitionSettings()

RECORDING = RecognitionSettings(similarity=SimilaritySettings(kept_throughout_s=1.0, enough_s=1.0))
"""For a whole recording: who cuts a film down to a second of a plank, or to one quick push-up,
shows just that."""


NEVER: Final = 2.0
"""A score that nothing has."""


@dataclass(frozen=True)
class Likeness:
    """How a session goes with one exercise, each 0 to 1.

    score: how much it looks like it; of a still picture, like its furthest point or its rest.
    posture: the share of the time in which its posture is kept, from wherever it is seen.
    """

    score: float = 0.0
    posture: float = 0.0


@dataclass(frozen=True)
class Answer:
    """What a session looks like.

    likeliest: the exercise that it looks like most, None before anything was seen. score: how much
    it does, 0 to 1. runner_up, runner_up_score: the next one; a movement to avoid may look a
    little more like it than the exercise. least: the score that is needed. rival_score: of the
    next one that speaks against the likeliest exercise; None where that is the runner-up.
    least_lead: what the score must be ahead of that by. likeness: with each exercise, by its id.
    seen: how much of a movement speaks for the likeliest exercise.
    """

    likeliest: Exercise | None = None
    score: float = 0.0
    runner_up: Exercise | None = None
    runner_up_score: float = 0.0
    least: float = DEFAULTS.least_score
    rival_score: float | None = None
    least_lead: float = DEFAULTS.least_lead
    likeness: Mapping[str, Likeness] = field(default_factory=dict)
    seen: SeenOf = SeenOf.ENOUGH

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that was recognised; None where it could be none, or one of two."""
        rival_score = self.runner_up_score if self.rival_score is None else self.rival_score
        sure = self.score >= self.least and self.score - rival_score >= self.least_lead
        return self.likeliest if sure else None

    @property
    def undecided(self) -> tuple[Exercise, Exercise] | None:
        """Two that it looks like enough, neither clearly more; None where that isn't so."""
        first, second = self.likeliest, self.runner_up
        if first is None or second is None or self.rival_score is not None:
            return None
        near = self.score - self.runner_up_score < min(self.least_lead, DEFAULTS.least_lead)
        return (first, second) if near and self.score >= self.least else None


def answer_of_session(
    exercises: Iterable[Exercise], table: FeatureTable, settings: RecognitionSettings = DEFAULTS
) -> Answer:
    """The likeliest exercise of a session, and the next one.

    Where an exercise and a movement to avoid are the two likeliest, and neither is clearly ahead,
    it is the exercise.
    """
    compared = {one.id: Comparison(one, table, settings.similarity) for one in exercises}
    scored = [(one.of_session, one.exercise) for one in compared.values()]
    scored.sort(key=lambda pair: pair[0], reverse=True)
    likeness = {one.id: Likeness(score, compared[one.id].posture_share) for score, one in scored}
    none = Answer(least=settings.least_score, least_lead=settings.least_lead, likeness=likeness)
    if not scored:
        return none
    answer = _likeliest(scored, none, settings)
    one = answer.likeliest
    return answer if one is None else _as_far_as_seen(answer, compared[one.id], settings)


Scored = Sequence[tuple[float, Exercise]]
"""Exercises and how similar a session is to each, the likeliest first."""


def _likeliest(scored: Scored, none: Answer, settings: RecognitionSettings) -> Answer:
    (score, first), *others = scored
    second_score, second = others[0] if others else (0.0, None)
    plain = replace(
        none, likeliest=first, score=score, runner_up=second, runner_up_score=second_score
    )
    if second is None or (first.kind == "avoid") == (second.kind == "avoid"):
        return plain
    third_score = others[1][0] if len(others) > 1 else 0.0
    if second.kind == "avoid":
        return replace(plain, rival_score=third_score)
    if second_score < settings.least_score or score - second_score >= settings.clear_lead:
        return plain
    return replace(_swapped(plain), rival_score=third_score)


def _as_far_as_seen(answer: Answer, likeliest: Comparison, settings: RecognitionSettings) -> Answer:
    """The answer, with more needed where one movement, or half of it, is all that was seen."""
    if not answer.score:
        return answer
    if legs_are_hidden(likeliest) or may_be_chance(likeliest, settings.lone):
        return replace(answer, least=NEVER)
    seen = seen_of(likeliest, settings.lone)
    if seen is SeenOf.ENOUGH and answer.score < settings.sure_score:
        seen = SeenOf.BARELY
    if seen is not SeenOf.HALF:
        return replace(answer, seen=seen)
    lead = max(answer.least_lead, settings.lone.half_lead * answer.score)
    return replace(answer, least_lead=lead, seen=seen)


def _swapped(answer: Answer) -> Answer:
    """The runner-up in the place of the likeliest."""
    return replace(
        answer,
        likeliest=answer.runner_up,
        score=answer.runner_up_score,
        runner_up=answer.likeliest,
        runner_up_score=answer.score,
    )


def answer_of_picture(
    exercises: Iterable[Exercise], table: FeatureTable, settings: RecognitionSettings = DEFAULTS
) -> Answer:
    """What a still picture shows, by its furthest point; none where it could be several.

    A position that several exercises rest in is none of them.
    """
    shown = [Comparison(one, table, settings.similarity) for one in exercises]
    least, least_lead = settings.least_score_of_picture, settings.least_lead
    if not shown:
        return Answer(least=least, least_lead=least_lead)
    best = max(shown, key=lambda one: one.of_picture)
    likeness = {
        one.exercise.id: Likeness(max(one.of_picture, one.at_rest), one.posture_share)
        for one in shown
    }
    others = [one.exercise for one in shown if one is not best]
    next_one = max(others, key=lambda one: likeness[one.id].score, default=None)
    return Answer(
        likeliest=best.exercise,
        score=best.of_picture,
        runner_up=next_one,
        runner_up_score=0.0 if next_one is None else likeness[next_one.id].score,
        least=least,
        least_lead=least_lead,
        likeness=likeness,
    )
