"""Whatever a command writes is for its owner alone, whatever the system allows by default."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from formcheck.results.files.whole_file import write_whole
from tests.cli.running import environment, push_up_track

COMMANDS = (
    "analyse clip.npz -e push-up",
    "analyse clip.npz -e push-up --out deep/down",
    "compare formcheck-out/clip deep/down/clip --html compared.html",
    "export formcheck-out/clip --trc",
    "history --add-activity walk --minutes 30",
    "history --html page.html",
    "history --export csv --out history.csv",
    "learn my-push-up clip.npz",
)


def formcheck(words: str, folder: Path) -> None:
    data = {"FORMCHECK_DATA": str(folder / "data"), "TMPDIR": str(folder)}
    command = f"umask 0; exec {shlex.quote(sys.executable)} -m formcheck {words}"
    ended = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment(**data),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, (words, ended.stderr)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")
def test_every_file_and_folder_of_every_command(tmp_path: Path) -> None:
    push_up_track(tmp_path / "clip.npz")
    before = set(tmp_path.rglob("*"))
    for words in COMMANDS:
        formcheck(words, tmp_path)
    made = set(tmp_path.rglob("*")) - before
    names = {one.name for one in made}
    assert {"result.json", "page.html", "history.sqlite3", "my-push-up.toml"} <= names
    assert [str(one) for one in made if one.stat().st_mode & 0o077] == []
    assert not [one for one in names if one.startswith((".", "formcheck-")) and "out" not in one]


def test_a_page_that_is_shared_stays_shared(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("old")
    page.chmod(0o644)
    before = os.umask(0o077)
    try:
        write_whole(page, "new")
        write_whole(tmp_path / "other.html", "new")
    finally:
        os.umask(before)
    assert page.stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "other.html").stat().st_mode & 0o777 == 0o600
