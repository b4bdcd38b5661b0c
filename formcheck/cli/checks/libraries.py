"""Python, its packages, and the libraries of the operating system that they load."""

import ctypes
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from formcheck.cli.checks.check import Check, Status, TrialError, tried
from formcheck.texts.texts import Texts

LEAST_PYTHON = (3, 11)

PACKAGES = {"mediapipe": "mediapipe", "opencv-python": "cv2", "av": "av", "numpy": "numpy",
            "pydantic": "pydantic"}  # fmt: skip
"""Package and what it is imported as."""

SYSTEM_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libGLESv2.so.2": "libgles2",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""What cv2 and MediaPipe load on Linux, and the Debian package that holds it."""


def check_python(texts: Texts) -> Check:
    """The interpreter's version and the computer."""
    good = sys.version_info >= LEAST_PYTHON
    return Check(
        "Python",
        Status.GOOD if good else Status.BROKEN,
        texts.text(
            "doctor.python",
            version=platform.python_version(),
            system=f"{platform.system()} {platform.machine()}",
        ),
        "" if good else texts.text("doctor.newer_python"),
        needed=True,
    )


def check_packages(texts: Texts) -> Iterator[Check]:
    """Whether each package is there and can be loaded."""
    for package, module in PACKAGES.items():
        try:
            found = version(package)
        except PackageNotFoundError:
            remedy = texts.text("doctor.again")
            yield Check(
                package, Status.MISSING, texts.text("doctor.not_installed"), remedy, needed=True
            )
            continue
        try:
            tried(f"import {module}; print('{{}}')")
        except TrialError as error:
            remedy = texts.text("doctor.see_libraries")
            text = texts.text("doctor.not_loaded", version=found, why=error.args[0])
            yield Check(package, Status.BROKEN, text, remedy, needed=True)
        else:
            yield Check(package, Status.GOOD, found, needed=True)


def check_system_libraries(texts: Texts) -> Check:
    """Which of the operating system's libraries are missing."""
    name = texts.text("doctor.check.libraries")
    if not sys.platform.startswith("linux"):
        return Check(name, Status.GOOD, texts.text("doctor.none_needed"))
    missing = [name for name in SYSTEM_LIBRARIES if not _loads(name)]
    if not missing:
        return Check(name, Status.GOOD, ", ".join(SYSTEM_LIBRARIES), needed=True)
    packages = " ".join(SYSTEM_LIBRARIES[name] for name in missing)
    return Check(
        name,
        Status.MISSING,
        texts.text("doctor.missing", names=", ".join(missing)),
        texts.text("doctor.debian", packages=packages),
        needed=True,
    )


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
