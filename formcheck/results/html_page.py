"""One HTML file that opens anywhere: nothing in it is loaded from anywhere else."""

from html import escape
from importlib.resources import files

SHARED_STYLE = "page.css"

NOT_ADVICE = (
    "formcheck is an exercise aid. It is not medical advice and does not replace a doctor or a "
    "physiotherapist. Stop if an exercise hurts more than a little."
)


def page(title: str, heading: str, under_heading: str, style: str, sections: str) -> str:
    """The whole page.

    title: for the browser's window. heading, under_heading: what it begins with, plain text.
    style: the CSS that this kind of page has beside the shared one. sections: HTML.
    """
    shared = files(__package__).joinpath(SHARED_STYLE).read_text("utf-8")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>\n{shared}{style}</style></head>\n<body><main>"
        f"<h1>{escape(heading)}</h1>"
        f'<p class="quiet">{escape(under_heading)}</p>\n'
        f"{sections}</main></body></html>\n"
    )
