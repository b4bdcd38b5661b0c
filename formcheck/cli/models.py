"""`formcheck models`: which pose models are here, and fetching others."""

from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.options import JsonOption, LanguageOption
from formcheck.cli.terminal.output import say

app = typer.Typer(help="List the pose models, or fetch a lighter or heavier one.")


@app.callback(invoke_without_command=True)
def models(context: typer.Context) -> None:
    """Say which commands there are, where none is given."""
    if context.invoked_subcommand is None:
        say(context.get_help())


@app.command("list")
def list_models(
    language: LanguageOption = "",
    json: JsonOption = False,
) -> int:
    """List the pose models and which of them are here."""
    return work.list_models(language, json=json)


@app.command("get")
def get(
    name: Annotated[
        str,
        typer.Argument(
            metavar="lite|heavy",
            help="The model to fetch.",
            autocompletion=lambda: ["lite", "heavy"],
        ),
    ],
    language: LanguageOption = "",
) -> int:
    """Fetch a model from its publisher; nothing about you or your recordings is sent."""
    return work.fetch_model(name, language)
