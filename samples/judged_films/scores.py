"""What judged films add up to: faults told, false alarms, what stays unknown, counts and holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from formcheck.exercises.load import library
from formcheck.form.state import Verdict
from samples.judged_films.judging import JudgedFilm


@dataclass(frozen=True)
class ScoreSettings:
    """What counts as what.

    clear: degree from which a fault is plain to see; the motions' files describe it at 1.
    lasting: share of a repetition that a clear fault truly lasts: who is asked to go too high with
        one side only, or but half the way, may keep within the limits all the same.
    slight: degree up to which somebody who watches would let it pass.
    hold_s: seconds by which a hold may be off: people count aloud, no finer.
    turned: degrees of yaw where one group of films ends and the next begins.
    """

    clear: float = 0.8
    lasting: float = 0.2
    slight: float = 0.3
    hold_s: float = 0.5
    turned: tuple[float, ...] = (0, 15, 30, 45, 70)


DEFAULTS = ScoreSettings()

HEADINGS = (
    "yaw",
    "films",
    "clear faults told",
    "called good",
    "unknown",
    "slight told",
    "false alarms",
    "kept unknown",
    "F1",
    "counted right",
    "holds right",
    "holds unknown",
    "recognised",
)


@dataclass(frozen=True)
class Said:
    """How often something was called what."""

    fault: int
    good: int
    unknown: int

    @property
    def all(self) -> int:
        """How often in all."""
        return self.fault + self.good + self.unknown

    def share(self, number: int) -> str:
        """One of the three, of all of them."""
        return f"{number} of {self.all}"


def said(verdicts: Iterable[Verdict]) -> Said:
    """Count verdicts."""
    counts = Counter(verdicts)
    return Said(counts[Verdict.FAULT], counts[Verdict.GOOD], counts[Verdict.UNKNOWN])


def broken(films: Sequence[JudgedFilm], low: float, high: float) -> list[Verdict]:
    """What was said of the criteria that are broken in a degree from low to high."""
    return [
        film.verdicts[criterion]
        for film in films
        if low <= film.degree < high
        for criterion in film.broken & film.verdicts.keys()
        if low < DEFAULTS.clear or is_clear(film, criterion)
    ]


def is_clear(film: JudgedFilm, criterion: str, settings: ScoreSettings = DEFAULTS) -> bool:
    """Whether a criterion is plainly broken: in such a degree, and by the joints in space too."""
    share = film.truly_out.get(criterion)
    return film.degree >= settings.clear and (share is None or share >= settings.lasting)


def kept(films: Sequence[JudgedFilm]) -> list[Verdict]:
    """What was said of criteria that are kept: those of films done by the book, without a fault."""
    return [
        verdict
        for film in films
        if film.degree == 0 and film.by_the_book
        for verdict in film.verdicts.values()
    ]


def f1(clear: Said, good: Said) -> float:
    """F1 of clear faults against false alarms; NaN where nothing was to be told."""
    told = 2 * clear.fault
    asked = told + good.fault + clear.good + clear.unknown
    return told / asked if asked else float("nan")


def rows(films: Sequence[JudgedFilm], settings: ScoreSettings = DEFAULTS) -> Iterator[list[str]]:
    """The table's lines, a group of yaw each; the first is the heading."""
    yield list(HEADINGS)
    for low, high in zip(settings.turned, settings.turned[1:], strict=False):
        yield _row(f"{low}–{high}", [f for f in films if low <= f.yaw < high], settings)
    yield _row("all", films, settings)


def _row(name: str, films: Sequence[JudgedFilm], settings: ScoreSettings) -> list[str]:
    clear = said(broken(films, settings.clear, float("inf")))
    slight = said(broken(films, 1e-9, settings.slight))
    good = said(kept(films))
    counts = [_counted(film) for film in films if is_counted(film)]
    holds = [off_s for film in films for off_s in held_off_s(film)]
    told = [abs(off_s) <= settings.hold_s for off_s in holds if off_s == off_s]
    recognised = [is_recognised(film) for film in films if is_named(film)]
    return [
        name,
        str(len(films)),
        clear.share(clear.fault),
        str(clear.good),
        str(clear.unknown),
        slight.share(slight.fault),
        good.share(good.fault),
        str(good.unknown),
        f"{f1(clear, good):.2f}",
        f"{sum(counts)} of {len(counts)}",
        f"{sum(told)} of {len(told)}",
        str(len(holds) - len(told)),
        f"{sum(recognised)} of {len(recognised)}",
    ]


def is_named(film: JudgedFilm) -> bool:
    """Whether what it shows is to be recognised: a posture is kept, and never named."""
    return library()[film.exercise].kind != "posture"


def is_counted(film: JudgedFilm) -> bool:
    """Whether it is plain how many there are: what goes half the way is somebody's guess.

    So is what truly goes less far than anything that counts: whose hips sag in a side plank lies
    down and never gets up.
    """
    gone = all(travel is None or travel >= 1 for travel in film.truly_gone)
    return is_named(film) and gone and all(way >= 0.9 for way in film.ways)


def is_recognised(film: JudgedFilm) -> bool:
    """Whether it got its own name, once; or, with a fault, that of what it is when gone too far.

    A pelvic tilt with lifted hips is a bridge, as its own file says.
    """
    too_far = library()[film.exercise].signature.too_far if film.broken else ()
    return film.recognised in [(name,) for name in (film.exercise, *too_far)]


def _counted(film: JudgedFilm) -> bool:
    return len(film.holds_s) == len(film.ways)


def held_off_s(film: JudgedFilm) -> Iterator[float]:
    """Seconds that each hold was told too long; NaN where it was left open.

    None of those films in which it isn't plain how many there are, or which were counted wrongly,
    and none of what was told to be held but is gone to by less than counts as a movement.
    """
    if is_counted(film) and _counted(film):
        for told, true, found in zip(
            film.told_holds_s, film.true_holds_s, film.holds_s, strict=True
        ):
            if told > 0 and true != 0:
                yield found - told
