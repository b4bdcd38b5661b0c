"""The state of a still picture, to be drawn like a frame of a video."""

from dataclasses import replace

from formcheck.form.set_summary import CriterionTotal, SetSummary
from formcheck.form.sides import SideChoice
from formcheck.form.state import CriterionState, FormState, Verdict


def pictured_state(state: FormState, summary: SetSummary) -> FormState:
    """The state of the only frame, with the verdicts that one moment allows."""
    sides = SideChoice(state.near_side, state.working_side)
    totals = {total.criterion.id: total for total in summary.criteria}
    return replace(
        state,
        criteria=tuple(_judged(one, totals[one.id], sides, state) for one in state.criteria),
    )


def _judged(
    criterion: CriterionState, total: CriterionTotal, sides: SideChoice, state: FormState
) -> CriterionState:
    return replace(
        criterion,
        active=total.verdict is not Verdict.UNKNOWN,
        verdict=total.verdict,
        measure=sides.full_name(total.condition.measure, state.measures),
        value=total.worst,
        low=total.condition.at_least,
        high=total.condition.at_most,
        cue=total.cue,
    )
