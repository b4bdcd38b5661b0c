"""Who shifts about before they keep still is getting ready, where nothing but holding is asked."""

from dataclasses import dataclass

from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.repetitions.phases import PhaseCut


@dataclass(frozen=True)
class GettingReadySettings:
    """What is over so soon that it was no try.

    within_s: seconds from leaving rest until it is reached again. Random films for choosing have
        people shift their hips for 1 to 2 seconds before a plank.
    without_stop_s: the same where they hardly stop there: slow people take 2.6 seconds.
    least_stop_s: seconds; who stops for less hardly does. In a film of a plank whose hips stick up
        for 2.7 seconds they stop for 0.8 of them.
    """

    within_s: float = 2.5
    without_stop_s: float = 3.5
    least_stop_s: float = 0.5


DEFAULTS = GettingReadySettings()


def is_getting_ready(
    rule: RepetitionRule, phases: PhaseCut, settings: GettingReadySettings = DEFAULTS
) -> bool:
    """Whether a movement out and back is none of those that the rule asks for.

    phases: those of the movement.
    """
    held = rule.least_hold_s == 0 or phases.hold_s >= rule.least_hold_s
    stopped = phases.hold_s >= settings.least_stop_s
    within_s = settings.within_s if stopped else settings.without_stop_s
    return not held and phases.end_s - phases.start_s < within_s
