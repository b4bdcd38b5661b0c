"""Pages are made of templates, which is paid for only by who makes one."""

import subprocess
import sys

import pytest

from formcheck.results.report.html_page import html_page
from formcheck.texts.texts import load_texts


def test_the_template_engine_is_not_loaded_before_a_page_is_made() -> None:
    told = "import sys, formcheck.results.session_writer; print('jinja2' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "False"


def test_a_value_that_a_template_lacks_is_a_mistake_of_the_program() -> None:
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError, match="several"):
        html_page(
            "formcheck.results.report",
            "report.html",
            load_texts(),
            title="Push-up",
            heading="Push-up",
            under_heading="clip.mp4",
        )
