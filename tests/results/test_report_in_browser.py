"""The report in a browser: the video goes where somebody clicks, and nothing else may run."""

import json
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

from formcheck.video.writing.video_writer import VideoWriter
from tests.browser import browser
from tests.patience import PATIENCE_S
from tests.results import sessions
from tests.results.test_report import page

VIDEO = "annotated.mp4"

TRY = """
<script>
addEventListener("load", async () => {
  const told = { film: !!document.querySelector(".film") };
  const video = document.querySelector("video");
  if (video && !video.error && video.readyState === 0)
    await new Promise((go) => { video.onloadedmetadata = go; video.onerror = go; });
  const at = async (click) => {
    const seeked = new Promise((go) => video.addEventListener("seeked", go, { once: true }));
    click(); await seeked; return video.currentTime;
  };
  if (video && video.readyState > 0) {
    const plot = document.querySelector("g.time").ownerSVGElement;
    const box = plot.getBoundingClientRect();
    const middle = { clientX: box.x + box.width * 0.5, clientY: box.y + 40, bubbles: true };
    told.plot = await at(() => plot.dispatchEvent(new MouseEvent("click", middle)));
    told.cursor = document.querySelector(".cursor").getAttribute("transform");
    const row = document.querySelector("tr[data-time]");
    told.row = await at(() => row.click());
    told.now = row.classList.contains("now");
    const picture = document.querySelector("figure[data-time]");
    told.picture = await at(() => picture.click());
  }
  told.film = !!document.querySelector(".film");
  const widths = [".details", "main"].map((of) => document.querySelector(of).clientWidth);
  told.share = widths[0] / widths[1];
  fetch("http://127.0.0.1:PORT", { method: "POST", mode: "no-cors", body: JSON.stringify(told) });
});
</script>
"""


class Listener(BaseHTTPRequestHandler):
    """Takes what the page tells."""

    told: Queue[str]

    def do_POST(self) -> None:
        self.told.put(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@contextmanager
def listening() -> Iterator[tuple[int, Queue[str]]]:
    told: Queue[str] = Queue()
    handler = type("Here", (Listener,), {"told": told})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, told
        server.shutdown()


def in_browser(text: str, folder: Path) -> dict[str, Any]:
    """What the page tells of itself when it is clicked on."""
    written = folder / "report.html"
    with listening() as (port, told):
        # The page's own policy would not let the trial run, nor tell anybody.
        policy = f"script-src 'unsafe-inline'; connect-src http://127.0.0.1:{port}"
        tried = re.sub(r"script-src [^;\"]*", policy, text)
        trial = TRY.replace("PORT", str(port))
        written.write_text(tried.replace("</body>", f"{trial}</body>"), "utf-8")
        size = "--window-size=1400,1000"
        command, home = browser(written, size, "--remote-debugging-port=0")
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=home) as opened:
            try:
                found: dict[str, Any] = json.loads(told.get(timeout=PATIENCE_S))
            finally:
                opened.terminate()
    return found


@pytest.mark.slow
def test_the_video_goes_where_somebody_clicks(tmp_path: Path) -> None:
    poses = sessions.push_ups(3)
    with VideoWriter(tmp_path / VIDEO, sessions.WIDTH, sessions.HEIGHT) as video:
        for frame in sessions.frames(poses):
            video.write(frame.image, frame.time_s)
    text, document = page(poses, film=VIDEO)
    told = in_browser(text, tmp_path)
    first = document.reps[0]
    assert first.start_s is not None
    middle = 0.5 * poses[-1].time_s
    assert told["plot"] == pytest.approx(middle, abs=0.5)
    assert told["cursor"].startswith("translate(")
    assert told["row"] == pytest.approx(first.start_s, abs=0.05)
    assert told["now"]
    assert first.start_s <= told["picture"] <= (first.end_s or 0.0)


@pytest.mark.slow
def test_without_a_video_beside_it_the_page_stays(tmp_path: Path) -> None:
    text, _ = page(sessions.push_ups(1), film=VIDEO)
    told = in_browser(text, tmp_path)
    assert not told["film"]
    # What stood beside the video takes its place.
    assert told["share"] > 0.9


def test_only_the_page_s_own_script_may_run() -> None:
    text, _ = page(sessions.push_ups(1), "<script>alert(1)</script>.mp4", film=VIDEO)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert text.count("<script") == 1
    assert f"script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in text
    assert "default-src 'none'" in text


def test_without_a_video_no_script_may_run() -> None:
    text, _ = page(sessions.push_ups(1))
    assert "<script" not in text
    assert "script-src" not in text
