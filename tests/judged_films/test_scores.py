"""What was said of random films is added up as a reader would count it."""

from typing import Any

import pytest

from formcheck.form.state import Verdict
from samples.judged_films.judging import JudgedFilm
from samples.judged_films.scores import HEADINGS, broken, f1, kept, rows, said


def film(
    *,
    degree: float = 0.0,
    yaw: float = 0.0,
    verdict: Verdict = Verdict.GOOD,
    way: float = 1.0,
    manner: str = "least jerk",
    counted: int = 1,
    held_s: float = 3.0,
    true_hold_s: float | None = None,
    recognised: tuple[str, ...] = ("bridge",),
    truly_out: float | None = None,
    truly_gone: float | None = None,
    exercise: str = "bridge",
) -> JudgedFilm:
    """A bridge whose hips are, or aren't, high enough."""
    told: dict[str, Any] = {
        "exercise": exercise,
        "yaw": yaw,
        "degree": degree,
        "breaks": ["hips-up"] if degree else [],
        "manner": {"way": manner},
        "repetitions": [{"way": way, "told_hold_s": 3.0, "true_hold_s": true_hold_s}],
    }
    out = {"hips-up": truly_out}
    holds_s, gone = (held_s,) * counted, (truly_gone,)
    return JudgedFilm("film", told, out, gone, {"hips-up": verdict}, holds_s, recognised)


def score(*films: JudgedFilm) -> dict[str, str]:
    """The table's last line."""
    return dict(zip(HEADINGS, list(rows(films))[-1], strict=True))


def test_a_clear_fault_is_told_missed_or_left_open() -> None:
    films = [film(degree=1.0, verdict=one) for one in Verdict]
    found = score(*films)
    assert found["clear faults told"] == "1 of 3"
    assert found["called good"] == found["unknown"] == "1"


def test_a_fault_that_the_joints_in_space_hardly_show_is_not_clear() -> None:
    films = [film(degree=1.0, truly_out=share) for share in (0.1, 0.9)]
    assert score(*films)["called good"] == "1"
    assert score(*films)["clear faults told"] == "0 of 1"


def test_a_fault_that_is_hardly_there_may_pass_and_is_no_false_alarm() -> None:
    films = [film(degree=0.1, verdict=Verdict.FAULT)]
    assert score(*films)["false alarms"] == "0 of 0"
    assert said(broken(films, 0.0, 0.3)).fault == 1


@pytest.mark.parametrize("other", [{"manner": "trembling"}, {"way": 0.5}])
def test_only_what_is_done_by_the_book_can_be_a_false_alarm(other: dict[str, Any]) -> None:
    assert kept([film(verdict=Verdict.FAULT)]) == [Verdict.FAULT]
    assert kept([film(verdict=Verdict.FAULT, **other)]) == []


def test_misses_and_false_alarms_weigh_alike() -> None:
    clear = said([Verdict.FAULT, Verdict.FAULT, Verdict.GOOD])
    assert f1(clear, said([Verdict.FAULT, Verdict.GOOD])) == pytest.approx(2 / 3)


def test_half_a_repetition_isn_t_held_against_the_counter() -> None:
    assert score(film(counted=2))["counted right"] == "0 of 1"
    assert score(film(counted=2, way=0.5))["counted right"] == "0 of 0"


def test_who_sags_instead_of_rising_has_done_nothing_that_counts() -> None:
    assert score(film(counted=0, truly_gone=0.1))["counted right"] == "0 of 0"
    assert score(film(counted=0, truly_gone=5.0))["counted right"] == "0 of 1"


def test_a_tilt_that_lifts_the_hips_may_be_called_a_bridge() -> None:
    assert score(film(exercise="pelvic-tilt", degree=1.0))["recognised"] == "1 of 1"
    assert score(film(exercise="pelvic-tilt"))["recognised"] == "0 of 1"
    tilt = film(exercise="bridge", degree=1.0, recognised=("pelvic-tilt",))
    assert score(tilt)["recognised"] == "0 of 1"


def test_a_hold_may_be_half_a_second_off() -> None:
    assert score(film(held_s=3.4))["holds right"] == "1 of 1"
    assert score(film(held_s=3.7))["holds right"] == "0 of 1"


def test_films_are_told_apart_by_how_far_they_are_turned() -> None:
    table = [dict(zip(HEADINGS, row, strict=True)) for row in rows([film(yaw=-20), film(yaw=50)])]
    assert [row["films"] for row in table[1:]] == ["0", "1", "0", "1", "2"]


def test_what_isn_t_named_isn_t_recognised() -> None:
    assert score(film(), film(recognised=()))["recognised"] == "1 of 2"


def test_a_hold_that_is_left_open_is_neither_right_nor_wrong() -> None:
    found = score(film(held_s=3.4), film(held_s=3.6), film(held_s=float("nan")))
    assert (found["holds right"], found["holds unknown"]) == ("1 of 2", "1")


def test_nobody_holds_a_position_that_they_hardly_go_to() -> None:
    assert score(film(held_s=0.0, true_hold_s=0.0))["holds right"] == "0 of 0"
    assert score(film(held_s=2.9, true_hold_s=3.0))["holds right"] == "1 of 1"
