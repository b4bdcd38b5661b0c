"""What a demonstration doesn't show, so that its draft can't ask for it."""

from collections.abc import Iterator, Mapping, Sequence

from formcheck.learn.criteria import judged_parts
from formcheck.learn.demonstrated_repetitions import spread
from formcheck.learn.demonstration import Demonstration
from formcheck.learn.suggestion import DEFAULTS, Suggestion, SuggestionSettings
from formcheck.learn.words import MeasureWords, measure_words


def unlearnt(
    shown: Demonstration,
    words: Mapping[str, MeasureWords],
    suggestions: Sequence[Suggestion],
    settings: SuggestionSettings = DEFAULTS,
) -> tuple[str, ...]:
    """What could not be learnt, and why: each in a few words of the draft's language.

    words: the measures that can be judged here.
    """
    text = shown.texts.text
    told = []
    if len(shown.repetitions) == 1:
        told.append(text("learn.unlearnt.once"))
    if not shown.timed:
        told.append(text("learn.unlearnt.times"))
    told += _hardly_seen(shown, words, suggestions, settings)
    hidden = _out_of_view(shown, words)
    if hidden:
        view = text(f"learn.view.{shown.view}")
        told.append(text("learn.unlearnt.view", names=", ".join(hidden), view=view))
    return tuple(told)


def _hardly_seen(
    shown: Demonstration,
    words: Mapping[str, MeasureWords],
    suggestions: Sequence[Suggestion],
    settings: SuggestionSettings,
) -> Iterator[str]:
    """Parts that no criterion asks about, as they were not seen or did as they liked."""
    asked = {one.criterion.measure for one in suggestions}
    for one, role in judged_parts(words.values(), shown.movement, shown.view):
        measure, text = one.sided(role), shown.texts.text
        if measure in asked:
            continue
        found = spread(shown.repetitions, measure, "peak")
        seen = 0.0 if found is None else found.seen
        if found is None or seen < settings.least_seen:
            key = "unseen" if round(100 * seen) else "never_seen"
            yield text(f"learn.unlearnt.{key}", name=one.named(role), share=100 * seen)
        elif one.in_degrees and found.width > settings.scatter_degrees:
            low, high = one.number(found.low), one.with_unit(found.high)
            yield text("learn.unlearnt.scattered", name=one.named(role), low=low, high=high)


def _out_of_view(shown: Demonstration, words: Mapping[str, MeasureWords]) -> list[str]:
    """Parts of which this view shows nothing."""
    seen = {one.part for one in words.values()}
    every = measure_words(shown.texts.language).values()
    hidden = (one for one in every if shown.view not in one.errors and one.judged)
    names = (one.name for one in hidden if one.part not in seen and not one.few_positions)
    return list(dict.fromkeys(names))
