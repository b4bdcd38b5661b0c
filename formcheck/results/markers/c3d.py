"""C3D files, which Mokka and nearly every motion laboratory read."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from formcheck.errors import FormcheckError
from formcheck.results.markers.marker_motion import MarkerMotion
from formcheck.texts.message import message
from formcheck.version import __version__

if TYPE_CHECKING:
    from types import ModuleType

MILLIMETRES = 1000.0
"""In a metre: the unit of the field's C3D files."""


class C3dMissingError(FormcheckError):
    """A C3D file was asked for where the library for it isn't installed."""


def write_c3d(path: Path, motion: MarkerMotion) -> None:
    """Write markers in millimetres, Y up; a marker that wasn't seen has the residual -1.

    `POINT:X_SCREEN` and `Y_SCREEN` say which axes are to the right and up, as the C3D user guide
    has it. Raises C3dMissingError where ezc3d isn't installed, OSError where it can't be written.
    """
    library = _library()
    samples, count = motion.points_m.shape[:2]
    points = np.ones((4, count, samples))
    points[:3] = motion.points_m.transpose(2, 1, 0) * MILLIMETRES
    file = library.c3d()
    point = file["parameters"]["POINT"]
    point["RATE"]["value"] = [motion.rate]
    point["LABELS"]["value"] = motion.markers
    point["UNITS"]["value"] = ["mm"]
    file.add_parameter("POINT", "X_SCREEN", ["+X"])
    file.add_parameter("POINT", "Y_SCREEN", ["+Y"])
    file.add_parameter("MANUFACTURER", "SOFTWARE", ["formcheck"])
    file.add_parameter("MANUFACTURER", "VERSION_LABEL", [__version__])
    file["data"]["points"] = points
    path.touch()  # what the system refuses is told by Python, not by the library
    file.write(str(path))


def _library() -> "ModuleType":
    try:
        import ezc3d
    except ImportError as error:
        raise C3dMissingError(message("error.no_ezc3d")) from error
    library: ModuleType = ezc3d
    return library
