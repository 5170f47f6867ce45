"""A server that sends a site compressed, and counts what it sent."""

from __future__ import annotations

import gzip
from collections import Counter
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from tests.site.server import Handler

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

QUIET, STEP = 500, 100
"""Milliseconds. The browser's own idea of an idle network has been seen to never come."""
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


class Counting(Handler):
    """Sends files compressed, as the servers of the README do, and counts what it sent.

    The browser cannot be asked: what workers load, it reports as nothing.
    """

    sent: Counter[str]

    def do_GET(self) -> None:  # noqa: N802 - http.server names it
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = file.read_bytes()
        packed = file.suffix in PACKED
        body = gzip.compress(body, 6, mtime=0) if packed else body
        self.sent[self.path.lstrip("/")] += len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def counting(folder: Path) -> Iterator[tuple[str, Counter[str]]]:
    """Serve a folder; gives the address of its root, and what was sent from it by path."""
    sent: Counter[str] = Counter()
    handler = partial(type("Own", (Counting,), {"sent": sent}), directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/", sent
        finally:
            server.shutdown()
            thread.join()


def wait_until_quiet(page: Page, sent: Counter[str]) -> None:
    """Wait until a page has asked for nothing more for half a second."""
    before, since = -1, 0
    while since < QUIET:
        page.wait_for_timeout(STEP)
        since = since + STEP if sent.total() == before else 0
        before = sent.total()


def told(sent: Counter[str]) -> str:
    """One line for each file, the heaviest first."""
    lines = [f"{size:>7} {path}" for path, size in sent.most_common()]
    return "\n".join([f"{sent.total():>7} in all", *lines])
