"""A browser without a window that opens a page of ours, and asks nobody for anything else."""

import os
import shutil
from pathlib import Path

import pytest

ALONE = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    # Of itself it looks for updates, models and other networks.
    "--disable-background-networking",
    "--disable-component-update",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


def browser(page: Path, *settings: str) -> tuple[list[str], dict[str, str]]:
    """The command that opens a page, and its environment; skips the test where there is none."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    # It writes into its home, which need not be there.
    home = {**os.environ, "HOME": str(page.parent)}
    return [chromium, *ALONE, *settings, page.as_uri()], home
