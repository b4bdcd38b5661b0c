"""Who is somewhere else at the end of a movement has walked, or shifted along the floor."""

from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.vocabulary import HIPS_ACROSS


def moved_away(phases: PhaseCut, most: float) -> bool:
    """Whether the person is somewhere else at the end.

    most: trunk lengths that they may have moved.
    """
    before = phases.out.frames[0].measures
    after = phases.landing.frames[-1].measures
    return abs(after[HIPS_ACROSS] - before[HIPS_ACROSS]) > most
