"""The shown repetitions, cut into the phases that criteria are judged in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from formcheck.form.repetitions.phases import PhaseCut, cut
from formcheck.form.repetitions.signal import RepetitionSignal
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.known_median import known_median
from formcheck.form.verdicts.measured_frame import MeasuredFrame
from formcheck.learn.movement import Movement
from formcheck.learn.shown import ShownFrame


@dataclass(frozen=True)
class Spread:
    """Where most of a measure's values lie.

    low, high: what one in twenty is below, and above. seen: share of the frames that have one.
    """

    low: float
    middle: float
    high: float
    seen: float

    @property
    def width(self) -> float:
        """How far they lie apart."""
        return self.high - self.low


@dataclass(frozen=True, eq=False)
class DemonstratedRepetition:
    """One repetition of the demonstration, as a set would be judged on it."""

    phases: PhaseCut
    sides: SideChoice

    def samples(self, phase: str) -> Sequence[MeasuredFrame]:
        """The samples of `all`, `rest`, `peak` or `back`."""
        parts = {
            "all": self.phases.whole,
            "rest": self.phases.rest,
            "peak": self.phases.peak,
            "back": self.phases.back,
        }
        return parts[phase].frames


def demonstrated_repetitions(
    frames: Sequence[ShownFrame], movement: Movement
) -> tuple[DemonstratedRepetition, ...]:
    """Every repetition with its phases and sides."""
    signal = RepetitionSignal(movement.wave)
    samples = [
        MeasuredFrame(frame.time_s, value, frame.measures, frame.view)
        for frame, value in zip(frames, movement.signals, strict=True)
    ]
    repetitions = []
    for cycle, span in movement.spans:
        phases = cut(samples[span.start : span.stop], cycle)
        sides = SideChoice(frames[span.start].near, signal.working_side(phases.peak.frames))
        repetitions.append(DemonstratedRepetition(phases, sides))
    return tuple(repetitions)


def spread(
    repetitions: Sequence[DemonstratedRepetition],
    measure: str,
    phase: str,
    *,
    from_start: bool = False,
) -> Spread | None:
    """Where a measure lies in a phase, over all repetitions; None where it is never seen.

    from_start: take off how it was at the first rest.
    """
    samples = [(one, sample) for one in repetitions for sample in one.samples(phase)]
    values = sorted(
        value
        for one, sample in samples
        if (value := one.sides.value(measure, sample.measures)) == value
    )
    offset = at_first_rest(repetitions, measure) if from_start else 0.0
    if not values or offset != offset:
        return None
    last = len(values) - 1
    return Spread(
        low=values[round(0.05 * last)] - offset,
        middle=median(values) - offset,
        high=values[round(0.95 * last)] - offset,
        seen=len(values) / len(samples),
    )


def at_first_rest(repetitions: Sequence[DemonstratedRepetition], measure: str) -> float:
    """How a measure was before the first repetition; NaN where it wasn't seen."""
    first = repetitions[0]
    return known_median(
        first.sides.value(measure, sample.measures) for sample in first.samples("rest")
    )


def furthest(repetitions: Sequence[DemonstratedRepetition], measure: str) -> Iterator[float]:
    """The measure at the furthest point of each repetition."""
    for one in repetitions:
        top = max(one.samples("peak"), key=lambda sample: sample.signal)
        yield one.sides.value(measure, top.measures)
