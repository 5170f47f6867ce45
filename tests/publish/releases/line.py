"""The line between us and a server: it counts what passes, and may break."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tests.publish.programs import free_port

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Line:
    """Hands everything on; does something once when so many bytes went to the server."""

    def __init__(self, to: int) -> None:
        self.to, self.port = to, free_port()
        self.sent = 0
        self.at: int | None = None
        self.then: Callable[[], None] = self.stall_and_cut
        self._open: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", self.port))

    def listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                far = socket.create_connection(("127.0.0.1", self.to))
                self._open += [near, far]
                threading.Thread(target=self._hand_on, args=(near, far, True)).start()
                threading.Thread(target=self._hand_on, args=(far, near, False)).start()

    def stall_and_cut(self) -> None:
        """Let the other side first make something of what it has."""
        time.sleep(1)
        self.cut()

    def cut(self) -> None:
        while self._open:
            end = self._open.pop()
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def close(self) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.cut()

    def _hand_on(self, source: socket.socket, sink: socket.socket, up: bool) -> None:  # noqa: FBT001
        with suppress(OSError):
            while part := source.recv(1 << 14):
                if up:
                    self._count(len(part))
                sink.sendall(part)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _count(self, size: int) -> None:
        self.sent += size
        if self.at is not None and self.sent >= self.at:
            self.at = None
            self.then()


@contextmanager
def line(to: int) -> Iterator[Line]:
    found = Line(to)
    thread = threading.Thread(target=found.listen)
    thread.start()
    try:
        yield found
    finally:
        found.close()
        thread.join()
