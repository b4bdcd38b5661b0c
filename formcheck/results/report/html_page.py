"""HTML pages out of templates: each is one file that opens anywhere and loads nothing."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from markupsafe import Markup

from formcheck.texts.texts import Texts

if TYPE_CHECKING:
    from jinja2 import Environment


def html_page(
    package: str,
    template: str,
    texts: Texts,
    *,
    title: str,
    heading: str,
    under_heading: str,
    script: str = "",
    **values: object,
) -> str:
    """The whole page; whatever is no `Markup` is escaped in it.

    package: the one whose folder `templates` holds the template; the shared ones are always there.
    title: for the browser's window. heading, under_heading: what the page begins with.
    script: the only one that may run in the page, whatever else is in it; none without.
    values: what the template asks for beside `text` and `counted`, which look words up by key.

    Raises jinja2.UndefinedError where the template asks for a value that isn't given: a mistake of
    the program.
    """
    return (
        _environment(package)
        .get_template(template)
        .render(
            text=texts.text,
            counted=texts.counted,
            language=texts.language,
            title=title,
            heading=heading,
            under_heading=under_heading,
            script=Markup(script),
            script_hash=b64encode(sha256(script.encode()).digest()).decode("ascii"),
            **values,
        )
    )


@cache
def _environment(package: str) -> "Environment":
    # Only who makes a page waits for the template engine to load.
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    packages = dict.fromkeys((package, __package__))
    return Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in packages]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
