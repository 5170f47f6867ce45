"""A headless Chromium, spoken to through a pipe: it listens nowhere and reaches nobody.

The pipe is Chromium's own (`--remote-debugging-pipe`): messages of the DevTools protocol
as JSON, each ended by a zero byte, in on descriptor 3 and out on descriptor 4.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
from contextlib import suppress
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any, cast

from ita_site.facts.problems import ItaSiteError

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
OPTIONS = (
    "--headless",
    "--remote-debugging-pipe",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-first-run",
)
WITHOUT_SANDBOX = "--no-sandbox"
PATIENCE = 120
"""Seconds without a word after which it is taken for dead."""
PARTING = 10
"""Seconds it may take to end."""
CHUNK = 1 << 20

FONTS = """\
<fontconfig>
  <include ignore_missing="yes">{machine}</include>
  <match target="pattern">
    <edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
  </match>
</fontconfig>
"""
"""The machine's own fonts, hinted as everywhere: under another hinting Chromium writes Thai
marks twice into the text of a PDF."""

GONE, SILENT = "Chromium หยุดทำงาน", "Chromium ไม่ตอบ"

Message = dict[str, Any]


class BrowserError(ItaSiteError):
    """Chromium cannot be started, has gone, or refuses."""


class Browser:
    """A running Chromium.

    Raises:
        BrowserError: when the program does not start, or is no Chromium.
    """

    def __init__(self, program: str, *options: str) -> None:
        self._profile = TemporaryDirectory(prefix="ita-site-", ignore_cleanup_errors=True)
        own = f"--user-data-dir={self._profile.name}"
        machine = os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
        fonts = Path(self._profile.name, "fonts.conf")
        fonts.write_text(FONTS.format(machine=escape(machine, quote=False)), "utf-8")
        joined = 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null'
        self._process = subprocess.Popen(
            ["/bin/sh", "-c", joined, "sh", program, *OPTIONS, *options, own, "about:blank"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )
        self._unread = b""
        self._calls = 0
        self.on_event: Callable[[Message], None] = lambda _: None
        try:
            self.call("Browser.getVersion")
        except BrowserError:
            self.close()
            raise

    def call(self, method: str, session: str = "", **params: object) -> Message:
        """Do something and return what came of it; what happens meanwhile goes to `on_event`."""
        number = self.tell(method, session, **params)
        while (message := self.hear()).get("id") != number:
            self._dispatch(message)
        if "error" in message:
            refusal = f"{method}: {message['error'].get('message')}"
            raise BrowserError(refusal)
        return cast("Message", message["result"])

    def wait_until(self, happened: Callable[[], bool]) -> None:
        """Follow what happens until it has."""
        while not happened():
            self._dispatch(self.hear())

    def tell(self, method: str, session: str = "", **params: object) -> int:
        """Ask for something without waiting for it; return the request's number."""
        self._calls += 1
        message: Message = {"id": self._calls, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        into = cast("IO[bytes]", self._process.stdin)
        try:
            into.write(json.dumps(message).encode() + b"\0")
            into.flush()
        except OSError as error:
            raise BrowserError(GONE) from error
        return self._calls

    def hear(self) -> Message:
        """Return the next message."""
        parts = [self._unread]
        while b"\0" not in parts[-1]:
            parts.append(self._more())
        message, _, self._unread = b"".join(parts).partition(b"\0")
        return cast("Message", json.loads(message))

    def close(self) -> None:
        """End it, and remove what it wrote."""
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was left to be written has no reader any more
                cast("IO[bytes]", pipe).close()
        try:
            self._process.wait(PARTING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._profile.cleanup()

    def _dispatch(self, message: Message) -> None:
        if "method" in message:
            self.on_event(message)

    def _more(self) -> bytes:
        out = cast("IO[bytes]", self._process.stdout).fileno()
        ready, _, _ = select.select([out], [], [], PATIENCE)
        if not ready:
            raise BrowserError(SILENT)
        if not (data := os.read(out, CHUNK)):
            raise BrowserError(GONE)
        return data


def find_chromium() -> str | None:
    """Return the path of the Chromium of `ITA_CHROMIUM` or of the search path."""
    named = os.environ.get("ITA_CHROMIUM", "")
    return next(filter(None, map(shutil.which, (named, *NAMES))), None)


def start_browser() -> Browser | None:
    """Start the Chromium that is found; None when none starts.

    Where a sandbox cannot be had (root, many containers) it runs without: what it opens
    are our own pages, whose scripts it does not run.
    """
    found = find_chromium()
    if found is None or os.name != "posix":
        return None
    ways = [[WITHOUT_SANDBOX]] if os.geteuid() == 0 else [[], [WITHOUT_SANDBOX]]
    for options in ways:
        try:
            return Browser(found, *options)
        except BrowserError:
            continue
    return None
