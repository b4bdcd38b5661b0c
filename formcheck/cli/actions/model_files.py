"""The pose models that are here, and fetching others."""

from rich import box
from rich.table import Table

from formcheck.cli.terminal.console import console, progress_bar
from formcheck.cli.terminal.fitting_table import FittingTable
from formcheck.cli.terminal.output import print_json, say
from formcheck.cli.terminal.status import DONE
from formcheck.pose.blazepose.model_download import download_model
from formcheck.pose.blazepose.model_file import find_model
from formcheck.pose.estimator import ModelError
from formcheck.texts.entries import ENGLISH
from formcheck.texts.shown import shown
from formcheck.texts.texts import load_texts

NAMES = ("full", "lite", "heavy")


def list_models(language: str, *, json: bool) -> int:
    """Tell which models there are, and where those are that are here."""
    texts = load_texts(ENGLISH if json else language)
    rows = [
        {"name": name, "about": texts.text(f"models.about.{name}"), "path": _path(name)}
        for name in NAMES
    ]
    if json:
        print_json({"models": rows})
        return DONE
    named, about, where = (texts.text(f"models.column.{one}") for one in ("name", "about", "where"))
    table = Table(named, about, box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(where, overflow="fold")
    for row in rows:
        place = row["path"] or texts.text("models.not_here", name=row["name"])
        table.add_row(row["name"], row["about"], place)
    console().print(FittingTable(table))
    return DONE


def fetch_model(name: str, language: str) -> int:
    """Fetch a model and say where it is."""
    texts = load_texts(language)
    with progress_bar() as bar:
        line = bar.add_task(texts.text("models.fetching", name=name), total=None)
        path = download_model(
            name, progress=lambda here, total: bar.update(line, completed=here, total=total)
        )
    say(f"{shown(path)}\n{texts.text('models.use', name=name)}")
    return DONE


def _path(name: str) -> str | None:
    try:
        return str(find_model(name).path)
    except ModelError:
        return None
