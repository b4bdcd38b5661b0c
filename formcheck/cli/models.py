"""`formcheck models`: which pose models are here, and fetching others."""

from typing import Annotated

import typer

from formcheck.cli.console import console, print_json, progress_bar

app = typer.Typer(
    help="List the pose models, or fetch a lighter or heavier one.", no_args_is_help=True
)

ABOUT = {
    "full": "built in",
    "lite": "quicker, less exact; for slow computers",
    "heavy": "slower, more exact; for recordings",
}


@app.command("list")
def list_models(
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """List the pose models and which of them are here."""
    from rich import box
    from rich.table import Table

    from formcheck.pose.blazepose.model_file import find_model
    from formcheck.pose.estimator import ModelError

    rows: list[dict[str, str | None]] = []
    for name, about in ABOUT.items():
        try:
            model = find_model(name)
            rows.append({"name": name, "about": about, "path": str(model.path)})
        except ModelError:
            rows.append({"name": name, "about": about, "path": None})
    if json:
        print_json({"models": rows})
        return
    table = Table("Model", "What it is", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Where", overflow="fold")
    for row in rows:
        place = row["path"] or f"not here; formcheck models get {row['name']}"
        table.add_row(row["name"], row["about"], place)
    console().print(table)


@app.command("get")
def get(
    name: Annotated[str, typer.Argument(metavar="lite|heavy", help="The model to fetch.")],
) -> None:
    """Fetch a model from its publisher; nothing about you or your recordings is sent."""
    from formcheck.pose.blazepose.model_download import download_model

    with progress_bar() as bar:
        line = bar.add_task(f"{name} (bytes)", total=None)
        path = download_model(
            name, progress=lambda here, total: bar.update(line, completed=here, total=total)
        )
    typer.echo(f"{path}\nUse it with --model {name}.")
