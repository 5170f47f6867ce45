"""Answers one browser on this computer: the loopback only, with a token in the address.

Another page in the same browser cannot reach it: the address is not known, the host must be our
own, and a form is taken only from our own page.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.ask.form import read_fields, read_upload
from ita_site.office.importer.formats.office_file import LARGEST, MB

if TYPE_CHECKING:
    from ita_site.office.importer.ask.session import Session

HOST: Final = "127.0.0.1"
_MOST_BYTES: Final = (LARGEST + 1) * MB
_HEADERS: Final = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_POLICY: Final = (
    "default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@dataclass(slots=True)
class AskServer:
    """Serves a session until it is saved."""

    session: Session
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    lock: Lock = field(default_factory=Lock)
    http: ThreadingHTTPServer = field(init=False)

    def __post_init__(self) -> None:
        self.http = ThreadingHTTPServer((HOST, 0), _handler(self))
        self.http.daemon_threads = True

    @property
    def origin(self) -> str:
        """What a browser calls this server."""
        return f"http://{HOST}:{self.http.server_address[1]}"

    @property
    def address(self) -> str:
        """What to open."""
        return f"{self.origin}/{self.token}/"

    def serve(self) -> None:
        """Answer until the facts are saved."""
        with self.http:
            self.http.serve_forever(poll_interval=0.2)

    def stop(self) -> None:
        """End `serve` once the answer under way is out."""
        Thread(target=self.http.shutdown, daemon=True).start()


class _Handler(BaseHTTPRequestHandler):
    """One request. `asked` is the server it belongs to."""

    asked: AskServer
    timeout = 60
    server_version = "ita-site"
    sys_version = ""

    def do_GET(self) -> None:
        if self._is_ours() and self.path == f"/{self.asked.token}/":
            with self.asked.lock:
                self._answer()
        else:
            self._refuse()

    def do_POST(self) -> None:
        action = self.path.rpartition("/")[2]
        if not (self._is_ours() and self.headers.get("Origin") == self.asked.origin):
            self._refuse()
            return
        body = self._body()
        if body is None:
            self._refuse(413)
            return
        with self.asked.lock:
            self._act(action, body)

    def _is_ours(self) -> bool:
        given = self.path.split("/")[1] if self.path.count("/") > 1 else ""
        known = secrets.compare_digest(given.encode(), self.asked.token.encode())
        return known and f"http://{self.headers.get('Host')}" == self.asked.origin

    def _body(self) -> bytes | None:
        length = self.headers.get("Content-Length") or ""
        if not length.isdecimal() or int(length) > _MOST_BYTES:
            return None
        return self.rfile.read(int(length))

    def _act(self, action: str, body: bytes) -> None:
        session = self.asked.session
        if action == "file":
            if upload := read_upload(body, self.headers.get("Content-Type") or ""):
                session.take(*upload)
        elif action in ("read", "save"):
            try:
                fields = read_fields(body)
            except ValueError:
                self._refuse(400)
                return
            session.change(fields)
            if action == "save" and session.save(merges="merge" in fields):
                self._answer()
                self.asked.stop()
                return
        else:
            self._refuse()
            return
        self._answer()

    def _answer(self) -> None:
        nonce = secrets.token_urlsafe(16)
        page = self.asked.session.page(f"/{self.asked.token}/", nonce).encode("utf-8")
        self.send_response(200)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Security-Policy", _POLICY.format(nonce=nonce))
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def _refuse(self, status: int = 404) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing: the address has the token."""


def _handler(asked: AskServer) -> type[_Handler]:
    return type("_Answering", (_Handler,), {"asked": asked})
