"""How Sphinx builds these pages, which are plain Markdown and can be read as they are.

sphinx-build -W .github build/pages
"""

import re

from sphinx.application import Sphinx

project = "formcheck"
author = "the formcheck contributors"
extensions = ["myst_parser"]
include_patterns = ["docs/*.md", "CONTRIBUTING.md", "CHANGELOG.md"]
root_doc = "docs/index"
html_theme = "furo"
html_title = "formcheck"
smartquotes = False  # A quote in an example is copied into a file.
html_copy_source = False
html_show_copyright = False
myst_heading_anchors = 3

OUTSIDE = re.compile(r"\]\(((?:\.\./)+(?!CONTRIBUTING|CHANGELOG)[^)#]*\.md)(?:#[^)]*)?\)")
"""A link to a page of the project that is none of these: it comes as a file."""


def link_files(_app: Sphinx, _docname: str, source: list[str]) -> None:
    """Have MyST look for a file where it would look for a page."""
    source[0] = OUTSIDE.sub(r"](path:\1)", source[0])


def setup(app: Sphinx) -> None:
    """Sphinx calls this."""
    app.connect("source-read", link_files)
