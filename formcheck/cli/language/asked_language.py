"""In which language the user is told what comes before any command runs: help, and errors."""

import os
from collections.abc import Sequence
from itertools import pairwise, takewhile

from formcheck.texts.entries import languages
from formcheck.texts.system_language import system_language

OPTION = "--language"
VARIABLE = "FORMCHECK_LANGUAGE"


def asked_language(arguments: Sequence[str]) -> str:
    """The language that was typed, else set, else the system's; one that there is not is none."""
    options = list(takewhile(lambda one: one != "--", arguments))
    typed = [after for one, after in pairwise(options) if one == OPTION]
    typed += [one.partition("=")[2] for one in options if one.startswith(f"{OPTION}=")]
    asked = [*typed, os.environ.get(VARIABLE, "")]
    return next((one for one in asked if one in languages()), system_language())
