"""Downloads over a loopback server: whole, interrupted, resumed, damaged, refused."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from formcheck.pose.blazepose import model_download as download
from formcheck.pose.blazepose.model_download import DownloadError, download_model
from formcheck.pose.blazepose.model_file import DOWNLOADS, PublishedModel, downloaded_path

CONTENT = bytes(range(256)) * 3000
"""Stands for the lite model."""


@dataclass
class Server:
    """What the loopback server does, and what it was asked."""

    url: str = ""
    content: bytes = CONTENT
    status: int = 200
    stops_after: int | None = None
    knows_ranges: bool = True
    asked: list[tuple[str, str | None]] = field(default_factory=list)


def handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted = self.headers.get("Range")
            server.asked.append((self.path, wanted))
            if server.status != 200:
                self.send_error(server.status)
                return
            start = 0
            if wanted is not None and server.knows_ranges:
                start = int(wanted.removeprefix("bytes=").rstrip("-"))
                self.send_response(206)
                last = len(server.content) - 1
                self.send_header("Content-Range", f"bytes {start}-{last}/{last + 1}")
            else:
                self.send_response(200)
            body = server.content[start:]
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: server.stops_after])

        def log_message(self, *arguments: object) -> None:
            pass

    return Handler


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    known = PublishedModel("lite", len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
    monkeypatch.setitem(DOWNLOADS, "lite", known)
    state = Server()
    listener = ThreadingHTTPServer(("127.0.0.1", 0), handler(state))
    state.url = f"http://127.0.0.1:{listener.server_port}"
    thread = threading.Thread(target=listener.serve_forever)
    thread.start()
    yield state
    listener.shutdown()
    listener.server_close()
    thread.join()


def test_a_model_arrives_whole_under_its_own_name(server: Server, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = download_model(
        "lite", tmp_path / "new", lambda here, total: told.append((here, total)), server.url
    )
    assert path == downloaded_path("lite", tmp_path / "new")
    assert path.read_bytes() == CONTENT
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert server.asked == [
        ("/pose_landmarker_lite/float16/1/pose_landmarker_lite.task", None),
    ]
    assert told[0] == (0, len(CONTENT))
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert told == sorted(told)


def test_a_model_that_is_there_is_not_fetched_again(server: Server, tmp_path: Path) -> None:
    download_model("lite", tmp_path, base_url=server.url)
    download_model("lite", tmp_path, base_url=server.url)
    assert len(server.asked) == 1


def test_an_interrupted_download_goes_on_where_it_stopped(server: Server, tmp_path: Path) -> None:
    server.stops_after = 300_000
    with pytest.raises(DownloadError, match="goes on from where it stopped"):
        download_model("lite", tmp_path, base_url=server.url)
    assert not downloaded_path("lite", tmp_path).exists()

    server.stops_after = None
    path = download_model("lite", tmp_path, base_url=server.url)
    assert server.asked[-1][1] == "bytes=300000-"
    assert path.read_bytes() == CONTENT


def test_a_server_that_ignores_the_range_is_taken_from_the_start(
    server: Server, tmp_path: Path
) -> None:
    server.stops_after = 300_000
    with pytest.raises(DownloadError):
        download_model("lite", tmp_path, base_url=server.url)
    server.stops_after, server.knows_ranges = None, False
    assert download_model("lite", tmp_path, base_url=server.url).read_bytes() == CONTENT


@pytest.mark.parametrize(
    "content", [CONTENT[:-1] + b"x", CONTENT + b"more", b"<html>" + CONTENT[6:]]
)
def test_other_bytes_never_get_the_models_name(
    server: Server, tmp_path: Path, content: bytes
) -> None:
    server.content = content
    with pytest.raises(DownloadError, match="wrong SHA-256"):
        download_model("lite", tmp_path, base_url=server.url)
    assert list(tmp_path.iterdir()) == []


def test_a_spoilt_beginning_is_thrown_away(server: Server, tmp_path: Path) -> None:
    downloaded_path("lite", tmp_path).with_suffix(".part").write_bytes(b"x" * 1000)
    with pytest.raises(DownloadError, match="try again"):
        download_model("lite", tmp_path, base_url=server.url)
    assert download_model("lite", tmp_path, base_url=server.url).read_bytes() == CONTENT


def test_a_damaged_model_is_replaced(server: Server, tmp_path: Path) -> None:
    downloaded_path("lite", tmp_path).write_bytes(b"damaged")
    assert download_model("lite", tmp_path, base_url=server.url).read_bytes() == CONTENT


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_refusal_names_the_address_and_the_status(
    server: Server, tmp_path: Path, status: int
) -> None:
    server.status = status
    with pytest.raises(DownloadError, match=f"pose_landmarker_lite.task answers {status}"):
        download_model("lite", tmp_path, base_url=server.url)


def test_no_connection_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="check the connection"):
        download_model("lite", tmp_path, base_url="http://127.0.0.1:9")


def test_a_name_that_does_not_resolve_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="check the connection"):
        download_model("lite", tmp_path, base_url="http://models.invalid")


def test_an_unknown_variant_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="lite or heavy"):
        download_model("huge", tmp_path)


def test_a_folder_that_cannot_be_made_is_said_plainly(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DownloadError, match="can't be written"):
        download_model("lite", tmp_path / "file" / "below", base_url=server.url)


def test_the_published_address_is_googles_own_over_https() -> None:
    assert download.BASE_URL.startswith("https://storage.googleapis.com/mediapipe-models/")
