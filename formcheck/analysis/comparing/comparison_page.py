"""The page of a comparison: one file that opens offline."""

from formcheck.analysis.comparing.comparison import Comparison
from formcheck.analysis.comparing.comparison_wording import ComparisonWords, headings
from formcheck.analysis.comparing.curve_plot import curve_plot
from formcheck.results.report.html_page import html_page
from formcheck.results.wording.result_wording import SYMBOLS
from formcheck.texts.texts import Texts


def comparison_page(comparison: Comparison, texts: Texts) -> str:
    """What differs, the tables, and a plot of each measure over a repetition."""
    words = ComparisonWords(comparison, texts)
    plots = []
    for one in comparison.curves:
        name = words.measure(one.measure)
        label = texts.text("compare.legend.axis", measure=name, unit=words.unit(one.unit))
        legend = texts.text("compare.legend.curves")
        plots.append((label, curve_plot(one, label, legend, texts)))
    return html_page(
        __package__,
        "comparison.html",
        texts,
        title=texts.text("compare.title", exercise=comparison.exercise.title),
        heading=words.heading,
        under_heading=words.under_heading,
        words=words,
        headings=headings(words, texts),
        plots=plots,
        symbols=SYMBOLS,
    )
