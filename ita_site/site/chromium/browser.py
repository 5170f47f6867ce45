"""A headless Chromium, spoken to through a pipe: it listens nowhere and reaches nobody.

Messages are those of the DevTools protocol, as JSON, each ended by a zero byte.
"""

from __future__ import annotations

import json
import os
import queue
import re
import subprocess
import threading
from contextlib import suppress
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

from ita_site.facts.problems import ItaSiteError
from ita_site.site.chromium.launch import find_chromium, is_root, launch

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS = (
    "--headless",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-first-run",
)
NEEDED = re.compile(
    r"PATH|PATHEXT|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TMPDIR|TMP|TEMP|LD_LIBRARY_PATH|XDG_\w+"
    r"|FONTCONFIG_\w+|SYSTEM(?:ROOT|DRIVE)|WINDIR|COMSPEC|(?:LOCAL)?APPDATA|USERPROFILE"
    r"|PROGRAM(?:DATA|W6432|FILES(?:\(X86\))?)|COMMONPROGRAMFILES(?:\(X86\))?",
    re.IGNORECASE,
)
"""What of the environment it is given. It opens what others wrote; no secret is among it."""
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
        command = [program, *OPTIONS, *options, own, "about:blank"]
        kept = {name: text for name, text in os.environ.items() if NEEDED.fullmatch(name)}
        self._line = launch(command, {**kept, "FONTCONFIG_FILE": str(fonts)})
        self._heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()
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
        try:
            self._line.into.write(json.dumps(message).encode() + b"\0")
            self._line.into.flush()
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
        with suppress(OSError):  # what was left to be written has no reader any more
            self._line.into.close()
        try:
            self._line.process.wait(PARTING)
        except subprocess.TimeoutExpired:
            self._line.process.kill()
            self._line.process.wait()
        self._ear.join(PARTING)
        self._line.out.close()
        self._profile.cleanup()

    def _dispatch(self, message: Message) -> None:
        if "method" in message:
            self.on_event(message)

    def _more(self) -> bytes:
        try:
            data = self._heard.get(timeout=PATIENCE)
        except queue.Empty:
            raise BrowserError(SILENT) from None
        if not data:
            raise BrowserError(GONE)
        return data

    def _listen(self) -> None:
        """Take in what it says, until it ends: a pipe alone cannot be waited for on Windows."""
        data = b"-"
        while data:
            try:
                data = os.read(self._line.out.fileno(), CHUNK)
            except OSError:
                data = b""
            self._heard.put(data)


def start_browser() -> Browser | None:
    """Start the Chromium that is found; None when none starts.

    Where a sandbox cannot be had (root, many containers) it runs without: what it opens
    are our own pages, whose scripts it does not run.
    """
    found = find_chromium()
    if found is None:
        return None
    ways = [[WITHOUT_SANDBOX]] if is_root() else [[], [WITHOUT_SANDBOX]]
    for options in ways:
        try:
            return Browser(found, *options)
        except (BrowserError, OSError):
            continue
    return None
