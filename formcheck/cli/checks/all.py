"""Every check in the order in which they are read."""

from collections.abc import Iterator

from formcheck.cli.checks.check import Check
from formcheck.cli.checks.devices import check_camera, check_display
from formcheck.cli.checks.hearing import check_sound, check_voice
from formcheck.cli.checks.libraries import check_packages, check_python, check_system_libraries
from formcheck.cli.checks.model import check_model, check_speed


def all_checks() -> Iterator[Check]:
    """Run one check after another."""
    yield check_python()
    yield from check_packages()
    yield check_system_libraries()
    yield check_model()
    yield check_speed()
    yield check_camera()
    yield check_display()
    yield check_voice()
    yield check_sound()
