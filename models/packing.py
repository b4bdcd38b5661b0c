"""Packs networks into a pose landmarker bundle; the same ones give the same bytes.

A bundle is an uncompressed zip of a detector and a landmark network, each with a TFLITE_METADATA
buffer that says how its input is normalised. TensorFlow Lite copies what isn't aligned, and warns.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import flatbuffers  # type: ignore[import-untyped]
import numpy as np
from mediapipe.tasks.metadata import metadata_schema_py_generated as metadata_schema
from mediapipe.tasks.metadata import schema_py_generated as model_schema

from models.networks import Network

METADATA_NAME = b"TFLITE_METADATA"
METADATA_IDENTIFIER = b"M001"
MODEL_IDENTIFIER = b"TFL3"
ALIGNMENT = 16
"""Bytes; TensorFlow Lite's schema asks it of buffer data (`force_align: 16`)."""
LOCAL_HEADER, EXTRA_HEADER = 30, 4
"""Bytes of a zip member's header before its name, and of an extra field before its content."""
ALIGNMENT_EXTRA_FIELD = 0xD935
"""The zip extra field that zipalign fills up with padding."""


class AlignedBuilder(flatbuffers.Builder):  # type: ignore[misc]
    """A flatbuffer builder that aligns byte vectors, as TensorFlow Lite's schema asks."""

    def StartVector(self, elem_size: int, count: int, alignment: int) -> int:  # noqa: N802
        """Begin a vector; vectors of bytes are aligned to 16."""
        wanted = ALIGNMENT if elem_size == 1 else alignment
        offset: int = super().StartVector(elem_size, count, wanted)
        return offset


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


def bundle(networks: Mapping[str, bytes]) -> bytes:
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
