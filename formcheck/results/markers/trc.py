"""TRC files, which OpenSim reads: tab-separated text, a row a sample, three columns a marker."""

from collections.abc import Iterator
from math import isfinite
from pathlib import Path

from formcheck.results.markers.marker_motion import MarkerMotion

DECIMALS = 5
"""Of metres: a hundredth of a millimetre."""


def write_trc(path: Path, motion: MarkerMotion) -> None:
    """Write markers in metres, Y up; a marker that wasn't seen is left empty, as OpenSim has it.

    The form is that of OpenSim's "Marker (.trc) Files": a header of five lines and an empty one.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"{line}\n" for line in _lines(motion))


def _lines(motion: MarkerMotion) -> Iterator[str]:
    samples, count = motion.points_m.shape[:2]
    yield f"PathFileType\t4\t(X/Y/Z)\t{motion.name}.trc"
    yield (
        "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\t"
        "OrigDataRate\tOrigDataStartFrame\tOrigNumFrames"
    )
    rate = f"{motion.rate:g}" if motion.rate == round(motion.rate, 2) else f"{motion.rate:.3f}"
    yield f"{rate}\t{rate}\t{samples}\t{count}\tm\t{rate}\t1\t{samples}"
    yield "Frame#\tTime\t" + "".join(f"{name}\t\t\t" for name in motion.markers)
    yield "\t\t" + "\t".join(
        f"{axis}{number}" for number in range(1, count + 1) for axis in ("X", "Y", "Z")
    )
    yield ""
    for number, (time_s, points) in enumerate(zip(motion.times_s, motion.points_m, strict=True), 1):
        cells = (f"{one:.{DECIMALS}f}" if isfinite(one) else "" for one in points.ravel())
        yield "\t".join((str(number), f"{time_s:.6f}", *cells))
