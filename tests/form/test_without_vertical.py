"""Where nobody knows how the camera leans, what rests on the body alone stays."""

from formcheck.form.sets.without_vertical import without_vertical
from formcheck.form.state import Verdict
from tests.form.performed_sets import film, push_up, repetition, run
from tests.form.test_without_seconds import leg_raises


def test_what_bends_in_the_body_itself_is_still_judged() -> None:
    shares = [share for _ in range(2) for share in repetition()]
    known = run("push-up", film([push_up(share) for share in shares]))[0]
    assert without_vertical(known) == known


def test_what_is_held_against_the_vertical_is_not() -> None:
    known = leg_raises(back_s=2.0)
    summary = without_vertical(known)
    after = {one.criterion.id: one.verdict for one in summary.criteria}
    leaning = {
        one.id
        for one in summary.exercise.criteria
        if "elevation" in one.conditions[0].measure or "inclination" in one.conditions[0].measure
    }
    assert leaning
    assert all(after[key] is Verdict.UNKNOWN for key in leaning)
    before = {one.criterion.id: one.verdict for one in known.criteria}
    assert all(after[key] is before[key] for key in after.keys() - leaning)
    assert len(summary.repetitions) == len(known.repetitions)
    assert all(one.verdict is not Verdict.GOOD for one in summary.repetitions)
