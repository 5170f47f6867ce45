"""A small internet on this machine: names, servers, certificates, and a count of who asked.

Its name service knows the hosts that have something to answer, and leads their ports 80 and
443 to two real servers on loopback; for every other name it says that there is none.
"""

from __future__ import annotations

import contextlib
import datetime
import socket
import ssl
import threading
from collections import Counter
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import trustme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pytest

YESTERDAY = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
TOMORROW = YESTERDAY + datetime.timedelta(days=2)
SOON_ENOUGH = 0.05
"""Seconds for which a request stays open, so that a second one at the same time is seen."""


@dataclass(frozen=True)
class Reply:
    """What a server does with a request; `does` names something other than answering."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    does: str = ""
    body: bytes = b""

    @classmethod
    def parse(cls, text: str) -> Reply:
        """From `404`, `301 https://…` or the name of something else that servers do."""
        word, _, target = text.partition(" ")
        if not word.isdecimal():
            return cls(does=word)
        return cls(int(word), {"Location": target} if target else {})


@dataclass(frozen=True)
class Request:
    """One request as a server saw it."""

    method: str
    address: str
    headers: Mapping[str, str]


class Internet:
    """Answers by address, or by method and address such as `HEAD http://…`."""

    def __init__(self, names: pytest.MonkeyPatch) -> None:
        self.replies: dict[str, Reply | list[Reply]] = {}
        self.certificates: dict[str, ssl.SSLContext] = {}
        self.requests: list[Request] = []
        self.busiest: Counter[str] = Counter()
        self.meeting: Callable[[], object] | None = None
        self.closing = threading.Event()
        self.hung_up = threading.Event()
        self.authority = trustme.CA()
        self._active: Counter[str] = Counter()
        self._lock = threading.Lock()
        self.looked_up: list[str] = []
        self._unheard = socket.socket()
        self._unheard.bind(("127.0.0.1", 0))
        self._ports: dict[int, int] = {}
        names.setattr(socket, "getaddrinfo", self._look_up)

    @property
    def asked(self) -> list[str]:
        """Methods and addresses in the order in which they came."""
        return [f"{request.method} {request.address}" for request in self.requests]

    def answer(self, replies: Mapping[str, str | int]) -> None:
        """Set what the servers say."""
        self.replies |= {address: Reply.parse(str(text)) for address, text in replies.items()}

    def certify(self, host: str, kind: str = "good") -> None:
        """Give a host a certificate: good, expired, of-somebody, self-signed, unknown, early."""
        authority = trustme.CA() if kind == "unknown" else self.authority
        name = "somebody.example" if kind == "of-somebody" else host
        times = {"expired": {"not_after": YESTERDAY}, "early": {"not_before": TOMORROW}}
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if kind == "self-signed":
            _own_certificate(context)
        else:
            authority.issue_cert(name, **times.get(kind, {})).configure_cert(context)
        self.certificates[host] = context

    @contextlib.contextmanager
    def running(self) -> Iterator[Internet]:
        """Serve on two free loopback ports."""
        handler = type("BoundHandler", (_Handler,), {"internet": self})
        with (
            self._unheard,
            ThreadingHTTPServer(("127.0.0.1", 0), handler) as plain,
            ThreadingHTTPServer(("127.0.0.1", 0), handler) as secure,
        ):
            secure.socket = self._encrypted(secure.socket)
            self._ports = {80: plain.server_address[1], 443: secure.server_address[1]}
            threads = [_started(server) for server in (plain, secure)]
            try:
                yield self
            finally:
                self.closing.set()
                for server in (plain, secure):
                    server.shutdown()
                for thread in threads:
                    thread.join()

    @property
    def proxy(self) -> str:
        """The plain server as a proxy: it answers for every host."""
        return f"http://127.0.0.1:{self._ports[80]}"

    def reply_to(self, request: Request) -> Reply:
        """The reply; of several the next, and the last again and again."""
        with self._lock:
            self.requests.append(request)
            said = self.replies.get(f"{request.method} {request.address}")
            said = said if said is not None else self.replies.get(request.address, Reply(404))
            if isinstance(said, list):
                return said.pop(0) if len(said) > 1 else said[0]
            return said

    @contextlib.contextmanager
    def counting(self, host: str) -> Iterator[None]:
        """Count how many requests are open at once: of a host, and of all as ``."""
        with self._lock:
            for name in (host, ""):
                self._active[name] += 1
                self.busiest[name] = max(self.busiest[name], self._active[name])
        try:
            yield
        finally:
            with self._lock:
                self._active.subtract((host, ""))

    def _look_up(self, host: str, port: int, *_: object):
        host.encode("idna")  # as the real one does, with its complaints
        self.looked_up.append(host)
        known = {
            urlsplit(address.rpartition(" ")[2]).hostname: reply
            for address, reply in self.replies.items()
        }
        if host not in known and host not in self.certificates:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        said = known.get(host)
        if said == Reply(does="refuse"):
            to = self._unheard.getsockname()[1]
        elif said == Reply(does="lost"):
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        else:
            to = self._ports.get(port, port)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", to))]

    def _encrypted(self, listening: socket.socket) -> ssl.SSLSocket:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert("nobody.example").configure_cert(context)

        def choose(connection, name, _):
            connection.context = self.certificates.get(name, context)

        context.sni_callback = choose
        return context.wrap_socket(listening, server_side=True, do_handshake_on_connect=False)


def _own_certificate(context: ssl.SSLContext) -> None:
    itself = trustme.CA()
    pem = itself.private_key_pem.bytes() + itself.cert_pem.bytes()
    with trustme.Blob(pem).tempfile() as path:
        context.load_cert_chain(path)


def _started(server: ThreadingHTTPServer) -> threading.Thread:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    return thread


class _Handler(BaseHTTPRequestHandler):
    internet: Internet
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        scheme = "https" if isinstance(self.connection, ssl.SSLSocket) else "http"
        host = self.headers["Host"]
        through_proxy = self.path.startswith("http")
        address = self.path if through_proxy else f"{scheme}://{host}{self.path}"
        request = Request(self.command, address, dict(self.headers))
        with self.internet.counting(host):
            reply = self.internet.reply_to(request)
            if self.internet.meeting:
                self.internet.meeting()
            self.internet.closing.wait(SOON_ENOUGH)
            getattr(self, f"_{reply.does or 'say'}")(reply)

    do_HEAD = do_GET = _answer  # noqa: N815 - the library's names

    def _say(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(reply.body)

    def _hang(self, _: Reply) -> None:
        self.internet.closing.wait()
        self.close_connection = True

    def _drop(self, _: Reply) -> None:
        self.close_connection = True

    def _babble(self, _: Reply) -> None:
        self.wfile.write(b"+OK POP3 ready\r\n")
        self.close_connection = True

    def _pour(self, _: Reply) -> None:
        """A body without end, until the reader hangs up."""
        self.send_response(200)
        self.end_headers()
        self.close_connection = True
        try:
            while self.command == "GET" and not self.internet.closing.is_set():
                self.wfile.write(bytes(65536))
        except OSError:
            self.internet.hung_up.set()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
