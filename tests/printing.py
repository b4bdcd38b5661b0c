"""A page on paper, as a browser prints it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S


def printed_pages(html: str, folder: Path) -> int:
    """On how many sheets a browser prints it. folder: an empty one."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    written, printed = folder / "page.html", folder / "page.pdf"
    written.write_text(html, "utf-8")
    headless = ("--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={printed}")
    # It writes into its home, which need not be there.
    home = {**os.environ, "HOME": str(folder)}
    subprocess.run(
        [chromium, *headless, written.as_uri()],
        stderr=subprocess.DEVNULL,
        env=home,
        timeout=PATIENCE_S,
        check=True,
    )
    return len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes()))
