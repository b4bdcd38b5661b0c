"""What was typed wrong: options and arguments that can't be, as messages.

Typer and Click tell it in English alone. What they say is known by its form, and by the kind of
pydantic's error beneath it; what isn't known stays as they have it.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import typer

from formcheck.texts.message import Message, message, said


class MisuseError(typer.BadParameter):
    """Options that don't go together, or a value that can't be; the message says what can."""

    def __init__(self, problem: Message) -> None:
        super().__init__(str(problem))
        self.problem = problem


_FORMS: Final[Mapping[str, str]] = {
    r"No such option: (?P<option>\S+) \(Possible options: (?P<near>.+)\)": "option_near",
    r"No such option: (?P<option>\S+)(?: Did you mean (?P<near>\S+)\?)?": "option",
    r"Option '(?P<option>.+)' requires an argument\.?": "without_value",
    r"Option '(?P<option>.+)' does not take a value\.?": "with_value",
    r"No such command '(?P<command>.*)'\. Did you mean (?P<near>.+)\?": "command_near",
    r"No such command '(?P<command>.*)'\.": "command",
    r"Missing command\.": "no_command",
    r"Got unexpected extra argument\(s\) \((?P<arguments>.*)\)": "extra",
    r"Missing (?:argument|option|parameter) (?P<named>.+?)\.": "missing",
}
"""What Click says, and the text of ours for it."""

_PROBLEMS: Final[Mapping[str, str]] = {
    "int_parsing": "whole_number",
    "int_from_float": "whole_number",
    "int_type": "whole_number",
    "float_parsing": "number",
    "float_type": "number",
    "finite_number": "number",
    "greater_than_equal": "least",
    "less_than_equal": "most",
    "bool_parsing": "yes_or_no",
}
"""Pydantic's kinds of errors, and the text of ours for each."""


_CHOICE = re.compile(r"Value error, (?P<value>.*) is not one of (?P<choices>.*?)\.?")
"""How Typer refuses what is none of a few words."""


_DECIMAL_COMMA = re.compile(r"[+-]?\d*,\d+")


def usage_told(error: typer.TyperException, command: str, places: Callable[[str], str]) -> Message:
    """What was typed wrong, and which help to read.

    command: with all before it, for errors that don't say in which one they are. places: tells what
    the help calls an argument.
    """
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else command
    problem = _problem(error, places)
    return message("error.usage.see_help", problem=problem, command=command)


def _problem(error: typer.TyperException, places: Callable[[str], str]) -> Message:
    if isinstance(error, MisuseError):
        return _of_value(error, error.problem)
    beneath = getattr(error.__cause__, "errors", None)
    if isinstance(error, typer.BadParameter) and beneath is not None:
        return _of_value(error, _of_pydantic(beneath()[0]))
    return _of_click(" ".join(error.format_message().split()), places)


def _of_value(error: typer.BadParameter, problem: Message) -> Message:
    """With the option or argument whose value it is, where that is known."""
    named = None if error.param is None else error.param.get_error_hint()
    if named is None:
        return message("error.usage.invalid", problem=problem)
    return message("error.usage.invalid_for", named=named, problem=problem)


def _of_pydantic(found: Mapping[str, Any]) -> Message:
    kind, context = _PROBLEMS.get(found["type"]), found.get("ctx", {})
    choice = _CHOICE.fullmatch(str(found["msg"]))
    if choice is not None:
        return message("error.usage.choice", **choice.groupdict())
    if kind is None:
        return said(str(found["msg"]))
    limit, value = context.get("ge", context.get("le")), str(found.get("input"))
    if limit is not None and value.strip().lower().lstrip("+-") == "nan":
        # It is neither more nor less than anything.
        return message("error.usage.number", value=value)
    if isinstance(limit, float) and limit.is_integer():
        limit = int(limit)
    if kind == "number" and _DECIMAL_COMMA.fullmatch(value):
        return message("error.usage.comma", value=value, right=value.replace(",", "."))
    return message(f"error.usage.{kind}", value=value, limit=limit)


def _of_click(text: str, places: Callable[[str], str]) -> Message:
    for form, key in _FORMS.items():
        found = re.fullmatch(form, text)
        if found is not None:
            told = found.groupdict()
            if "named" in told:
                told["named"] = places(told["named"])
            return message(f"error.usage.{key}", **told)
    return said(text)
