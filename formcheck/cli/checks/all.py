"""Every check in the order in which they are read."""

from collections.abc import Iterator

from formcheck.cli.checks.check import Check
from formcheck.cli.checks.devices import check_camera, check_display
from formcheck.cli.checks.hearing import check_sound, check_voice
from formcheck.cli.checks.history import check_history
from formcheck.cli.checks.libraries import check_packages, check_python, check_system_libraries
from formcheck.cli.checks.model import check_model, check_speed
from formcheck.texts.texts import Texts


def all_checks(texts: Texts) -> Iterator[Check]:
    """Run one check after another. texts: in which its findings are told."""
    yield check_python(texts)
    yield from check_packages(texts)
    yield check_system_libraries(texts)
    yield check_model(texts)
    yield check_speed(texts)
    yield check_camera(texts)
    yield check_display(texts)
    yield check_voice(texts)
    yield check_sound(texts)
    yield check_history(texts)
