"""The `formcheck` command: its subcommands, and what becomes of errors."""

import os
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from itertools import takewhile
from typing import Annotated, Any

import typer

from formcheck.cli import (
    analyse,
    compare,
    desk,
    doctor,
    exercises,
    export,
    history,
    judge_again,
    learn,
    live,
    models,
    samples,
    starter,
)
from formcheck.cli.arguments.options import LanguageOption
from formcheck.cli.arguments.usage_errors import usage_told
from formcheck.cli.language.asked_language import asked_language
from formcheck.cli.language.help_language import first_steps, places_told, speak
from formcheck.cli.process.fewer_at_once import advised
from formcheck.cli.process.interruption import NothingJudgedError, hear_wishes_once
from formcheck.cli.process.watched import watched
from formcheck.cli.terminal.output import complain, print_json, say
from formcheck.cli.terminal.status import BAD_INPUT, DONE, INTERRUPTED, READER_GONE
from formcheck.cli.terminal.streams import make_streams_readable
from formcheck.errors import FormcheckError
from formcheck.texts.message import Message, message
from formcheck.texts.refusal import is_for_want_of_memory, problem_of, refusal_told, unforeseen_told
from formcheck.texts.shown import shown
from formcheck.texts.texts import load_texts
from formcheck.version import __version__

COMPLETION = "_FORMCHECK_COMPLETE"
"""The environment variable in which a shell asks what may come next."""

HELP = ["--help", "-h"]

SET_UP = "--install-completion"

app = typer.Typer(
    name="formcheck",
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": HELP},
    help="Watches you exercise through a webcam or in a recorded video, and says whether your "
    "form is right. Nothing that it sees leaves this computer.",
)
app.command("live")(live.live)
app.command("analyse")(analyse.analyse)
app.command("judge-again")(judge_again.judge_again)
app.command("compare")(compare.compare)
app.command("export")(export.export)
app.command("samples")(samples.samples)
app.command("exercises")(exercises.exercises)
app.command("learn")(learn.learn)
app.command("history")(history.history)
app.command("desk")(desk.desk)
app.command("doctor")(doctor.doctor)
app.command("starter")(starter.starter)
app.add_typer(models.app, name="models")


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
    language: LanguageOption = "",
) -> None:
    """Say what to do first, where no command is given."""
    if version:
        say(f"formcheck {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        say(first_steps(load_texts(language).language))


_FORESEEN = (FormcheckError, typer.TyperException, ImportError, OSError)
"""Errors of which it is known what to say."""


_UNDECODED = "surrogates not allowed"
"""What Python says of a name that it couldn't decode, be it of a file or of the place where a
library is."""

_FOR_OTHERS = 0o077
"""The permissions that nothing has which a command makes; whoever wants to share it can say so."""


def main() -> None:
    """Run the command that the user typed, and end with its status."""
    # Whatever is written is about somebody's body: for its owner alone.
    os.umask(_FOR_OTHERS)
    make_streams_readable()
    arguments = sys.argv[1:]

    def command() -> int:
        # What a process that was ended has left is nothing that a user can mend, nor is a number
        # that is too large to reckon with, which is unknown.
        sys.warnoptions += ["ignore:resource_tracker:UserWarning", "ignore::RuntimeWarning"]
        warnings.simplefilter("ignore", RuntimeWarning)
        try:
            hear_wishes_once()
            return run(arguments)
        except KeyboardInterrupt:
            return INTERRUPTED

    sys.exit(watched(command, lambda why: _fail(why, arguments)))


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status. No error reaches the user as a traceback.

    An error is told on standard error; where a JSON document was asked for, also as one.
    """
    make_streams_readable()
    try:
        status = _dispatch(arguments)
        sys.stdout.flush()
        return status
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except NothingJudgedError as error:
        _fail(problem_of(error), arguments)
        return INTERRUPTED
    except BrokenPipeError:
        _give_output_up()
        return READER_GONE
    except SystemExit as end:
        # Rich ends the process by itself.
        if isinstance(end.__context__, BrokenPipeError):
            return READER_GONE
        raise
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):
            # Until Python 3.12 one amid the definition of a class comes as another error.
            return INTERRUPTED
        if os.environ.get("FORMCHECK_DEBUG") and not isinstance(error, _FORESEEN):
            raise
        _give_output_up()
        _fail(_told(error, arguments), arguments)
    return BAD_INPUT


def _dispatch(arguments: Sequence[str]) -> int:
    if not arguments and COMPLETION not in os.environ:
        # Typer would load pydantic first, to check options that nobody gave.
        say(first_steps(asked_language(arguments)))
        return DONE
    command: Any = app
    if _wants_help(arguments) or SET_UP in arguments:
        command = typer.main.get_command(app)
        speak(command, asked_language(arguments))
    status = command(args=list(arguments), prog_name="formcheck", standalone_mode=False)
    return status if isinstance(status, int) else DONE


def _told(error: Exception, arguments: Sequence[str]) -> Message:
    """What is wrong and what to do, a line each."""
    if isinstance(error, FormcheckError):
        return problem_of(error)
    if isinstance(error, typer.TyperException):
        places = partial(places_told, language=asked_language(arguments))
        return usage_told(error, _typed_command(arguments), places)
    if isinstance(error, ImportError) and not is_for_want_of_memory(error):
        return message("error.import", problem=_one_line(str(error)))
    if isinstance(error, OSError):
        return refusal_told(error)
    if isinstance(error, UnicodeEncodeError) and (
        error.encoding == sys.getfilesystemencoding() or error.reason == _UNDECODED
    ):
        return message("error.file_name", name=shown(error.object))
    return unforeseen_told(error)


def _typed_command(arguments: Sequence[str]) -> str:
    """The command that was typed, without what it was given."""
    named = {one.name for one in app.registered_commands}
    return " ".join(["formcheck", *(one for one in arguments[:1] if one in named)])


def _wants_json(arguments: Sequence[str]) -> bool:
    return "--json" in takewhile(lambda one: one != "--", arguments)


def _wants_help(arguments: Sequence[str]) -> bool:
    """Whether help is asked for, or comes by itself as for a group of commands alone."""
    options = list(takewhile(lambda one: one != "--", arguments))
    return not {*HELP, "models"}.isdisjoint(options)


def _fail(problem: Message, arguments: Sequence[str]) -> None:
    """On standard error in the user's language; in a document, which programs read, in English."""
    told = advised(problem, arguments)
    complain(load_texts(asked_language(arguments)).told(told))
    if _wants_json(arguments):
        with suppress(OSError):
            print_json({"error": str(told), "id": problem.deepest_id})


def _give_output_up() -> None:
    """Where standard output takes no more, keep Python from complaining of it when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _one_line(text: str) -> str:
    return " ".join(text.split())
