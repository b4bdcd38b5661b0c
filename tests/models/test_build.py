"""The committed bundle is the recorded one, and the script that makes it makes the same again."""

import io
import os
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from mediapipe.tasks.metadata import metadata_schema_py_generated as metadata_schema
from mediapipe.tasks.metadata import schema_py_generated as model_schema

from formcheck.pose.blazepose.model_file import BUNDLED, REBUILT_HEAVY, find_model
from models.build import BUNDLE, build
from models.networks import FULL_BUNDLE, HEAVY, HEAVY_BUNDLE
from models.origins import MEDIAPIPE_WHEEL, BuildError
from models.packing import ALIGNMENT, bundle, with_metadata

CHECKOUT = Path(__file__).parents[2]

WHEEL = os.environ.get("FORMCHECK_MEDIAPIPE_WHEEL")
PACKAGE = os.environ.get("FORMCHECK_MEDIAPIPE_PACKAGE")
"""Paths of the wheel mediapipe 0.10.21 and of the npm package @mediapipe/pose 0.5.1675469404, to
build from; the test that needs them is skipped without."""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "models.build", *arguments],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def networks() -> dict[str, bytes]:
    with zipfile.ZipFile(BUNDLE) as archive:
        return {one.member: archive.read(one.member) for one in FULL_BUNDLE.networks}


def test_the_committed_bundle_is_the_recorded_one() -> None:
    outcome = run("--check")
    assert outcome.returncode == 0, outcome.stderr
    assert "is the recorded one" in outcome.stdout


def test_the_script_and_the_program_record_the_same_bundles() -> None:
    assert BUNDLED.sha256 == FULL_BUNDLE.sha256
    assert BUNDLE.stat().st_size == BUNDLED.size
    assert REBUILT_HEAVY.sha256 == HEAVY_BUNDLE.sha256


@pytest.mark.skipif(WHEEL is None, reason="FORMCHECK_MEDIAPIPE_WHEEL names no wheel")
def test_the_wheel_gives_the_committed_bundle() -> None:
    here = {MEDIAPIPE_WHEEL: Path(str(WHEEL))}
    assert build(here, FULL_BUNDLE) == BUNDLE.read_bytes()


@pytest.mark.skipif(
    WHEEL is None or PACKAGE is None,
    reason="FORMCHECK_MEDIAPIPE_WHEEL and FORMCHECK_MEDIAPIPE_PACKAGE don't name wheel and package",
)
def test_wheel_and_package_give_the_heavy_model_that_the_program_knows(tmp_path: Path) -> None:
    heavy = tmp_path / "mine.task"
    outcome = run("--heavy", str(heavy), "--wheel", str(WHEEL), "--package", str(PACKAGE))
    assert outcome.returncode == 0, outcome.stderr
    assert find_model(heavy).name == "heavy"


def test_joining_the_same_networks_gives_the_same_bytes(networks: dict[str, bytes]) -> None:
    assert bundle(networks) == BUNDLE.read_bytes()


def test_adding_the_metadata_again_changes_nothing(networks: dict[str, bytes]) -> None:
    for network in FULL_BUNDLE.networks:
        data = networks[network.member]
        assert with_metadata(data, network) == data


def test_members_are_stored_uncompressed_on_aligned_offsets() -> None:
    with zipfile.ZipFile(BUNDLE) as archive, BUNDLE.open("rb") as file:
        for member in archive.infolist():
            assert member.compress_type == zipfile.ZIP_STORED
            file.seek(member.header_offset + 26)
            name_length, extra_length = np.frombuffer(file.read(4), "<u2")
            start = member.header_offset + 30 + int(name_length) + int(extra_length)
            assert start % ALIGNMENT == 0


def test_all_weights_are_aligned(networks: dict[str, bytes]) -> None:
    for data in networks.values():
        model = model_schema.Model.GetRootAs(data, 0)
        for number in range(model.BuffersLength()):
            buffer = model.Buffers(number)
            if buffer.DataLength():
                start = buffer._tab.Vector(buffer._tab.Offset(4))
                assert start % ALIGNMENT == 0


@pytest.mark.parametrize(
    ("member", "mean", "deviation"),
    [("pose_detector.tflite", 127.5, 127.5), ("pose_landmarks_detector.tflite", 0.0, 255.0)],
)
def test_each_network_says_how_its_input_is_scaled(
    networks: dict[str, bytes], member: str, mean: float, deviation: float
) -> None:
    model = model_schema.Model.GetRootAs(networks[member], 0)
    entries = [model.Metadata(number) for number in range(model.MetadataLength())]
    (entry,) = [entry for entry in entries if entry.Name() == b"TFLITE_METADATA"]
    data = model.Buffers(entry.Buffer()).DataAsNumpy().tobytes()
    assert data[4:8] == b"M001"
    document = metadata_schema.ModelMetadataT.InitFromObj(
        metadata_schema.ModelMetadata.GetRootAs(data, 0)
    )
    scaling = document.subgraphMetadata[0].inputTensorMetadata[0].processUnits[0].options
    assert (list(scaling.mean), list(scaling.std)) == ([mean], [deviation])


def test_a_wheel_with_other_networks_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "mediapipe-0.10.21-fake.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for network in FULL_BUNDLE.networks:
            archive.writestr(network.source, b"something else")
    outcome = run("--check", "--wheel", str(wheel))
    assert outcome.returncode == 1
    assert "wrong SHA-256" in outcome.stderr


def test_a_wheel_without_the_networks_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "other.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("readme", "nothing")
    outcome = run("--check", "--wheel", str(wheel))
    assert outcome.returncode == 1
    assert "0.10.21" in outcome.stderr


def test_a_package_with_another_network_is_refused(tmp_path: Path) -> None:
    package = tmp_path / "pose.tgz"
    with tarfile.open(package, "w:gz") as archive:
        other = tarfile.TarInfo(HEAVY.source)
        other.size = len(b"something else")
        archive.addfile(other, io.BytesIO(b"something else"))
    with pytest.raises(BuildError, match="wrong SHA-256"):
        HEAVY.read(package)
    with pytest.raises(BuildError, match="@mediapipe/pose"):
        replace(HEAVY, source="package/none").read(package)


def test_a_missing_wheel_is_said_plainly(tmp_path: Path) -> None:
    outcome = run("--wheel", str(tmp_path / "none.whl"))
    assert outcome.returncode == 1
    assert "Can't read" in outcome.stderr
    assert "Traceback" not in outcome.stderr
