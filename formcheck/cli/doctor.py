"""`formcheck doctor`: what works here, and how to mend what doesn't."""

from formcheck.cli import work
from formcheck.cli.arguments.options import JsonOption, LanguageOption


def doctor(
    language: LanguageOption = "",
    json: JsonOption = False,
) -> int:
    """Check Python, libraries, model, camera, display, sound and speed.

    Exit status: 0 where recordings can be judged, 1 where they can't. No camera or display is no
    failure, as recordings need neither.
    """
    return work.report_health(language, json=json)
