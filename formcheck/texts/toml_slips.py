"""Slips of people who write TOML as they write letters: each in words, and the text without it.

title = “Bird dog”      tolerance = 0,04      at_least = 155°      id = bird-dog      day: 2
"""

import re

from formcheck.texts.message import Message, message
from formcheck.texts.slip_rules import RULES, SlipRule

MOST_LETTERS = 50_000
"""Of a text that is looked through; engineering value, four times our longest file."""

_CURLY = {**dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‘’‚‛′´`", "'")}
_WORDS = ("slip.true_or_false", "slip.text")
_INVISIBLE = {
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "),
    **dict.fromkeys("\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", ""),
}
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?(?:"""|\Z)|\'\'\'.*?(?:\'\'\'|\Z)|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*',
    re.DOTALL,
)
"""What holds anything: strings, and comments."""

_CURLY_STRING = re.compile(r"[“„‟″«»”]([^\n“”„‟″«»\"]*)[“”‟″«»\"]|\"([^\n\"“”„‟″«»]*)[”“‟″«»]")
_SINGLE_STRING = re.compile(r"[‘’‚‛′´`]([^\n‘’‚‛′´`']*)[‘’‛′´`]|'([^\n'‘’‚‛′´`]*)[’‘‛′´`]")


def mended(text: str) -> tuple[str, tuple[Message, ...]]:
    """The text without slips, and what they were: `line 3: use a point in a number: 0.04`.

    What can't be seen, such as a space that doesn't break, is mended and not told.
    """
    if len(text) > MOST_LETTERS:
        return text, ()
    slips: list[tuple[int, Message]] = []
    text = _straight(text, slips)
    for rule in RULES:
        text = _applied(rule, text, slips)
    told = sorted(set(slips), key=lambda slip: (slip[0], str(slip[1])))
    rows = text.splitlines()
    return text, tuple(
        message("slip.line", line=line, said=said, of=_key(rows[line - 1])) for line, said in told
    )


def key_of_word(slip: Message) -> str | None:
    """The key at which a word stands without its quotes; None where the slip is another one."""
    values = dict(slip.values)
    said, key = values.get("said"), values.get("of")
    is_word = isinstance(said, Message) and said.key in _WORDS
    return str(key) if is_word else None


def unclosed(text: str) -> int | None:
    """The line of the last bracket that is opened and not closed; None where all are."""
    opened: list[int] = []
    for place, letter in enumerate(_STRING.sub(_blank, text)):
        if letter in "[{":
            opened.append(place)
        elif letter in "]}" and opened:
            opened.pop()
    return _line(text, opened[-1]) if opened else None


def _applied(rule: SlipRule, text: str, slips: list[tuple[int, Message]]) -> str:
    masked = _STRING.sub(_blank, text)
    part = "slip" if "slip" in rule.pattern.groupindex else 0
    for found in reversed(list(rule.pattern.finditer(masked))):
        right, start, end = rule.mend(found), found.start(part), found.end(part)
        slips.append((_line(text, start), message(f"slip.{rule.say}", right=right.strip())))
        text = text[:start] + right + text[end:]
    return text


def _straight(text: str, slips: list[tuple[int, Message]]) -> str:
    """With straight quotes round strings, and plain spaces outside them."""
    parts, place = [], 0
    while place < len(text):
        string = _STRING.match(text, place) or _curly_string(text, place)
        if string is None:
            parts.append(_INVISIBLE.get(text[place], text[place]))
            place += 1
            continue
        if string.re is _STRING:
            parts.append(string[0])
        else:
            quote = '"' if string.re is _CURLY_STRING else "'"
            inner = next(part for part in string.groups() if part is not None)
            right = f"{quote}{inner}{quote}"
            slips.append((_line(text, place), message("slip.quotes", right=right)))
            parts.append(right)
        place = string.end()
    return "".join(parts)


def _curly_string(text: str, place: int) -> re.Match[str] | None:
    if text[place] not in _CURLY and text[place] not in "\"'":
        return None
    return _CURLY_STRING.match(text, place) or _SINGLE_STRING.match(text, place)


def _blank(found: re.Match[str]) -> str:
    """Of the same length and lines: quotes and nothing readable between them."""
    if found[0].startswith("#"):
        return " " * len(found[0])
    return "".join("\n" if letter == "\n" else '"' for letter in found[0])


def _key(row: str) -> str:
    return row.partition("=")[0].strip()


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
