"""A page on paper, as a browser prints it."""

import re
import subprocess
from pathlib import Path

from tests.browser import browser
from tests.patience import PATIENCE_S


def printed_pages(html: str, folder: Path) -> int:
    """On how many sheets a browser prints it. folder: an empty one."""
    written, printed = folder / "page.html", folder / "page.pdf"
    written.write_text(html, "utf-8")
    command, home = browser(written, f"--print-to-pdf={printed}")
    subprocess.run(command, stderr=subprocess.DEVNULL, env=home, timeout=PATIENCE_S, check=True)
    return len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes()))
