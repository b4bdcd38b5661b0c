"""Python, its packages, and the libraries of the operating system that they load."""

import ctypes
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from formcheck.cli.checks.check import Check, Status, TrialError, tried

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


def check_python() -> Check:
    """The interpreter's version and the computer."""
    good = sys.version_info >= LEAST_PYTHON
    return Check(
        "Python",
        Status.GOOD if good else Status.BROKEN,
        f"{platform.python_version()} on {platform.system()} {platform.machine()}",
        "" if good else "Install Python 3.11 or newer.",
        needed=True,
    )


def check_packages() -> Iterator[Check]:
    """Whether each package is there and can be loaded."""
    for package, module in PACKAGES.items():
        try:
            found = version(package)
        except PackageNotFoundError:
            remedy = "Install formcheck again: pip install --force-reinstall formcheck"
            yield Check(package, Status.MISSING, "not installed", remedy, needed=True)
            continue
        try:
            tried(f"import {module}; print('{{}}')")
        except TrialError as error:
            remedy = "See the system libraries below."
            text = f"{found} can't be loaded: {error}"
            yield Check(package, Status.BROKEN, text, remedy, needed=True)
        else:
            yield Check(package, Status.GOOD, found, needed=True)


def check_system_libraries() -> Check:
    """Which of the operating system's libraries are missing."""
    if not sys.platform.startswith("linux"):
        return Check("system libraries", Status.GOOD, "none are needed on this system")
    missing = [name for name in SYSTEM_LIBRARIES if not _loads(name)]
    if not missing:
        return Check("system libraries", Status.GOOD, ", ".join(SYSTEM_LIBRARIES), needed=True)
    packages = " ".join(SYSTEM_LIBRARIES[name] for name in missing)
    return Check(
        "system libraries",
        Status.MISSING,
        f"missing: {', '.join(missing)}",
        f"On Debian or Ubuntu: sudo apt-get install --no-install-recommends {packages}",
        needed=True,
    )


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
