"""Loads the build script, which lies outside the package."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "models" / "build.py"


@pytest.fixture(scope="session")
def build() -> ModuleType:
    specification = importlib.util.spec_from_file_location("models_build", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module
