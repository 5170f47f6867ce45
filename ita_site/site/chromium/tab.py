"""A window on a built site: every file it asks for is taken from the folder, nothing runs in it."""

from __future__ import annotations

import base64
import mimetypes
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ita_site.site.chromium.browser import BrowserError

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.site.chromium.browser import Browser, Message

NOWHERE = "https://site.invalid/"
"""Where a site stands that does not say where."""
READY = "document.fonts.ready.then(() => 0)"
UNLINK = """for (const link of document.querySelectorAll('a[href]:not([href^="#"])'))
  if (link.href.startsWith(%r)) link.removeAttribute('href')"""
"""A link to another page of a site without an address would lead nowhere."""
SETTLE = """for (const folded of document.querySelectorAll('details')) folded.open = true;
for (const moving of document.getAnimations()) {
  try { moving.finish() } catch { moving.cancel() }
}"""
"""What is folded is unfolded; what moves is where it ends, or where it began if it never does."""
PRINTED = {
    "preferCSSPageSize": True,
    "generateTaggedPDF": True,
    "generateDocumentOutline": True,
}
STILL = [
    {"name": "prefers-reduced-motion", "value": "reduce"},
    {"name": "prefers-color-scheme", "value": "light"},
]
WINDOW = 740
"""How high the window of a picture is, in CSS pixels; the picture is as high as the page."""
SLICE = 8_000
"""Rows of one picture; Chromium itself ends at twice as many."""
HIGHEST = 40_000
"""Rows of a page that are pictured."""


class Tab:
    """A window on a built site that sees nothing else.

    `site` is the folder; `base` the address at which it will be published, so that the
    links of a document lead there.
    """

    def __init__(self, browser: Browser, site: Path, base: str | None) -> None:
        self._browser, self._site, self._base = browser, site.resolve(), base or NOWHERE
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        attached = browser.call("Target.attachToTarget", targetId=target, flatten=True)
        self._target: str = target
        self._page = ""
        self._session: str = attached["sessionId"]
        browser.on_event = self._see
        self._call("Page.enable")
        self._call("Fetch.enable")
        self._call("Emulation.setScriptExecutionDisabled", value=True)

    def pdf(self, address: str) -> bytes:
        """Print the page at an address of the site.

        Raises:
            BrowserError: when there is no such page, or Chromium cannot.
        """
        self._call("Emulation.setEmulatedMedia", media="print")
        self._open(address)
        if self._base == NOWHERE:
            self._call("Runtime.evaluate", expression=UNLINK % NOWHERE)
        return base64.b64decode(self._call("Page.printToPDF", **PRINTED)["data"])

    def pictures(self, address: str, width: int) -> list[bytes]:
        """The page at an address in slices from its top, PNG, a pixel for each CSS pixel.

        Everything on it is unfolded and still. Of a page that is higher than `HIGHEST` only so
        much.

        Raises:
            BrowserError: when there is no such page, or Chromium cannot.
        """
        self._call("Emulation.setEmulatedMedia", media="screen", features=STILL)
        self._resize(width, WINDOW)
        self._open(address)
        self._call("Runtime.evaluate", expression=SETTLE)
        size = self._call("Page.getLayoutMetrics")["cssContentSize"]
        height = min(max(int(size["height"]), 1), HIGHEST)
        return [
            self._slice(width, top, min(SLICE, height - top)) for top in range(0, height, SLICE)
        ]

    def _slice(self, width: int, top: int, height: int) -> bytes:
        clip = {"x": 0, "y": top, "width": width, "height": height, "scale": 1}
        taken = self._call(
            "Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True
        )
        return base64.b64decode(taken["data"])

    def close(self) -> None:
        """Close the window; the browser stays."""
        self._browser.call("Target.closeTarget", targetId=self._target)

    def _resize(self, width: int, height: int) -> None:
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._call("Emulation.setDeviceMetricsOverride", **screen)

    def _open(self, address: str) -> None:
        self._loaded, self._page = False, self._base + address
        opened = self._call("Page.navigate", url=self._page)
        if "errorText" in opened:
            refusal = f"/{address} {opened['errorText']}"
            raise BrowserError(refusal)
        self._browser.wait_until(lambda: self._loaded)
        self._call("Runtime.evaluate", expression=READY, awaitPromise=True)

    def _call(self, method: str, **params: object) -> Message:
        return self._browser.call(method, self._session, **params)

    def _see(self, event: Message) -> None:
        if event["method"] == "Page.loadEventFired":
            self._loaded = True
        elif event["method"] == "Fetch.requestPaused":
            self._answer(event["params"])

    def _answer(self, asked: Message) -> None:
        method, params = self._response(asked["request"]["url"])
        if asked["frameId"] == self._target and not self._is_wanted(asked):
            method, params = "Fetch.failRequest", {"errorReason": "Aborted"}
        self._browser.tell(method, self._session, requestId=asked["requestId"], **params)

    def _is_wanted(self, asked: Message) -> bool:
        """A page that would go on to another by itself stays where it is."""
        return bool(asked["resourceType"] != "Document" or asked["request"]["url"] == self._page)

    def _response(self, url: str) -> tuple[str, Message]:
        file = self._file(url)
        if file is None:
            return "Fetch.failRequest", {"errorReason": "BlockedByClient"}
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return "Fetch.fulfillRequest", {
            "responseCode": 200,
            "responseHeaders": [{"name": "Content-Type", "value": kind}],
            "body": base64.b64encode(file.read_bytes()).decode(),
        }

    def _file(self, url: str) -> Path | None:
        address = urlsplit(url)._replace(query="", fragment="").geturl()
        if not address.startswith(self._base):
            return None
        path = unquote(address.removeprefix(self._base))
        page = "index.html" if path.endswith("/") or not path else ""
        file = (self._site / (path + page)).resolve()
        return file if file.is_relative_to(self._site) and file.is_file() else None
