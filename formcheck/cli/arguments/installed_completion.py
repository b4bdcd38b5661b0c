"""Setting up the Tab key in a shell, told in the person's language; Typer tells it in English."""

from collections.abc import Callable
from typing import Any

from formcheck.cli.terminal.output import say
from formcheck.texts.shown import shown


def told_as(text: str) -> Callable[[Any, Any, Any], Any]:
    """What becomes of the option. text: to say, with a place for `{shell}` and `{path}`."""

    def set_up(context: Any, param: Any, value: Any) -> Any:
        del param
        if not value or context.resilient_parsing:
            return value
        import typer
        from typer._completion_shared import install

        shell, path = install(shell=value if isinstance(value, str) else None)
        say(text.format(shell=shell, path=shown(path)))
        raise typer.Exit

    return set_up
