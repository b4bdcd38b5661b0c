"""What the studio's tests share: the body, where its files are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from samples.studio.catalogue import people
from samples.studio.performer import Performer, make_performer

BODY = Path(__file__).parents[3] / "shared" / "human"


@pytest.fixture(scope="session")
def body_folder() -> Path:
    if not (BODY / "base.obj").is_file():
        pytest.skip(f"the body's files are not in {BODY}")
    return BODY


@pytest.fixture(scope="session")
def man(body_folder: Path) -> Performer:
    return make_performer(body_folder, people()["man"])
