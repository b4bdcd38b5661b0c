"""What people write in TOML that isn't TOML, and what they mean by it."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class SlipRule:
    """What is wrong where a pattern is found outside strings, and what belongs there.

    pattern: where only a part of it is wrong, that is its group `slip`. mend: the right text for
        what is wrong. say: the key of the remedy, below `slip`.
    """

    pattern: re.Pattern[str]
    mend: Callable[[re.Match[str]], str]
    say: str


_ENDS = r"[ \t]*(?:[,}\]\n#]|\Z)"
_END = f"(?={_ENDS})"
_NUMBER = r"(?<![0-9.\w])[+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?"
_TRUE, _FALSE = ("true", "yes", "on", "ja", "wahr"), ("false", "no", "off", "nein", "falsch")

_VULGAR = "¼½¾⅓⅔"
_PLAIN = r"[0-9]{1,15}(?:\.[0-9]{1,15})?"

_MORE = r"(?:[+×*]|[^\W\d_]{1,20}\.?(?:[ \t]+[^\W\d_]{1,20}){0,4})"
"""After a number: `8x`, `8 per side`."""

_MINUTES = (
    r"(?:[ \t]*(?:min\.?|minutes?|Minuten?|')|:(?P<seconds>[0-5][0-9])(?:[ \t]*min(?:utes|uten)?)?)"
)
"""After whole minutes: `1 min`, `1:30`."""


def _decimal(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".")


def _whole_and_part(found: re.Match[str]) -> str:
    return _decimal(int(found[1] or 0) + unicodedata.numeric(found[2]))


def _items(found: re.Match[str]) -> str:
    return f"[{', '.join(found[1].split())}]"


def _in_seconds(found: re.Match[str]) -> str:
    minutes, seconds = found["minutes"].replace(",", "."), found["seconds"] or 0
    return f"{found['key']} = {_decimal(60 * float(minutes) + int(seconds))}"


def _in_square(found: re.Match[str]) -> str:
    return f" [{found[1].strip()}]"


def _one_line(found: re.Match[str]) -> str:
    return f' "{" ".join(found[1].split())}"'


RULES = (
    SlipRule(
        re.compile(r"(?m)(?<==)[ \t]*\"([^\n\"=]+(?:\n[^\n\"=\[\]]+){1,9})\"[ \t]*$"),
        _one_line,
        "lines",
    ),
    SlipRule(
        re.compile(r"(?m)^([ \t]*)(?://|;)"),
        lambda found: f"{found[1]}#",
        "comment",
    ),
    SlipRule(
        re.compile(
            r"(?m)^[ \t]*(?:\[\[([A-Za-z_.]+)\]?|\[([A-Za-z_.]+)\]\]|\[([A-Za-z_.]+))[ \t]*$"
        ),
        lambda found: f"[{found[3]}]" if found[3] else f"[[{found[1] or found[2]}]]",
        "heading",
    ),
    SlipRule(
        re.compile(r"(?m)^([ \t]*)([A-Za-z_]+(?:[ \t]+[A-Za-z_]+)+)(?=[ \t]*=)"),
        lambda found: found[1] + "_".join(found[2].split()),
        "key",
    ),
    SlipRule(
        re.compile(r"(?m)^([ \t]*[A-Za-z_]+)[ \t]*(?:=>|:=|==|->)"),
        lambda found: f"{found[1]} =",
        "colon",
    ),
    SlipRule(
        re.compile(rf"(?m)^([ \t]*[A-Za-z_]+)[ \t]*=?[ \t]*[<>≤≥]=?[ \t]*({_NUMBER}){_END}"),
        lambda found: f"{found[1]} = {found[2]}",
        "compared",
    ),
    SlipRule(
        re.compile(rf"(?<==)[ \t]*(?:±|\+/?-)[ \t]*({_PLAIN})(?=[ \t]*[°º]|{_ENDS})"),
        lambda found: f" {found[1]}",
        "both_ways",
    ),
    SlipRule(
        re.compile(
            rf"(?<==)[ \t]*({_PLAIN})[ \t]*(?:[-−–—]|\.\.\.?|to|bis)[ \t]*({_PLAIN}){_END}",
        ),
        lambda found: f" [{found[1]}, {found[2]}]",
        "range",
    ),
    SlipRule(
        re.compile(rf"({_NUMBER})[ \t]*/[ \t]*([1-9][0-9]{{0,14}}){_END}"),
        lambda found: _decimal(float(found[1]) / int(found[2])),
        "fraction",
    ),
    SlipRule(
        re.compile(rf"(?<![0-9.\w])([0-9]{{0,9}})[ \t]*([{_VULGAR}])"),
        _whole_and_part,
        "fraction",
    ),
    SlipRule(
        re.compile(rf"\[[ \t]*({_PLAIN}(?:[ \t]+{_PLAIN})+)[ \t]*\]"),
        _items,
        "list",
    ),
    SlipRule(
        re.compile(rf"(?<==)[ \t]*[({{][ \t]*({_PLAIN}(?:[ \t]*,[ \t]*{_PLAIN})*)[ \t]*[)}}]"),
        _in_square,
        "square",
    ),
    SlipRule(
        re.compile(r"(?m)^[ \t]*[\w.]+[ \t]*=[^\n\[\]{}]*[\w\"](?P<slip>[ \t]*[,;])[ \t]*$"),
        lambda _: "",
        "line_end",
    ),
    SlipRule(
        re.compile(r"\"[ \t]+\""),
        lambda _: '", "',
        "list",
    ),
    SlipRule(
        re.compile(r"(?m)(?<==)[ \t]*([\"'])([^\n\"']*[^\s\"'])[ \t]*$"),
        lambda found: f" {found[1]}{found[2]}{found[1]}",
        "quote",
    ),
    SlipRule(
        re.compile(r"[−–—‐‑‒](?=[0-9.])"),
        lambda _: "-",
        "minus",
    ),
    SlipRule(
        re.compile(r"(?m)^([ \t]*[A-Za-z_][A-Za-z0-9_]*)[ \t]*:(?=[ \t])"),
        lambda found: f"{found[1]} =",
        "colon",
    ),
    SlipRule(
        re.compile(
            r"(?m)^(?P<key>[ \t]*[A-Za-z_]+_s)[ \t]*=[ \t]*"
            rf"(?P<minutes>[0-9]{{1,9}}(?:[.,][0-9]{{1,9}})?){_MINUTES}{_END}"
        ),
        _in_seconds,
        "seconds",
    ),
    SlipRule(
        re.compile(rf"(?<==)([ \t]*)([+-]?[0-9]{{1,15}}),([0-9]{{1,15}})(?=[ \t]*[°º]|{_ENDS})"),
        lambda found: f"{found[1]}{found[2]}.{found[3]}",
        "comma",
    ),
    SlipRule(
        re.compile(
            rf"({_NUMBER})[ \t]*(?:[°º]C?|degrees?|deg|Grad|seconds?|secs?|Sekunden|s|%|cm|m){_END}"
        ),
        lambda found: found[1],
        "unit",
    ),
    SlipRule(
        re.compile(rf"(?<![0-9.\w])([+-]?)\.([0-9]{{1,15}}){_END}"),
        lambda found: f"{found[1]}0.{found[2]}",
        "before_point",
    ),
    SlipRule(
        re.compile(rf"(?<![0-9.\w])([+-]?[0-9]{{1,15}})\.{_END}"),
        lambda found: found[1],
        "after_point",
    ),
    SlipRule(
        re.compile(rf"(?<![0-9.\w:-])([+-]?)0{{1,9}}([0-9]{{1,15}}){_END}"),
        lambda found: f"{found[1]}{found[2]}",
        "zero",
    ),
    SlipRule(
        re.compile(
            rf"(?<==)[ \t]*(?P<about>~|≈|ca\.?|about|etwa)?[ \t]*(?P<number>{_PLAIN})[ \t]*"
            rf"(?(about){_MORE}?|{_MORE}){_END}"
        ),
        lambda found: f" {found['number']}",
        "alone",
    ),
    SlipRule(
        re.compile(rf"(?<==)[ \t]*(?!true|false)((?i:{'|'.join((*_TRUE, *_FALSE))})){_END}"),
        lambda found: " true" if found[1].lower() in _TRUE else " false",
        "true_or_false",
    ),
    SlipRule(
        re.compile(r"(?m)(?<==)[ \t]*(?!(?:true|false|inf|nan)\s*$)([^\W\d_][^\n\"'\[\]{}#=,]*)$"),
        lambda found: f' "{found[1].strip()}"',
        "text",
    ),
)
