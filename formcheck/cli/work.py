"""What the commands do, loaded when one of them is run.

A command's own file says what it takes and loads nothing but Typer: its help is quick, and comes
where a library is missing. What it does stands in a file of its own, and this is the only place
that leads from the one to the other.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from formcheck.cli.process.loading import loading

if TYPE_CHECKING:
    from formcheck.cli.actions.compare_results import compare_results as compare_results
    from formcheck.cli.actions.desk_session import watch_desk as watch_desk
    from formcheck.cli.actions.draft_exercise import draft_exercise as draft_exercise
    from formcheck.cli.actions.export_results import export_results as export_results
    from formcheck.cli.actions.history_actions import add_activity as add_activity
    from formcheck.cli.actions.history_actions import add_pain as add_pain
    from formcheck.cli.actions.history_actions import export_history as export_history
    from formcheck.cli.actions.history_actions import export_history_table as export_history_table
    from formcheck.cli.actions.history_actions import forget_history as forget_history
    from formcheck.cli.actions.history_actions import show_history as show_history
    from formcheck.cli.actions.history_actions import take_back_activity as take_back_activity
    from formcheck.cli.actions.history_actions import write_history_page as write_history_page
    from formcheck.cli.actions.judge_inputs import judge_inputs as judge_inputs
    from formcheck.cli.actions.judge_results_again import judge_results_again as judge_results_again
    from formcheck.cli.actions.judge_samples import judge_samples as judge_samples
    from formcheck.cli.actions.live_session import run_session as run_session
    from formcheck.cli.actions.model_files import fetch_model as fetch_model
    from formcheck.cli.actions.model_files import list_models as list_models
    from formcheck.cli.actions.show_exercises import show_exercises as show_exercises
    from formcheck.cli.process.early_workers import begin_workers as begin_workers
    from formcheck.cli.starter_file import write_starter as write_starter
    from formcheck.cli.terminal.doctor_report import report_health as report_health

_PLACES = {
    "add_activity": "actions.history_actions",
    "add_pain": "actions.history_actions",
    "begin_workers": "process.early_workers",
    "compare_results": "actions.compare_results",
    "draft_exercise": "actions.draft_exercise",
    "export_history": "actions.history_actions",
    "export_history_table": "actions.history_actions",
    "export_results": "actions.export_results",
    "fetch_model": "actions.model_files",
    "forget_history": "actions.history_actions",
    "judge_inputs": "actions.judge_inputs",
    "judge_results_again": "actions.judge_results_again",
    "judge_samples": "actions.judge_samples",
    "list_models": "actions.model_files",
    "report_health": "terminal.doctor_report",
    "run_session": "actions.live_session",
    "show_exercises": "actions.show_exercises",
    "show_history": "actions.history_actions",
    "take_back_activity": "actions.history_actions",
    "watch_desk": "actions.desk_session",
    "write_history_page": "actions.history_actions",
    "write_starter": "starter_file",
}


def __getattr__(name: str) -> Any:
    """Load what a command does from its file."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with loading():
        return getattr(import_module(f"formcheck.cli.{_PLACES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(_PLACES)
