"""Builds models/pose_landmarker_full.task from the two networks in a MediaPipe wheel.

The wheel mediapipe 0.10.21 (Apache-2.0) carries the person detector and the full landmark
network; wheels from 0.10.31 on, which formcheck runs with, carry no model. A pose landmarker
bundle is an uncompressed zip of both, each with a TFLITE_METADATA buffer that says how its input
is normalised. The same wheel gives the same bundle, byte for byte.

    python models/build.py                  fetch the wheel with pip, write the bundle
    python models/build.py --wheel PATH     use a wheel that is already here
    python models/build.py --check          verify the committed bundle, change nothing

The heavy landmark network, which no wheel carries, is in the npm package @mediapipe/pose
0.5.1675469404 (Apache-2.0). A bundle of it isn't committed; to make one where Google's own can't be
downloaded:

    python models/build.py --heavy FILE     fetch wheel and package with pip and npm, write FILE
    python models/build.py --heavy FILE --wheel PATH --package PATH
"""

import argparse
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import flatbuffers  # type: ignore[import-untyped]
import numpy as np
from mediapipe.tasks.metadata import metadata_schema_py_generated as metadata_schema
from mediapipe.tasks.metadata import schema_py_generated as model_schema

WHEEL_VERSION = "0.10.21"
PACKAGE, PACKAGE_VERSION = "@mediapipe/pose", "0.5.1675469404"

METADATA_NAME = b"TFLITE_METADATA"
METADATA_IDENTIFIER = b"M001"
MODEL_IDENTIFIER = b"TFL3"
ALIGNMENT = 16
"""Bytes; TensorFlow Lite's schema asks it of buffer data (`force_align: 16`)."""
LOCAL_HEADER, EXTRA_HEADER = 30, 4
"""Bytes of a zip member's header before its name, and of an extra field before its content."""
ALIGNMENT_EXTRA_FIELD = 0xD935
"""The zip extra field that zipalign fills up with padding."""


class BuildError(Exception):
    """A bundle can't be built or isn't what was recorded; the message says why."""


@dataclass(frozen=True)
class Network:
    """A network: where it comes from, and how its input is scaled.

    A pixel value p between 0 and 255 is fed to the network as (p − mean) / deviation.
    source: its path in the wheel, or in the npm package, all of which begin with `package/`.
    """

    member: str
    source: str
    sha256: str
    name: str
    description: str
    mean: float
    deviation: float

    @property
    def is_packed(self) -> bool:
        """Whether it comes from the npm package."""
        return self.source.startswith("package/")


@dataclass(frozen=True)
class Bundle:
    """A bundle: its hash and the networks that are in it."""

    sha256: str
    networks: tuple[Network, ...]


DETECTOR = Network(
    member="pose_detector.tflite",
    source="mediapipe/modules/pose_detection/pose_detection.tflite",
    sha256="9ba9dd3d42efaaba86b4ff0122b06f29c4122e756b329d89dca1e297fd8f866c",
    name="BlazePose detector",
    description="Finds a person and the circle around the body.",
    mean=127.5,
    deviation=127.5,
)
FULL = Network(
    member="pose_landmarks_detector.tflite",
    source="mediapipe/modules/pose_landmark/pose_landmark_full.tflite",
    sha256="e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f",
    name="BlazePose GHUM landmarks, full",
    description="Finds 33 landmarks and the silhouette of one person.",
    mean=0.0,
    deviation=255.0,
)
HEAVY = replace(
    FULL,
    source="package/pose_landmark_heavy.tflite",
    sha256="59e42d71bcd44cbdbabc419f0ff76686595fd265419566bd4009ef703ea8e1fe",
    name="BlazePose GHUM landmarks, heavy",
)

BUNDLE = Path(__file__).with_name("pose_landmarker_full.task")
"""The committed file."""

FULL_BUNDLE = Bundle(
    "725be6b83fd376535528e76a7dc5f938b2b3ed0fbb65a4d23f880b834cf979c5", (DETECTOR, FULL)
)
HEAVY_BUNDLE = Bundle(
    "9ce0224cfd02e45548e7c2c4501fd424623ac8f1179ddd3340e053229ab5eefa", (DETECTOR, HEAVY)
)


@dataclass(frozen=True)
class Sources:
    """Where networks are read from: files that are here, None for those to be fetched."""

    wheel: Path | None
    package: Path | None

    def read(self, network: Network, folder: Path) -> bytes:
        """A network's bytes; folder: where what isn't here is downloaded to.

        Raises BuildError where they can't be had or aren't the known ones.
        """
        if network.is_packed:
            path = self.package or fetch_package(folder)
        else:
            path = self.wheel or fetch_wheel(folder)
        try:
            data = (read_packed if network.is_packed else read_zipped)(path, network.source)
        except KeyError:
            right = (
                (PACKAGE, PACKAGE_VERSION) if network.is_packed else ("mediapipe", WHEEL_VERSION)
            )
            told = f"{path.name} holds no {network.source}: use {' '.join(right)}."
            raise BuildError(told) from None
        except (OSError, zipfile.BadZipFile, tarfile.TarError, EOFError) as error:
            raise BuildError(f"Can't read {path}: {error}.") from error
        if sha256(data) != network.sha256:
            told = f"{network.source} in {path.name} isn't the recorded one: wrong SHA-256."
            raise BuildError(told)
        return data


def read_zipped(path: Path, member: str) -> bytes:
    """A member of a wheel; raises KeyError where it has none of this name."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(member)


def read_packed(path: Path, member: str) -> bytes:
    """A member of an npm package; raises KeyError where it has none of this name."""
    with tarfile.open(path) as archive:
        found = archive.extractfile(member)
        if found is None:
            raise KeyError(member)
        return found.read()


class AlignedBuilder(flatbuffers.Builder):  # type: ignore[misc]
    """A flatbuffer builder that aligns byte vectors, as TensorFlow Lite's schema asks."""

    def StartVector(self, elem_size: int, count: int, alignment: int) -> int:  # noqa: N802
        """Begin a vector; vectors of bytes are aligned to 16."""
        wanted = ALIGNMENT if elem_size == 1 else alignment
        offset: int = super().StartVector(elem_size, count, wanted)
        return offset


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def fetch_wheel(folder: Path) -> Path:
    """The MediaPipe wheel that carries the networks, downloaded by pip.

    Raises BuildError where pip can't get it.
    """
    command = [sys.executable, "-m", "pip", "download", f"mediapipe=={WHEEL_VERSION}"]
    command += ["--no-deps", "--only-binary", ":all:", "--python-version", "3.11"]
    command += ["--platform", "manylinux_2_28_x86_64", "--dest", str(folder), "--quiet"]
    if subprocess.run(command, check=False).returncode != 0:
        raise BuildError(f"pip can't download mediapipe {WHEEL_VERSION}: give one by --wheel.")
    return next(folder.glob("mediapipe-*.whl"))


def fetch_package(folder: Path) -> Path:
    """The npm package that carries the heavy network, downloaded by npm.

    Raises BuildError where npm isn't there or can't get it.
    """
    named = f"{PACKAGE}@{PACKAGE_VERSION}"
    command = ["npm", "pack", named, "--silent", "--pack-destination", str(folder)]
    try:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        raise BuildError(f"npm can't download {named}: give one by --package.") from None
    return next(folder.glob("mediapipe-pose-*.tgz"))


def metadata(network: Network, outputs: int) -> bytes:
    """The metadata flatbuffer for a network with one RGB picture as input."""
    scaling = metadata_schema.NormalizationOptionsT()
    scaling.mean, scaling.std = [network.mean], [network.deviation]
    unit = metadata_schema.ProcessUnitT()
    unit.optionsType = metadata_schema.ProcessUnitOptions.NormalizationOptions
    unit.options = scaling
    colours = metadata_schema.ImagePropertiesT()
    colours.colorSpace = metadata_schema.ColorSpaceType.RGB
    content = metadata_schema.ContentT()
    content.contentPropertiesType = metadata_schema.ContentProperties.ImageProperties
    content.contentProperties = colours
    picture = metadata_schema.TensorMetadataT()
    picture.name, picture.content, picture.processUnits = "image", content, [unit]
    graph = metadata_schema.SubGraphMetadataT()
    graph.inputTensorMetadata = [picture]
    graph.outputTensorMetadata = [metadata_schema.TensorMetadataT() for _ in range(outputs)]
    document = metadata_schema.ModelMetadataT()
    document.name, document.description = network.name, network.description
    document.subgraphMetadata = [graph]
    document.minParserVersion = "1.0.0"
    builder = flatbuffers.Builder(1024)
    builder.Finish(document.Pack(builder), METADATA_IDENTIFIER)
    return bytes(builder.Output())


def with_metadata(data: bytes, network: Network) -> bytes:
    """The network as an aligned flatbuffer that carries its metadata; weights stay untouched."""
    model: Any = model_schema.ModelT.InitFromObj(model_schema.Model.GetRootAs(data, 0))
    buffer = model_schema.BufferT()
    buffer.data = np.frombuffer(metadata(network, len(model.subgraphs[0].outputs)), np.uint8)
    known = [entry for entry in model.metadata if entry.name == METADATA_NAME]
    if known:
        model.buffers[known[0].buffer] = buffer
    else:
        entry = model_schema.MetadataT()
        entry.name, entry.buffer = METADATA_NAME.decode(), len(model.buffers)
        model.metadata.append(entry)
        model.buffers.append(buffer)
    builder = AlignedBuilder(len(data) + 65536)
    builder.Finish(model.Pack(builder), MODEL_IDENTIFIER)
    return bytes(builder.Output())


def bundle(networks: dict[str, bytes]) -> bytes:
    """An uncompressed zip whose members start on aligned offsets; the same each time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for member, data in networks.items():
            entry = zipfile.ZipInfo(member, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            start = target.tell() + LOCAL_HEADER + len(member.encode()) + EXTRA_HEADER
            padding = bytes(-start % ALIGNMENT)
            entry.extra = (
                ALIGNMENT_EXTRA_FIELD.to_bytes(2, "little")
                + len(padding).to_bytes(2, "little")
                + padding
            )
            archive.writestr(entry, data)
    return target.getvalue()


def build(sources: Sources, wanted: Bundle) -> bytes:
    """A whole bundle."""
    with tempfile.TemporaryDirectory() as folder:
        read = {network: sources.read(network, Path(folder)) for network in wanted.networks}
    return bundle({network.member: with_metadata(data, network) for network, data in read.items()})


def check(sources: Sources) -> str:
    """What was verified of the committed bundle; raises BuildError where it differs.

    Without a wheel the recorded hash is enough; with one the bundle is also built anew.
    """
    if not BUNDLE.is_file():
        raise BuildError(f"{BUNDLE.name} is missing: build it with python models/build.py.")
    found = BUNDLE.read_bytes()
    if sha256(found) != FULL_BUNDLE.sha256:
        raise BuildError(f"{BUNDLE.name} isn't the recorded one: its SHA-256 is {sha256(found)}.")
    if sources.wheel is None:
        return f"{BUNDLE.name} is the recorded one."
    if build(sources, FULL_BUNDLE) != found:
        raise BuildError(f"{BUNDLE.name} isn't what the wheel gives.")
    return f"{BUNDLE.name} is the recorded one, and the wheel gives the same bytes."


def write(sources: Sources, wanted: Bundle, path: Path) -> str:
    """Build a bundle, put it in its place and say its hash."""
    data = build(sources, wanted)
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.replace(path)
    return f"{path.name}: {len(data)} bytes, SHA-256 {sha256(data)}"


def asked(options: argparse.Namespace) -> str:
    """Do what was asked for, and say what came of it."""
    sources = Sources(options.wheel, options.package)
    if options.heavy:
        return write(sources, HEAVY_BUNDLE, options.heavy)
    return check(sources) if options.check else write(sources, FULL_BUNDLE, BUNDLE)


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
