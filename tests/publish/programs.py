"""Where the programs are that Debian's packages bring."""

from __future__ import annotations

import os
import shutil
import socket
import time
from contextlib import suppress
from pathlib import Path

UNPACKED = Path(__file__).resolve().parents[2] / ".cache/debian"
ROOT = UNPACKED / "root/usr"
PATH = f"{UNPACKED / 'bin'}:{os.environ['PATH']}:/usr/sbin:/sbin:{ROOT / 'bin'}:{ROOT / 'sbin'}"


def program(name: str) -> str:
    """Its absolute path; the test fails where there is none."""
    found = shutil.which(name, path=PATH)
    assert found, f"{name}: run make test, which gets it"
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


def wait_for(port: int) -> None:
    """Until somebody listens."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    message = f"nobody listens on {port}"
    raise TimeoutError(message)
