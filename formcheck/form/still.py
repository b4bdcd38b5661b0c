"""A still picture: the criteria that one moment can answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from formcheck.exercises.criterion import Condition, Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.avoid import AvoidWatch
from formcheck.form.repetitions.signal import RepetitionSignal
from formcheck.form.repetitions.signal_choice import SignalChoice
from formcheck.form.seen_clock import SeenClock
from formcheck.form.sets.set_recorder import SetRecorder
from formcheck.form.sets.set_summary import CriterionTotal, SetSummary
from formcheck.form.sets.too_few_pictures import without_verdicts
from formcheck.form.sides import SideChoice
from formcheck.form.start.floor import FLOOR_MEASURES, floor_between
from formcheck.form.start.observation import ExerciseObserver, Observation
from formcheck.form.start.set_up import during_the_set
from formcheck.form.state import CriterionState, FormState, Verdict
from formcheck.form.verdicts.condition_judge import judge
from formcheck.form.verdicts.judgement import NOTHING, Judgement, combine
from formcheck.form.verdicts.limits import limits
from formcheck.form.verdicts.measured_frame import MeasuredFrame, PhaseSegment, measured_frame
from formcheck.form.vocabulary import SECONDS, check_vocabulary, unit_of
from formcheck.measure.catalogue import find
from formcheck.pose.pose import Pose
from formcheck.texts.texts import Texts


@dataclass(frozen=True)
class StillSettings:
    """Which phase a picture shows, by the share of the usual way out."""

    at_rest: float = 0.3
    at_peak: float = 0.7
    """Up to the first it shows rest, from the second on the furthest point; what lies between
    could be either on the way (engineering values: a third for each)."""

    most_off: float = 1.0
    """Usual ways out beyond either end from which on a height over the floor is none that the
    exercise's file can mean (engineering value)."""


@dataclass(frozen=True)
class JudgedPicture:
    """What one picture tells.

    summary: as of a set without repetitions. state: as of a frame of a video, with the verdicts
    that one moment allows, for drawing.
    """

    summary: SetSummary
    state: FormState

    @property
    def without_verdicts(self) -> "JudgedPicture":
        """The same where it shows something else than what it was judged as."""
        open_now = (
            replace(one, active=False, verdict=Verdict.UNKNOWN) for one in self.state.criteria
        )
        state = replace(self.state, criteria=tuple(open_now))
        return JudgedPicture(without_verdicts(self.summary), state)


def judge_picture(
    exercise: Exercise,
    pose: Pose,
    settings: StillSettings | None = None,
    texts: Texts | None = None,
) -> JudgedPicture:
    """Judge one picture.

        judged = formcheck.judge_picture(exercise, pose)
        picture = formcheck.draw(frame.image, pose, judged.state, exercise)
        print(judged.summary.verdict)

    There are no repetitions. What needs time (how long, how far at most) or the person's own
    start position is `unknown`, and so is what belongs to a phase that the picture doesn't show.

    texts: of the language that problems are told in; English unless given.

    Raises VocabularyError where the exercise names measures that don't exist.
    """
    check_vocabulary(exercise)
    also = (*AvoidWatch(exercise).measures, *FLOOR_MEASURES)
    observation = ExerciseObserver(exercise, also, texts=texts).update(pose, settled=False)
    measures = observation.measures
    signal = RepetitionSignal(exercise.repetition)
    sides = SideChoice(measures.near_side, signal.leading_side(measures.values))
    outward = signal.value(measures.values, observation.sides)
    phase = _phase(exercise, outward, pose, measures.values, settings or StillSettings())
    recorder = SetRecorder(exercise, SeenClock())
    recorder.update(replace(observation, set_up=during_the_set(observation.set_up)))
    judgements = {
        criterion.id: _judge(exercise, criterion, phase, observation, sides)
        for criterion in exercise.criteria
    }
    recorder.add_remainder(judgements, 0.0)
    summary = recorder.summary()
    return JudgedPicture(summary, _state(exercise, observation, summary))


def _phase(
    exercise: Exercise,
    outward: float,
    pose: Pose,
    values: Mapping[str, float],
    settings: StillSettings,
) -> str | None:
    rule = exercise.repetition
    value = outward if rule.direction == "rises" else -outward
    if not find(rule.measure).of_picture:
        return _phase_at(exercise, _share_of_the_way(rule, value), settings)
    # What a file calls usual is a height over the floor.
    shares = [_share_of_the_way(rule, value - floor) for floor in floor_between(pose, values)]
    least, most = -settings.most_off, 1 + settings.most_off
    phases = {_phase_at(exercise, share, settings) for share in shares}
    believed = any(least <= share <= most for share in shares)
    return phases.pop() if len(phases) == 1 and believed else None


def _phase_at(exercise: Exercise, share: float, settings: StillSettings) -> str | None:
    if share <= settings.at_rest:
        return exercise.phases.rest
    return exercise.phases.peak if share >= settings.at_peak else None


def _share_of_the_way(rule: RepetitionRule, value: float) -> float:
    return (value - rule.usual_rest) / (rule.usual_peak - rule.usual_rest)


def _judge(
    exercise: Exercise,
    criterion: Criterion,
    phase: str | None,
    observation: Observation,
    sides: SideChoice,
) -> Judgement:
    measures = observation.measures
    view = exercise.camera.view
    frame = measured_frame(measures, view, in_posture=observation.in_posture)
    return combine(
        [
            _judge_moment(part, frame, sides, exercise.views_of(part))
            for part in criterion.conditions
            if criterion.phase_of(part) in ("all", phase)
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
    if condition.judge == "reached" and judgement.verdict is not Verdict.GOOD:
        # Not reached at this moment doesn't mean never reached.
        return replace(NOTHING, condition=condition)
    return judgement


def _state(exercise: Exercise, observation: Observation, summary: SetSummary) -> FormState:
    measures, choice = observation.measures, SignalChoice(exercise.repetition)
    return FormState(
        time_s=measures.time_s,
        pose_seen=observation.joints_in_view,
        view=measures.view,
        near_side=measures.near_side,
        working_side=None,
        phase=None,
        in_set=False,
        repetitions=0,
        good_repetitions=0,
        hold_s=0.0,
        counted=choice.counted(measures.values, observation.sides),
        moved_too_little=False,
        measures=measures.values,
        criteria=tuple(_criterion(total, observation) for total in summary.criteria),
        set_up=observation.set_up,
        finished=None,
        back=measures.back,
        errors=measures.errors,
    )


def _criterion(total: CriterionTotal, observation: Observation) -> CriterionState:
    condition = total.condition
    return CriterionState(
        id=total.criterion.id,
        title=total.criterion.title,
        active=total.verdict is not Verdict.UNKNOWN,
        verdict=total.verdict,
        measure=observation.sides.full_name(condition.measure, observation.measures.values),
        value=total.worst,
        low=condition.at_least,
        high=condition.at_most,
        unit=unit_of(condition.measure).name,
        cue=total.cue,
    )
