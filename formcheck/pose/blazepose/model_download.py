"""Fetches a lighter or heavier pose model, when asked to."""

import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from formcheck.errors import FormcheckError
from formcheck.pose.blazepose.model_file import (
    DOWNLOADS,
    PublishedModel,
    downloaded_path,
    models_folder,
)
from formcheck.texts.message import either, message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown

BASE_URL: Final = "https://storage.googleapis.com/mediapipe-models/pose_landmarker"
CHUNK: Final = 1 << 16
"""Bytes that are read at a time: progress is told after each."""

TIMEOUT_S: Final = 30.0
"""Without a byte; then the connection is given up, and the next attempt goes on (engineering)."""

DownloadProgress = Callable[[int, int], None]
"""Told the bytes that are here and the bytes that there will be."""


class DownloadError(FormcheckError):
    """A model could not be fetched; what has arrived is kept and the next attempt goes on."""


def download_model(
    variant: str,
    folder: Path | None = None,
    progress: DownloadProgress | None = None,
    base_url: str = BASE_URL,
) -> Path:
    """Fetch a published model into a folder and return its file; nothing is done if it is there.

    variant: "lite" or "heavy".
    folder: the user's data folder unless given.

    An interrupted download is taken up where it stopped. The file appears under its own name
    only when it is whole and its SHA-256 is the recorded one.

    Raises DownloadError where there is no such model, no connection, no room, or other bytes than
    the recorded ones came.
    """
    if variant not in DOWNLOADS:
        raise DownloadError(
            message("error.download.unknown", variant=variant, known=either(list(DOWNLOADS)))
        )
    model = DOWNLOADS[variant]
    target = downloaded_path(variant, folder or models_folder())
    if target.is_file() and _digest(target) == model.sha256:
        return target
    part = target.with_suffix(".part")
    url = f"{base_url}/pose_landmarker_{variant}/float16/1/{target.name}"
    with _explained(url, part):
        target.parent.mkdir(parents=True, exist_ok=True)
        _fetch(url, part, model, progress or _silent)
        _check(part, model)
        part.replace(target)
    return target


@contextmanager
def _explained(url: str, part: Path) -> Iterator[None]:
    """Whatever goes wrong inside, as a DownloadError with the remedy."""
    try:
        yield
    except urllib.error.HTTPError as error:
        raise DownloadError(
            message("error.download.answer", url=url, code=error.code, reason=error.reason)
        ) from error
    except (
        urllib.error.URLError,
        http.client.HTTPException,
        TimeoutError,
        ConnectionError,
    ) as error:
        reason = getattr(error, "reason", None)
        reason = reason_told(reason if isinstance(reason, OSError) else error)
        raise DownloadError(message("error.download.stopped", reason=reason)) from error
    except OSError as error:
        raise DownloadError(
            message("error.download.refused", path=shown(part), reason=reason_told(error))
        ) from error


def _silent(here: int, total: int) -> None:
    del here, total


def _fetch(url: str, part: Path, model: PublishedModel, progress: DownloadProgress) -> None:
    here = part.stat().st_size if part.exists() else 0
    if here >= model.size:
        return
    request = urllib.request.Request(url)
    if here:
        request.add_header("Range", f"bytes={here}-")
    with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:
        goes_on = answer.status == http.client.PARTIAL_CONTENT and _starts_at(answer, here)
        with part.open("ab" if goes_on else "wb") as file:
            _copy(answer, file, here if goes_on else 0, model.size, progress)


def _starts_at(answer: http.client.HTTPResponse, here: int) -> bool:
    return answer.headers.get("Content-Range", "").startswith(f"bytes {here}-")


def _copy(
    answer: http.client.HTTPResponse,
    file: BinaryIO,
    here: int,
    total: int,
    progress: DownloadProgress,
) -> None:
    progress(here, total)
    while here <= total and (chunk := answer.read(CHUNK)):
        file.write(chunk)
        here += len(chunk)
        progress(min(here, total), total)
    if here < total:
        raise ConnectionError("the connection ended early")


def _check(part: Path, model: PublishedModel) -> None:
    if part.stat().st_size != model.size or _digest(part) != model.sha256:
        part.unlink()
        raise DownloadError(message("error.download.wrong", name=model.name))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
