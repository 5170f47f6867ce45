"""A static file server on this machine, which says with a file what the site's `_headers` ask."""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Rule = tuple[re.Pattern[str], list[tuple[str, str]]]
"""Paths, and what is said with them."""


class Handler(SimpleHTTPRequestHandler):
    """Sends files, and `404.html` for what is not there, as Netlify and Cloudflare Pages would."""

    rules: tuple[Rule, ...] = ()

    def end_headers(self) -> None:
        for pattern, said in self.rules:
            if pattern.fullmatch(self.path):
                for name, value in said:
                    self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        with open(f"{self.directory}/404.html", "rb") as file:  # noqa: PTH123 - a name as text
            body = file.read()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def rules(folder: Path) -> Iterator[Rule]:
    """What a site's `_headers` ask for; nothing when it has none."""
    file = folder / "_headers"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    said: list[tuple[str, str]] = []
    for line in lines:
        if line.startswith("/"):
            said = []
            yield _pattern(line), said
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            said.append((name, value))


def _pattern(path: str) -> re.Pattern[str]:
    quoted = re.escape(path).replace(r"\*", ".*")
    return re.compile(re.sub(r":[a-z]+", "[^/]+", quoted))


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a free loopback port; gives the address of its root."""
    ruled = type("Ruled", (Handler,), {"rules": tuple(rules(folder))})
    handler = partial(ruled, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()
