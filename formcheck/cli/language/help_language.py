"""Help in the person's language: English stands beside each option, others in `help/CODE.toml`.

Nothing but Typer, and one small file, is loaded for it: help comes at once.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

from formcheck.cli.arguments.examples import EXAMPLES, epilog
from formcheck.cli.arguments.installed_completion import told_as
from formcheck.cli.language.narrow_help import stack_where_narrow
from formcheck.texts.entries import ENGLISH, flattened

FIRST_STEPS: Final = """\
formcheck watches you exercise and says whether your form is right.
Nothing that it sees leaves this computer.

  1. formcheck doctor                  does everything work here?
  2. formcheck exercises               which exercises are there?
  3. formcheck exercises bird-dog      how is one done, and where does the camera go?
  4. formcheck live                    be led through a programme; live bird-dog does one exercise
  5. formcheck analyse clip.mp4        judge a recorded video

formcheck COMMAND --help says more. Stop an exercise that hurts more than a little."""

_FRAME: Final = {
    "usage": "Usage: ",
    "options_place": "[OPTIONS]",
    "command_place": "COMMAND [ARGS]...",
    "arguments": "Arguments",
    "options": "Options",
    "commands": "Commands",
    "default": "[default: {}]",
    "variable": "[env var: {}]",
    "required": "[required]",
    "help": "Show this message and exit.",
    "systems": "your system's",
    "completed": "The Tab key completes in {shell}, from the next terminal on ({path}).",
}
"""What Typer puts around the words of each command."""

_PLACE = re.compile("[A-Z]{2,}")
"""What stands for something that is to be typed: FILE, NUMBER."""

_BRACES = re.compile(r"\{([^{}]*)\}")
"""What Typer puts round a thing that must be typed: it is not to be typed with them."""

_TWICE = re.compile(r"\[\[([^\[\]]*)\]\]")
"""What needn't be typed and is one of a few words: brackets round it, and round these."""

_NUMBERS = (int, float)


def own_words(language: str) -> Mapping[str, str]:
    """The texts of a language's own file; none for English, which stands beside the options."""
    if language == ENGLISH:
        return {}
    text = files(__package__).joinpath("help", f"{language}.toml").read_text("utf-8")
    return dict(flattened(tomllib.loads(text), ""))


def first_steps(language: str) -> str:
    """What to do first, in ten lines."""
    return own_words(language).get("first_steps", FIRST_STEPS)


def places_told(text: str, language: str) -> str:
    """A text with FILE, NUMBER and their like as the help of this language has them."""
    return _placed(text, own_words(language))


def help_words(group: Any) -> dict[str, str]:
    """Every text of the help in English, by the key that its translation has.

    group: the commands, as Typer makes them of an app.
    """
    texts = [param.help for _, command in _each(group) for param in command.params if param.help]
    several = {text for text, count in Counter(texts).items() if count > 1}
    words = {"first_steps": FIRST_STEPS, **{f"frame.{key}": text for key, text in _FRAME.items()}}
    for path, command in _each(group):
        words[f"{path}.help"] = command.help
        for param in command.params:
            if param.help:
                words[_key(path, param, several)] = param.help
            for place in _PLACE.findall(param.metavar or ""):
                words[f"place.{place}"] = place
        for number, does in enumerate(EXAMPLES.get(command.name, {}).values(), 1):
            words[f"{path}.examples.{number}"] = does
    return words


def speak(group: Any, language: str) -> None:
    """Put the help of all commands into a language; what its file lacks stays in English."""
    own = own_words(language)
    keys = {text: key for key, text in help_words(group).items()}
    stack_where_narrow()

    def told(text: str) -> str:
        return own.get(keys.get(text, ""), text)

    for path, command in _each(group):
        command.epilog = _epilog(path, command.name, own)
        command.help = told(command.help)
        command.options_metavar = told(_FRAME["options_place"])
        command.format_usage = _usage(command, told(_FRAME["usage"]))
        if hasattr(command, "subcommand_metavar"):
            command.subcommand_metavar = told(_FRAME["command_place"])
        for param in command.params:
            _speak_of(param, told, own)
            if param.name == "install_completion":
                param.callback = told_as(told(_FRAME["completed"]))
        _name_help(command, told(_FRAME["help"]))
    _name_panels(told)


def _each(group: Any, path: str = "formcheck") -> Iterator[tuple[str, Any]]:
    """Each command below a group, and the group, with the words that call it."""
    yield path, group
    for name, command in getattr(group, "commands", {}).items():
        yield from _each(command, name if path == "formcheck" else f"{path}-{name}")


def _key(path: str, param: Any, several: set[str]) -> str:
    return f"{'shared' if param.help in several else path}.{param.name}"


def _speak_of(param: Any, told: Any, own: Mapping[str, str]) -> None:
    if param.help:
        param.help = told(param.help)
    if isinstance(param.show_default, str):
        param.show_default = told(param.show_default)
    if param.param_type_name == "argument":
        # What it is stands in its name and its help.
        param.display_type_rich = _nothing
    if param.metavar is None and getattr(param, "is_flag", False):
        param.metavar = ""
    elif param.metavar is None and param.type_descriptor.annotation in _NUMBERS:
        param.metavar = "NUMBER"
    if param.metavar:
        param.metavar = _placed(param.metavar, own)


def _placed(text: str, own: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda one: own.get(f"place.{one[0]}", one[0]), text)


def _nothing(ctx: Any) -> None:
    """The kind of what is typed where none is to be told."""
    del ctx


def _epilog(path: str, name: str, own: Mapping[str, str]) -> str | None:
    if name not in EXAMPLES:
        return None
    english = EXAMPLES[name]
    told = {
        typed: own.get(f"{path}.examples.{number}", does)
        for number, (typed, does) in enumerate(english.items(), 1)
    }
    return epilog(told)


def _usage(command: Any, prefix: str) -> Any:
    def format_usage(context: Any, formatter: Any) -> None:
        pieces = _BRACES.sub(r"\1", " ".join(command.collect_usage_pieces(context)))
        pieces = _TWICE.sub(r"[\1]", pieces)
        formatter.write_usage(context.command_path, pieces, prefix)

    return format_usage


def _name_help(command: Any, text: str) -> None:
    made = command.get_help_option

    def help_option(context: Any) -> Any:
        option = made(context)
        if option is not None:
            option.help, option.metavar = text, ""
        return option

    command.get_help_option = help_option


def _name_panels(told: Any) -> None:
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = told(_FRAME["arguments"])
    rich_utils.OPTIONS_PANEL_TITLE = told(_FRAME["options"])
    rich_utils.COMMANDS_PANEL_TITLE = told(_FRAME["commands"])
    rich_utils.DEFAULT_STRING = told(_FRAME["default"])
    rich_utils.ENVVAR_STRING = told(_FRAME["variable"])
    rich_utils.REQUIRED_LONG_STRING = told(_FRAME["required"])
