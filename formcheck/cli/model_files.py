"""The pose models that are here, and fetching others."""

from rich import box
from rich.table import Table

from formcheck.cli.console import console, progress_bar
from formcheck.cli.output import print_json, say
from formcheck.cli.status import DONE
from formcheck.pose.blazepose.model_download import download_model
from formcheck.pose.blazepose.model_file import find_model
from formcheck.pose.estimator import ModelError
from formcheck.texts.shown import shown

ABOUT = {
    "full": "built in",
    "lite": "quicker, less exact; for slow computers",
    "heavy": "slower, more exact; for recordings",
}


def list_models(*, json: bool) -> int:
    """Tell which models there are, and where those are that are here."""
    rows = [{"name": name, "about": about, "path": _path(name)} for name, about in ABOUT.items()]
    if json:
        print_json({"models": rows})
        return DONE
    table = Table("Model", "What it is", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Where", overflow="fold")
    for row in rows:
        place = row["path"] or f"not here; formcheck models get {row['name']}"
        table.add_row(row["name"], row["about"], place)
    console().print(table)
    return DONE


def fetch_model(name: str) -> int:
    """Fetch a model and say where it is."""
    with progress_bar() as bar:
        line = bar.add_task(f"{name} (bytes)", total=None)
        path = download_model(
            name, progress=lambda here, total: bar.update(line, completed=here, total=total)
        )
    say(f"{shown(path)}\nUse it with --model {name}.")
    return DONE


def _path(name: str) -> str | None:
    try:
        return str(find_model(name).path)
    except ModelError:
        return None
