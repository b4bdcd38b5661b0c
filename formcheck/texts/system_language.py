"""The language that this computer speaks to its user."""

import os
import sys
from collections.abc import Mapping

from formcheck.texts.entries import ENGLISH, languages

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""In which a system says it, the first one that is set deciding, as POSIX has it."""


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """The code of the system's language where there are texts in it, else of English."""
    named = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    code = (named or _of_windows())[:2].lower()
    return code if code in languages() else ENGLISH


def _of_windows() -> str:
    """What Windows shows its own texts in, such as `de_DE`; empty on other systems."""
    if sys.platform != "win32":
        return ""
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
