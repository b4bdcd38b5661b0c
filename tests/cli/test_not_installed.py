"""Who unpacks the project and starts it before installing it is told so."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S

CHECKOUT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("language", "told"), [("C", "not installed here"), ("de_DE.UTF-8", "nicht eingerichtet")]
)
def test_without_its_libraries_it_says_how_to_install_it(language: str, told: str) -> None:
    # -S leaves the installed libraries out.
    ended = subprocess.run(
        [sys.executable, "-S", "-m", "formcheck", "exercises"],
        cwd=CHECKOUT,
        env={"PATH": os.environ["PATH"], "LC_ALL": language},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE_S,
    )

    assert ended.returncode == 1
    (line,) = ended.stderr.splitlines()
    assert line.startswith("formcheck: ")
    assert told in line
