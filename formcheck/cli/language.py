"""The language of what people read and hear, as an option of several commands."""

from typing import Annotated

import typer

LanguageOption = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="CODE",
        envvar="FORMCHECK_LANGUAGE",
        help="Of what you read and hear: en or de.",
    ),
]
