"""A still picture: the criteria that one moment can answer."""

from collections.abc import Sequence
from dataclasses import replace

from formcheck.exercises.criterion import Condition, Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.judgement import NOTHING, Judgement, combine, judge, limits
from formcheck.form.measured_frame import MeasuredFrame, PhaseSegment
from formcheck.form.observer import Observation, Observer
from formcheck.form.set_recorder import SetRecorder
from formcheck.form.set_summary import SetSummary
from formcheck.form.set_up import during_the_set
from formcheck.form.sides import SideChoice
from formcheck.form.signal import RepetitionSignal
from formcheck.form.state import Verdict
from formcheck.form.vocabulary import SECONDS, check_vocabulary
from formcheck.pose.pose import Pose

AT_REST, AT_PEAK = 0.3, 0.7
"""Shares of the usual way out up to which a picture shows rest, and from which the furthest point;
what lies between could be either on the way."""


def judge_picture(exercise: Exercise, pose: Pose) -> SetSummary:
    """Judge one picture.

    There are no repetitions. What needs time (how long, how far at most) or the person's own
    start position is `unknown`, and so is what belongs to a phase that the picture doesn't show.
    """
    check_vocabulary(exercise)
    seen = Observer(exercise).observe(pose, settled=False)
    record = SetRecorder(exercise)
    record.see(replace(seen, set_up=during_the_set(seen.set_up)))
    near = SideChoice(near=seen.near_side)
    signal = RepetitionSignal(exercise.repetition)
    sides = SideChoice(seen.near_side, signal.leading_side(seen.measures))
    phase = _phase(exercise, signal.value(seen.measures, near))
    record.add_remainder(
        {
            criterion.id: _judge(exercise, criterion, phase, seen, sides)
            for criterion in exercise.criteria
        },
        0.0,
    )
    return record.summary()


def _phase(exercise: Exercise, signal: float) -> str | None:
    share = _share_of_the_way(exercise.repetition, signal)
    if share <= AT_REST:
        return exercise.phases.rest
    return exercise.phases.peak if share >= AT_PEAK else None


def _share_of_the_way(rule: RepetitionRule, signal: float) -> float:
    sign = 1.0 if rule.direction == "rises" else -1.0
    rest, peak = sign * rule.usual_rest, sign * rule.usual_peak
    return (signal - rest) / (peak - rest)


def _judge(
    exercise: Exercise,
    criterion: Criterion,
    phase: str | None,
    seen: Observation,
    sides: SideChoice,
) -> Judgement:
    if criterion.during not in ("all", phase):
        return NOTHING
    frame = MeasuredFrame(
        seen.pose.time_s, 0.0, seen.measures, str(seen.view) if seen.in_posture else ""
    )
    return combine(
        [
            _judge_moment(part, frame, sides, exercise.views_of(part))
            for part in criterion.conditions
        ]
    )


def _judge_moment(
    condition: Condition, frame: MeasuredFrame, sides: SideChoice, views: Sequence[str]
) -> Judgement:
    bounds = limits(condition, float("nan"))
    if bounds is None or condition.measure == SECONDS:
        return replace(NOTHING, condition=condition)
    moment = PhaseSegment((frame,), frame.time_s, frame.time_s)
    judgement = judge(condition, moment, sides, bounds, views)
    if condition.judge == "reached" and judgement.verdict is Verdict.FAULT:
        # Not reached at this moment doesn't mean never reached.
        return replace(NOTHING, condition=condition)
    return judgement
