"""Which pose model is used: the built-in one, a downloaded one or one's own."""

import hashlib
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from formcheck.own_folder import own_folder
from formcheck.pose.estimator import ModelError
from formcheck.texts.message import message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown

ModelName = Literal["full", "lite", "heavy", "custom"]
ModelOrigin = Literal["bundled", "downloaded", "given"]

BUNDLED_FILE: Final = "pose_landmarker_full.task"
MEMBERS: Final = ("pose_detector.tflite", "pose_landmarks_detector.tflite")
FLATBUFFER_IDENTIFIER: Final = b"TFL3"
"""Bytes 4 to 8 of every TensorFlow Lite model."""


@dataclass(frozen=True)
class PublishedModel:
    """A bundle whose bytes are known."""

    name: ModelName
    size: int
    sha256: str


BUNDLED: Final = PublishedModel(
    "full", 9_399_478, "725be6b83fd376535528e76a7dc5f938b2b3ed0fbb65a4d23f880b834cf979c5"
)
DOWNLOADS: Final[dict[str, PublishedModel]] = {
    "lite": PublishedModel(
        "lite", 5_777_746, "59929e1d1ee95287735ddd833b19cf4ac46d29bc7afddbbf6753c459690d574a"
    ),
    "heavy": PublishedModel(
        "heavy", 30_664_242, "64437af838a65d18e5ba7a0d39b465540069bc8aae8308de3e318aad31fcbc7b"
    ),
}
"""Version 1 of the float16 bundles that Google publishes; its bytes are the same everywhere they
are recorded."""

REBUILT_HEAVY: Final = PublishedModel(
    "heavy", 30_666_326, "9ce0224cfd02e45548e7c2c4501fd424623ac8f1179ddd3340e053229ab5eefa"
)
"""The same networks as models/build.py packs them."""


@dataclass(frozen=True)
class PoseModel:
    """A pose landmarker bundle that was looked at and can be loaded."""

    path: Path
    name: ModelName
    sha256: str
    origin: ModelOrigin


def models_folder() -> Path:
    """Where downloaded models are kept: beside the history."""
    return own_folder() / "models"


def downloaded_path(variant: str, folder: Path) -> Path:
    """The file that a downloaded variant has in a folder."""
    return folder / f"pose_landmarker_{variant}.task"


def find_model(choice: str | Path | None = None, *, folder: Path | None = None) -> PoseModel:
    """The pose model to use.

    choice: None or "full" for the built-in one, "lite" or "heavy" for a downloaded one, else the
        path of a pose landmarker bundle.
    folder: where downloads are looked for; the user's data folder unless given.

    Raises ModelError where it is missing, damaged or no pose landmarker bundle.
    """
    if choice is None or choice == BUNDLED.name:
        path = _bundled_path()
        return _published(path, BUNDLED, "bundled")
    if isinstance(choice, str) and choice in DOWNLOADS:
        path = downloaded_path(choice, folder or models_folder())
        if not path.is_file():
            raise ModelError(message("error.model.not_here", choice=choice))
        return _published(path, DOWNLOADS[choice], "downloaded")
    return _given(Path(choice))


def _bundled_path() -> Path:
    installed = Path(__file__).with_name(BUNDLED_FILE)
    checkout = Path(__file__).parents[3] / "models" / BUNDLED_FILE
    for path in (installed, checkout):
        if path.is_file():
            return path
    raise ModelError(message("error.model.missing"))


def _published(path: Path, expected: PublishedModel, origin: ModelOrigin) -> PoseModel:
    digest = hashlib.sha256(read_model(path)).hexdigest()
    rebuilt = (REBUILT_HEAVY.name, REBUILT_HEAVY.sha256) == (expected.name, digest)
    if digest != expected.sha256 and not rebuilt:
        raise ModelError(
            message(f"error.model.damaged_{origin}", path=shown(path), name=expected.name)
        )
    return PoseModel(path, expected.name, digest, origin)


def _given(path: Path) -> PoseModel:
    data = read_model(path)
    digest = hashlib.sha256(data).hexdigest()
    for known in (BUNDLED, *DOWNLOADS.values(), REBUILT_HEAVY):
        if digest == known.sha256:
            return PoseModel(path, known.name, digest, "given")
    check_bundle(path)
    return PoseModel(path, "custom", digest, "given")


def read_model(path: Path) -> bytes:
    """A model file's bytes; raises ModelError where it can't be read."""
    if path.exists() and not path.is_file():
        # A device may have no end.
        raise ModelError(message("error.model.no_file", path=shown(path)))
    try:
        return path.read_bytes()
    except OSError as error:
        reason = reason_told(error)
        raise ModelError(message("error.model.unread", path=shown(path), reason=reason)) from error


def check_bundle(path: Path) -> None:
    """Whether a file is a pose landmarker bundle: a sound, uncompressed zip of both networks.

    Raises ModelError where it isn't, so that nothing else ever reaches native code.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_members(path, archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise ModelError(message("error.model.no_bundle", path=shown(path))) from error


def _check_members(path: Path, archive: zipfile.ZipFile) -> None:
    damaged = archive.testzip()
    if damaged is not None:
        raise ModelError(message("error.model.damaged_inside", path=shown(path), damaged=damaged))
    for member in MEMBERS:
        if member not in archive.namelist():
            raise ModelError(message("error.model.without", path=shown(path), member=member))
        if archive.getinfo(member).compress_type != zipfile.ZIP_STORED:
            raise ModelError(message("error.model.compressed", path=shown(path), member=member))
        with archive.open(member) as network:
            if network.read(8)[4:] != FLATBUFFER_IDENTIFIER:
                raise ModelError(message("error.model.no_network", path=shown(path), member=member))
